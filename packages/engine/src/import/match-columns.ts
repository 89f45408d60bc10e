import { type ColumnProfile, fitOf } from './column-profile.ts';
import type { Heading } from './heading.ts';
import { headingScores, type PartyHeading, readParties } from './match-heading.ts';
import type { Source, SourceColumn } from './source.ts';

/** One column of a sheet read as one column of a data set. */
export interface ColumnMatch {
  readonly column: SourceColumn;
  readonly index: number;
  /** Heading × content, 0–1. */
  readonly score: number;
  /** By the heading's words alone, 0–1. */
  readonly words: number;
}

/** A sheet's columns with all that recognition looks at. */
export interface SheetColumns {
  readonly headings: readonly Heading[];
  readonly parties: readonly PartyHeading[];
  readonly profiles: readonly ColumnProfile[];
}

export function sheetColumns(
  headings: readonly Heading[],
  profiles: readonly ColumnProfile[],
  source: Source,
): SheetColumns {
  return {
    headings,
    profiles,
    parties: readParties(
      headings,
      source.vocabulary,
      profiles.map((p) => p.name),
    ),
  };
}

interface Guess {
  readonly column: SourceColumn;
  readonly profile: ColumnProfile;
  readonly index: number;
}

type Test = readonly [applies: (g: Guess) => boolean, score: (g: Guess) => number];

/** What a column without heading can be by its cells alone, surest first. */
const GUESSES: readonly Test[] = [
  [({ column, profile }) => column.name === 'plate_no' && profile.plate >= 0.5, () => 0.6],
  [({ column, profile }) => column.type === 'credit' && profile.credit >= 0.5, () => 0.6],
  [
    ({ column, profile }) =>
      /^(?:certificate|disability)_no$/u.test(column.name) && profile.disabilityNo >= 0.5,
    () => 0.6,
  ],
  [
    ({ column, profile }) => column.type === 'account' && profile.account >= 0.7 && profile.id < 0.2,
    () => 0.45,
  ],
  [
    ({ column, profile }) => column.type === 'phone' && profile.phone >= 0.7 && profile.account > 0.5,
    () => 0.45,
  ],
  [({ column, profile }) => column.type === 'cat' && isKnownCategory(column, profile), () => 0.44],
  [
    ({ column, profile }) =>
      column.name === 'town' && profile.values.every((v) => /(?:镇|乡|街道|办事处)$/u.test(v)),
    () => 0.46,
  ],
  [
    ({ column, profile }) =>
      column.name === 'village' && profile.values.every((v) => /(?:村|社区|居委会|居)$/u.test(v)),
    () => 0.46,
  ],
  [
    ({ column, profile }) =>
      column.type === 'date' && profile.date >= 0.8 && profile.month + profile.count < 0.2,
    () => 0.41,
  ],
  [({ column, profile }) => column.type === 'month' && profile.month >= 0.8, () => 0.41],
  [
    ({ column, profile }) => column.type === 'money' && isAmount(profile),
    ({ profile }) => (profile.count > 0.9 ? 0.35 : 0.4),
  ],
];

const isAmount = (p: ColumnProfile): boolean =>
  p.number >= 0.9 && p.date < 0.2 && p.phone < 0.2 && p.distinct > 1;

function isKnownCategory(column: SourceColumn, p: ColumnProfile): boolean {
  if (p.distinct > 12 || /^\d+$/u.test(p.values[0] ?? '1')) return false;
  return p.values.filter((v) => column.values.has(v.trim())).length >= 0.9 * p.values.length;
}

/** Headings that say no more than that cells sort rows: 性质 over 监狱服刑 and 社区矫正. */
const VAGUE = /^(?:人员|对象)?(?:性质|类别|类型|种类|分类|情况|状态|形式|方式)$/u;

/**
 * What the cells alone say, where the heading is empty, says no more than "kind", or where a number column stands
 * under an unknown heading.
 */
