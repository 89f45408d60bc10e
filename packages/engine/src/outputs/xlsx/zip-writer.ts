import { createWriteStream, type WriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import { crc32, createDeflateRaw, type DeflateRaw, deflateRawSync } from 'node:zlib';

/** Bytes of XML that may wait to be packed: packing has a thread of its own and should never wait for rows. */
const WAITING_BYTES = 512 * 1024;
const PACKING = { chunkSize: 64 * 1024, writableHighWaterMark: WAITING_BYTES };
/** From here on sizes and places would need the format's 64-bit fields, which no spreadsheet program asks for. */
const LIMIT_BYTES = 0xffff_fffe;

const NAME_IS_UTF8 = 1 << 11;
const SIZES_FOLLOW = 1 << 3;
/** 1980-01-01, the format's first day: the same rows must give the same bytes, whenever and wherever. */
const DOS_DATE = 0x21;
const UNIX_MODE = 0o100644;

interface Entry {
  readonly name: Buffer;
  readonly flags: number;
  readonly offset: number;
  crc: number;
  packed: number;
  size: number;
}

/**
 * A zip file being written, one entry at a time (file mode 0600). Node's own packing and checksum, and few rounds
 * through the event loop: with hundreds of workbooks in a run, a chain of streams a file costs seconds.
 *
 * What the disk refuses surfaces at `check`, the next `write`, `end` or `finish`; until then it ends nothing.
 */
export class ZipWriter {
  private readonly path: string;
  private readonly file: WriteStream;
  private readonly entries: Entry[] = [];
  private offset = 0;
  private failure: Error | undefined;
  private open: DeflateRaw | undefined;

  constructor(path: string) {
    this.path = path;
    this.file = createWriteStream(path, { mode: 0o600, highWaterMark: WAITING_BYTES });
    this.file.on('error', (error) => {
      this.failure = error;
      this.open?.destroy();
    });
  }

  /** Throws what the disk answered, if it refused. */
  check(): void {
    if (this.failure !== undefined) throw this.failure;
  }

  /** Writes a small entry whole. */
  add(name: string, text: string): void {
    const bytes = Buffer.from(text, 'utf8');
    const packed = deflateRawSync(bytes);
    const entry = this.begin(name, NAME_IS_UTF8);
    Object.assign(entry, { crc: crc32(bytes), packed: packed.length, size: bytes.length });
    this.write(localHeader(entry));
    this.write(packed);
  }

  /** Starts an entry that is written piece by piece; `end` it before the next one. */
  start(name: string): ZipPart {
    const entry = this.begin(name, NAME_IS_UTF8 | SIZES_FOLLOW);
    this.write(localHeader(entry));
    const deflate = createDeflateRaw(PACKING);
    this.open = deflate;
    deflate.on('error', () => undefined);
    deflate.on('data', (chunk: Buffer) => {
      entry.packed += chunk.length;
      this.offset += chunk.length;
    });
    deflate.pipe(this.file, { end: false });
    const write = async (text: string): Promise<void> => {
      this.check();
      const bytes = utf8Bytes(text);
      entry.crc = crc32(bytes, entry.crc);
      entry.size += bytes.length;
      if (!deflate.write(bytes)) await roomAgain(deflate);
      this.check();
    };
    const end = async (): Promise<void> => {
      deflate.end();
      await finished(deflate, { writable: false }).catch(() => undefined);
      this.open = undefined;
      this.check();
      this.write(sizesRecord(entry));
    };
    return { write, end };
  }

  /** Writes the directory. Rejects, and removes the file, if the disk refused any part of it. */
  async finish(): Promise<void> {
    const from = this.offset;
    for (const entry of this.entries) this.write(directoryRecord(entry));
    this.write(endRecord(this.entries.length, from, this.offset - from));
    try {
      this.check();
      this.file.end();
      await finished(this.file);
      if (this.offset > LIMIT_BYTES) throw new Error(`${this.path} would be larger than a workbook can be`);
    } catch (error) {
      this.file.destroy();
      await rm(this.path, { force: true });
      throw error;
    }
  }

  private begin(name: string, flags: number): Entry {
    const entry = { name: Buffer.from(name, 'utf8'), flags, offset: this.offset, crc: 0, packed: 0, size: 0 };
    this.entries.push(entry);
    return entry;
  }

  private write(bytes: Buffer): void {
    this.offset += bytes.length;
    if (this.failure === undefined) this.file.write(bytes);
  }
}

/** An entry being written. Await each call: there is room for the next piece then. */
export interface ZipPart {
  write(text: string): Promise<void>;
  end(): Promise<void>;
}

const scratch = Buffer.allocUnsafe(WAITING_BYTES);

/** The text's bytes. Written where there is surely room and copied: measuring the text first takes longer. */
function utf8Bytes(text: string): Buffer {
  if (text.length * 3 > scratch.length) return Buffer.from(text, 'utf8');
  return Buffer.from(scratch.subarray(0, scratch.write(text)));
}

/** Resolves when the stream takes more, or has been destroyed and never will. */
function roomAgain(stream: DeflateRaw): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      stream.off('drain', done);
      stream.off('close', done);
      resolve();
    };
    stream.on('drain', done);
    stream.on('close', done);
  });
}

/** Fields of 2 and 4 bytes one after the other, low byte first. */
function record(...fields: readonly (readonly [bytes: 2 | 4, value: number])[]): Buffer {
  const buffer = Buffer.alloc(fields.reduce((sum, [bytes]) => sum + bytes, 0));
  let at = 0;
  for (const [bytes, value] of fields) at = buffer.writeUIntLE(value, at, bytes);
  return buffer;
}

const DEFLATED = 8;
const VERSION_NEEDED = 20;
/** Made on a Unix (3), specification 6.3. */
const MADE_BY = (3 << 8) | 63;

function localHeader({ name, flags, crc, packed, size }: Entry): Buffer {
  const known = flags === NAME_IS_UTF8;
  return Buffer.concat([
    record(
      [4, 0x04034b50],
      [2, VERSION_NEEDED],
      [2, flags],
      [2, DEFLATED],
      [2, 0],
      [2, DOS_DATE],
      [4, known ? crc : 0],
      [4, known ? packed : 0],
      [4, known ? size : 0],
      [2, name.length],
      [2, 0],
    ),
    name,
  ]);
}

function sizesRecord({ crc, packed, size }: Entry): Buffer {
  if (size > LIMIT_BYTES) throw new Error('A sheet would be larger than a workbook can hold');
  return record([4, 0x08074b50], [4, crc], [4, packed], [4, size]);
}

function directoryRecord({ name, flags, offset, crc, packed, size }: Entry): Buffer {
  return Buffer.concat([
    record(
      [4, 0x02014b50],
      [2, MADE_BY],
      [2, VERSION_NEEDED],
      [2, flags],
      [2, DEFLATED],
      [2, 0],
      [2, DOS_DATE],
      [4, crc],
      [4, packed],
      [4, size],
      [2, name.length],
      // No extra field, no comment, first disk, no internal attributes.
      [4, 0],
      [4, 0],
      [4, UNIX_MODE * 2 ** 16],
      [4, offset],
    ),
    name,
  ]);
}

function endRecord(entries: number, offset: number, bytes: number): Buffer {
  return record(
    [4, 0x06054b50],
    [4, 0],
    [2, entries],
    [2, entries],
    [4, bytes],
    [4, Math.min(offset, LIMIT_BYTES)],
    [2, 0],
  );
}
