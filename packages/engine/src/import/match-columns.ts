import { type ColumnProfile, fitOf } from './column-profile.ts';
import type { Heading } from './heading.ts';
import { headingScore, type PartyHeading, readParties } from './match-heading.ts';
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

/** What a column can be by its cells alone, where the heading says nothing. */
function contentScore(source: Source, column: SourceColumn, index: number, sheet: SheetColumns): number {
  const p = sheet.profiles[index];
  if (p === undefined || p.filled === 0) return 0;
  const leaf = sheet.headings[index]?.leaf ?? '';
  const scale = leaf === '' ? 1 : 0.8;
  const principal = source.persons[0];
  if (column.name === principal?.id && p.id >= 0.6 && (sheet.parties[index]?.party ?? '') === '')
    return 0.56 * scale;
  if (column.name === principal?.name && p.name >= 0.7 && leaf === '' && p.distinct > 0.5 * p.filled)
    return 0.5 - 0.01 * index;
  if (leaf !== '') return 0;
  if (column.name === 'plate_no' && p.plate >= 0.5) return 0.6;
  if (column.type === 'credit' && p.credit >= 0.5) return 0.6;
  if ((column.name === 'certificate_no' || column.name === 'disability_no') && p.disabilityNo >= 0.5)
    return 0.6;
  if (column.type === 'account' && p.account >= 0.7 && p.id < 0.2) return 0.45;
  if (column.type === 'phone' && p.phone >= 0.7 && p.account > 0.5) return 0.45;
  return looseContent(column, p);
}

function looseContent(column: SourceColumn, p: ColumnProfile): number {
  if (column.type === 'cat' && p.distinct <= 12 && p.filled > 0) {
    const known = p.values.filter((v) => column.values.has(v.trim())).length / Math.max(1, p.values.length);
    return known >= 0.9 && !/^\d+$/u.test(p.values[0] ?? '1') ? 0.44 : 0;
  }
  if (column.name === 'town' && p.values.every((v) => /(?:镇|乡|街道|办事处)$/u.test(v))) return 0.46;
  if (column.name === 'village' && p.values.every((v) => /(?:村|社区|居委会|居)$/u.test(v))) return 0.46;
  if (column.type === 'date' && p.date >= 0.8 && p.month + p.count < 0.2) return 0.41;
  if (column.type === 'month' && p.month >= 0.8) return 0.41;
  return column.type === 'money' && p.number >= 0.9 && p.date < 0.2 && p.phone < 0.2 && p.distinct > 1
    ? 0.4 - (p.count > 0.9 ? 0.05 : 0)
    : 0;
}

interface WordScore {
  readonly column: SourceColumn;
  readonly words: number;
}

/** Headings come again in every sheet of a county; words are compared once. */
const compared = new WeakMap<Source, Map<string, readonly WordScore[]>>();

function wordScores(source: Source, heading: Heading, party: PartyHeading): readonly WordScore[] {
  const known = compared.get(source) ?? new Map<string, readonly WordScore[]>();
  compared.set(source, known);
  const key = [heading.full, heading.leaf, heading.bare, heading.group, heading.period, party.kind, party.party].join('|');
  const old = known.get(key);
  if (old !== undefined) return old;
  const scores = source.columns.map((column) => ({ column, words: headingScore(heading, party, source, column) }));
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
    for (const { column, words } of wordScores(source, heading, party)) {
      const fit = words > 0.3 ? fitOf(column, profile) : 0;
      const score = Math.max(words * fit, contentScore(source, column, index, sheet));
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

/** One sheet column for each data set column and the reverse, best pairs first. */
export function assign(pairs: readonly ColumnMatch[]): ColumnMatch[] {
  const columns = new Set<string>();
  const indexes = new Set<number>();
  const out: ColumnMatch[] = [];
  for (const pair of pairs) {
    if (columns.has(pair.column.name) || indexes.has(pair.index)) continue;
    columns.add(pair.column.name);
    indexes.add(pair.index);
    out.push(pair);
  }
  return out;
}
