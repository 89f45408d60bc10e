import type { Readable } from 'node:stream';

/** A file as it was received. */
export interface StoredFile {
  /** Where it lies in the store; says nothing about its content. */
  readonly key: string;
  readonly bytes: number;
  readonly sha256: Buffer;
  readonly sm3: Buffer;
}

/** Evidence and input files: encrypted on disk, addressed by a random key, written whole or not at all. */
export interface FileStore {
  /** @throws UserError FILE-101 when longer than `maxBytes` */
  put(content: Readable, maxBytes: number): Promise<StoredFile>;
  /** @throws UserError FILE-102 when the file is missing or was changed */
  read(key: string): Promise<Readable>;
  remove(key: string): Promise<void>;
}
