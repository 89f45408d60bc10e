import { isRealDate } from './date.ts';

/** GB 11643-1999 (ISO 7064 MOD 11-2): weight of each of the 18 positions; a right number sums to 1 modulo 11. */
export const ID_WEIGHTS: readonly number[] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2, 1];

/** Value of a character of an identity number: X is ten. */
export function idValue(id: string, position: number): number {
  const code = id.charCodeAt(position);
  return code === 88 ? 10 : code - 48;
}

/** Sum of value times weight over the whole text (at most 18 characters). */
export function weightedSum(id: string): number {
  let sum = 0;
  for (let position = 0; position < id.length; position += 1) {
    sum += idValue(id, position) * (ID_WEIGHTS[position] ?? 0);
  }
  return sum;
}

/** The check character for the first 17 digits. */
export function checkDigit(first17: string): string {
  return '10X98765432'[weightedSum(first17.slice(0, 17)) % 11] ?? '';
}

/** True if eight digits YYYYMMDD are a real day of the years 1850 to 2099. */
export function isRealBirth(digits: string): boolean {
  const year = Number(digits.slice(0, 4));
  return (
    year >= 1850 && year <= 2099 && isRealDate(year, Number(digits.slice(4, 6)), Number(digits.slice(6, 8)))
  );
}

/** True for an 18-character number with a real birth date and the right check digit, residence permits included. */
export function isValidId(id: string): boolean {
  return /^[1-9]\d{16}[\dX]$/u.test(id) && isRealBirth(id.slice(6, 14)) && weightedSum(id) % 11 === 1;
}

function is18(id: string | null): id is string {
  return id !== null && /^\d{17}[\dX]$/u.test(id) && isRealBirth(id.slice(6, 14));
}

/** Birth date 'YYYY-MM-DD' written in an 18-character number; null if there is none. */
export function birthOn(id: string | null): string | null {
  return is18(id) ? `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}` : null;
}
