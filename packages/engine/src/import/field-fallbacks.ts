import { quoted } from '../dataset/sql-engine.ts';
import type { SheetContext } from './sheet-context.ts';
import { findColumn, type Source } from './source.ts';
import type { Field } from './typing-task.ts';

type Fields = Map<string, Field>;

/** Village lines, chapters and the sheet's own name fill in places and categories no column gives. */
export function addFallbacks(
  fields: Fields,
  source: Source,
  context: SheetContext,
  hasSections: boolean,
): void {
  for (const name of ['town', 'village'] as const) placeFallback(fields, source, context, hasSections, name);
  if (hasSections) chapterFallbacks(fields, source);
}

function placeFallback(
  fields: Fields,
  source: Source,
  context: SheetContext,
  hasSections: boolean,
  name: 'town' | 'village',
): void {
  const column = findColumn(source, name);
  const field = fields.get(name);
  if (column === undefined) return;
  const said = field === undefined ? placeInContext(context, name) : [];
  // The typing lets the last expression win, so the column's own word stands last.
  const exprs = [
    ...said,
    ...(hasSections ? [`section_${name}`] : []),
    ...[...(field?.exprs ?? [])].reverse(),
  ];
  if (exprs.length > 0) fields.set(name, { column, exprs, heading: field?.heading ?? null });
}

const placeInContext = (context: SheetContext, name: 'town' | 'village'): string[] =>
  context.places
    .flatMap((p) => placeName(p.text, name) ?? [])
    .slice(0, 1)
    .map(quoted);

function placeName(text: string, as: 'town' | 'village'): string | null {
  const ending = as === 'town' ? '(?:镇|乡|街道|办事处)' : '(?:村|社区|居委会)';
  const match = new RegExp(
    `(?:^|[县市区\\s_\\-（(、.]|\\d|年度?|月)([\\p{Script=Han}]{2,5}?${ending})(?![镇街居民级居])`,
    'u',
  ).exec(text);
  const found = match?.[1] ?? null;
  return found === null || /乡镇|各镇|全镇|全村|农村|城镇|街镇|镇村|县乡|各村|乡村/u.test(found)
    ? null
    : found;
}

/** A chapter's line (一、城市低保) says programme and scheme of the rows below where no column does. */
function chapterFallbacks(fields: Fields, source: Source): void {
  for (const column of source.columns.filter((c) => c.fromContext)) {
    const { exprs = [], heading = null, quietFrom = exprs.length } = fields.get(column.name) ?? {};
    fields.set(column.name, { column, exprs: [...exprs, 'section_text'], heading, quietFrom });
  }
}
