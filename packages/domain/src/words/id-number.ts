import { birthOn, checkDigit, isRealBirth, isValidId } from './id-check.ts';
import { isCreditCode } from './credit-code.ts';
import { isBlank, plainText } from './plain-text.ts';

export type IdState =
  | 'valid'
  | 'converted'
  | 'truncated'
  | 'scientific'
  | 'bad_check'
  | 'bad_length'
  | 'masked'
  | 'foreign'
  | 'other'
  | 'placeholder'
  | 'missing';

export interface IdNumber {
  state: IdState;
  /** valid, converted and foreign: the 18-character normal form (old foreign cards 15); otherwise the cleaned text; null if missing. */
  id: string | null;
}

const MISSING_WORDS = /无身份证|无证|没有身份证|未上户|未落户|黑户|无户口|待补|待办|未办理|未办证|不清楚/u;
/** Significant digits from which a number in scientific notation carries birth date and all a double can hold. */
const FULL_MANTISSA = 12;

export { birthOn, checkDigit, isValidId } from './id-check.ts';
export { solveCandidates } from './id-solve.ts';

/** What is left once everything a number never contains is gone: blanks, quotes, dashes, invisible characters, '.0'. */
function clean(raw: string): string {
  const text = plainText(raw)
    .replace(/[\s'"`´‘’“”\-‐‑‒–—−_]/gu, '')
    .replace(/^(?:公民)?(?:居民)?身份证(?:号码?)?[:：]?/u, '')
    .replace(/\.0*$/u, '')
    .toUpperCase();
  const last = /^(\d{17})[×Х*✕✖╳]$/u.exec(text);
  if (last === null) return text;
  // The multiplication sign and the Cyrillic letter stand for X; a star does so only where X fits.
  const withX = `${last[1] ?? ''}X`;
  return text.endsWith('*') && checkDigit(last[1] ?? '') !== 'X' ? text : withX;
}

/** True for numbers nobody was ever given: one digit repeated, zeros after the area, 123456… */
function isPlaceholder(id: string): boolean {
  if (!/^\d+X?$/u.test(id)) return false;
  const digits = id.replace(/X$/u, '');
  if (/^(\d)\1*$/u.test(digits)) return true;
  if (digits.length < 6) return false;
  return (
    /^\d{6}(0{8,}|9{8,})/u.test(digits) || digits.startsWith('12345678') || digits.startsWith('987654321')
  );
}

/** Old numbers: 15 digits without century and check digit, for people born 1900 to 1999. */
function convertOld(id: string): string | null {
  const birth = `19${id.slice(6, 12)}`;
  if (!/^[1-8]\d{14}$/u.test(id) || !isRealBirth(birth)) return null;
  const first17 = `${id.slice(0, 6)}${birth}${id.slice(12)}`;
  return `${first17}${checkDigit(first17)}`;
}

function isForeign(id: string): boolean {
  if (/^[A-Z]{3}\d{12}$/u.test(id) || /^[HM]\d{8}(?:\d{2})?$/u.test(id)) return true;
  return /^(?:81|82|83)0000|^9/u.test(id) && isValidId(id);
}

/** '3.71323E+17' → plain digits where the mantissa is whole, else null. */
function expandScientific(match: RegExpExecArray): string | null {
  const mantissa = `${match[1] ?? ''}${match[2] ?? ''}`;
  const zeros = Number(match[3]) - (match[2] ?? '').length;
  if (mantissa.length < FULL_MANTISSA || zeros < 0 || zeros > 8) return null;
  return `${mantissa}${'0'.repeat(zeros)}`;
}

function classify18(id: string, wasNumber: boolean): IdState {
  // A double holds 15 digits: three zeros at the end of a numeric cell are never the real ones.
  if (wasNumber && id.endsWith('000')) return 'truncated';
  if (isValidId(id)) return isForeign(id) ? 'foreign' : 'valid';
  if (id.endsWith('000')) return 'truncated';
  if (isCreditCode(id) && !isRealBirth(id.slice(6, 14))) return 'other';
  return 'bad_check';
}

function classifyDigits(id: string, wasNumber: boolean): IdNumber {
  if (isPlaceholder(id)) return { state: 'placeholder', id };
  if (id.length === 18) return { state: classify18(id, wasNumber), id };
  const converted = id.length === 15 ? convertOld(id) : null;
  if (converted !== null) return { state: 'converted', id: converted };
  // A disability certificate number is the holder's number and two to four more characters: another document.
  if (id.length >= 20 && isValidId(id.slice(0, 18))) return { state: 'other', id };
  return { state: id.length >= 6 && id.length <= 22 ? 'bad_length' : 'other', id };
}

/** Numbers found whole inside other text: '李四3713…', several in one cell. */
function findIds(text: string): string[] {
  const found = plainText(text)
    .replace(/['"]/gu, '')
    .toUpperCase()
    .match(/(?<![\dA-Z])(?:\d{17}[\dX×Х]|\d{15})(?![\dA-Z])/gu);
  return (found ?? []).map((id) => id.replace(/[×Х]$/u, 'X'));
}

function classifyText(id: string, raw: string): IdNumber {
  if (isForeign(id)) return { state: 'foreign', id };
  const inside = findIds(raw);
  const only = inside[0];
  if (inside.length === 1 && only !== undefined && !/[A-Z\d]/u.test(id.replace(only, ''))) {
    return classifyDigits(only, false);
  }
  if (MISSING_WORDS.test(id)) return { state: 'missing', id: null };
  return { state: maskedPattern(id) === null ? 'other' : 'masked', id };
}

const PLAIN_VALID = /^[1-7]\d{16}[\dX]$/u;
const SCIENTIFIC = /^'?(\d)(?:\.(\d+))?E\+?(\d{1,2})$/iu;

/** 3.71323E+17: a whole mantissa is read on, a short one has lost the number. Null for any other text. */
function readScientific(plain: string): IdNumber | null {
  const match = SCIENTIFIC.exec(plain);
  if (match === null) return null;
  const digits = expandScientific(match);
  if (digits !== null) return classifyDigits(digits, true);
  return { state: 'scientific', id: `${match[1] ?? ''}${match[2] ?? ''}` };
}

function readDirty(raw: string, wasNumber: boolean): IdNumber {
  const id = clean(raw);
  if (id === '' || id === '0') return { state: 'missing', id: null };
  if (/^\d+X?$/u.test(id)) return classifyDigits(id, wasNumber);
  return isCreditCode(id) ? { state: 'other', id } : classifyText(id, raw);
}

/**
 * The state and normal form of what stands in an identity-number cell (linkage §4.4). Nothing is guessed: a wrong
 * number stays wrong and goes to `solveCandidates`. `cell.wasNumber` says that the cell held a number, not text.
 * Source: GB 11643-1999; old numbers by insertion of 19 and the check digit.
 */
export function normaliseId(raw: string | null, cell: { wasNumber?: boolean } = {}): IdNumber {
  if (raw === null) return { state: 'missing', id: null };
  const wasNumber = cell.wasNumber ?? false;
  // Nearly all cells are right already; they must not pay for the others.
  if (!wasNumber && PLAIN_VALID.test(raw) && isValidId(raw)) return { state: 'valid', id: raw };
  if (isBlank(raw)) return { state: 'missing', id: null };
  return readScientific(plainText(raw)) ?? readDirty(raw, wasNumber);
}

/** First 15 characters of a number cut by a spreadsheet: area, birth date, first digit of the sequence. */
export function truncatedPrefix(id: string): string {
  return id.slice(0, 15);
}

/** The readable ends of a masked number ('371323********0021'), or null if the text is no masked number. */
export function maskedPattern(id: string): { prefix: string; suffix: string } | null {
  const text = plainText(id).toUpperCase();
  const match = /^(\d*)(?:[*#•●○□■?×.]+[\d*#•●○□■?×.]*?|X{2,}[\dX]*?)(\d*X?)$/u.exec(text);
  if (match === null || text.length > 24) return null;
  const [prefix, suffix] = [match[1] ?? '', match[2] ?? ''];
  return prefix.length + suffix.length < 3 || prefix.length + suffix.length > 17 ? null : { prefix, suffix };
}

/** Several numbers in one cell, in their order; each still has to be normalised. One number gives one entry. */
export function splitIds(text: string): string[] {
  const whole = normaliseId(text);
  if (whole.state !== 'other') return whole.id === null ? [] : [whole.id];
  const parts = plainText(text)
    .split(/[、,;/|\s]+/u)
    .filter((part) => /\d/u.test(part));
  if (parts.length > 1 && parts.every((part) => /^\W*\d{14,18}[\dX×Х]?\W*$/iu.test(part))) return parts;
  const inside = findIds(text);
  return inside.length > 0 ? inside : [text];
}

/** Sex by the 17th digit: odd male, even female; null if the number has no 18 characters. */
export function sexOf(id: string | null): 'male' | 'female' | null {
  if (id === null || birthOn(id) === null) return null;
  return Number(id[16]) % 2 === 1 ? 'male' : 'female';
}

/** Age in full years (周岁) on a date, both 'YYYY-MM-DD'; negative before birth. A birthday counts from its own day on. */
export function ageOn(bornOn: string, onDate: string): number {
  const years = Number(onDate.slice(0, 4)) - Number(bornOn.slice(0, 4));
  return onDate.slice(5) < bornOn.slice(5) ? years - 1 : years;
}

/** First 6, stars, last 4 characters; shorter texts are masked whole. For screens, logs and shared files. */
export function maskId(id: string): string {
  if (id.length < 14) return '*'.repeat(id.length);
  return `${id.slice(0, 6)}${'*'.repeat(id.length - 10)}${id.slice(-4)}`;
}
