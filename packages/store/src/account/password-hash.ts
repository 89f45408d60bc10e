import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { normalizePassword } from '@yangguang/domain/people/password-fault';

/**
 * OWASP Password Storage Cheat Sheet: Argon2id with at least 19 MiB of memory, two passes, one lane. Argon2id is what
 * the library takes when nothing else is said; the test reads it back from the stored string.
 */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

let stranger: Promise<string> | null = null;

/** A PHC string with its own salt and cost, to be stored. */
export function hashPassword(password: string): Promise<string> {
  return hash(normalizePassword(password), cost);
}

/**
 * True when the password is the one the string was made of. Without a stored string (a name nobody has, an account of
 * single sign-on, a locked one) the same work is done against a password nobody knows, so the answer takes as long.
 */
export async function isPassword(stored: string | null, password: string): Promise<boolean> {
  stranger ??= hashPassword(randomBytes(32).toString('base64'));
  const isRight = await verify(stored ?? (await stranger), normalizePassword(password));
  return isRight && stored !== null;
}
