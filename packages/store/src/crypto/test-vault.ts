import { type KeyedVault, makeVault } from './open-vault.ts';
import { makeKeyVersion } from './key-file.ts';

/** A vault with keys of its own in memory, for tests. */
export function testVault(versions = 1): KeyedVault {
  const now = new Date('2026-11-21T00:00:00Z');
  return makeVault(Array.from({ length: versions }, (_, index) => makeKeyVersion(index + 1, 'sm', now)));
}
