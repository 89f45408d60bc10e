import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { ZipArchive } from '../../import/read/zip-archive.ts';
import { ZipWriter } from './zip-writer.ts';

const folder = mkdtempSync(join(tmpdir(), 'zip-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function writeZip(path: string, pieces: readonly string[]): Promise<void> {
  const zip = new ZipWriter(path);
  zip.add('一.txt', '短文');
  const part = zip.start('long/part.xml');
  for (const piece of pieces) await part.write(piece);
  await part.end();
  zip.add('empty.txt', '');
  await zip.finish();
}

it('gives back every entry with its size and checksum, and the same bytes however the text was cut', async () => {
  const line = (n: number): string => `<r>${n} 沂青县 ${'ab'.repeat(n % 7)}</r>`;
  const lines = Array.from({ length: 90_000 }, (_, n) => line(n));
  const path = join(folder, 'a.zip');
  await writeZip(path, lines);
  const zip = await ZipArchive.open(path, 'a.zip', 'IMP-105');
  expect(zip.members.map((member) => member.name)).toEqual(['一.txt', 'long/part.xml', 'empty.txt']);
  // Reading compares each entry with the size and the checksum in the directory.
  const texts = await Promise.all(
    zip.members.map(async (member) => (await zip.readWhole(member)).toString()),
  );
  zip.close();
  expect(texts).toEqual(['短文', lines.join(''), '']);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  await writeZip(join(folder, 'b.zip'), [lines.join('')]);
  expect(readFileSync(join(folder, 'b.zip')).equals(readFileSync(path))).toBe(true);
});

it('tells what the disk refused at the next piece or at the end, and leaves no file', async () => {
  const path = join(folder, 'nowhere', 'a.zip');
  await expect(
    writeZip(
      path,
      Array.from({ length: 200 }, () => 'x'.repeat(100_000)),
    ),
  ).rejects.toThrow(/ENOENT/);
  await expect(writeZip(path, [])).rejects.toThrow(/ENOENT/);
  expect(existsSync(path)).toBe(false);
});
