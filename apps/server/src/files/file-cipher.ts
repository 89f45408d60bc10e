import { createCipheriv, createDecipheriv, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** A cipher in counter mode and the hash of the code that authenticates it. */
const suites = {
  nist: { cipher: 'aes-256-ctr', keyBytes: 32, hash: 'sha256' },
  sm: { cipher: 'sm4-ctr', keyBytes: 16, hash: 'sm3' },
} as const;

export type Suite = keyof typeof suites;

/** What opens one file: never written but sealed. */
export interface FileKey {
  readonly suite: Suite;
  /** Base64. */
  readonly encryption: string;
  readonly authentication: string;
}

/** Bytes of the authentication code of a chunk. */
export const codeBytes = 32;

/** A key for one file and no other. */
export function newFileKey(suite: Suite): FileKey {
  return {
    suite,
    encryption: randomBytes(suites[suite].keyBytes).toString('base64'),
    authentication: randomBytes(32).toString('base64'),
  };
}

/** Encrypts chunk `index` and appends its code, which also says whether it is the last one. */
export function sealChunk(key: FileKey, index: number, isLast: boolean, plain: Buffer): Buffer {
  const cipher = createCipheriv(
    suites[key.suite].cipher,
    Buffer.from(key.encryption, 'base64'),
    counter(index),
  );
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([body, codeOf(key, index, isLast, body)]);
}

/** Opens a chunk, or null when it was changed, moved, or is not the last one where the file ends. */
export function openChunk(key: FileKey, index: number, isLast: boolean, sealed: Buffer): Buffer | null {
  const body = sealed.subarray(0, -codeBytes);
  const code = sealed.subarray(-codeBytes);
  if (code.length !== codeBytes || !timingSafeEqual(code, codeOf(key, index, isLast, body))) return null;
  const decipher = createDecipheriv(
    suites[key.suite].cipher,
    Buffer.from(key.encryption, 'base64'),
    counter(index),
  );
  return Buffer.concat([decipher.update(body), decipher.final()]);
}

/** The key serves one file, so the chunk's number is all that must not repeat; the low half counts blocks. */
function counter(index: number): Buffer {
  const iv = Buffer.alloc(16);
  iv.writeBigUInt64BE(BigInt(index), 0);
  return iv;
}

function codeOf(key: FileKey, index: number, isLast: boolean, body: Buffer): Buffer {
  const place = Buffer.alloc(9);
  place.writeBigUInt64BE(BigInt(index), 0);
  place.writeUInt8(isLast ? 1 : 0, 8);
  return createHmac(suites[key.suite].hash, Buffer.from(key.authentication, 'base64'))
    .update(place)
    .update(body)
    .digest();
}
