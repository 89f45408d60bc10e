import { TextDecoder } from 'node:util';
import { type XmlAttributes, type XmlListener, XmlScanner } from './xml-scanner.ts';

const pieceBytes = 1 << 17;

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
  let decoder: TextDecoder | null = null;
  let bytes = 0;
  for await (const piece of gather(chunks)) {
    decoder ??= makeDecoder(piece);
    bytes += piece.length;
    scanner.write(decoder.decode(piece, { stream: true }));
    const wait = afterEach?.(bytes);
    if (wait) await wait;
  }
  scanner.write(decoder?.decode() ?? '');
  scanner.end();
}

/** Inflation yields small chunks; larger pieces cost less to decode and scan. */
async function* gather(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    waiting.push(chunk);
    length += chunk.length;
    if (length < pieceBytes) continue;
    yield Buffer.concat(waiting);
    waiting = [];
    length = 0;
  }
  if (length > 0) yield Buffer.concat(waiting);
}

/** By byte order mark, else by the XML declaration, else UTF-8. Invalid bytes throw: a damaged part is refused. */
function makeDecoder(first: Buffer): TextDecoder {
  if (first[0] === 0xff && first[1] === 0xfe) return new TextDecoder('utf-16le', { fatal: true });
  if (first[0] === 0xfe && first[1] === 0xff) return new TextDecoder('utf-16be', { fatal: true });
  const declared = /^<\?xml[^>]*encoding=["']([\w.-]+)["']/.exec(first.toString('latin1', 0, 200));
  const label = declared?.[1]?.toLowerCase() ?? 'utf-8';
  return new TextDecoder(/^(gb2312|gbk)$/.test(label) ? 'gb18030' : label, { fatal: true });
}

/** An attribute whatever its prefix (`r:id`, `d3p1:id`). */
export function attribute(attributes: XmlAttributes, name: string): string | undefined {
  const plain = attributes[name];
  if (plain !== undefined) return plain;
  for (const key in attributes) if (key.endsWith(`:${name}`)) return attributes[key];
  return undefined;
}
