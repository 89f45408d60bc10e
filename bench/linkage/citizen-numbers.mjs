import { homeCodes, otherCodes } from './places.mjs';

const firstYear = 1920;
const dayMs = 86_400_000;
const start = Date.UTC(firstYear, 0, 1);

/** Every day from 1920 to 2023 as YYYYMMDD; people carry the index of theirs. */
export const days = Array.from({ length: (Date.UTC(2024, 0, 1) - start) / dayMs }, (_, i) =>
  new Date(start + i * dayMs).toISOString().slice(0, 10).replaceAll('-', ''),
);

/** Index of the day, counted from the first of January of that year. */
export function dayIndex(year, dayOfYear) {
  return Math.round((Date.UTC(year, 0, 1) - start) / dayMs) + dayOfYear;
}

export const yearOf = (day) => Number(days[day].slice(0, 4));

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** Digit 18 of a number by its first 17 (GB 11643). */
export function checkDigit(first17) {
  let sum = 0;
  for (let i = 0; i < 17; i += 1) sum += weights[i] * (first17.charCodeAt(i) - 48);
  return '10X98765432'[sum % 11];
}

/**
 * Hands out numbers as a registration office does: by area and day of birth, one after another, odd for men. So twins
 * get neighbouring numbers, and nobody gets one twice.
 */
export class NumberOffice {
  #areas = [homeCodes.now, homeCodes.before, ...otherCodes];
  #issued = new Uint16Array(this.#areas.length * days.length * 2);

  /** @returns {string} 18 characters */
  issue(chance, day, isMale, married) {
    let area = this.#area(chance, yearOf(day), married);
    for (let tries = 0; tries < this.#areas.length; tries += 1, area = (area + 1) % this.#areas.length) {
      const at = (area * days.length + day) * 2 + (isMale ? 1 : 0);
      const base = ((day * 37 + area * 101) % 140) * 2;
      const sequence = base + this.#issued[at] * 2 + (isMale ? 1 : 2);
      if (sequence > 995) continue;
      this.#issued[at] += 1;
      const first17 = this.#areas[area] + days[day] + String(sequence).padStart(3, '0');
      return first17 + checkDigit(first17);
    }
    throw new Error('more births on one day than numbers');
  }

  #area(chance, year, married) {
    if (married && chance.hits(0.12)) return 2 + chance.below(this.#areas.length - 2);
    if (year >= 1993) return chance.hits(0.02) ? 2 + chance.below(this.#areas.length - 2) : 0;
    return chance.hits(0.75) ? 1 : 0;
  }
}
