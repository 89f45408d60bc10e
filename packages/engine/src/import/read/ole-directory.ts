import type { FileHandle } from 'node:fs/promises';

const endOfChain = 0xfffffffa;
const maxSectors = 4096;

/** Names of the streams in an OLE2 compound file (`Workbook`, `EncryptedPackage`, `WordDocument` …); [] when damaged. */
export async function oleStreamNames(handle: FileHandle): Promise<string[]> {
  const header = await readAt(handle, 0, 512);
  const shift = header.length === 512 ? header.readUInt16LE(30) : 0;
  if (shift !== 9 && shift !== 12) return [];
  const sectorBytes = 1 << shift;
  const names: string[] = [];
  let sector = header.readUInt32LE(48);
  for (let walked = 0; sector < endOfChain && walked < maxSectors; walked += 1) {
    const entries = await readAt(handle, (sector + 1) * sectorBytes, sectorBytes);
    for (let at = 0; at + 128 <= entries.length; at += 128) {
      const length = entries.readUInt16LE(at + 64);
      if (length >= 2 && length <= 64) names.push(entries.toString('utf16le', at, at + length - 2));
    }
    sector = await nextSector(handle, header, sector, sectorBytes);
  }
  return names;
}

/** Only the first 109 allocation sectors are followed: enough for directories in files up to 7 MB, else the first part. */
async function nextSector(
  handle: FileHandle,
  header: Buffer,
  sector: number,
  sectorBytes: number,
): Promise<number> {
  const perSector = sectorBytes / 4;
  const index = Math.floor(sector / perSector);
  if (index >= 109) return endOfChain;
  const table = header.readUInt32LE(76 + index * 4);
  if (table >= endOfChain) return endOfChain;
  const entry = await readAt(handle, (table + 1) * sectorBytes + (sector % perSector) * 4, 4);
  return entry.length === 4 ? entry.readUInt32LE(0) : endOfChain;
}

async function readAt(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}
