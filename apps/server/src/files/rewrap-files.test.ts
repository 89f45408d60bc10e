import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { takeKeysOut } from '@yangguang/store/crypto/key-file';
import { openVault, rotateKeys } from '@yangguang/store/crypto/open-vault';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { placeOfFile } from './file-head.ts';
import { openFileStore } from './open-file-store.ts';
import { countFileKeys, rewrapFiles } from './rewrap-files.ts';

const now = new Date('2026-11-21T00:00:00Z');
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'yangguang-rewrap-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('files are read as before when the old key is gone; a damaged one stays as it is and counts as a use', async () => {
  const keyFile = join(folder, 'keys', 'vault.json');
  const vault = openVault({ keyFile, mayMake: true, now });
  const place = join(folder, 'files');
  const store = openFileStore(place, vault, () => randomUUID());
  const contents = [randomBytes(10), randomBytes(0), randomBytes(3_000_000)];
  const keys: string[] = [];
  for (const content of contents) keys.push((await store.put(Readable.from([content]), 1e9)).key);
  const { key: bad } = await store.put(Readable.from([randomBytes(9)]), 1e9);
  const bytes = readFileSync(placeOfFile(place, bad));
  bytes.writeUInt8(bytes.readUInt8(40) ^ 1, 40);
  writeFileSync(placeOfFile(place, bad), bytes);
  expect(await countFileKeys(place, vault)).toEqual(new Map([[1, 4]]));

  const reading = await store.read(keys[2] ?? '');
  rotateKeys(keyFile, 'nist', now);
  expect(await rewrapFiles(place, vault)).toBe(3);
  expect(await rewrapFiles(place, vault)).toBe(0);
  expect(await countFileKeys(place, vault)).toEqual(
    new Map([
      [1, 1],
      [2, 3],
    ]),
  );
  expect(readFileSync(placeOfFile(place, bad))).toEqual(bytes);
  takeKeysOut(keyFile, 1, now);

  const all = async (stream: Readable): Promise<Buffer> =>
    Buffer.concat((await stream.toArray()) as Buffer[]);
  expect((await all(reading)).equals(contents[2] ?? Buffer.alloc(1))).toBe(true);
  for (const [i, content] of contents.entries())
    expect((await all(await store.read(keys[i] ?? ''))).equals(content)).toBe(true);
  const left = readdirSync(place, { recursive: true }).filter((name) => String(name).endsWith('.part'));
  expect(left).toEqual([]);
});
