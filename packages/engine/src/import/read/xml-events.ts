import { TextDecoder } from 'node:util';
import { type XmlAttributes, type XmlListener, XmlScanner } from './xml-scanner.ts';

/**
 * Feeds an XML part to `listener`, piece by piece; throws when it is not well-formed (see {@link XmlScanner}).
 * `afterEach` runs between pieces, with the bytes read so far.
 */
export async function readXml(
  chunks: AsyncIterable<Buffer>,
  listener: XmlListener,
  afterEach?: (bytes: number) => Promise<void> | void,
): Promise<void> {
  const scanner = new XmlScanner(listener);
  let decoder: TextDecoder | null | undefined;
  let bytes = 0;
  for await (const piece of chunks) {
    if (decoder === undefined) decoder = makeDecoder(piece);
    bytes += piece.length;
    scanner.write(decoder === null ? piece : Buffer.from(decoder.decode(piece, { stream: true })));
    const wait = afterEach?.(bytes);
    if (wait) await wait;
  }
  if (decoder) scanner.write(Buffer.from(decoder.decode()));
  scanner.end();
}

/** By byte order mark, else by the XML declaration. Null for UTF-8, which needs none. Invalid bytes throw. */
function makeDecoder(first: Buffer): TextDecoder | null {
  const label = encodingOf(first);
  return label === 'utf-8' || label === 'utf8' ? null : new TextDecoder(label, { fatal: true });
}

function encodingOf(first: Buffer): string {
  if (first[0] === 0xff && first[1] === 0xfe) return 'utf-16le';
  if (first[0] === 0xfe && first[1] === 0xff) return 'utf-16be';
  const declared = /^<\?xml[^>]*encoding=["']([\w.-]+)["']/.exec(first.toString('latin1', 0, 200));
  const label = declared?.[1]?.toLowerCase() ?? 'utf-8';
  return label === 'gb2312' || label === 'gbk' ? 'gb18030' : label;
}

/** An attribute whatever its prefix (`r:id`, `d3p1:id`). */
export function attribute(attributes: XmlAttributes, name: string): string | undefined {
  const plain = attributes[name];
  if (plain !== undefined) return plain;
  for (const key in attributes) if (key.endsWith(`:${name}`)) return attributes[key];
  return undefined;
}