function contentScore(source: Source, guess: Guess, leaf: string, isNobodys: boolean): number {
  const isBare = leaf === '';
  const { column, profile, index } = guess;
  const { id, name } = source.persons[0] ?? {};
  if (column.name === id && profile.id >= 0.6 && isNobodys) return isBare ? 0.56 : 0.45;
  if (!isBare) return VAGUE.test(leaf) ? kindScore(guess) : 0;
  if (column.name === name && looksLikeNames(profile)) return 0.5 - 0.01 * index;
  return guessScore(guess);
}

const kindScore = ({ column, profile }: Guess): number =>
  column.type === 'cat' && isKnownCategory(column, profile) ? 0.44 : 0;

function guessScore(guess: Guess): number {
  const known = GUESSES.find(([applies]) => applies(guess));
  return known === undefined ? 0 : known[1](guess);
}

const looksLikeNames = (p: ColumnProfile): boolean => p.name >= 0.7 && p.distinct > 0.5 * p.filled;

interface WordScore {
  readonly column: SourceColumn;
  readonly words: number;
}

/** Headings come again in every sheet of a county; words are compared once. */
const compared = new WeakMap<Source, Map<string, readonly WordScore[]>>();

function wordScores(source: Source, heading: Heading, party: PartyHeading): readonly WordScore[] {
  const known = compared.get(source) ?? new Map<string, readonly WordScore[]>();
  compared.set(source, known);
  const key = [
    heading.full,
    heading.leaf,
    heading.bare,
    heading.group,
    heading.period,
    party.kind,
    party.party,
  ].join('|');
  const old = known.get(key);
  if (old !== undefined) return old;
  const words = headingScores(heading, party, source);
  const scores = source.columns.map((column, at) => ({ column, words: words[at] ?? 0 }));
  if (known.size < 5000) known.set(key, scores);
  return scores;
}

/** All pairs (sheet column, data set column) worth considering, best first. */
export function scorePairs(source: Source, sheet: SheetColumns): ColumnMatch[] {
  const out: ColumnMatch[] = [];
  for (const [index, heading] of sheet.headings.entries()) {
    const profile = sheet.profiles[index];
    const party = sheet.parties[index];
    if (profile === undefined || party === undefined) continue;
    const isNobodys = party.party === '';
    for (const { column, words } of wordScores(source, heading, party)) {
      const fit = words > 0.3 ? fitOf(column, profile) : 0;
      const guess = { column, profile, index };
      const cells = profile.filled === 0 ? 0 : contentScore(source, guess, heading.leaf, isNobodys);
      const score = Math.max(words * fit, cells);
      if (score >= 0.4) out.push({ column, index, score, words });
    }
  }
  const order = new Map(source.columns.map((c, i) => [c.name, i]));
  return out.sort(
    (a, b) =>
      b.score - a.score ||
      (order.get(a.column.name) ?? 0) - (order.get(b.column.name) ?? 0) ||
      a.index - b.index,
  );
}

/**
 * One sheet column for each data set column and the reverse, best pairs first. A column that fits as well elsewhere makes
 * room for one that fits nowhere else: beside 保障金, 实发金额 is the total.
 */
export function assign(pairs: readonly ColumnMatch[]): ColumnMatch[] {
  const byColumn = new Map<string, ColumnMatch>();
  const byIndex = new Map<number, ColumnMatch>();
  const put = (pair: ColumnMatch): void => {
    byColumn.set(pair.column.name, pair);
    byIndex.set(pair.index, pair);
  };
  for (const pair of pairs) if (!byColumn.has(pair.column.name) && !byIndex.has(pair.index)) put(pair);
  for (const pair of pairs) {
    if (pair.score < GOOD || byIndex.has(pair.index)) continue;
    const holder = byColumn.get(pair.column.name);
    const other = pairs.find(
      (p) =>
        p.index === holder?.index &&
        !byColumn.has(p.column.name) &&
        p.score >= 0.94 * holder.score &&
        p.words >= GOOD,
    );
    if (other === undefined) continue;
    byColumn.delete(pair.column.name);
    put(other);
    put(pair);
  }
  return [...byIndex.values()].sort((a, b) => b.score - a.score || a.index - b.index);
}

/** Heading and cells leave no doubt. */
const GOOD = 0.85;
