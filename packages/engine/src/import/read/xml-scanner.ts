import { isUtf8 } from 'node:buffer';
import { NameTable } from './name-table.ts';

/** Attributes by full name. Those of every cell are always there, so that all these objects have one shape (speed). */
export interface XmlAttributes {
  [name: string]: string | undefined;
  r: string | undefined;
  s: string | undefined;
  t: string | undefined;
}

/** What a reader of one XML part wants to hear. Names come without their prefix. */
export interface XmlListener {
  open(name: string, attributes: XmlAttributes): void;
  close(name: string): void;
  /** Text may come in several pieces. */
  text(text: string): void;
  /**
   * Asked at every tag within the root: whole elements that begin at `at`, one directly after the other, may be taken
   * at once, without events. Returns where the first begins that was not taken.
   */
  skim?(bytes: Buffer, at: number): number;
}

const maxDepth = 100;
const maxTokenLength = 16 * 2 ** 20;
const needMore = -1;

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * A strict, streaming reader of UTF-8 XML for the large parts of workbooks. It works on bytes, which become text only
 * for the listener, and lets the listener skim what is plain. Throws on anything not well-formed that could hide data:
 * tags that do not match, unquoted or repeated attributes, unknown entities, text outside the root, bytes that are no
 * UTF-8, an early end. DTDs are skipped: no entity is ever expanded from them.
 */
export class XmlScanner {
  /** What was given and not yet taken is bytes `at` to `bytes.length`, within `room`. */
  private room = Buffer.alloc(0);
  private bytes = this.room;
  private at = 0;
  private readonly openTags: string[] = [];
  private readonly names = new NameTable();
  private sawRoot = false;
  private readonly listener: XmlListener;

  constructor(listener: XmlListener) {
    this.listener = listener;
  }

  write(piece: Buffer): void {
    this.take(piece);
    if (this.bytes.length > maxTokenLength + piece.length) throw new Error('a text is too long');
    while (this.step());
  }

  end(): void {
    if (!isUtf8(this.bytes.subarray(this.at))) throw new Error('the text is not UTF-8');
    if (this.at < this.bytes.length) this.takeText(this.bytes.length);
    if (this.openTags.length > 0 || !this.sawRoot) throw new Error('the XML ends early');
  }

  /** Puts the piece behind what is left. */
  private take(piece: Buffer): void {
    const rest = this.bytes.length - this.at;
    const length = rest + piece.length;
    const old = this.room;
    if (length > old.length) this.room = Buffer.allocUnsafeSlow(Math.max(length, old.length * 2));
    old.copy(this.room, 0, this.at, this.at + rest);
    piece.copy(this.room, rest);
    this.bytes = this.room.subarray(0, length);
    this.at = 0;
    // What is left begins with a tag or a character, as everything before was checked and taken whole.
    if (!isUtf8(this.bytes.subarray(0, lastWhole(this.bytes)))) throw new Error('the text is not UTF-8');
  }

  /** Takes one text or tag; false when more input is needed. */
  private step(): boolean {
    const { bytes } = this;
    const tag = bytes[this.at] === 60 ? this.at : bytes.indexOf(60, this.at);
    if (tag < 0) return false;
    if (tag > this.at) this.takeText(tag);
    this.at = tag;
    if (this.listener.skim && this.openTags.length > 0) {
      const end = this.listener.skim(bytes, tag);
      if (end > tag) {
        this.at = end;
        return true;
      }
    }
    const end = this.takeMarkup(tag);
    if (end === needMore) return false;
    this.at = end;
    return true;
  }

  private takeText(end: number): void {
    const text = this.bytes.toString('utf8', this.at, end);
    this.at = end;
    if (this.openTags.length > 0) this.listener.text(decodeText(text));
    else if (!/^[\s\uFEFF]*$/.test(text)) throw new Error('text outside the root element');
  }

  /** Index after the markup at `tag`. */
  private takeMarkup(tag: number): number {
    switch (this.bytes[tag + 1]) {
      case 47: // '/'
        return this.takeClose(tag);
      case 33: // '!'
        return this.takeDeclaration(tag);
      case 63: // '?'
        return this.skipTo('?>', tag + 2);
      default:
        return this.takeOpen(tag);
    }
  }

  private skipTo(mark: string, from: number): number {
    const end = this.bytes.indexOf(mark, from);
    return end < 0 ? needMore : end + mark.length;
  }

  private takeClose(tag: number): number {
    const { bytes } = this;
    const from = tag + 2;
    const end = bytes.indexOf(62, from);
    if (end < 0) return needMore;
    const name = this.openTags.pop();
    let last = end;
    while (last > from && isSpace(bytes[last - 1])) last -= 1;
    if (name === undefined || this.names.at(bytes, from, last) !== name) throw new Error('tags do not match');
    this.listener.close(localName(name));
    return end + 1;
  }

  private takeDeclaration(tag: number): number {
    const { bytes } = this;
    const start = bytes.toString('latin1', tag, tag + 9);
    if (start.startsWith('<!--')) return this.skipTo('-->', tag + 4);
    if (start === '<![CDATA[') {
      const end = this.skipTo(']]>', tag + 9);
      if (end === needMore) return needMore;
      if (this.openTags.length === 0) throw new Error('text outside the root element');
      this.listener.text(bytes.toString('utf8', tag + 9, end - 3).replace(/\r\n?/g, '\n'));
      return end;
    }
    if (start === '<!DOCTYPE' && !this.sawRoot) return this.skipDoctype(tag);
    if (start.length < 9) return needMore;
    throw new Error('unknown markup');
  }

