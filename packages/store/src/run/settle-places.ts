import type { Transaction } from '../database.ts';
import { sql } from '../sql.ts';

/** A place as lists write it. */
export interface NamedPlace {
  readonly town: string | null;
  readonly village: string | null;
}

/** The division of a place of one county: its village, else its town, else the county itself. */
export type RegionOf = (place: NamedPlace) => string;

/** Numbers for towns that have no published code, and for villages of a town. */
const firstTown = 701;
const firstVillage = 1;
const lastNumber = 999;

/**
 * Finds the divisions of places by name, and gives those that the official list does not know a number of this
 * installation's own (villages always: none are published). The same name keeps its number for good. One transaction of
 * a county at a time.
 * @param county 6 digits; the division exists
 * @throws when a county or town has more places than numbers
 */
export async function settlePlaces(
  tx: Transaction,
  county: string,
  places: readonly NamedPlace[],
): Promise<RegionOf> {
  await tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${`places ${county}`}, 0))`);
  const known = await tx.rows<{ code: string; name: string }>(
    sql`select code, name from division where starts_with(code, ${county}) and length(code) > 6 order by code`,
  );
  const book = new PlaceBook(county, known);
  for (const { town, village } of places) {
    const townCode = town === null ? null : book.settle(county, town, firstTown);
    if (townCode !== null && village !== null) book.settle(townCode, village, firstVillage);
  }
  await tx.run(sql`insert into division (code, name, is_local)
    select code, name, true from unnest(${book.fresh.map((f) => f.code)}::text[],
      ${book.fresh.map((f) => f.name)}::text[]) as t (code, name)`);
  return ({ town, village }) => book.find(town, village);
}

class PlaceBook {
  readonly fresh: { code: string; name: string }[] = [];
  readonly #county: string;
  /** Code by upper division and name. */
  readonly #codes = new Map<string, string>();
  readonly #taken: Set<string>;

  constructor(county: string, known: readonly { readonly code: string; readonly name: string }[]) {
    this.#county = county;
    this.#taken = new Set(known.map((k) => k.code));
    for (const { code, name } of known) this.#note(code.slice(0, code.length - 3), name, code);
  }

  settle(upper: string, name: string, first: number): string {
    const found = this.#codes.get(keyOf(upper, name));
    if (found !== undefined) return found;
    const code = this.#free(upper, first);
    this.fresh.push({ code, name: name.trim() });
    this.#taken.add(code);
    this.#note(upper, name, code);
    return code;
  }

  find(town: string | null, village: string | null): string {
    const townCode = town === null ? undefined : this.#codes.get(keyOf(this.#county, town));
    if (townCode === undefined) return this.#county;
    return (village === null ? undefined : this.#codes.get(keyOf(townCode, village))) ?? townCode;
  }

  /** Of two divisions of one name the one with the lower code is meant. */
  #note(upper: string, name: string, code: string): void {
    const key = keyOf(upper, name);
    if (!this.#codes.has(key)) this.#codes.set(key, code);
  }

  #free(upper: string, first: number): string {
    for (let n = first; n <= lastNumber; n++) {
      const code = `${upper}${String(n).padStart(3, '0')}`;
      if (!this.#taken.has(code)) return code;
    }
    throw new Error(`no number is left for another place in ${upper}`);
  }
}

/** 街道办事处 is the office of a 街道; 村委会 that of a village. */
function keyOf(upper: string, name: string): string {
  const short = name
    .trim()
    .replace(/(?<=街道)办事处$/u, '')
    .replace(/(?<=.)(?:村民委员会|村委会|行政村)$/u, '村')
    .replace(/(?<=社区)居?(?:民委员会|委会)$/u, '')
    .replace(/村村$/u, '村');
  return `${upper} ${short}`;
}
