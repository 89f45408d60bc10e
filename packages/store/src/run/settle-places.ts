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
  const book = new PlaceBook(county, await knownPlaces(tx, county));
  for (const { town, village } of places) book.settle(town, village);
  await tx.run(sql`insert into division (code, name, is_local)
    select code, name, true from unnest(${book.fresh.map((f) => f.code)}::text[],
      ${book.fresh.map((f) => f.name)}::text[]) as t (code, name)`);
  return ({ town, village }) => book.find(town, village);
}

interface KnownPlace {
  readonly code: string;
  readonly name: string;
  readonly successor: string | null;
}

/** Divisions of a county: first those in use, then those that have gone into others, then names that they had before. */
function knownPlaces(tx: Transaction, county: string): Promise<KnownPlace[]> {
  return tx.rows<KnownPlace>(sql`
    select code, name, successor from (
      select code, name, successor, case when successor is null then 0 else 1 end as turn from division
      union all
      select c.region, c.old_name, d.successor, 2 from division_change c join division d on d.code = c.region
        where c.kind = 'renamed') as known
    where starts_with(code, ${county}) and length(code) > 6 order by turn, code collate "C"`);
}

class PlaceBook {
  readonly fresh: { code: string; name: string }[] = [];
  readonly #county: string;
  /** Code by upper division and name: of what it has gone into, where it is no more. */
  readonly #codes = new Map<string, string>();
  /** Towns by name with the code they had themselves. */
  readonly #towns = new Map<string, string>();
  readonly #taken: Set<string>;

  constructor(county: string, known: readonly KnownPlace[]) {
    this.#county = county;
    this.#taken = new Set(known.map((k) => k.code));
    const successors = new Map(known.flatMap((k) => (k.successor === null ? [] : [[k.code, k.successor]])));
    for (const { code, name } of known) {
      this.#note(code.slice(0, code.length - 3), name, presentOf(code, successors));
      const town = keyOf(county, name);
      if (code.length === 9 && !this.#towns.has(town)) this.#towns.set(town, code);
    }
  }

  /** Gives a place its number unless it has one. */
  settle(town: string | null, village: string | null): void {
    if (town === null) return;
    const townCode = this.#codes.get(keyOf(this.#county, town)) ?? this.#add(this.#county, town, firstTown);
    if (village !== null && this.#villageIn(town, townCode, village) === undefined)
      this.#add(townCode, village, firstVillage);
  }

  find(town: string | null, village: string | null): string {
    const townCode = town === null ? undefined : this.#codes.get(keyOf(this.#county, town));
    if (town === null || townCode === undefined) return this.#county;
    return (village === null ? undefined : this.#villageIn(town, townCode, village)) ?? townCode;
  }

  /** A list that still writes a town that has gone into another means that town's village, not one of its name beside it. */
  #villageIn(town: string, townCode: string, village: string): string | undefined {
    const own = this.#towns.get(keyOf(this.#county, town)) ?? townCode;
    return this.#codes.get(keyOf(own, village)) ?? this.#codes.get(keyOf(townCode, village));
  }

  #add(upper: string, name: string, first: number): string {
    const code = this.#free(upper, first);
    this.fresh.push({ code, name: name.trim() });
    this.#taken.add(code);
    this.#note(upper, name, code);
    return code;
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

/** The division in use that one has gone into, over as many mergers as there were; itself when it is in use. */
function presentOf(code: string, successors: ReadonlyMap<string, string>): string {
  const next = successors.get(code);
  return next === undefined ? code : presentOf(next, successors);
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
