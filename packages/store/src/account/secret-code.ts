import { createHash, randomBytes, randomInt } from 'node:crypto';

/** Something random that opens a door, and what is kept of it: the secret itself is never stored. */
export interface Secret {
  readonly secret: string;
  readonly hash: Buffer;
}

/** A session token: 256 random bits. So much chance needs no slow hash. */
export function newToken(): Secret {
  const secret = randomBytes(32).toString('base64url');
  return { secret, hash: hashSecret(secret) };
}

/** A code to be read from paper and typed: 80 random bits as four groups, without letters that look alike. */
export function newPaperCode(): Secret {
  const secret = Array.from({ length: 4 }, () => letters(4)).join('-');
  return { secret, hash: hashSecret(secret) };
}

/** A first password, typed once: 16 letters and digits in groups; meets any usual rule of classes. */
export function newFirstPassword(): string {
  return `${letters(4)}-${letters(4).toLowerCase()}-${letters(4)}-${randomInt(10)}${letters(3).toLowerCase()}`;
}

/** SHA-256 of a secret as people type it: blanks and case do not matter in a paper code. */
export function hashSecret(secret: string): Buffer {
  return createHash('sha256').update(secret, 'utf8').digest();
}

/** As printed, whatever was typed between and around the letters. */
export function normalizePaperCode(typed: string): string {
  const bare = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '');
  return bare.match(/.{1,4}/g)?.join('-') ?? '';
}

/** 32 signs: five bits each. */
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

function letters(count: number): string {
  return Array.from({ length: count }, () => alphabet[randomInt(alphabet.length)]).join('');
}
