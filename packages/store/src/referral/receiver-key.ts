import { calculateJwkThumbprint, exportJWK, exportPKCS8, generateKeyPair, importJWK, type JWK } from 'jose';
import { referralRefusal } from './referral-refusals.ts';

/** A public key that packages are sealed to. */
export interface ReceiverKey {
  /** Nothing but the public members. */
  readonly jwk: Readonly<Record<string, string>>;
  /** Key management algorithm of JWE (RFC 7518). */
  readonly algorithm: string;
  /** RFC 7638 with SHA-256, base64url. */
  readonly fingerprint: string;
}

/** How packages are sealed, as it is named on the page of the algorithms. */
export const sealingAlgorithms = 'JWE (RFC 7516): ECDH-ES+A256KW / RSA-OAEP-256, A256GCM';
export const contentEncryption = 'A256GCM';

const elliptic = 'ECDH-ES+A256KW';
const rsa = 'RSA-OAEP-256';
const privateMembers = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'];
const leastRsaBytes = 384;

/**
 * Reads a public key as a receiver hands it over.
 * @throws UserError SEAL-101 (a private key), SEAL-102 (of another kind, too short, or no point of its curve)
 */
export async function readReceiverKey(given: Readonly<Record<string, unknown>>): Promise<ReceiverKey> {
  if (privateMembers.some((name) => Object.hasOwn(given, name))) throw referralRefusal('SEAL-101');
  const jwk = publicMembers(given);
  const algorithm = jwk['kty'] === 'RSA' ? rsa : elliptic;
  try {
    await importJWK(jwk as JWK, algorithm);
  } catch {
    throw referralRefusal('SEAL-102');
  }
  return { jwk, algorithm, fingerprint: await calculateJwkThumbprint(jwk, 'sha256') };
}

/** @throws UserError SEAL-102 */
function publicMembers(given: Readonly<Record<string, unknown>>): Record<string, string> {
  const names = namesOf(given);
  const jwk: Record<string, string> = {};
  for (const name of names) {
    const value = given[name];
    if (typeof value !== 'string' || !/^[\w+/=-]{1,2000}$/.test(value)) throw referralRefusal('SEAL-102');
    jwk[name] = value;
  }
  if (jwk['kty'] === 'RSA' && Buffer.from(jwk['n'] ?? '', 'base64url').length < leastRsaBytes)
    throw referralRefusal('SEAL-102');
  return jwk;
}

function namesOf({ kty, crv }: Readonly<Record<string, unknown>>): readonly string[] {
  if (kty === 'EC' && typeof crv === 'string' && ['P-256', 'P-384', 'P-521'].includes(crv))
    return ['kty', 'crv', 'x', 'y'];
  if (kty === 'OKP' && crv === 'X25519') return ['kty', 'crv', 'x'];
  if (kty === 'RSA') return ['kty', 'n', 'e'];
  throw referralRefusal('SEAL-102');
}

/** A new pair for a receiver: the private key as PKCS #8, the public one to hand over. */
export async function makeReceiverKey(): Promise<{ readonly privatePem: string; readonly key: ReceiverKey }> {
  const pair = await generateKeyPair(elliptic, { crv: 'P-256', extractable: true });
  const key = await readReceiverKey({ ...(await exportJWK(pair.publicKey)) });
  return { privatePem: await exportPKCS8(pair.privateKey), key };
}
