import type { DuckDBConnection } from '@duckdb/node-api';
import { quoted, rowsOf, valueOf } from '../dataset/sql-engine.ts';
import { cellNames } from './import-sheet.ts';
import { findColumn, type Source } from './source.ts';
import type { ReadySheet } from './take-sheet.ts';

/** Rows whose subject cannot be known go to set_aside; returns how many source rows that were. */
export async function setAsideUnknown(
  db: DuckDBConnection,
  ready: ReadySheet,
  source: Source,
): Promise<number> {
  const subject = subjectSql(source);
  if (subject === null) return 0;
  const without = Number(
    await valueOf(
      db,
      `select count(*) from ${source.table} where sheet_id = ${ready.sheetId} and not (${subject})`,
    ),
  );
  if (without === 0) return 0;
  const lost = `${ready.sheet.table}_lost`;
  await db.run(
    `create temp table ${lost} as select row_no from ${source.table} where sheet_id = ${ready.sheetId} group by row_no having not bool_or(${subject})`,
  );
  await writeAside(db, ready, `row_no in (select row_no from ${lost})`, {
    code: 'IMP-301',
    zh: '没有可用的姓名或证件号码，无法确定是谁',
    en: 'no usable name or ID number: nobody can say whose row it is',
  });
  await db.run(
    `delete from ${source.table} where sheet_id = ${ready.sheetId} and (row_no in (select row_no from ${lost}) or not (${subject}))`,
  );
  const count = Number(await valueOf(db, `select count(*) from ${lost}`));
  await db.run(`drop table ${lost}`);
  return count;
}

const usable = (id: string): string =>
  `(${id} is not null and coalesce(${id}_state, 'missing') not in ('placeholder', 'missing', 'other'))`;

function subjectSql(source: Source): string | null {
  const tests = source.persons.flatMap((p) => [`${p.name} is not null`, usable(p.id)]);
  if (source.table === 'payment') tests.push('account_name is not null', 'account_no is not null');
  if (source.table === 'business') tests.push('company is not null', 'credit_code is not null');
  if (source.table === 'standard')
    tests.push('amount_fen is not null', 'consumption_fen is not null', 'minimum_wage_fen is not null');
  const optional = ['disability_no', 'certificate_no', 'file_no', 'hukou_no'].filter(
    (c) => findColumn(source, c) !== undefined && source.persons.length > 0,
  );
  // A certificate or file number names its holder where name and number are lost.
  tests.push(...optional.map((c) => `length(${c}) >= 18`));
  return tests.length === 0 ? null : tests.map((t) => `coalesce(${t}, false)`).join(' or ');
}

/** Copies raw rows to set_aside with the reason, every cell as it stands. */
export async function writeAside(
  db: DuckDBConnection,
  ready: Pick<ReadySheet, 'sheet' | 'sheetId'>,
  where: string,
  why: { code: string; zh: string; en: string },
): Promise<void> {
  const cells = `to_json([${cellNames(ready.sheet).join(', ')}])`;
  await db.run(
    `insert into set_aside select ${ready.sheetId}, row_no, '${why.code}', ${quoted(why.zh)}, ${quoted(why.en)}, arg_min(${cells}, part) from ${ready.sheet.table} where ${where} group by row_no`,
  );
}

/** Rows of a hit list without name and number. */
export async function setAsideHits(
  db: DuckDBConnection,
  ready: ReadySheet,
  people: readonly number[],
): Promise<number> {
  if (people.length === 0) return 0;
  const where = people.map((i) => `coalesce(trim(c${i}), '') in ('', '/', '-', '—', '无')`).join(' and ');
  const rows = await rowsOf(
    db,
    `select count(distinct row_no) as n from ${ready.sheet.table} where ${where}`,
  );
  await writeAside(db, ready, where, {
    code: 'IMP-301',
    zh: '没有可用的姓名或证件号码，无法确定是谁',
    en: 'no usable name or ID number: nobody can say whose row it is',
  });
  const count = Number(rows[0]?.['n'] ?? 0);
  await db.run(`delete from ${ready.sheet.table} where ${where}`);
  return count;
}
