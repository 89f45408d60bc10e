import { isAt, markup, plainInteger, plainTextEnd } from './plain-xml.ts';

const valueStart = markup('<v>');
const valueEnd = markup('</v></c>');
const inlineStart = markup('<is><t>');
const inlineKeptStart = markup('<is><t xml:space="preserve">');
const inlineEnd = markup('</t></is></c>');
const inlineType = markup('inlineStr');
const stringType = markup('str');

/** How the text of a cell is meant, by its attribute `t`; null for the rare ones. */
export type PlainType = 'number' | 'shared' | 'inline' | 'string' | null;

/**
 * A cell as programs write it a million times, read from its bytes without making anything of them: attributes r, s
 * and t in double quotes, then `<v>` or `<is><t>` with plain text, or nothing.
 */
export class PlainCell {
  /** From 0. */
  column = -1;
  style = -1;
  type: PlainType = null;
  /** The text is bytes `from` to `to`: none when they are equal. */
  from = 0;
  to = 0;
  /** Index after the cell. */
  end = 0;
  private at = 0;
  private typed = false;

  /** Reads the cell at `at`. False when it is not such a one, or not whole: then the fields mean nothing. */
  read(bytes: Buffer, at: number): boolean {
    if (bytes[at + 1] !== 99 || bytes[at + 2] !== 32) return false; // <c
    this.at = at + 2;
    this.column = -1;
    this.style = -1;
    this.type = 'number';
    this.typed = false;
    while (bytes[this.at] === 32) if (!this.readAttribute(bytes)) return false;
    return this.column >= 0 && this.readContent(bytes);
  }

  /** ` r="A1"`, ` s="1"` or ` t="s"`, each once. */
  private readAttribute(bytes: Buffer): boolean {
    const name = bytes[this.at + 1];
    const from = this.at + 4;
    if (bytes[from - 2] !== 61 || bytes[from - 1] !== 34) return false;
    if (name === 114) return this.readAddress(bytes, from);
    let to = from;
    while (to < bytes.length && bytes[to] !== 34) to += 1;
    this.at = to + 1;
    return name === 116 ? this.readType(bytes, from, to) : name === 115 && this.readStyle(bytes, from, to);
  }

  private readAddress(bytes: Buffer, from: number): boolean {
    if (this.column >= 0) return false;
    let column = 0;
    let at = from;
    for (; isLetter(bytes[at]); at += 1) column = column * 26 + (bytes[at] as number) - 64;
    const digits = at;
    while (isDigit(bytes[at])) at += 1;
    if (column === 0 || column > 16_384 || at === digits || bytes[at] !== 34) return false;
    this.column = column - 1;
    this.at = at + 1;
    return true;
  }

  private readStyle(bytes: Buffer, from: number, to: number): boolean {
    if (this.style >= 0) return false;
    this.style = plainInteger(bytes, from, to);
    return this.style >= 0;
  }

  private readType(bytes: Buffer, from: number, to: number): boolean {
    if (this.typed) return false;
    this.typed = true;
    this.type = typeOf(bytes, from, to);
    return this.type !== null;
  }

  private readContent(bytes: Buffer): boolean {
    const { at } = this;
    if (bytes[at] === 47 && bytes[at + 1] === 62) return this.setText(at, at, at + 2);
    if (bytes[at] !== 62) return false;
    if (this.type !== 'inline') return this.readText(bytes, at + 1, valueStart, valueEnd);
    return (
      this.readText(bytes, at + 1, inlineStart, inlineEnd) ||
      this.readText(bytes, at + 1, inlineKeptStart, inlineEnd)
    );
  }

  private readText(bytes: Buffer, at: number, before: Uint8Array, after: Uint8Array): boolean {
    if (!isAt(bytes, at, before)) return false;
    const from = at + before.length;
    const to = plainTextEnd(bytes, from);
    return to >= 0 && isAt(bytes, to, after) && this.setText(from, to, to + after.length);
  }

  private setText(from: number, to: number, end: number): true {
    this.from = from;
    this.to = to;
    this.end = end;
    return true;
  }
}

function isLetter(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 65 && byte <= 90;
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 48 && byte <= 57;
}

function typeOf(bytes: Buffer, from: number, to: number): PlainType {
  if (to - from === 1) return bytes[from] === 115 ? 'shared' : bytes[from] === 110 ? 'number' : null;
  if (to - from === inlineType.length && isAt(bytes, from, inlineType)) return 'inline';
  return to - from === stringType.length && isAt(bytes, from, stringType) ? 'string' : null;
}
