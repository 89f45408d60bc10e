import {
  CompactEncrypt,
  compactDecrypt,
  decodeProtectedHeader,
  importJWK,
  importPKCS8,
  type JWK,
} from 'jose';
import { contentEncryption } from './receiver-key.ts';
import { referralRefusal } from './referral-refusals.ts';

/** What a package holds. Exists in memory only, here and at the receiver's. */
export interface SealedContent {
  readonly number: string;
  /** 'YYYY-MM-DD' */
  readonly sentOn: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly content: Buffer;
}

const format = 'yangguang-referral-1';

/**
 * Seals the content to the receiver's key: JWE in compact form. Whoever holds the database or its keys cannot open it.
 * @param key public members, algorithm and fingerprint as registered
 */
export async function sealContent(
  content: SealedContent,
  key: {
    readonly jwk: Readonly<Record<string, string>>;
    readonly algorithm: string;
    readonly fingerprint: string;
  },
): Promise<string> {
  const { content: bytes, ...rest } = content;
  const text = JSON.stringify({ format, ...rest, content: bytes.toString('base64') });
  return new CompactEncrypt(Buffer.from(text, 'utf8'))
    .setProtectedHeader({ alg: key.algorithm, enc: contentEncryption, kid: key.fingerprint, typ: format })
    .encrypt(await importJWK(key.jwk as JWK, key.algorithm));
}

/**
 * Opens a package with the receiver's private key (PKCS #8, PEM). Needs no database and no network.
 * @throws UserError SEAL-107
 */
export async function openContent(jwe: string, privatePem: string): Promise<SealedContent> {
  try {
    const { alg = '' } = decodeProtectedHeader(jwe.trim());
    const key = await importPKCS8(privatePem, alg);
    const { plaintext } = await compactDecrypt(jwe.trim(), key, {
      keyManagementAlgorithms: ['ECDH-ES+A256KW', 'RSA-OAEP-256'],
      contentEncryptionAlgorithms: [contentEncryption],
    });
    const read = JSON.parse(Buffer.from(plaintext).toString('utf8')) as Record<string, string>;
    if (read['format'] !== format) throw new Error('another format');
    return {
      number: read['number'] ?? '',
      sentOn: read['sentOn'] ?? '',
      fileName: read['fileName'] ?? '',
      mediaType: read['mediaType'] ?? '',
      content: Buffer.from(read['content'] ?? '', 'base64'),
    };
  } catch {
    // Which of the three it was would help an attacker more than the receiver.
    throw referralRefusal('SEAL-107');
  }
}