  private skipDoctype(tag: number): number {
    let brackets = 0;
    for (let i = tag; i < this.bytes.length; i += 1) {
      const byte = this.bytes[i];
      if (byte === 91) brackets += 1;
      else if (byte === 93) brackets -= 1;
      else if (byte === 62 && brackets <= 0) return i + 1;
    }
    return needMore;
  }

  private takeOpen(tag: number): number {
    const { bytes } = this;
    let at = nameEnd(bytes, tag + 1);
    if (at === bytes.length) return needMore;
    if (at === tag + 1 || !isNameStart(bytes[tag + 1] as number)) throw new Error('a tag without a name');
    const name = this.names.at(bytes, tag + 1, at);
    const attributes: XmlAttributes = { r: undefined, s: undefined, t: undefined };
    at = this.takeAttributes(at, attributes);
    if (at === needMore) return needMore;
    const selfClosing = bytes[at] === 47;
    if (selfClosing) at += 1;
    if (at === bytes.length) return needMore;
    if (bytes[at] !== 62) throw new Error('a tag is not closed');
    this.emitOpen(name, attributes, selfClosing);
    return at + 1;
  }

  private emitOpen(name: string, attributes: XmlAttributes, selfClosing: boolean): void {
    if (this.openTags.length === 0 && this.sawRoot) throw new Error('more than one root element');
    if (this.openTags.length >= maxDepth) throw new Error('elements are nested too deeply');
    this.sawRoot = true;
    const local = localName(name);
    this.listener.open(local, attributes);
    if (selfClosing) this.listener.close(local);
    else this.openTags.push(name);
  }

  /** Reads attributes up to the `>` or `/` that ends the tag; its index, or `needMore`. */
  private takeAttributes(start: number, attributes: XmlAttributes): number {
    const { bytes } = this;
    let from = start;
    for (;;) {
      const at = skipSpace(bytes, from);
      if (at >= bytes.length) return needMore;
      if (bytes[at] === 62 || bytes[at] === 47) return at;
      if (at === from) throw new Error('attributes run together');
      from = this.takeAttribute(at, attributes);
      if (from === needMore) return needMore;
    }
  }

  /** Reads `name="value"` at `at` into `attributes`; the index after it, or `needMore`. */
  private takeAttribute(at: number, attributes: XmlAttributes): number {
    const { bytes } = this;
    const end = nameEnd(bytes, at);
    const equals = skipSpace(bytes, end);
    if (equals >= bytes.length) return needMore;
    if (bytes[equals] !== 61 || end === at) throw new Error('an attribute without a value');
    const open = skipSpace(bytes, equals + 1);
    if (open >= bytes.length) return needMore;
    const mark = bytes[open] as number;
    if (mark !== 34 && mark !== 39) throw new Error('an attribute without quotes');
    const close = bytes.indexOf(mark, open + 1);
    if (close < 0) return needMore;
    putAttribute(attributes, this.names.at(bytes, at, end), bytes.toString('utf8', open + 1, close));
    return close + 1;
  }
}

/** Length without a character that the next piece completes. */
function lastWhole(bytes: Buffer): number {
  let at = bytes.length - 1;
  while (at > 0 && at > bytes.length - 4 && ((bytes[at] as number) & 0xc0) === 0x80) at -= 1;
  const first = bytes[at] ?? 0;
  const length = first < 0xc0 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  return at + length > bytes.length ? at : bytes.length;
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

function isNameStart(code: number): boolean {
  return (
    (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || code === 58 || code >= 128
  );
}

/** Index of the first byte at or after `at` that ends a name. */
function nameEnd(bytes: Buffer, at: number): number {
  let i = at;
  for (; i < bytes.length; i += 1) {
    const byte = bytes[i] as number;
    if (byte <= 32 || byte === 47 || byte === 62 || byte === 61) break;
    if (byte === 60 || byte === 34 || byte === 39 || byte === 38)
      throw new Error('a name has a wrong character');
  }
  return i;
}

function skipSpace(bytes: Buffer, at: number): number {
  let i = at;
  while (i < bytes.length && isSpace(bytes[i])) i += 1;
  return i;
}

function isSpace(byte: number | undefined): boolean {
  return byte === 32 || byte === 10 || byte === 13 || byte === 9;
}

function putAttribute(attributes: XmlAttributes, name: string, value: string): void {
  if (Object.hasOwn(attributes, name) && attributes[name] !== undefined)
    throw new Error('an attribute is repeated');
  if (value.includes('<')) throw new Error('an attribute has a wrong character');
  attributes[name] = decodeText(value);
}

function decodeText(text: string): string {
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  if (!lines.includes('&')) return lines;
  return lines.replace(/&([^;&]{0,12});?/g, (whole, name: string) => {
    const known = entities[name];
    if (known !== undefined && whole.endsWith(';')) return known;
    const numeric = /^#(?:x([0-9A-Fa-f]{1,6})|([0-9]{1,7}))$/.exec(name);
    const code = numeric ? Number.parseInt(numeric[1] ?? numeric[2] ?? '', numeric[1] ? 16 : 10) : 0;
    if (!whole.endsWith(';') || code === 0 || code > 0x10ffff) throw new Error('an unknown entity');
    return String.fromCodePoint(code);
  });
}
