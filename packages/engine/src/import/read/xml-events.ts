import { TextDecoder } from 'node:util';
import { SaxesParser } from 'saxes';

/** What a reader of one XML part wants to hear. Names come without their prefix. */
export interface XmlListener {
  open(name: string, attributes: Record<string, string>): void;
  close(name: string): void;
  text(text: string): void;
}

const maxDepth = 100;
const maxTextBytes = 16 * 2 ** 20;

/**
 * Feeds an XML part to `listener`, piece by piece; throws on anything that is not well-formed, too deeply nested or
 * with a single text of more than 16 MB. `afterEach` runs between pieces, with the bytes read so far.
 */
export async function readXml(
  chunks: AsyncIterable<Buffer>,
  listener: XmlListener,
  afterEach?: (bytes: number) => Promise<void> | void,
): Promise<void> {
  const parser = makeParser(listener);
  let decoder: TextDecoder | null = null;
  let bytes = 0;
  for await (const chunk of chunks) {
    decoder ??= makeDecoder(chunk);
    bytes += chunk.length;
    parser.write(decoder.decode(chunk, { stream: true }));
    const wait = afterEach?.(bytes);
    if (wait) await wait;
  }
  parser.write(decoder?.decode() ?? '');
  parser.close();
}

function makeParser(listener: XmlListener): SaxesParser {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let depth = 0;
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > maxDepth) throw new Error('elements are nested too deeply');
    listener.open(localName(tag.name), tag.attributes as Record<string, string>);
  });
  parser.on('closetag', (tag) => {
    depth -= 1;
    listener.close(localName(tag.name));
  });
  const text = (piece: string): void => {
    if (piece.length > maxTextBytes) throw new Error('a text is too long');
    listener.text(piece);
  };
  parser.on('text', text);
  parser.on('cdata', text);
  return parser;
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
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
export function attribute(attributes: Record<string, string>, name: string): string | undefined {
  const plain = attributes[name];
  if (plain !== undefined) return plain;
  for (const key in attributes) if (key.endsWith(`:${name}`)) return attributes[key];
  return undefined;
}
