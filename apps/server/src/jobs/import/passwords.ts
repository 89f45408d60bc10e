import type { BatchRow } from '@yangguang/store/import/import-batch';
import type { Vault } from '@yangguang/store/vault';

const contextOf = (batchId: string): string => `import_batch.private:${batchId}`;

/** Passwords of protected files as they lie in the batch: encrypted; null when there are none. */
export function sealPasswords(vault: Vault, batchId: string, passwords: readonly string[]): Buffer | null {
  return passwords.length === 0 ? null : vault.seal(passwords, contextOf(batchId));
}

export function openPasswords(
  vault: Vault,
  { id, private: sealed }: Pick<BatchRow, 'id' | 'private'>,
): string[] {
  return sealed === null ? [] : (vault.open(sealed, contextOf(id)) as string[]);
}
