import type { DuckDBConnection } from '@duckdb/node-api';
import { UserError } from '@yangguang/domain/errors/user-error';
import { quoted, rowsOf } from '../../dataset/sql-engine.ts';
import type { Plan } from '../plan/plan.ts';

export type SideName = 'left' | 'right';

/** A file that has been opened as a view. */
export interface OpenedFile {
  readonly side: SideName;
  readonly view: string;
  /** Its name without folders, for messages. */
  readonly name: string;
  readonly columns: readonly string[];
}

/** A name in SQL. */
export const identifier = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** A column's text without blanks around it, null where nothing is left or the side does not have the column. */
export const trimmedColumn = (column: string | null): string =>
  column === null ? 'null::varchar' : `nullif(trim(${identifier(column)}), '')`;

/** The column of a field on one side; null where the side does not have it. */
export function columnOf(plan: Plan, field: string, side: SideName): string | null {
  const spec = plan.fields[field];
  return spec?.column ?? spec?.[side] ?? null;
}

/** The column that names a record. */
export function idColumnOf(plan: Plan, file: OpenedFile): string {
  const told = typeof plan.id === 'object' ? plan.id[file.side] : plan.id;
  return told ?? file.columns[0] ?? '';
}

/**
 * Makes table `src_l` or `src_r`: id and the plan's fields as trimmed text, null where empty, and for numbers whether
 * they are right as they stand. `where` (over the view's columns) leaves rows out while they are read.
 *
 * @throws UserError LNK-104 for a column the file does not have, LNK-105 when ids are missing or not unique
 */
export async function readSource(db: DuckDBConnection, plan: Plan, file: OpenedFile): Promise<void> {
  const table = file.side === 'left' ? 'src_l' : 'src_r';
  const id = idColumnOf(plan, file);
  assertColumns(plan, file);
  const fields = Object.keys(plan.fields).map(
    (name) => `${trimmedColumn(columnOf(plan, name, file.side))} as ${name}_raw`,
  );
  const numbers = Object.entries(plan.fields).flatMap(([name, { type }]) =>
    type === 'id_number' ? [`coalesce(is_plain_number(${name}_raw), false) as ${name}_plain`] : [],
  );
  await db.run(`create or replace table ${table} as select *${numbers.map((n) => `, ${n}`).join('')}
    from (select ${trimmedColumn(id)} as _id, ${fields.join(', ')} from ${file.view})`);
  await assertIds(db, table, file, id);
}

/** @throws UserError LNK-104 for a column of the plan that the file does not have */
export function assertColumns(plan: Plan, file: OpenedFile): void {
  const id = idColumnOf(plan, file);
  const wanted = [id, ...Object.keys(plan.fields).flatMap((name) => columnOf(plan, name, file.side) ?? [])];
  const missing = wanted.find((column) => !file.columns.includes(column));
  if (missing === undefined) return;
  throw new UserError('LNK-104', {
    what: {
      zh: `“${file.name}”没有名为“${missing}”的列。`,
      en: `“${file.name}” has no column called “${missing}”.`,
    },
    why: {
      zh: `该文件的列有：${file.columns.join('、')}。`,
      en: `Its columns are: ${file.columns.join(', ')}.`,
    },
    remedy: {
      zh: '请在方案中改正列名（区分全半角和空格）。',
      en: 'Correct the name in the plan; width and blanks count.',
    },
  });
}

async function assertIds(db: DuckDBConnection, table: string, file: OpenedFile, id: string): Promise<void> {
  const [bad] = await rowsOf(
    db,
    `select count(*) filter (_id is null)::bigint as missing, (count(_id) - count(distinct _id))::bigint as again from ${table}`,
  );
  const [missing, again] = [Number(bad?.missing ?? 0), Number(bad?.again ?? 0)];
  if (missing === 0 && again === 0) return;
  throw new UserError('LNK-105', {
    what: {
      zh: `“${file.name}”的“${id}”列不能用来称呼各行。`,
      en: `Column “${id}” of “${file.name}” cannot name the rows.`,
    },
    why: {
      zh: `有${missing}行为空，${again}行与别的行相同。`,
      en: `${missing} rows have none, and ${again} have that of another row.`,
    },
    remedy: {
      zh: '请在方案的 id 中写上每行唯一的一列。',
      en: 'Name a column under id that is different in every row.',
    },
  });
}

/** Judgements given by record id: `judgement(l, r, verdict, is_alone)`, the newest of a pair counting. */
export async function readJudgements(
  db: DuckDBConnection,
  plan: Plan,
  view: string | null,
  isLink: boolean,
): Promise<void> {
  await db.run('create or replace table judgement (l integer, r integer, verdict varchar, is_alone boolean)');
  if (view === null) return;
  const right = isLink ? 'side_r' : 'side_l';
  const words = [
    ['同一人', 'same'],
    ['不是同一人', 'not_same'],
    ['不确定', 'unsure'],
  ].map(([zh = '', code = '']) => `when ${quoted(zh)} then ${quoted(code)}`);
  // In one table a pair may be judged in either order of the two.
  const [l, r] = isLink ? ['a.rid', 'b.rid'] : ['least(a.rid, b.rid)', 'greatest(a.rid, b.rid)'];
  await db.run(`insert into judgement
    select l, r, last(verdict order by judged_at nulls first, place), ${plan.one_to_one}
    from (select ${l} as l, ${r} as r, case j.verdict ${words.join(' ')} else j.verdict end as verdict, j.judged_at, j.place
      from (select id_left, id_right, verdict, judged_at, row_number() over () as place from ${view}) j
      join side_l a on a._id = j.id_left join ${right} b on b._id = j.id_right)
    where verdict in ('same', 'not_same', 'unsure') group by l, r`);
}
