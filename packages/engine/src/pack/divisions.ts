import { PackError } from './pack-error.ts';
import { type PackRoot, readPackFile } from './pack-files.ts';

/** A province, city, county (6-digit code) or township (9-digit code). */
export interface Division {
  readonly code: string;
  readonly name: string;
}

/** A county-or-above code with its life: `from` counts, `to` does not ('YYYY', the sources know years only). */
export interface DivisionLife extends Division {
  readonly fromYear: number;
  /** Exclusive; null: still in use. */
  readonly toYear: number | null;
  /** Codes that took its place, if it ended. */
  readonly successors: readonly string[];
}

/** Administrative divisions: townships of 2023, counties and above 1981–2024 with their changes. */
export class Divisions {
  readonly #now: ReadonlyMap<string, string>;
  readonly #lives: ReadonlyMap<string, readonly DivisionLife[]>;

  constructor(now: ReadonlyMap<string, string>, lives: ReadonlyMap<string, readonly DivisionLife[]>) {
    this.#now = now;
    this.#lives = lives;
  }

  /** A 6- or 9-digit division, present or past; longer village codes are cut to their township. Undefined if unknown. */
  findDivision(code: string): Division | undefined {
    const key = code.length > 9 ? code.slice(0, 9) : code;
    const name = this.#now.get(key) ?? this.#lives.get(key)?.at(-1)?.name;
    return name === undefined ? undefined : { code: key, name };
  }

  /** All of them as they are now, in the order of the list. */
  all(): Division[] {
    return Array.from(this.#now, ([code, name]) => ({ code, name }));
  }

  /** Name of the county (or city, province) of a code of 6 or more digits; undefined if unknown. */
  countyName(code: string): string | undefined {
    return this.findDivision(code.slice(0, 6))?.name;
  }

  /** Whether the county code was in use on a date ('YYYY-MM-DD'); the history is by whole years, so a year of change counts for both codes. */
  codeKnownIn(code: string, on: string): boolean {
    const year = Number(on.slice(0, 4));
    const lives = this.#lives.get(code.slice(0, 6)) ?? [];
    return lives.some((l) => l.fromYear <= year && (l.toYear === null || year <= l.toYear));
  }

  /** All periods of use of a county code, oldest first. */
  livesOf(code: string): readonly DivisionLife[] {
    return this.#lives.get(code.slice(0, 6)) ?? [];
  }

  /** Townships of a county, in code order. */
  townsOf(county: string): Division[] {
    const towns: Division[] = [];
    for (const [code, name] of this.#now) {
      if (code.length === 9 && code.startsWith(county)) towns.push({ code, name });
    }
    return towns.sort((a, b) => (a.code < b.code ? -1 : 1));
  }
}

/** Reads policy/divisions/divisions.csv and history.csv. @throws PackError PACK-29 */
export function readDivisions(root: PackRoot): Divisions {
  const now = new Map(
    lines(root, 'divisions/divisions.csv', 'code,name').map(([code = '', name = '']) => [code, name]),
  );
  const lives = new Map<string, DivisionLife[]>();
  for (const cells of lines(root, 'divisions/history.csv', 'code,name,from,to,successors')) {
    const life = toLife(cells);
    lives.set(life.code, [...(lives.get(life.code) ?? []), life]);
  }
  return new Divisions(now, lives);
}

/** `lines` has made sure that all five cells are there. */
function toLife(cells: readonly string[]): DivisionLife {
  const [code, name, from, to, next] = cells as [string, string, string, string, string];
  const toYear = to === '' ? null : Number(to);
  return { code, name, fromYear: Number(from), toYear, successors: next === '' ? [] : next.split(' ') };
}

function lines(root: PackRoot, file: string, header: string): string[][] {
  const [head, ...rest] = readPackFile(root, file).split('\n');
  const cells = rest.filter((l) => l !== '').map((l) => l.split(','));
  const bad = cells.findIndex(
    (c) => c.length !== header.split(',').length || !/^\d{6}(\d{3})?$/.test(c[0] ?? ''),
  );
  if (head === header && bad < 0) return cells;
  throw new PackError(
    'PACK-29',
    { file, line: head === header ? bad + 2 : 1 },
    {
      zh: `区划文件行不对，表头应为 ${header}，代码为 6 位或 9 位。`,
      en: `Faulty division line: the header is ${header}, codes have 6 or 9 digits.`,
    },
  );
}
