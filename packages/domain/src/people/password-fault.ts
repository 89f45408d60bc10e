import { surnameOf } from '../words/name.ts';
import { pinyinKey } from '../words/pinyin.ts';
import { isCommonPassword } from './common-password.ts';

/** What is asked of a password; the numbers are parameters of the policy pack. */
export interface PasswordRules {
  readonly minLength: number;
  /** Of capital letters, small letters, digits and everything else. */
  readonly minClasses: number;
}

/** Whose password it is: nothing of this may be inside it. */
export interface PasswordOwner {
  readonly userName: string;
  readonly fullName: string;
}

/** Why a password is not taken. `used` needs the history and is found where that is kept. */
export type PasswordFault = 'short' | 'long' | 'classes' | 'common' | 'name';

/** Longest password in characters: a hash function is no place to send a megabyte to. */
export const longestPassword = 128;

const classes = [/\p{Lu}/u, /[\p{Ll}\p{Lo}]/u, /\p{Nd}/u, /[^\p{L}\p{Nd}]/u];

/** Same characters, same bytes, whatever keyboard or input method made them (NIST SP 800-63B: normalise before hashing). */
export function normalizePassword(typed: string): string {
  return typed.normalize('NFKC');
}

/** Everything that is wrong with a new password, in the order a person would put it right; empty when it is good. */
export function findPasswordFaults(
  typed: string,
  owner: PasswordOwner,
  rules: PasswordRules,
): PasswordFault[] {
  const password = normalizePassword(typed);
  const length = [...password].length;
  const faults: PasswordFault[] = [];
  if (length < rules.minLength) faults.push('short');
  if (length > longestPassword) faults.push('long');
  if (classes.filter((one) => one.test(password)).length < rules.minClasses) faults.push('classes');
  if (isCommonPassword(password)) faults.push('common');
  if (holdsName(password.toLowerCase(), owner)) faults.push('name');
  return faults;
}

/** The user name, the name, and the name in pinyin, family name first or last. */
function holdsName(password: string, { userName, fullName }: PasswordOwner): boolean {
  const syllables = pinyinKey(fullName).split(' ');
  const given = syllables.slice([...surnameOf(fullName)].length);
  const family = syllables.slice(0, syllables.length - given.length).join('');
  const spelt = [family + given.join(''), given.join('') + family, given.length > 1 ? given.join('') : ''];
  const letters = password.replace(/[^\p{L}\p{N}]/gu, '');
  const inside = (part: string, least: number): boolean =>
    [...part].length >= least && (password.includes(part) || letters.includes(part));
  return inside(userName, 3) || inside(fullName.toLowerCase(), 2) || spelt.some((name) => inside(name, 4));
}
