/**
 * Keeps personal facts unreadable at rest: encrypts with the newest key, opens with whichever key the bytes name, and
 * makes keyed hashes for exact search. `context` (table, column, row id) is authenticated: a value copied to another
 * row does not open.
 */
export interface Vault {
  /** Names of the algorithms in use, for the printable page. */
  readonly algorithms: {
    readonly encryption: string;
    readonly authentication: string;
    readonly blindIndex: string;
    readonly digest: string;
  };
  readonly keyVersion: number;
  seal(value: unknown, context: string): Buffer;
  /** @throws when the bytes were changed, the context is another, or the key is gone */
  open(sealed: Buffer, context: string): unknown;
  /** Keyed hash of a normalised number, one for each key version still in use, the newest first. */
  blind(
    kind: 'id' | 'account' | 'phone',
    number: string,
  ): { readonly keyVersion: number; readonly hash: Buffer }[];
  /** Unkeyed digest of the chain and the roots (SM3). */
  digest(...parts: readonly (Buffer | string)[]): Buffer;
}
