import { plainText } from './plain-text.ts';

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const SHAPE = /^[0-9A-HJ-NP-RTUW-Y]{2}\d{6}[0-9A-HJ-NP-RTUW-Y]{10}$/u;
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

export type CreditCodeKind =
  | 'enterprise'
  | 'individual_business'
  | 'cooperative'
  | 'public_institution'
  | 'social'
  | 'other';

export interface CreditCode {
  state: 'valid' | 'bad_check' | 'bad_shape' | 'missing';
  /** Cleaned text, upper case; null if missing. */
  code: string | null;
  kind: CreditCodeKind | null;
}

/** The last character for the first 17 (GB 32100-2015): 31 − Σ value·3^(i−1) modulo 31. */
export function creditCheckDigit(first17: string): string {
  let sum = 0;
  let weight = 1;
  for (const char of first17.slice(0, 17)) {
    sum += ALPHABET.indexOf(char) * weight;
    weight = (weight * 3) % 31;
  }
  return ALPHABET[(31 - (sum % 31)) % 31] ?? '';
}

/** True if characters 9 to 17, the organisation code, carry their own check character (GB 11714). */
export function hasOrganisationCheck(code: string): boolean {
  const body = code.slice(8, 17);
  // Letters count 10 to 35 here, over the whole alphabet, unlike in the outer check.
  const sum = ORGANISATION_WEIGHTS.reduce(
    (total, weight, index) => total + parseInt(body[index] ?? '0', 36) * weight,
    0,
  );
  const rest = 11 - (sum % 11);
  const expected = rest === 10 ? 'X' : rest === 11 ? '0' : String(rest);
  return body[8] === expected;
}

/** True for a unified social credit code of the right shape and with the right check character. */
export function isCreditCode(code: string): boolean {
  return code.length === 18 && SHAPE.test(code) && creditCheckDigit(code) === code[17];
}

/** What the first two characters say: 91 enterprise, 92 sole trader, 93 co-operative, 12 public institution, 5x social. */
export function creditCodeKind(code: string): CreditCodeKind {
  const kinds: Readonly<Record<string, CreditCodeKind>> = {
    91: 'enterprise',
    92: 'individual_business',
    93: 'cooperative',
    12: 'public_institution',
    51: 'social',
    52: 'social',
    53: 'social',
  };
  return kinds[code.slice(0, 2)] ?? 'other';
}

/** Reads a unified social credit code; blanks, dashes and case are forgiven, a wrong check character is not. */
export function normaliseCreditCode(raw: string | null): CreditCode {
  const code = plainText(raw ?? '')
    .replace(/[\s'"-]/gu, '')
    .toUpperCase();
  if (code === '') return { state: 'missing', code: null, kind: null };
  if (!SHAPE.test(code)) return { state: 'bad_shape', code, kind: null };
  return { state: isCreditCode(code) ? 'valid' : 'bad_check', code, kind: creditCodeKind(code) };
}
