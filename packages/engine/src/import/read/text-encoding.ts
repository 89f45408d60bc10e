import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { TextDecoder } from 'node:util';
import { ImportRefusal } from './import-refusal.ts';

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

export interface EncodingFinding {
  readonly encoding: TextEncoding;
  /** Strictly valid, without NUL bytes: the bytes can be used as they are. */
  readonly isCleanUtf8: boolean;
}

const chunkBytes = 1 << 20;

/** The encoding by its byte order mark, null without one. */
export function markedEncoding(start: Buffer): TextEncoding | null {
  if (start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf) return 'utf-8';
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
  return null;
}

/** UTF-16 without a mark shows as many NULs on one side: separators, digits and line ends are ASCII. */
function unmarkedUtf16(sample: Buffer): TextEncoding | null {
  let even = 0;
  let odd = 0;
  for (let i = 0; i < sample.length; i += 1) {
    if (sample[i] !== 0) continue;
    if (i % 2 === 0) even += 1;
    else odd += 1;
  }
  const many = sample.length / 20;
  if (odd > many && even < odd / 10) return 'utf-16le';
  if (even > many && odd < even / 10) return 'utf-16be';
  return null;
}

/** Tab, line feed, form feed, carriage return, end of file of DOS. */
const textControls = new Set([9, 10, 12, 13, 26]);

/** Whether too many of the bytes are control characters that no text has (NUL left out: some exports sprinkle it). */
export function isBinary(sample: Buffer): boolean {
  if (markedEncoding(sample)?.startsWith('utf-16') || unmarkedUtf16(sample)) return false;
  let controls = 0;
  let nuls = 0;
  for (const byte of sample) {
    if (byte === 0) nuls += 1;
    else if (byte < 32 && !textControls.has(byte)) controls += 1;
  }
  return controls > sample.length / 100 || nuls > sample.length / 10;
}

function wideEncoding(start: Buffer): TextEncoding | null {
  const found = markedEncoding(start) ?? unmarkedUtf16(start.subarray(0, 65_536));
  return found === 'utf-8' ? null : found;
}

/** Byte order mark → UTF-16 → strict UTF-8 → GB18030, over the whole file; a few bad bytes do not unmake UTF-8. */
export async function findEncoding(path: string): Promise<EncodingFinding> {
  let first: Buffer | null = null;
  let carry: Buffer = Buffer.alloc(0);
  let hasNul = false;
  for await (const piece of createReadStream(path, { highWaterMark: chunkBytes }) as AsyncIterable<Buffer>) {
    const wide = first === null ? wideEncoding(piece) : null;
    if (wide) return { encoding: wide, isCleanUtf8: false };
    first ??= piece;
    hasNul ||= piece.includes(0);
    const bytes = carry.length > 0 ? Buffer.concat([carry, piece]) : piece;
    const whole = bytes.length - unfinishedBytes(bytes);
    if (!isUtf8(bytes.subarray(0, whole))) return { encoding: judgeDamage(first, bytes), isCleanUtf8: false };
    carry = Buffer.from(bytes.subarray(whole));
  }
  if (carry.length > 0) return { encoding: judgeDamage(first ?? carry, carry), isCleanUtf8: false };
  return { encoding: 'utf-8', isCleanUtf8: !hasNul };
}

/** Bytes at the end that begin a character which the next piece completes. */
function unfinishedBytes(bytes: Buffer): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back += 1) {
    const byte = bytes[bytes.length - back] as number;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return length > back ? back : 0;
    }
  }
  return 0;
}

/** UTF-8 with a few broken characters, or GB18030? Chinese in GB18030 is almost never valid as UTF-8. */
function judgeDamage(...samples: Buffer[]): TextEncoding {
  let bad = 0;
  let good = 0;
  for (const sample of samples) {
    for (const character of new TextDecoder('utf-8').decode(sample)) {
      if (character === '\uFFFD') bad += 1;
      else if (character > '\u007F') good += 1;
    }
  }
  return good > 20 && bad * 20 < good ? 'utf-8' : 'gb18030';
}

export interface TranscodeResult {
  /** Characters that did not fit the encoding and became U+FFFD. */
  readonly undecodable: number;
  readonly nulBytes: number;
}

/** Writes `from` to `to` as UTF-8 without mark and NULs, streaming. Refuses IMP-114 when too much does not decode. */
export async function transcode(
  from: string,
  to: string,
  encoding: TextEncoding,
  fileName: string,
): Promise<TranscodeResult> {
  const decoder = new TextDecoder(encoding);
  const output = await open(to, 'w', 0o600);
  let undecodable = 0;
  let nulBytes = 0;
  let foreign = 0;
  const write = async (text: string): Promise<void> => {
    undecodable += occurrences(text, '\uFFFD');
    const nuls = occurrences(text, '\0');
    nulBytes += nuls;
    const bytes = Buffer.from(nuls > 0 ? text.replaceAll('\0', '') : text);
    foreign += (bytes.length - text.length) / 2;
    await output.writeFile(bytes);
  };
  try {
    for await (const piece of createReadStream(from, {
      highWaterMark: chunkBytes,
    }) as AsyncIterable<Buffer>) {
      await write(decoder.decode(piece, { stream: true }));
    }
    await write(decoder.decode());
  } finally {
    await output.close();
  }
  if (undecodable > 10 && undecodable > foreign / 20) throw new ImportRefusal('IMP-114', fileName);
  return { undecodable, nulBytes };
}

function occurrences(text: string, character: string): number {
  let count = 0;
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) count += 1;
  return count;
}
