import type { ColumnProfile } from './column-profile.ts';
import type { Heading } from './heading.ts';
import { isWideMonth } from './find-header.ts';
import { assign, type ColumnMatch, scorePairs, type SheetColumns, sheetColumns } from './match-columns.ts';
import { normaliseHeading } from './heading.ts';
import type { SheetContext } from './sheet-context.ts';
import type { Source } from './source.ts';

/** How well a sheet fits one data set. */
export interface Candidate {
  readonly source: Source;
  readonly matches: readonly ColumnMatch[];
  /** Points for file name, folder, sheet and title. */
  readonly names: number;
  readonly needs: number;
  readonly score: number;
}

export interface Recognition {
  readonly best: Candidate | null;
  /** 0–1 */
  readonly confidence: number;
  /** All candidates, best first. */
  readonly candidates: readonly Candidate[];
  readonly columns: SheetColumns;
}

const PLACE_WEIGHT = { sheet: 1, title: 0.9, file: 1, folder: 0.55 } as const;

/** Keywords of a text, longest first, each stretch of text counted once. */
function wordsIn(text: string, names: ReadonlyMap<string, number>): Map<string, number> {
  let rest = normaliseHeading(text);
  const found = new Map<string, number>();
  for (const [word, weight] of [...names].sort((a, b) => b[0].length - a[0].length)) {
    if (!rest.includes(word)) continue;
    found.set(word, weight);
    rest = rest.replaceAll(word, '|');
  }
  return found;
}

/** Points a sheet's surroundings give to a data set; a word counts fully once and a little for each further place. */
export function namePoints(source: Source, context: SheetContext): number {
  const best = new Map<string, { points: number; times: number }>();
  for (const { place, text } of context.places) {
    if (place === 'title' && text.length > 60) continue;
    for (const [word, weight] of wordsIn(text, source.names)) {
      const points = weight * PLACE_WEIGHT[place];
      const old = best.get(word);
      best.set(word, {
        points: old === undefined || Math.abs(points) > Math.abs(old.points) ? points : old.points,
        times: (old?.times ?? 0) + 1,
      });
    }
  }
  let sum = 0;
  for (const { points, times } of best.values()) sum += points * (1 + 0.15 * Math.min(times - 1, 2));
  return Math.max(-8, Math.min(10, sum));
}

/** How telling each sheet column is: high when few data sets know its heading. */
function telling(all: readonly (readonly ColumnMatch[])[], width: number): number[] {
  const counts = new Array<number>(width).fill(0);
  for (const pairs of all) {
    const seen = new Set<number>();
    for (const pair of pairs) if (pair.words >= 0.8) seen.add(pair.index);
    for (const index of seen) counts[index] = (counts[index] ?? 0) + 1;
  }
  const n = all.length;
  return counts.map((c) => Math.log(1 + n / Math.max(1, c)) / Math.log(1 + n));
}

function candidate(
  source: Source,
  matches: readonly ColumnMatch[],
  weights: readonly number[],
  bestWords: readonly number[],
  names: number,
): Candidate {
  const needs = matches.filter((m) => source.needs.includes(m.column.name)).length;
  const people = source.persons.length === 0 || matches.some((m) => m.column.slot !== null);
  let score = columnPoints(matches, weights, bestWords);
  if (needs === 0 && source.needs.length > 0) score *= names >= 3 ? 0.8 : 0.4;
  if (!people) score *= 0.2;
  const points = names * (people ? 0.75 : 0.3);
  return { source, matches, names, needs, score: score + points };
}

/** Points for columns that fit, less some for telling headings this data set does not know. */
function columnPoints(
  matches: readonly ColumnMatch[],
  weights: readonly number[],
  bestWords: readonly number[],
): number {
  const mapped = new Set(matches.map((m) => m.index));
  let score = 0;
  for (const m of matches) score += 2.2 * m.score * (weights[m.index] ?? 0);
  for (const [index, words] of bestWords.entries())
    if (!mapped.has(index) && words >= 0.9) score -= 0.7 * (weights[index] ?? 0);
  return score;
}

/** Which data set a sheet is, and which column is which. */
export function recognise(
  sources: readonly Source[],
  headings: readonly Heading[],
  profiles: readonly ColumnProfile[],
  context: SheetContext,
): Recognition {
  const first = sources[0];
  if (first === undefined) throw new Error('no data sets loaded');
  const columns = sheetColumns(headings, profiles, first);
  const pairs = sources.map((source) => scorePairs(source, columns));
  const weights = telling(pairs, headings.length);
  const bestWords = new Array<number>(headings.length).fill(0);
  for (const pair of pairs.flat()) bestWords[pair.index] = Math.max(bestWords[pair.index] ?? 0, pair.words);
  const wide = headings.filter((h) => isWideMonth(h.raw.split('/').at(-1) ?? '')).length;
  const candidates = sources
    .map((source, i) => {
      const names = namePoints(source, context) + (wide >= 2 ? (source.wide === null ? -2 : 3) : 0);
      return candidate(source, assign(pairs[i] ?? []), weights, bestWords, names);
    })
    .sort((a, b) => b.score - a.score || (a.source.id < b.source.id ? -1 : 1));
  const best = candidates[0];
  if (best === undefined || best.score < 1.6 || best.matches.length < 2)
    return { best: null, confidence: 0, candidates, columns };
  return { best, confidence: confidenceOf(best, candidates[1]), candidates, columns };
}

function confidenceOf(best: Candidate, second: Candidate | undefined): number {
  const margin = (best.score - (second?.score ?? 0)) / Math.max(1, best.score);
  const strength = Math.min(1, best.score / 5);
  return Math.round(100 * strength * Math.min(1, 0.55 + 1.5 * Math.max(0, margin))) / 100;
}
