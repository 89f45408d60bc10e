import { pipeline } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import yauzl from 'yauzl';
import { ImportRefusal, type RefusalCode, toRefusal } from './import-refusal.ts';

/**
 * Limits against zip bombs. A sheet of 1,000,000 × 12 is 300–500 MB of XML at a ratio of 5–30; deflate can reach
 * 1,000. Declared sizes are checked before anything is opened, and the declared size while reading.
 */
const maxEntries = 20_000;
const maxTotalBytes = 8 * 2 ** 30;
const suspiciousBytes = 200 * 2 ** 20;
const suspiciousRatio = 250;

/** Larger than the zip library's: each chunk costs a round through the event loop. Two are inflated ahead. */
const chunkBytes = 64 * 1024;
const inflation = { chunkSize: chunkBytes, readableHighWaterMark: 2 * chunkBytes };

export interface ZipMember {
  /** Decoded name with `/` separators, not yet safe as a path. */
  readonly name: string;
  /** Uncompressed size in bytes, as declared (and enforced while reading). */
  readonly bytes: number;
  readonly isEncrypted: boolean;
  readonly isDirectory: boolean;
  readonly entry: yauzl.Entry;
}

interface RawEntry {
  readonly fileNameRaw?: Buffer;
}

/** A zip opened for reading members by name. Close it when done. */
export class ZipArchive {
  readonly members: readonly ZipMember[];
  private readonly zip: yauzl.ZipFile;
  private readonly fileName: string;
  private readonly broken: RefusalCode;

  private constructor(
    zip: yauzl.ZipFile,
    members: readonly ZipMember[],
    fileName: string,
    broken: RefusalCode,
  ) {
    this.zip = zip;
    this.members = members;
    this.fileName = fileName;
    this.broken = broken;
  }

  /** Opens the zip at `path`; `broken` is the refusal for damage. Refuses bombs before reading any member. */
  static async open(path: string, fileName: string, broken: RefusalCode): Promise<ZipArchive> {
    let zip: yauzl.ZipFile | null = null;
    try {
      zip = await openZip(path);
      if (zip.entryCount > maxEntries) throw new ImportRefusal('IMP-106', fileName);
      const members = await readMembers(zip);
      refuseBomb(members, zip.fileSize, fileName);
      return new ZipArchive(zip, members, fileName, broken);
    } catch (error) {
      zip?.close();
      throw toRefusal(error, broken, fileName);
    }
  }

  /** Case-insensitive, tolerant of a leading slash. */
  findMember(name: string): ZipMember | undefined {
    const wanted = name.replace(/^\/+/, '').toLowerCase();
    return this.members.findLast((member) => member.name.replace(/^\/+/, '').toLowerCase() === wanted);
  }

  /** The member's bytes, checked against its declared size and CRC. */
  async *read(member: ZipMember): AsyncGenerator<Buffer> {
    try {
      const stream = await openMember(this.zip, member.entry);
      let seen = 0;
      let crc = 0;
      for await (const chunk of stream) {
        seen += chunk.length;
        if (seen > member.bytes) throw new ImportRefusal('IMP-106', this.fileName);
        crc = crc32(chunk, crc);
        yield chunk;
      }
      if (seen !== member.bytes) throw new Error(`"${member.name}" ends early`);
      if (crc !== member.entry.crc32) throw new Error(`"${member.name}" fails its checksum`);
    } catch (error) {
      throw toRefusal(error, this.broken, this.fileName);
    }
  }

  /** A small member as a whole; refuses over 64 MB. */
  async readWhole(member: ZipMember): Promise<Buffer> {
    if (member.bytes > 64 * 2 ** 20)
      throw new ImportRefusal('IMP-106', this.fileName, { detail: member.name });
    const chunks: Buffer[] = [];
    for await (const chunk of this.read(member)) chunks.push(chunk);
    return Buffer.concat(chunks);
  }

  close(): void {
    this.zip.close();
  }
}

function openZip(path: string): Promise<yauzl.ZipFile> {
  return new Promise((resolve, reject) => {
    yauzl.open(path, { lazyEntries: true, autoClose: false, decodeStrings: false }, (error, zip) => {
      if (error) reject(error);
      else if (zip) resolve(zip);
    });
  });
}

function openMember(zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<AsyncIterable<Buffer>> {
  const deflated = entry.compressionMethod === 8 && !entry.isEncrypted();
  const options = { decompress: deflated ? false : null, decrypt: null, start: null, end: null };
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, options, (error, stream) => {
      if (error) reject(error);
      else resolve(deflated ? pipeline(stream, createInflateRaw(inflation), () => {}) : stream);
    });
  });
}

function readMembers(zip: yauzl.ZipFile): Promise<ZipMember[]> {
  return new Promise((resolve, reject) => {
    const members: ZipMember[] = [];
    zip.on('entry', (entry: yauzl.Entry) => {
      const name = decodeName(entry);
      const isDirectory = name.endsWith('/');
      members.push({
        name,
        bytes: entry.uncompressedSize,
        isEncrypted: entry.isEncrypted(),
        isDirectory,
        entry,
      });
      zip.readEntry();
    });
    zip.on('end', () => resolve(members));
    zip.on('error', reject);
    zip.readEntry();
  });
}

function refuseBomb(members: readonly ZipMember[], fileBytes: number, fileName: string): void {
  let total = 0;
  let compressed = 0;
  for (const { bytes, entry } of members) {
    total += bytes;
    compressed += entry.compressedSize;
    if (bytes > suspiciousBytes && bytes > suspiciousRatio * entry.compressedSize) {
      throw new ImportRefusal('IMP-106', fileName);
    }
  }
  // More compressed bytes than the file has: members overlap, the trick of the flat bomb.
  const overlapping = compressed > fileBytes;
  const suspicious = total > suspiciousBytes && total > suspiciousRatio * fileBytes;
  if (total > maxTotalBytes || suspicious || overlapping) throw new ImportRefusal('IMP-106', fileName);
}

/** UTF-8 flag, Unicode path field, else UTF-8 when it decodes strictly (macOS), else GB18030 (Chinese Windows). */
function decodeName(entry: yauzl.Entry): string {
  const raw = (entry as RawEntry).fileNameRaw ?? Buffer.alloc(0);
  const unicodePath = entry.extraFields.find((field) => field.id === 0x7075);
  const declaredUtf8 = (entry.generalPurposeBitFlag & 0x800) !== 0;
  return decodeNameBytes(raw, declaredUtf8, unicodePath?.data).replaceAll('\\', '/');
}

function decodeNameBytes(raw: Buffer, declaredUtf8: boolean, unicodePath: Buffer | undefined): string {
  if (declaredUtf8) return raw.toString('utf8');
  // The field repeats the CRC of the plain name, so that a renamed entry does not keep an old Unicode name.
  if (unicodePath && unicodePath.length > 5 && unicodePath.readUInt32LE(1) === crc32(raw)) {
    return unicodePath.toString('utf8', 5);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(raw);
  } catch {
    return new TextDecoder('gb18030').decode(raw);
  }
}
