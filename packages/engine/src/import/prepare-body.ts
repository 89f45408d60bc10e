import type { DuckDBConnection } from '@duckdb/node-api';
import { quoted, rowsOf, valueOf } from '../dataset/sql-engine.ts';
import { fillHouseholds, type HouseholdColumns } from './fill-households.ts';
import { fillSections, type SectionLine } from './fill-sections.ts';
import { cellNames } from './import-sheet.ts';
import type { RawSheet } from './read/raw-sheet.ts';
import type { Source } from './source.ts';

/** Columns by what they hold, for the repairs below. */
export interface BodyRoles {
  /** Town, village and head columns that a grouped list fills only once per group. */
  readonly fillable: readonly number[];
  /** Name and number column of the main person. */
  readonly name: number | null;
  readonly id: number | null;
  /** Of a list with one row a member; null for others. */
  readonly household: HouseholdColumns | null;
}

/**
 * Repairs the data rows in place: 同上 and the empty cells of grouped lists take the value above, village lines become
 * columns, rows with several people become several rows.
 */
export async function prepareBody(
  db: DuckDBConnection,
  sheet: RawSheet,
  source: Source,
  roles: BodyRoles,
  sections: readonly SectionLine[],
): Promise<void> {
  await db.run(`alter table ${sheet.table} add column part integer default 0`);
  await fillDitto(db, sheet, source);
  if (roles.household !== null) await fillHouseholds(db, sheet.table, roles.household);
  await fillGroups(db, sheet.table, roles);
  await fillSections(db, sheet.table, sections);
  await splitPeople(db, sheet, roles);
}

async function fillDitto(db: DuckDBConnection, sheet: RawSheet, source: Source): Promise<void> {
  const words = source.vocabulary.dittoValues.map((v) => quoted(v)).join(', ');
  if (words === '') return;
  const cells = cellNames(sheet);
  // A cheap range first: all ditto words lie in it, hardly any other cell does.
  const counts =
    (
      await rowsOf(
        db,
        `select ${cells.map((c) => `count(*) filter (${c} < '$' or ${c} between '“' and '〇' or ${c} between '同' and '后') as ${c}`).join(', ')} from ${sheet.table}`,
      )
    )[0] ?? {};
  for (const cell of cells) {
    if (Number(counts[cell] ?? 0) === 0) continue;
    await fillFromAbove(db, sheet.table, cell, `trim(${cell}) in (${words})`);
  }
}

/** Sets `cell` to the nearest value above where `gap` holds. */
async function fillFromAbove(db: DuckDBConnection, table: string, cell: string, gap: string): Promise<void> {
  await db.run(`create temp table ${table}_fill as select row_no, last_value(case when coalesce(${gap}, false) then null else ${cell} end ignore nulls)
    over (order by row_no rows between unbounded preceding and current row) as above, coalesce(${gap}, false) or ${cell} is null as gap from ${table}`);
  await db.run(
    `update ${table} set ${cell} = f.above from ${table}_fill f where f.row_no = ${table}.row_no and f.gap and coalesce(${gap}, false)`,
  );
  await db.run(`drop table ${table}_fill`);
}

/**
 * A grouped list has a value in the first row of each group and nothing below: many gaps, none in the first row, and
 * each value stands once, at the head of its group; in a list that merely has gaps the values repeat.
 */
async function fillGroups(db: DuckDBConnection, table: string, roles: BodyRoles): Promise<void> {
  if (roles.fillable.length === 0) return;
  const emptyOf = (index: number): string => `(c${index} is null or trim(c${index}) = '')`;
  const counts = roles.fillable.map(
    (i) => `count(*) filter (${emptyOf(i)}) as gaps_${i}, arg_min(${emptyOf(i)}, row_no) as first_empty_${i}`,
  );
  const [seen = {}] = await rowsOf(db, `select count(*) as n, ${counts.join(', ')} from ${table}`);
  const n = Number(seen['n']);
  const person = roles.id ?? roles.name;
  for (const index of roles.fillable) {
    const gaps = Number(seen[`gaps_${index}`]);
    if (!hasGaps(n, gaps) || seen[`first_empty_${index}`] === true) continue;
    const groups = Number(await valueOf(db, `select count(distinct c${index}) from ${table}`));
    if (groups < 0.7 * (n - gaps)) continue;
    const where =
      person === null || person === index ? emptyOf(index) : `${emptyOf(index)} and c${person} is not null`;
    await fillFromAbove(db, table, `c${index}`, where);
  }
}

const hasGaps = (n: number, gaps: number): boolean => gaps < n && gaps / n >= 0.2;

const NUMBERS = "'[0-9]{17}[0-9Xx]|[0-9]{15}'";

/** One row per person where the number cell holds several numbers; the names are shared out in their order. */
async function splitPeople(db: DuckDBConnection, sheet: RawSheet, roles: BodyRoles): Promise<void> {
  if (roles.id === null) return;
  const { table } = sheet;
  const id = `c${roles.id}`;
  const several = `(length(${id}) >= 31 and len(regexp_extract_all(${id}, ${NUMBERS})) >= 2)`;
  if (Number(await valueOf(db, `select count(*) from ${table} where ${several}`)) === 0) return;
  const name = roles.name === null ? null : `c${roles.name}`;
  const names =
    name === null
      ? '[]'
      : `list_filter(regexp_split_to_array(trim(coalesce(${name}, '')), '[、,，;；/\\s]+'), x -> x <> '')`;
  const cells = cellNames(sheet).map((c) => {
    if (c === id) return 'ids[n] as ' + c;
    return c === name
      ? `case when len(names) = len(ids) then names[n] when n = 1 then names[1] end as ${c}`
      : c;
  });
  await db.run(`create temp table ${table}_split as select * exclude (ids, names, n, part, ${cellNames(sheet).join(', ')}), n::integer as part, ${cells.join(', ')}
    from (select *, unnest(range(1, len(ids) + 1)) as n from (select *, regexp_extract_all(${id}, ${NUMBERS}) as ids, ${names} as names from ${table} where ${several}))`);
  await db.run(`delete from ${table} where ${several}`);
  await db.run(`insert into ${table} by name select * from ${table}_split`);
  await db.run(`drop table ${table}_split`);
}
