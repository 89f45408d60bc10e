import type { DuckDBConnection } from '@duckdb/node-api';
import { appendText, rowsOf, type SqlRow, valueOf } from '../dataset/sql-engine.ts';
import type { TypedCell } from './type-value.ts';

/** A table of the distinct cells that the fast path could not type, with their typed values. */
export interface ValueMap {
  readonly table: string;
  readonly faults: number;
}

const PAGE = 50_000;

/**
 * Types the distinct values of an expression that `fast` does not accept.
 * @param expr SQL text expression over `body`
 * @param fast SQL predicate; cells it accepts are typed in SQL by the caller
 * @param width number of values each cell gives: v0, v1 …
 * @returns null when every cell took the fast path
 */
export async function mapValues(
  db: DuckDBConnection,
  body: string,
  expr: string,
  fast: string,
  convert: (raw: string) => TypedCell,
  width: number,
  table: string,
): Promise<ValueMap | null> {
  const odd =
    fast === ID_PLAIN
      ? oddIdsSql(body, expr)
      : `select distinct ${expr} as raw from ${body} where (${expr}) is not null and not coalesce(${fast}, false)`;
  let faults = 0;
  const keep = async (page: readonly SqlRow[]): Promise<void> => {
    const rows = page.map((r) => {
      const raw = String(r['raw']);
      const typed = convert(raw);
      if (typed.fault !== null) faults += 1;
      return [raw, typed.fault, ...Array.from({ length: width }, (_, i) => typed.values[i] ?? null)];
    });
    await appendText(db, table, rows);
  };
  // Most columns have few odd cells: they are fetched at once. More than a page waits in a table.
  const first = await rowsOf(db, `${odd} limit ${PAGE + 1}`);
  if (first.length === 0) return null;
  const columns = Array.from({ length: width }, (_, i) => `v${i} varchar`).join(', ');
  await db.run(`create temp table ${table} (raw varchar, fault varchar, ${columns})`);
  if (first.length <= PAGE) await keep(first);
  else await inPages(db, odd, `${table}_in`, keep);
  return { table, faults };
}

async function inPages(
  db: DuckDBConnection,
  query: string,
  list: string,
  keep: (page: readonly SqlRow[]) => Promise<void>,
): Promise<void> {
  await db.run(`create temp table ${list} as ${query}`);
  const count = Number((await valueOf(db, `select count(*) from ${list}`)) ?? 0);
  for (let at = 0; at < count; at += PAGE)
    await keep(await rowsOf(db, `select raw from ${list} where rowid >= ${at} and rowid < ${at + PAGE}`));
  await db.run(`drop table ${list}`);
}

const ID_PLAIN = 'id_plain';

/**
 * The weighted sum of GB 11643-1999 over the first 17 digits n, up to a multiple of 11. The weight of the digit at
 * 10^k is 2^(k+1) mod 11, and that digit is n // 10^k less ten times n // 10^(k+1); gathered by quotient and with
 * −10 ≡ 1 mod 11, each quotient counts 2^(k+1) + 2^k = 3·2^k, the last n itself 2. One division a digit, not two.
 */
const CHECK_SUM = Array.from({ length: 17 }, (_, k) =>
  k === 0 ? 'n * 2' : `(n // ${10 ** k}) * ${(3 * 2 ** k) % 11}`,
).join(' + ');

/**
 * SQL for the distinct number cells that are not a clean 18-digit number with a real birth date and the right check digit.
 * The first 17 digits become one integer first, so that the check is arithmetic on columns, not on text.
 */
function oddIdsSql(body: string, expr: string): string {
  const [y, m, d] = ['((n // 10000000) % 10000)', '((n // 100000) % 100)', '((n // 1000) % 100)'];
  const day = `${m} between 1 and 12 and ${d} >= 1 and (${d} <= 28 or (${m} <> 2 and ${d} <= 30) or (${d} = 31 and ${m} in (1, 3, 5, 7, 8, 10, 12))) and ${y} between 1900 and 2030`;
  return `select distinct raw from (select ${expr} as raw, case when length(${expr}) = 18 then try_cast(left(${expr}, 17) as bigint) end as n from ${body} where (${expr}) is not null)
    where not coalesce(n between 10000000000000000 and 79999999999999999 and ${day} and right(raw, 1) = substr('10X98765432', cast((${CHECK_SUM}) % 11 as integer) + 1, 1), false)`;
}

/** Fast-path predicates and values by column type; a type not listed always goes through its value map. */
export const FAST = {
  id: (): string => ID_PLAIN,
  name: (e: string): string =>
    `(regexp_full_match(${e}, '\\p{Han}{2,3}') and ${e} not in ('没有', '暂无', '不详', '未知', '未填', '无名', '未提供', '不清楚', '姓名', '本人', '无此人', '同上') and right(${e}, 1) not in ('等', '妻', '夫', '母', '父', '士', '生', '志'))`,
  date: (e: string): string =>
    `(regexp_full_match(${e}, '(19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}') and try_cast(${e} as date) is not null and ${e} > '1900-02-01')`,
  month: (e: string): string => `regexp_full_match(${e}, '(19|20)[0-9]{2}-(0[1-9]|1[0-2])')`,
  money: (e: string): string => `regexp_full_match(${e}, '-?[0-9]{1,10}(\\.[0-9]{1,2})?')`,
  int: (e: string): string => `regexp_full_match(${e}, '[0-9]{1,8}')`,
  decimal: (e: string): string => `regexp_full_match(${e}, '-?[0-9]{1,9}(\\.[0-9]{1,6})?')`,
  phone: (e: string): string =>
    `(regexp_full_match(${e}, '1[3-9][0-9]{9}') and not regexp_matches(${e}, '0{7}|1{7}|8{8}'))`,
  account: (e: string): string =>
    `(regexp_full_match(${e}, '[0-9]{9,25}') and not regexp_matches(${e}, '^0+$|000$'))`,
  none: 'false',
} as const;
