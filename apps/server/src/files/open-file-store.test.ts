import { createHash, randomBytes, randomUUID } from 'node:crypto';
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { testVault } from '@yangguang/store/crypto/test-vault';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { FileStore } from './file-store.ts';
import { openFileStore } from './open-file-store.ts';

let folder: string;
let files: FileStore;
const large = 10 * 1024 * 1024;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'yangguang-files-'));
  files = openFileStore(folder, testVault(), () => randomUUID());
});
afterEach(() => rmSync(folder, { recursive: true }));

async function readAll(key: string): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of await files.read(key)) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

const pathOf = (key: string): string => join(folder, key.slice(0, 2), key);

it('gives back what it was given, at every size around the border of a chunk', async () => {
  const chunk = 64 * 1024;
  for (const size of [0, 1, chunk - 1, chunk, chunk + 1, 2 * chunk, 3 * chunk + 7]) {
    const content = randomBytes(size);
    const stored = await files.put(Readable.from([content.subarray(0, 10), content.subarray(10)]), large);
    expect(stored.bytes).toBe(size);
    expect(stored.sha256).toEqual(createHash('sha256').update(content).digest());
    expect(stored.sm3).toEqual(createHash('sm3').update(content).digest());
    expect(await readAll(stored.key)).toEqual(content);
  }
});

it('keeps nothing readable on the disk, and nothing others may open', async () => {
  const { key } = await files.put(Readable.from([Buffer.from('张三的病历'.repeat(1000))]), large);
  expect(readFileSync(pathOf(key)).includes('病历')).toBe(false);
  expect(statSync(pathOf(key)).mode & 0o077).toBe(0);
});

it('refuses a file that was changed anywhere, cut at any chunk, or put in the place of another', async () => {
  const content = randomBytes(200_000);
  const { key } = await files.put(Readable.from([content]), large);
  const whole = readFileSync(pathOf(key));
  for (const at of [0, 5, 20, 300, 70_000, 150_000, whole.length - 1]) {
    const changed = Buffer.from(whole);
    changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
    writeFileSync(pathOf(key), changed);
    await expect(readAll(key), String(at)).rejects.toMatchObject({ code: 'FILE-102' });
  }
  writeFileSync(pathOf(key), whole);
  const head = whole.length - 200_000 - 4 * 32;
  truncateSync(pathOf(key), head + 64 * 1024 + 32);
  await expect(readAll(key)).rejects.toMatchObject({ code: 'FILE-102' });
  const other = await files.put(Readable.from([content]), large);
  renameSync(pathOf(other.key), pathOf(key));
  await expect(readAll(key)).rejects.toMatchObject({ code: 'FILE-102' });
  await expect(readAll(other.key)).rejects.toMatchObject({ code: 'FILE-102' });
});

it('leaves nothing behind when it is too long or breaks off', async () => {
  const parts = (function* () {
    for (let i = 0; i < 100; i++) yield Buffer.alloc(64 * 1024);
  })();
  await expect(files.put(Readable.from(parts), 1024 * 1024)).rejects.toMatchObject({ code: 'FILE-101' });
  const broken = new Readable({ read() {} });
  broken.push(Buffer.alloc(10));
  setTimeout(() => broken.destroy(new Error('line cut')), 10);
  await expect(files.put(broken, large)).rejects.toThrow('line cut');
  const left = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  expect(left).toEqual([]);
});

it('opens no name that climbs out of its folder', async () => {
  for (const key of ['../../etc/passwd', '/etc/passwd', 'a/../../b', ''])
    await expect(files.read(key), key).rejects.toMatchObject({ code: 'FILE-102' });
});
