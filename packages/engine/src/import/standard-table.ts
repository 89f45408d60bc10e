import type { DuckDBConnection } from '@duckdb/node-api';
import { quoted } from '../dataset/sql-engine.ts';
import type { ColumnProfile } from './column-profile.ts';
import type { Heading } from './heading.ts';
import { findColumn, getColumn, type Source } from './source.ts';
import { contextCategory } from './type-value.ts';
import type { Field } from './typing-task.ts';

const KINDS = ['programme', 'scheme', 'support_form'] as const;

function codeOf(source: Source, heading: Heading, name: (typeof KINDS)[number]): string | null {
  const values = findColumn(source, name)?.values;
  return values === undefined ? null : contextCategory(heading.raw, values);
}

/**
 * Columns of a table of standards that hold one standard each: 城市低保标准 | 农村低保标准 | 特困标准. Empty when there
 * is only one column of amounts.
 */
export function standardColumns(
  source: Source,
  headings: readonly Heading[],
  profiles: readonly ColumnProfile[],
  taken: ReadonlyMap<number, string>,
): number[] {
  if (source.kind !== 'standard') return [];
  const seen = new Set<string>();
  const found = headings.flatMap((heading, i) => {
    const codes = KINDS.map((name) => codeOf(source, heading, name));
    const isFree = (taken.get(i) ?? 'amount_fen') === 'amount_fen';
    if (!isFree || !isAmount(profiles[i]) || NO_STANDARD.test(heading.full) || codes.every((c) => c === null))
      return [];
    seen.add(codes.join('|'));
    return [i];
  });
  return found.length >= 2 && seen.size >= 2 ? found : [];
}

const NO_STANDARD = /人数|户数|比例|消费|工资/u;
const isAmount = (profile: ColumnProfile | undefined): boolean =>
  profile !== undefined && Math.max(profile.number, profile.count) >= 0.5;

/** Where one standard's amount stands, and under which heading. */
interface AmountPlace {
  readonly expr: string;
  readonly heading: Heading | null;
}

/**
 * Fields of one column of standards: what its heading says of programme and scheme comes before other columns.
 * @param index the column; null for a table with one standard a row
 */
export function standardFields(
  source: Source,
  fields: ReadonlyMap<string, Field>,
  index: number | null,
  headings: readonly Heading[],
): Map<string, Field> {
  const out = new Map(fields);
  const heading = index === null ? undefined : headings[index];
  if (heading !== undefined)
    for (const name of KINDS)
      if (codeOf(source, heading, name) !== null) putFirst(out, source, name, quoted(heading.raw));
  const amount = index === null ? ownAmount(fields) : { expr: `c${index}`, heading: heading ?? null };
  if (amount === null) return out;
  splitItems(out, source, fields.get('programme')?.exprs[0], amount);
  putLast(out, source, 'unit', unitSql(amount));
  return out;
}

function ownAmount(fields: ReadonlyMap<string, Field>): AmountPlace | null {
  const field = fields.get('amount_fen');
  const expr = field?.exprs[0];
  return field === undefined || expr === undefined ? null : { expr, heading: field.heading };
}

/** The unit in the cell, else in the heading; the group above a column may say it: 月标准/城镇. */
function unitSql({ expr, heading }: AmountPlace): string {
  const raw = heading?.raw ?? '';
  const unit = /[/每]年|^年|年标准/u.test(raw) ? '元/年' : /月/u.test(raw) ? '元/月' : null;
  return `case when regexp_matches(${expr}, '/ *年|每年') then '元/年' when regexp_matches(${expr}, '/ *月|每月') then '元/月' else ${quoted(unit)} end`;
}

/** 上年度人均消费支出 and 最低工资 may stand among the programmes as rows of their own. */
function splitItems(
  fields: Map<string, Field>,
  source: Source,
  item: string | undefined,
  { expr: amount, heading }: AmountPlace,
): void {
  const put = (name: string, sql: string): void => {
    fields.set(name, { column: getColumn(source, name), exprs: [sql], heading });
  };
  if (item === undefined) return put('amount_fen', amount);
  put(
    'amount_fen',
    `case when not regexp_matches(coalesce(${item}, ''), '消费支出|最低工资') then ${amount} end`,
  );
  for (const [name, word] of [
    ['consumption_fen', '消费支出'],
    ['minimum_wage_fen', '最低工资'],
  ] as const) {
    const own = fields.get(name)?.exprs[0];
    const said = `case when regexp_matches(${item}, '${word}') then ${amount} end`;
    put(name, own === undefined ? said : `coalesce(${own}, ${said})`);
  }
}

function putFirst(fields: Map<string, Field>, source: Source, name: string, sql: string): void {
  const old = fields.get(name)?.exprs ?? [];
  fields.set(name, { column: getColumn(source, name), exprs: [sql, ...old], heading: null });
}

function putLast(fields: Map<string, Field>, source: Source, name: string, sql: string): void {
  const old = fields.get(name)?.exprs ?? [];
  fields.set(name, {
    column: getColumn(source, name),
    exprs: [...old, sql],
    heading: null,
    quietFrom: old.length,
  });
}

/** Gives the dibao standards of a sheet the consumption of the row that states it for the same region and scheme. */
export async function spreadConsumption(db: DuckDBConnection, sheetId: number): Promise<void> {
  await db.run(`update standard set consumption_fen = c.consumption_fen from
      (select region, scheme, max(consumption_fen) as consumption_fen from standard where sheet_id = ${sheetId} and amount_fen is null and consumption_fen is not null group by all) c
    where sheet_id = ${sheetId} and programme = 'dibao' and amount_fen is not null and standard.consumption_fen is null
      and standard.region is not distinct from c.region and standard.scheme is not distinct from c.scheme`);
}
