import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { Vault } from '@yangguang/store/vault';
import { z } from 'zod';
import type { FileKey } from './file-cipher.ts';
import { notAsReceived } from './file-refusals.ts';

const magic = Buffer.from('YGF1');

const HeldKey = z.strictObject({
  suite: z.enum(['nist', 'sm']),
  encryption: z.string(),
  authentication: z.string(),
});

/** The head of a stored file: its key, still sealed, and where the content begins. */
export interface FileHead {
  readonly sealed: Buffer;
  readonly from: number;
}

/** True for a name that the store gives. */
export function isFileKey(key: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(key);
}

/** Where a file lies: in a folder named after the first two letters of its key. */
export function placeOfFile(folder: string, key: string): string {
  return join(folder, key.slice(0, 2), key);
}

/** The head of a new file. */
export function headOf(fileKey: FileKey, key: string, vault: Vault): Buffer {
  return headWith(vault.seal(fileKey, fileContext(key)));
}

export function headWith(sealed: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(sealed.length);
  return Buffer.concat([magic, length, sealed]);
}

/** The key of one file does not open another: the name of the file is part of what is authenticated. */
export const fileContext = (key: string): string => `file.key.${key}`;

/** @throws UserError FILE-102 when this is no stored file */
export async function readHead(handle: FileHandle): Promise<FileHead> {
  const start = await readAt(handle, 0, magic.length + 4);
  if (start.length < magic.length + 4 || !start.subarray(0, magic.length).equals(magic))
    throw notAsReceived();
  const length = start.readUInt32BE(magic.length);
  if (length > 4096) throw notAsReceived();
  const sealed = await readAt(handle, start.length, length);
  return { sealed, from: start.length + length };
}

/** @throws UserError FILE-102 when the head was changed, or is that of another file */
export function openHead(
  { sealed, from }: FileHead,
  key: string,
  vault: Vault,
): { fileKey: FileKey; from: number } {
  try {
    return { fileKey: HeldKey.parse(vault.open(sealed, fileContext(key))), from };
  } catch (error) {
    throw notAsReceived(error);
  }
}

/** Bytes from a position; fewer where the file ends. */
export async function readAt(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await handle.read(buffer, filled, length - filled, position + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return buffer.subarray(0, filled);
}
