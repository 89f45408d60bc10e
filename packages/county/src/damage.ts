import { fifteenDigits, oneWrongDigit } from './citizen-number.ts';
import type { Cell } from './files/sheet.ts';
import type { Random } from './prng.ts';

/** What a spreadsheet or a typist does to an ID number. */
export type Damage =
  | 'none'
  | 'fifteen'
  | 'spaces'
  | 'lower_x'
  | 'full_width'
  | 'apostrophe'
  | 'wrong_digit'
  | 'truncated'
  | 'missing';

/** Harmless ways of writing the same number: any careful reader recovers it exactly. */
export function harmless(random: Random, id: string): Damage {
  const ways: Damage[] = ['spaces', 'full_width', 'apostrophe'];
  if (id.endsWith('X')) return 'lower_x';
  if (id.slice(6, 8) === '19') ways.push('fifteen');
  return random.pick(ways);
}

/** Damage after which the number alone is not enough; the name must help. */
export function harmful(random: Random): Damage {
  return random.pick(['wrong_digit', 'truncated']);
}

/** 371399… in full-width characters. */
export function fullWidth(id: string): string {
  return [...id].map((c) => (c === 'X' ? 'Ｘ' : String.fromCharCode(0xff10 + Number(c)))).join('');
}

/** Fifteen digits survive as a number cell; eighteen do not. */
function oldNumber(random: Random, id: string): Cell {
  return random.chance(0.4) ? { raw: fifteenDigits(id) } : fifteenDigits(id);
}

/** The cell a clerk sends for this number. `truncated` is a number cell that has lost its last three digits. */
export function shownNumber(random: Random, id: string, damage: Damage): Cell {
  switch (damage) {
    case 'none':
      return id;
    case 'fifteen':
      return oldNumber(random, id);
    case 'spaces':
      return `${id.slice(0, 6)} ${id.slice(6, 14)} ${id.slice(14)} `;
    case 'lower_x':
      return id.toLowerCase();
    case 'full_width':
      return fullWidth(id);
    case 'apostrophe':
      return `'${id}`;
    case 'wrong_digit':
      return oneWrongDigit(random, id);
    case 'truncated':
      return { raw: `${id.slice(0, 15)}000` };
    case 'missing':
      return null;
  }
}
