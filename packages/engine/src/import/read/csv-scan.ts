const separators = [',', '\t', ';', '|'] as const;
export type Separator = (typeof separators)[number];

/** The separator whose count agrees on most lines of the sample; a comma when none occurs. */
export function findSeparator(sample: string): Separator {
  const lines = sample.split(/\r\n|\n|\r/).slice(0, 500);
  let best: Separator = ',';
  let bestScore = 0;
  for (const separator of separators) {
    const tally = new Map<number, number>();
    for (const line of lines) {
      const count = line.replace(/"[^"]*"/g, '').split(separator).length - 1;
      if (count > 0) tally.set(count, (tally.get(count) ?? 0) + 1);
    }
    for (const [count, agreeing] of tally) {
      const score = agreeing + Math.min(count, 100) / 1000;
      if (score > bestScore) [best, bestScore] = [separator, score];
    }
  }
  return best;
}

const other = 0;
const separatorByte = 1;
const lineFeed = 2;
const carriageReturn = 3;
const quote = 4;

const atFieldStart = 0;
const inPlain = 1;
const inQuotes = 2;
const afterQuote = 3;

/** Lines that one quoted cell may span before we doubt its quotes. */
export const maxQuotedLines = 5;

/**
 * Walks the bytes of a UTF-8 CSV once and tells whether it is regular enough for the database's own reader, and how
 * many records that reader must then find.
 */
export class CsvScan {
  /** Records including blank lines, but not blank lines at the very end. */
  records = 0;
  /** For each blank line inside: how many non-blank records stand before it. At most 65 are kept. */
  readonly blanksAfter: number[] = [];
  /** Records with separators but no content. */
  hollow = 0;
  minFields = Number.MAX_SAFE_INTEGER;
  maxFields = 0;
  maxRecordBytes = 0;
  embeddedLines = 0;
  /** A quotation mark stands where RFC 4180 allows none, or is not closed, or spans too many lines. */
  oddQuotes = false;
  lf = 0;
  crlf = 0;
  cr = 0;
  private readonly classes = new Uint8Array(256);
  private state = atFieldStart;
  private fields = 1;
  private content = false;
  private recordStart = 0;
  private offset = 0;
  private previousCr = false;
  private quotedLines = 0;
  private blankRun = 0;

  constructor(separator: Separator) {
    this.classes[separator.charCodeAt(0)] = separatorByte;
    this.classes[10] = lineFeed;
    this.classes[13] = carriageReturn;
    this.classes[34] = quote;
  }

  get isMixed(): boolean {
    return [this.lf, this.crlf, this.cr].filter((n) => n > 0).length > 1;
  }

  feed(bytes: Uint8Array): void {
    const { classes } = this;
    const base = this.offset;
    for (let i = 0; i < bytes.length; i += 1) {
      const kind = classes[bytes[i] as number] as number;
      if (kind === other) {
        if (this.state === inPlain && !this.previousCr) continue;
        this.takeOther(base + i);
      } else this.takeSpecial(kind, base + i);
    }
    this.offset = base + bytes.length;
  }

  end(): void {
    if (this.previousCr) this.endLine(this.offset, 'cr');
    if (this.state === inQuotes) this.oddQuotes = true;
    if (this.offset > this.recordStart) this.endRecord(this.offset);
  }

  private takeOther(at: number): void {
    if (this.previousCr) this.endLine(at, 'cr');
    this.content = true;
    if (this.state === atFieldStart) this.state = inPlain;
    else if (this.state === afterQuote) this.oddQuotes = true;
  }

  private takeSpecial(kind: number, at: number): void {
    if (this.previousCr) {
      if (kind === lineFeed) {
        this.endLine(at + 1, 'crlf');
        return;
      }
      this.endLine(at, 'cr');
    }
    if (this.state === inQuotes) this.takeQuoted(kind);
    else if (kind === separatorByte) {
      this.fields += 1;
      this.state = atFieldStart;
    } else if (kind === lineFeed) this.endLine(at + 1, 'lf');
    else if (kind === carriageReturn) this.previousCr = true;
    else this.takeQuote();
  }

  private takeQuote(): void {
    if (this.state === inPlain) this.oddQuotes = true;
    else {
      // After a quote, a second one is an escaped quote and the cell goes on.
      if (this.state === afterQuote) this.content = true;
      else this.quotedLines = 0;
      this.state = inQuotes;
    }
  }

  private takeQuoted(kind: number): void {
    if (kind === quote) this.state = afterQuote;
    else {
      this.content = true;
      if (kind !== lineFeed && kind !== carriageReturn) return;
      this.embeddedLines += 1;
      this.quotedLines += 1;
      if (this.quotedLines > maxQuotedLines) this.oddQuotes = true;
    }
  }

  private endLine(next: number, ending: 'lf' | 'crlf' | 'cr'): void {
    this[ending] += 1;
    this.previousCr = false;
    const endingBytes = ending === 'crlf' ? 2 : 1;
    if (next - this.recordStart === endingBytes) {
      this.blankRun += 1;
      this.recordStart = next;
    } else this.endRecord(next);
  }

  private endRecord(next: number): void {
    for (; this.blankRun > 0; this.blankRun -= 1) {
      if (this.blanksAfter.length <= 64) this.blanksAfter.push(this.records - this.blanksAfter.length);
      this.records += 1;
    }
    this.records += 1;
    if (!this.content) this.hollow += 1;
    if (this.fields < this.minFields) this.minFields = this.fields;
    if (this.fields > this.maxFields) this.maxFields = this.fields;
    const length = next - this.recordStart;
    if (length > this.maxRecordBytes) this.maxRecordBytes = length;
    this.recordStart = next;
    this.fields = 1;
    this.content = false;
    this.state = atFieldStart;
  }
}
