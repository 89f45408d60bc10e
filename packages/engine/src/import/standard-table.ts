import type { DuckDBConnection } from '@duckdb/node-api';
import { quoted } from '../dataset/sql-engine.ts';
import type { ColumnProfile } from './column-profile.ts';
import type { Heading } from './heading.ts';
import { findColumn, getColumn, type Source } from './source.ts';
import { contextCategory } from './type-value.ts';
import type { Field } from './typing-task.ts';

const KINDS = ['programme', 'scheme', 'support_form'] as const;

function codesOf(source: Source, heading: Heading): (string | null)[] {
  return KINDS.map((name) => {
    const values = findColumn(source, name)?.values;
    return values === undefined ? null : contextCategory(heading.raw, values);
  });
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
    const profile = profiles[i];
    const isFree = !taken.has(i) || taken.get(i) === 'amount_fen';
    const isAmount = profile !== undefined && Math.max(profile.number, profile.count) >= 0.5;
    const codes = codesOf(source, heading);
    if (
      !isFree ||
      !isAmount ||
      /人数|户数|比例|消费|工资/u.test(heading.full) ||
      codes.every((c) => c === null)
    )
      return [];
    seen.add(codes.join('|'));
    return [i];
  });
  return found.length >= 2 && seen.size >= 2 ? found : [];
}

const PERIOD = { month: '元/月', quarter: null, year: '元/年' } as const;

/** Fields of one column of standards: what its heading says of programme, scheme and unit comes before other columns. */
export function standardFields(
  source: Source,
  fields: ReadonlyMap<string, Field>,
  index: number | null,
  headings: readonly Heading[],
): Map<string, Field> {
  const out = new Map(fields);
  const amount = index === null ? fields.get('amount_fen') : undefined;
  const heading = index === null ? (amount?.heading ?? null) : (headings[index] ?? null);
  const expr = index === null ? amount?.exprs[0] : `c${index}`;
  if (heading !== null && index !== null)
    for (const [at, code] of codesOf(source, heading).entries())
      if (code !== null) putFirst(out, source, KINDS[at] ?? 'programme', quoted(heading.raw));
  if (expr === undefined) return out;
  splitItems(out, source, fields.get('programme')?.exprs[0], expr, heading);
  const unit = heading?.period == null ? null : PERIOD[heading.period];
  putLast(
    out,
    source,
    'unit',
    `case when regexp_matches(${expr}, '/ *年|每年') then '元/年' when regexp_matches(${expr}, '/ *月|每月') then '元/月' else ${quoted(unit)} end`,
  );
  return out;
}

/** 上年度人均消费支出 and 最低工资 may stand among the programmes as rows of their own. */
function splitItems(
  fields: Map<string, Field>,
  source: Source,
  item: string | undefined,
  amount: string,
  heading: Heading | null,
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
