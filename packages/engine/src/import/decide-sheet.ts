import type { SheetHeader } from './find-header.ts';
import { findHitTargets, type HitTarget } from './hit-list.ts';
import { findSource, type SheetMapping } from './mapping-file.ts';
import type { ColumnMatch } from './match-columns.ts';
import type { Recognition } from './recognise.ts';
import type { SheetContext } from './sheet-context.ts';
import { findColumn, type Source } from './source.ts';

/** What a sheet is taken for: a list of one data set, a hit list of one or several, or nothing known. */
export interface Decision {
  readonly source: Source | null;
  readonly matches: readonly ColumnMatch[];
  readonly targets: readonly HitTarget[] | null;
  readonly confidence: number;
}

const UNKNOWN: Decision = { source: null, matches: [], targets: null, confidence: 1 };

/** A column is named by its heading or, where that is empty or stands twice, by its place: '#3' is the third. */
function placeOf(heading: string, header: SheetHeader): number {
  const named = header.headings.findIndex((h) => h.raw === heading.replace(/\s+/gu, ''));
  const place = /^#(\d{1,4})$/.exec(heading)?.[1];
  return named >= 0 || place === undefined ? named : Number(place) - 1;
}

/** The clerk's columns in place of the recognised ones. */
function corrected(
  matches: readonly ColumnMatch[],
  source: Source,
  header: SheetHeader,
  mapping: SheetMapping,
): ColumnMatch[] {
  const kept = new Map(matches.map((m) => [m.index, m]));
  for (const [heading, name] of Object.entries(mapping.columns ?? {})) {
    const index = placeOf(heading, header);
    if (index < 0) continue;
    kept.delete(index);
    const column = findColumn(source, name);
    if (column === undefined) continue;
    for (const [at, m] of kept) if (m.column.name === name) kept.delete(at);
    kept.set(index, { column, index, score: 1, words: 1 });
  }
  return [...kept.values()];
}

/** A file proposed by an earlier run says of a hit list only its data set: its hit columns read `table?`. */
function isUncorrectedHitList(mapping: SheetMapping, targets: readonly HitTarget[] | null): boolean {
  const named = mapping.dataset?.split('+') ?? [];
  return (
    targets !== null &&
    targets.length > 0 &&
    (named.length === 0 || named.some((n) => targets.some((t) => t.source.table === n)))
  );
}

function decideByMapping(
  recognition: Recognition,
  header: SheetHeader,
  targets: readonly HitTarget[] | null,
  mapping: SheetMapping,
  sources: readonly Source[],
): Decision {
  const first = targets?.[0];
  if (first !== undefined && isUncorrectedHitList(mapping, targets)) {
    return { source: first.source, matches: first.matches, targets, confidence: 1 };
  }
  const source =
    mapping.dataset === undefined ? recognition.best?.source : findSource(mapping.dataset, sources);
  const known = recognition.candidates.find((c) => c.source === source);
  if (source === undefined || known === undefined) return UNKNOWN;
  return { source, matches: corrected(known.matches, source, header, mapping), targets: null, confidence: 1 };
}

/** Settles what a sheet is: the clerk's word first, then hit lists, then the best data set. */
export function decideSheet(
  recognition: Recognition,
  header: SheetHeader,
  context: SheetContext,
  sources: readonly Source[],
  mapping: SheetMapping | undefined,
): Decision {
  const targets = findHitTargets(recognition, sources, context);
  if (mapping !== undefined) return decideByMapping(recognition, header, targets, mapping, sources);
  const { best, confidence } = recognition;
  const first = targets?.[0];
  if (first !== undefined)
    return { source: first.source, matches: first.matches, targets, confidence: Math.max(0.6, confidence) };
  if (best === null) return { ...UNKNOWN, confidence };
  return {
    source: best.source,
    matches: best.matches,
    targets: null,
    confidence: header.rows.length === 0 ? Math.min(0.5, confidence) : confidence,
  };
}
