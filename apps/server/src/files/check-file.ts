import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import type { CheckFile } from '@yangguang/store/audit/verify-matters';
import type { Vault } from '@yangguang/store/vault';
import { isFileKey, placeOfFile } from './file-head.ts';
import { openFileStore } from './open-file-store.ts';

/** Reads stored files and compares them with the hash they were received with. */
export function fileChecker(folder: string, vault: Vault): CheckFile {
  const files = openFileStore(folder, vault, () => {
    throw new Error('nothing is written here');
  });
  return async (key, sm3) => {
    if (!isFileKey(key) || !existsSync(placeOfFile(folder, key))) return 'missing';
    const hash = createHash('sm3');
    try {
      for await (const chunk of await files.read(key)) hash.update(chunk as Buffer);
    } catch {
      return 'changed';
    }
    return hash.digest().equals(sm3) ? 'whole' : 'changed';
  };
}
