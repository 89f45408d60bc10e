import { maxQuotedLines, type Separator } from './csv-scan.ts';

const maxQuotedCharacters = 262_144;
const maxLineCharacters = 16_000_000;
const strayQuotesBeforeDistrust = 1000;
const needMore = -1;

/** Receives each record's fields; `recordNo` counts every record from 1, blank lines included. */
export type RecordSink = (recordNo: number, fields: readonly string[]) => void;

/**
 * Splits CSV text into records whatever its state: ragged, mixed line ends, blank lines, quotation marks out of place.
 * A quote that is not closed within its line's reach is plain text, so it can never swallow the rows below.
 */
export class CsvRecords {
  strayQuotes = 0;
  private buffer = '';
  private start = 0;
  private records = 0;
  private fields: string[] = [];
  private ended = false;
  private readonly separator: Separator;
  private readonly sink: RecordSink;

  constructor(separator: Separator, sink: RecordSink) {
    this.separator = separator;
    this.sink = sink;
  }

  /** Throws RangeError when a line is longer than 16 million characters. */
  write(text: string): void {
    this.buffer = this.buffer.slice(this.start) + text;
    this.start = 0;
    this.drain();
  }

  end(): void {
    this.ended = true;
    this.drain();
  }

  private drain(): void {
    while (this.start < this.buffer.length) {
      this.fields = [];
      const next = this.takeRecord(this.start);
      if (next === needMore) {
        if (this.buffer.length - this.start > maxLineCharacters) throw new RangeError('line too long');
        return;
      }
      this.start = next;
      this.records += 1;
      this.sink(this.records, this.fields);
    }
  }

  private takeRecord(start: number): number {
    const trusting = this.strayQuotes < strayQuotesBeforeDistrust;
    let at = start;
    for (;;) {
      const end = trusting && this.buffer[at] === '"' ? this.takeQuoted(at) : this.takePlain(at);
      if (end === needMore) return needMore;
      if (end === null) {
        this.strayQuotes += 1;
        return this.takePlainLine(start);
      }
      if (this.buffer[end] !== this.separator) return this.afterLineEnd(end);
      at = end + 1;
    }
  }

  /** Index of the separator or line end after the field (the buffer's length at the very end). */
  private takePlain(at: number): number {
    let end = at;
    const { buffer, separator } = this;
    for (; end < buffer.length; end += 1) {
      const character = buffer[end];
      if (character === separator || character === '\n' || character === '\r') break;
    }
    if (end === buffer.length && !this.ended) return needMore;
    this.fields.push(buffer.slice(at, end));
    return end;
  }

  /** As {@link takePlain}; null when the quotation marks make no sense. */
  private takeQuoted(at: number): number | null {
    const { buffer } = this;
    let from = at + 1;
    for (;;) {
      const close = buffer.indexOf('"', from);
      if (close < 0 || close - at > maxQuotedCharacters) return this.unclosed(at);
      const next = buffer[close + 1];
      if (next === undefined && !this.ended) return needMore;
      if (next === '"') from = close + 2;
      else if (this.endsField(next)) {
        const inner = buffer.slice(at + 1, close);
        if (lineCount(inner) > maxQuotedLines) return null;
        this.fields.push(inner.replaceAll('""', '"'));
        return close + 1;
      } else if (lineCount(buffer.slice(at, close)) > 0) return null;
      else from = close + 1; // a quote inside the cell, on the same line: text
    }
  }

  private endsField(next: string | undefined): boolean {
    return next === undefined || next === this.separator || next === '\n' || next === '\r';
  }

  private unclosed(at: number): number | null {
    const reach = this.buffer.slice(at, at + maxQuotedCharacters);
    const hopeless = reach.length === maxQuotedCharacters || lineCount(reach) > maxQuotedLines;
    return this.ended || hopeless ? null : needMore;
  }

  private takePlainLine(start: number): number {
    this.fields = [];
    let at = start;
    for (;;) {
      const end = this.takePlain(at);
      if (end === needMore) {
        // Counted again when more text has come.
        this.strayQuotes -= 1;
        return needMore;
      }
      if (this.buffer[end] !== this.separator) return this.afterLineEnd(end);
      at = end + 1;
    }
  }

  private afterLineEnd(end: number): number {
    if (this.buffer[end] !== '\r') return Math.min(end + 1, this.buffer.length);
    if (end + 1 === this.buffer.length && !this.ended) return needMore;
    return this.buffer[end + 1] === '\n' ? end + 2 : end + 1;
  }
}

function lineCount(text: string): number {
  let lines = 0;
  for (let at = text.search(/[\r\n]/); at >= 0 && at < text.length; at += 1) {
    const character = text[at];
    if (character === '\n' || (character === '\r' && text[at + 1] !== '\n')) lines += 1;
  }
  return lines;
}
