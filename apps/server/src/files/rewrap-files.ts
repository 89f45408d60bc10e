import { existsSync } from 'node:fs';
import { type FileHandle, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { KeyedVault } from '@yangguang/store/crypto/open-vault';
import { fileContext, headWith, isFileKey, placeOfFile, readHead } from './file-head.ts';

const blockBytes = 1024 * 1024;

/**
 * Seals the keys of all stored files with the newest key of the vault; the content is copied as it is. A file takes its
 * new form in one step, and whoever reads it meanwhile goes on reading. Started over, it goes on.
 * @returns files moved
 */
export async function rewrapFiles(
  folder: string,
  vault: KeyedVault,
  options: { readonly signal?: AbortSignal } = {},
): Promise<number> {
  let moved = 0;
  for await (const key of storedKeys(folder)) {
    if (options.signal?.aborted === true) break;
    if (await rewrapFile(placeOfFile(folder, key), key, vault)) moved += 1;
  }
  return moved;
}

/** Number of files under each key version. Those that are no files of ours count nowhere. */
export async function countFileKeys(folder: string, vault: KeyedVault): Promise<Map<number, number>> {
  const counts = new Map<number, number>();
  for await (const key of storedKeys(folder)) {
    const version = await versionOf(placeOfFile(folder, key), vault);
    if (version !== null) counts.set(version, (counts.get(version) ?? 0) + 1);
  }
  return counts;
}

async function* storedKeys(folder: string): AsyncGenerator<string> {
  if (!existsSync(folder)) return;
  for (const part of (await readdir(folder)).sort())
    if (/^[0-9a-f]{2}$/.test(part))
      for (const key of (await readdir(join(folder, part))).sort()) if (isFileKey(key)) yield key;
}

async function versionOf(file: string, vault: KeyedVault): Promise<number | null> {
  const handle = await open(file, 'r');
  try {
    return vault.versionOf((await readHead(handle)).sealed);
  } catch {
    return null;
  } finally {
    await handle.close();
  }
}

/** False when the file is under the newest key already, or is damaged: reading it says so. */
async function rewrapFile(file: string, key: string, vault: KeyedVault): Promise<boolean> {
  const source = await open(file, 'r');
  try {
    const head = await readHead(source).catch(() => null);
    const sealed = head === null ? null : rewrapped(vault, head.sealed, fileContext(key));
    if (head === null || sealed === null) return false;
    await copyBehind(headWith(sealed), source, head.from, `${file}.part`);
    // Taken away meanwhile: it stays away.
    if (existsSync(file)) await rename(`${file}.part`, file);
    else await rm(`${file}.part`);
    return true;
  } finally {
    await source.close();
  }
}

function rewrapped(vault: KeyedVault, sealed: Buffer, context: string): Buffer | null {
  try {
    return vault.needsRotation(sealed) ? vault.rewrap(sealed, context) : null;
  } catch {
    return null;
  }
}

async function copyBehind(head: Buffer, source: FileHandle, from: number, to: string): Promise<void> {
  await rm(to, { force: true });
  const target = await open(to, 'wx', 0o600);
  try {
    await target.write(head);
    const block = Buffer.alloc(blockBytes);
    for (let at = from, bytesRead = -1; bytesRead !== 0; at += bytesRead) {
      ({ bytesRead } = await source.read(block, 0, blockBytes, at));
      await target.write(block.subarray(0, bytesRead));
    }
    await target.sync();
  } finally {
    await target.close();
  }
}
