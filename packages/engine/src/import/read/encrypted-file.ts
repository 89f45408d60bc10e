import { open, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ImportRefusal } from './import-refusal.ts';
import type { InputFile } from './raw-sheet.ts';
import type { ReadOptions } from './read-options.ts';

const maxBytes = 256 * 2 ** 20;
const magic = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);

/** True for OLE2 files: old .xls, and password-protected .xlsx. */
export async function isCompoundFile(path: string): Promise<boolean> {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(8), 0, 8, 0);
    return bytesRead === 8 && buffer.equals(magic);
  } finally {
    await handle.close();
  }
}

/** The library is loaded when the first protected file comes: other runs need not wait for it. */
const loadCrypto = async () => (await import('officecrypto-tool')).default;

/** True when the file has a password; false also when it is damaged. */
export async function isProtectedFile(bytes: Buffer): Promise<boolean> {
  const crypto = await loadCrypto();
  try {
    return crypto.isEncrypted(bytes);
  } catch {
    return false;
  }
}

/** The file decrypted with the first password that fits. Refuses IMP-103 without passwords, IMP-104 when none fits. */
export async function decrypt(
  bytes: Buffer,
  fileName: string,
  passwords: readonly string[],
): Promise<Buffer> {
  if (passwords.length === 0) throw new ImportRefusal('IMP-103', fileName);
  const crypto = await loadCrypto();
  for (const password of passwords) {
    if (password === '' || password.length > 255) continue;
    try {
      return await crypto.decrypt(bytes, { password });
    } catch {
      // The library throws alike for a wrong password and for damage; both mean: this one does not open it.
    }
  }
  throw new ImportRefusal('IMP-104', fileName);
}

/** Writes a decrypted copy into the private folder and returns its path. */
export async function decryptedCopy(file: InputFile, options: ReadOptions): Promise<string> {
  if (file.bytes > maxBytes) throw new ImportRefusal('IMP-107', file.name);
  const plain = await decrypt(await readFile(file.path), file.name, options.passwords);
  const path = join(options.tempFolder, `${options.prefix}.plain.xlsx`);
  await writeFile(path, plain, { mode: 0o600 });
  return path;
}
