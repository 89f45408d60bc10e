import { createHash } from 'node:crypto';
import { mkdir, open, rename, rm, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import type { Vault } from '@yangguang/store/vault';
import { codeBytes, newFileKey, openChunk, sealChunk } from './file-cipher.ts';
import { headOf, isFileKey, openHead, placeOfFile, readAt, readHead } from './file-head.ts';
import { notAsReceived, tooLong } from './file-refusals.ts';
import type { FileStore, StoredFile } from './file-store.ts';

/** Plain bytes of a chunk: what is held in memory, and what is given out before the rest was checked. */
const chunkBytes = 64 * 1024;
/**
 * Files on this machine's disk. Each has a key of its own, which stands at its head, sealed by the vault; the content
 * follows in chunks that are encrypted and authenticated one by one, so that a changed, moved or missing chunk is found
 * before any of it is given out. A file appears under its name only when all of it is on the disk.
 */
export function openFileStore(folder: string, vault: Vault, newId: () => string): FileStore {
  const placeOf = (key: string): { folder: string; file: string } => {
    if (!isFileKey(key)) throw notAsReceived();
    const file = placeOfFile(folder, key);
    return { folder: dirname(file), file };
  };
  return {
    async put(content, maxBytes) {
      const key = newId();
      const place = placeOf(key);
      await mkdir(place.folder, { recursive: true, mode: 0o700 });
      const part = `${place.file}.part`;
      try {
        const stored = await writeFile(part, key, content, maxBytes, vault);
        await rename(part, place.file);
        await syncFolder(place.folder);
        return stored;
      } catch (error) {
        await rm(part, { force: true });
        throw error;
      }
    },
    async read(key) {
      const handle = await open(placeOf(key).file, 'r').catch((error: unknown) => {
        throw notAsReceived(error);
      });
      const chunks = plainChunks(handle, key, vault);
      // The first chunk is checked before anybody is told that the file is there.
      const first = await chunks.next();
      return Readable.from(withFirst(first, chunks), { objectMode: false });
    },
    remove: (key) => rm(placeOf(key).file, { force: true }),
  };
}

async function writeFile(
  path: string,
  key: string,
  content: Readable,
  maxBytes: number,
  vault: Vault,
): Promise<StoredFile> {
  const fileKey = newFileKey(/sm4/i.test(vault.algorithms.encryption) ? 'sm' : 'nist');
  const sha256 = createHash('sha256');
  const sm3 = createHash('sm3');
  let bytes = 0;
  const handle = await open(path, 'wx', 0o600);
  try {
    await handle.write(headOf(fileKey, key, vault));
    let index = 0;
    for await (const { chunk, isLast } of inChunks(content)) {
      bytes += chunk.length;
      if (bytes > maxBytes) throw tooLong(maxBytes);
      sha256.update(chunk);
      sm3.update(chunk);
      await handle.write(sealChunk(fileKey, index++, isLast, chunk));
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { key, bytes, sha256: sha256.digest(), sm3: sm3.digest() };
}

/** Regroups a stream into chunks of equal size; the last one is shorter, possibly empty, and marked. */
async function* inChunks(content: Readable): AsyncGenerator<{ chunk: Buffer; isLast: boolean }> {
  let waiting: Buffer[] = [];
  let length = 0;
  for await (const piece of content as AsyncIterable<Buffer>) {
    waiting.push(piece);
    length += piece.length;
    if (length < chunkBytes) continue;
    let all = Buffer.concat(waiting);
    for (; all.length >= chunkBytes; all = all.subarray(chunkBytes))
      yield { chunk: all.subarray(0, chunkBytes), isLast: false };
    waiting = [all];
    length = all.length;
  }
  yield { chunk: Buffer.concat(waiting), isLast: true };
}

async function* plainChunks(handle: FileHandle, key: string, vault: Vault): AsyncGenerator<Buffer> {
  try {
    const { fileKey, from } = openHead(await readHead(handle), key, vault);
    const sealedBytes = chunkBytes + codeBytes;
    let at = from;
    for (let index = 0, isLast = false; !isLast; index++) {
      const sealed = await readAt(handle, at, sealedBytes);
      at += sealed.length;
      isLast = sealed.length < sealedBytes;
      const chunk = sealed.length < codeBytes ? null : openChunk(fileKey, index, isLast, sealed);
      if (chunk === null) throw notAsReceived();
      yield chunk;
    }
  } finally {
    await handle.close();
  }
}

async function* withFirst(
  first: IteratorResult<Buffer>,
  rest: AsyncGenerator<Buffer>,
): AsyncGenerator<Buffer> {
  try {
    if (first.done !== true) yield first.value;
    yield* rest;
  } finally {
    await rest.return(undefined);
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
