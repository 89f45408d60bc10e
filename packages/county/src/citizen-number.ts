import type { Random } from './prng.ts';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** The check character of the first 17 digits (GB 11643-1999, MOD 11-2). */
export function checkCharacter(first17: string): string {
  let sum = 0;
  for (let i = 0; i < 17; i += 1) sum += Number(first17[i]) * (WEIGHTS[i] ?? 0);
  return '10X98765432'[sum % 11] ?? '';
}

/** An 18-character number; `sequence` 0–999, odd for men. */
export function citizenNumber(area: string, birthOn: string, sequence: number): string {
  const first17 = area + birthOn.replaceAll('-', '') + String(sequence).padStart(3, '0');
  return first17 + checkCharacter(first17);
}

/** The old 15-digit form; only meaningful for people born before 2000. */
export function fifteenDigits(id: string): string {
  return id.slice(0, 6) + id.slice(8, 17);
}

/** The same number with one digit mistyped: its check character no longer fits. */
export function oneWrongDigit(random: Random, id: string): string {
  const at = random.pick([3, 9, 14, 15, 16]);
  const wrong = (Number(id[at]) + random.int(1, 9)) % 10;
  return id.slice(0, at) + String(wrong) + id.slice(at + 1);
}
