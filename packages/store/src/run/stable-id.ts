import type { Vault } from '../vault.ts';

/**
 * Ids that the same thing has in every run, one for each key still in use, the newest key's first. They come from a keyed
 * hash: an id made of an identity number would give the number away to whoever tries them all.
 */
export function stableIds(vault: Vault, text: string): string[] {
  return vault.blind('id', text).map(({ hash }) => asUuid(hash));
}

/** The first 16 bytes of a hash in the form of a UUID of version 8. */
export function asUuid(hash: Buffer): string {
  const bytes = Buffer.from(hash.subarray(0, 16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
