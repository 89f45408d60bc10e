import { unescapeText } from './cell-text.ts';
import { readXml } from './xml-events.ts';

const pageBytes = 4 * 2 ** 20;
const maxBytes = 2 ** 30;
const cacheSize = 1 << 14;

/**
 * A workbook's shared strings, kept as UTF-8 in large pages: a million distinct strings cost their bytes and eight
 * each, not a million heap objects (nor the slices of parsed text they would keep alive).
 */
export class SharedStrings {
  count = 0;
  private pages: Buffer[] = [];
  private used = pageBytes;
  private starts = new Float64Array(1024);
  private lengths = new Int32Array(1024);
  private readonly cachedText = new Array<string | undefined>(cacheSize);
  private readonly cachedIndex = new Int32Array(cacheSize).fill(-1);

  /** Appends the next string. */
  add(text: string): void {
    const room = text.length * 3;
    if (this.used + room > pageBytes) {
      this.pages.push(Buffer.allocUnsafeSlow(Math.max(pageBytes, room)));
      this.used = 0;
      if (this.pages.length * pageBytes > maxBytes) throw new Error('too much shared text');
    }
    const page = this.pages[this.pages.length - 1] as Buffer;
    const length = page.write(text, this.used, 'utf8');
    this.grow();
    this.starts[this.count] = (this.pages.length - 1) * pageBytes + this.used;
    // A negative length marks text of one byte a character, which decodes much faster.
    this.lengths[this.count] = length === text.length ? -length : length;
    this.used = this.used + length;
    this.count += 1;
  }

  /** The string at `index`; undefined when there is none. */
  find(index: number): string | undefined {
    if (!(index >= 0 && index < this.count)) return undefined;
    const slot = index & (cacheSize - 1);
    if (this.cachedIndex[slot] === index) return this.cachedText[slot];
    const start = this.starts[index] as number;
    const page = this.pages[Math.floor(start / pageBytes)] as Buffer;
    const from = start % pageBytes;
    const length = this.lengths[index] as number;
    const text =
      length <= 0 ? page.toString('latin1', from, from - length) : page.toString('utf8', from, from + length);
    this.cachedIndex[slot] = index;
    this.cachedText[slot] = text;
    return text;
  }

  private grow(): void {
    if (this.count < this.starts.length) return;
    const starts = new Float64Array(this.starts.length * 2);
    starts.set(this.starts);
    this.starts = starts;
    const lengths = new Int32Array(this.lengths.length * 2);
    lengths.set(this.lengths);
    this.lengths = lengths;
  }
}

/** Reads sharedStrings.xml: plain and rich text; phonetic runs (`rPh`) are not part of the text. */
export async function readSharedStrings(chunks: AsyncIterable<Buffer>): Promise<SharedStrings> {
  const strings = new SharedStrings();
  let text = '';
  let inText = false;
  let inPhonetic = false;
  await readXml(chunks, {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 't') inText = !inPhonetic;
      else if (name === 'rPh') inPhonetic = true;
    },
    close(name) {
      if (name === 'si') strings.add(unescapeText(text));
      else if (name === 't') inText = false;
      else if (name === 'rPh') inPhonetic = false;
    },
    text(piece) {
      if (inText) text += piece;
    },
  });
  return strings;
}
