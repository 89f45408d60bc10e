import {
  createCipheriv,
  createDecipheriv,
  createHash,
  type Hash,
  randomBytes,
  scryptSync,
} from 'node:crypto';
import { Transform, type TransformCallback } from 'node:stream';

/** Keys of one backup, made from its passphrase. */
export interface BackupKeys {
  readonly encryption: Buffer;
  readonly authentication: Buffer;
}

const ivBytes = 16;
/** 2^16 × 8 × 128 bytes = 64 MB for a guess. */
const cost = { N: 65_536, r: 8, p: 1, maxmem: 128 * 1024 * 1024 };

/** Keys from a passphrase by scrypt (RFC 7914). */
export function backupKeys(passphrase: string, salt: Buffer): BackupKeys {
  const bytes = scryptSync(passphrase.normalize('NFKC'), salt, 48, cost);
  return { encryption: bytes.subarray(0, 16), authentication: bytes.subarray(16) };
}

export function newSalt(): Buffer {
  return randomBytes(16);
}

/**
 * Encrypts a stream with SM4-CBC under a random IV, which goes before it. Not authenticated by itself: the digest of the
 * result stands in the manifest, and the code over the manifest holds them all.
 */
export function encryptStream(keys: BackupKeys): Transform {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv('sm4-cbc', keys.encryption, iv);
  let isFirst = true;
  return new Transform({
    transform(chunk: Buffer, _encoding, done: TransformCallback) {
      const body = cipher.update(chunk);
      done(null, isFirst ? Buffer.concat([iv, body]) : body);
      isFirst = false;
    },
    flush(done) {
      done(null, isFirst ? Buffer.concat([iv, cipher.final()]) : cipher.final());
    },
  });
}

/** Decrypts what {@link encryptStream} made; its digest was checked before. */
export function decryptStream(keys: BackupKeys): Transform {
  let head: Buffer = Buffer.alloc(0);
  let decipher: ReturnType<typeof createDecipheriv> | null = null;
  return new Transform({
    transform(chunk: Buffer, _encoding, done: TransformCallback) {
      if (decipher !== null) return done(null, decipher.update(chunk));
      head = Buffer.concat([head, chunk]);
      if (head.length < ivBytes) return done();
      decipher = createDecipheriv('sm4-cbc', keys.encryption, head.subarray(0, ivBytes));
      return done(null, decipher.update(head.subarray(ivBytes)));
    },
    flush(done) {
      if (decipher === null) return done(new Error('The stream is too short.'));
      return done(null, decipher.final());
    },
  });
}

/** Lets a stream through and digests it (SM3). */
export function digestStream(): {
  readonly stream: Transform;
  readonly hex: () => string;
  readonly bytes: () => number;
} {
  const hash: Hash = createHash('sm3');
  let bytes = 0;
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done: TransformCallback) {
      hash.update(chunk);
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  return { stream, hex: () => hash.digest('hex'), bytes: () => bytes };
}
