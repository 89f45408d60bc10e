import { createCipheriv, createDecipheriv, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** Independent random keys of one version. */
export interface SuiteKeys {
  readonly encryption: Buffer;
  /** Empty where the cipher authenticates by itself. */
  readonly authentication: Buffer;
  readonly blindIndex: Buffer;
}

/**
 * Standard algorithms that work together. A certified module takes their place by implementing this. `bound` is what the
 * bytes are tied to (format, key version, context): authenticated, not encrypted.
 */
export interface CipherSuite {
  readonly name: SuiteName;
  readonly encryption: string;
  readonly authentication: string;
  readonly blindIndex: string;
  readonly keyBytes: { readonly [K in keyof SuiteKeys]: number };
  seal(keys: SuiteKeys, plain: Buffer, bound: Buffer): Buffer;
  /** @throws when the bytes or what they are bound to were changed */
  open(keys: SuiteKeys, sealed: Buffer, bound: Buffer): Buffer;
  /** Keyed hash, 32 bytes. */
  keyedHash(keys: SuiteKeys, data: Buffer): Buffer;
}

export type SuiteName = 'sm' | 'nist';

const blockBytes = 16;
const macBytes = 32;
const nonceBytes = 12;
const gcmTagBytes = 16;

/** SM4-CBC, then HMAC-SM3 over everything (encrypt-then-MAC). */
const sm: CipherSuite = {
  name: 'sm',
  encryption: 'SM4-CBC, 128 bit, PKCS#7 padding, random IV (GB/T 32907-2016, GB/T 17964-2021)',
  authentication: 'HMAC-SM3, 256 bit, encrypt-then-MAC (GB/T 32905-2016, GB/T 15852.2-2012)',
  blindIndex: 'HMAC-SM3, 256 bit (GB/T 32905-2016, GB/T 15852.2-2012)',
  keyBytes: { encryption: 16, authentication: 32, blindIndex: 32 },
  seal: (keys, plain, bound) => {
    const iv = randomBytes(blockBytes);
    const cipher = createCipheriv('sm4-cbc', keys.encryption, iv);
    const body = Buffer.concat([iv, cipher.update(plain), cipher.final()]);
    return Buffer.concat([body, macOf(keys, bound, body)]);
  },
  open: (keys, sealed, bound) => {
    const body = sealed.subarray(0, -macBytes);
    const mac = sealed.subarray(-macBytes);
    // Nothing is decrypted before the MAC holds: no padding to be asked about.
    if (body.length < 2 * blockBytes || !timingSafeEqual(mac, macOf(keys, bound, body))) throw notAuthentic();
    const decipher = createDecipheriv('sm4-cbc', keys.encryption, body.subarray(0, blockBytes));
    return Buffer.concat([decipher.update(body.subarray(blockBytes)), decipher.final()]);
  },
  keyedHash: (keys, data) => createHmac('sm3', keys.blindIndex).update(data).digest(),
};

/** AES-256-GCM with a random nonce: good for 2³² values a key, far above what a province stores between rotations. */
const nist: CipherSuite = {
  name: 'nist',
  encryption: 'AES-256-GCM, random 96-bit nonce (FIPS 197, NIST SP 800-38D)',
  authentication: 'GMAC of AES-256-GCM, 128 bit (NIST SP 800-38D)',
  blindIndex: 'HMAC-SHA-256 (FIPS 198-1, FIPS 180-4)',
  keyBytes: { encryption: 32, authentication: 0, blindIndex: 32 },
  seal: (keys, plain, bound) => {
    const nonce = randomBytes(nonceBytes);
    const cipher = createCipheriv('aes-256-gcm', keys.encryption, nonce).setAAD(bound);
    return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  },
  open: (keys, sealed, bound) => {
    if (sealed.length < nonceBytes + gcmTagBytes) throw notAuthentic();
    const decipher = createDecipheriv('aes-256-gcm', keys.encryption, sealed.subarray(0, nonceBytes), {
      authTagLength: gcmTagBytes,
    });
    decipher.setAAD(bound).setAuthTag(sealed.subarray(-gcmTagBytes));
    const plain = decipher.update(sealed.subarray(nonceBytes, -gcmTagBytes));
    try {
      return Buffer.concat([plain, decipher.final()]);
    } catch (error) {
      throw notAuthentic(error);
    }
  },
  keyedHash: (keys, data) => createHmac('sha256', keys.blindIndex).update(data).digest(),
};

export const suites: Readonly<Record<SuiteName, CipherSuite>> = { sm, nist };

/** The bound part goes in with its length, so that no byte of it can pass for one of the body. */
function macOf(keys: SuiteKeys, bound: Buffer, body: Buffer): Buffer {
  const length = Buffer.alloc(8);
  length.writeBigUInt64BE(BigInt(bound.length));
  return createHmac('sm3', keys.authentication).update(length).update(bound).update(body).digest();
}

function notAuthentic(cause?: unknown): Error {
  return new Error('The sealed value was changed, or belongs to another place.', { cause });
}
