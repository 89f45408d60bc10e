import { inflateRawSync } from 'node:zlib';
import type { Download } from '@yangguang/contract/operation';

/** XML of the first sheet of a downloaded workbook, for tests. */
export async function sheetOf(download: Download): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of download.content) chunks.push(chunk);
  const zip = Buffer.concat(chunks);
  const end = zip.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  let at = zip.readUInt32LE(end + 16);
  while (zip.readUInt32LE(at) === 0x02014b50) {
    const [size, names] = [zip.readUInt32LE(at + 20), zip.readUInt16LE(at + 28)];
    const name = zip.toString('utf8', at + 46, at + 46 + names);
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const bytes = zip.subarray(start, start + size);
    const isPlain = zip.readUInt16LE(at + 10) === 0;
    if (name === 'xl/worksheets/sheet1.xml')
      return (isPlain ? bytes : inflateRawSync(bytes)).toString('utf8');
    at += 46 + names + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return '';
}
