import type { Bilingual } from '@yangguang/domain/errors/user-error';

/** One outcome of a comparison. Levels are counted from 1, strongest first; 0: a side does not have the value. */
export interface Level {
  readonly key: string;
  /** What a report and a sentence say of it. */
  readonly words: Bilingual;
  readonly isEqual?: boolean;
  /** Chance of this level among pairs of one person, before anything is learnt. */
  readonly m: number;
  /** Chance among pairs of two people, before anything is learnt. */
  readonly u: number;
}

/** A comparison as the engine runs it: SQL over the aliases l and r, the tables of the two sides. */
export interface Comparison {
  readonly name: string;
  readonly levels: readonly Level[];
  /** Expression of the level, null or 0 when it cannot be told; `v_<name>.level` is that of the two distinct values. */
  readonly level: string;
  /** Pairs of different values, each compared once. */
  readonly values?: ValuePairs;
  /** Fields whose value is equal at a level: how rare the value is counts there. By key of the level. */
  readonly frequency?: Readonly<Record<string, readonly string[]>>;
  /** Of these, the ones that are ratios to what is usual already. */
  readonly lifts?: readonly string[];
  /** Column of both sides whose equality is the first level: its chance among strangers is counted exactly. */
  readonly equalOn?: string;
  /** Chances among strangers are known from theory and are not counted: no sample is large enough. */
  readonly hasFixedU?: boolean;
  /** Levels stand in the order of their strength, and learnt weights have to as well. */
  readonly isOrdered: boolean;
}

export interface ValuePairs {
  /** Field whose dictionary both values are in. */
  readonly field: string;
  /** Columns of l and r with the numbers of the values. */
  readonly left: string;
  readonly right: string;
  /** The level in SQL over the texts a and b and their likeness `alike`, for values in ASCII alone: DuckDB's string distances count bytes. */
  readonly sql?: string;
  /** The level by characters, for all other values. */
  readonly compare: (left: string, right: string) => number;
}
