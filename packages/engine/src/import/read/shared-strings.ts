import { unescapeText } from './cell-text.ts';
import { isAt, markup, plainTextEnd } from './plain-xml.ts';
import { readXml } from './xml-events.ts';
import type { XmlListener } from './xml-scanner.ts';

const pageBits = 22;
const pageBytes = 1 << pageBits;
const maxBytes = 2 ** 30;
const blockBits = 16;
const blockStrings = 1 << blockBits;

/**
 * A workbook's shared strings as UTF-8 in large pages, each ended by NUL: a million distinct strings cost their bytes
 * and five each, not a million heap objects.
 */
export class SharedStrings {
  count = 0;
  /** The string last looked up by {@link locate}: bytes `from` to `to` of `page`. */
  page: Buffer = Buffer.alloc(0);
  from = 0;
  to = 0;
  private readonly pages: Buffer[] = [];
  private used = pageBytes;
  /** Where each string starts: page and place in it, in blocks, so that growing copies nothing. */
  private readonly starts: Uint32Array[] = [];

  /** Appends the next string. NUL characters fall away. */
  add(text: string): void {
    const bytes = Buffer.from(text.replaceAll('\0', ''));
    this.addBytes(bytes, 0, bytes.length);
  }

  /** The same for bytes `from` to `to` of `source`, which must be UTF-8 without NUL. */
  addBytes(source: Buffer, from: number, to: number): void {
    const page = this.pageFor(to - from + 1);
    const block = this.blockFor(this.count);
    block[this.count & (blockStrings - 1)] = (this.pages.length - 1) * pageBytes + this.used;
    for (let at = from; at < to; at += 1) page[this.used - from + at] = source[at] as number;
    this.used += to - from + 1;
    page[this.used - 1] = 0;
    this.count += 1;
  }

  /** Looks up the string at `index`; false when there is none. */
  locate(index: number): boolean {
    if (index >>> 0 !== index || index >= this.count) return false;
    const start = this.blockFor(index)[index & (blockStrings - 1)] as number;
    this.page = this.pages[start >>> pageBits] as Buffer;
    this.from = start & (pageBytes - 1);
    let to = this.from;
    while (this.page[to] !== 0) to += 1;
    this.to = to;
    return true;
  }

  private blockFor(index: number): Uint32Array {
    const at = index >>> blockBits;
    let block = this.starts[at];
    if (block === undefined) {
      block = new Uint32Array(blockStrings);
      this.starts.push(block);
    }
    return block;
  }

  private pageFor(room: number): Buffer {
    if (this.used + room > pageBytes) {
      // A string longer than a page gets a longer one, of its own.
      this.pages.push(Buffer.allocUnsafeSlow(Math.max(pageBytes, room)));
      this.used = 0;
      if (this.pages.length * pageBytes > maxBytes) throw new Error('too much shared text');
    }
    return this.pages[this.pages.length - 1] as Buffer;
  }
}

const itemStart = markup('<si><t>');
const itemEnd = markup('</t></si>');

/** Hears sharedStrings.xml: plain and rich text; phonetic runs (`rPh`) are not part of the text. */
class StringsListener implements XmlListener {
  readonly strings = new SharedStrings();
  private value = '';
  private inItem = false;
  private inText = false;
  private inPhonetic = false;

  open(name: string): void {
    if (name === 'si') {
      this.value = '';
      this.inItem = true;
    } else if (name === 't') this.inText = !this.inPhonetic;
    else if (name === 'rPh') this.inPhonetic = true;
  }

  close(name: string): void {
    if (name === 'si') {
      this.strings.add(unescapeText(this.value));
      this.inItem = false;
    } else if (name === 't') this.inText = false;
    else if (name === 'rPh') this.inPhonetic = false;
  }

  text(piece: string): void {
    if (this.inText) this.value += piece;
  }

  skim(bytes: Buffer, start: number): number {
    let at = start;
    while (!this.inItem && isAt(bytes, at, itemStart)) {
      const from = at + itemStart.length;
      const to = plainTextEnd(bytes, from);
      if (to < 0 || !isAt(bytes, to, itemEnd)) break;
      this.strings.addBytes(bytes, from, to);
      at = to + itemEnd.length;
    }
    return at;
  }
}

/** Reads sharedStrings.xml. */
export async function readSharedStrings(chunks: AsyncIterable<Buffer>): Promise<SharedStrings> {
  const listener = new StringsListener();
  await readXml(chunks, listener);
  return listener.strings;
}
