import type { DuckDBConnection } from '@duckdb/node-api';
import { appendText, rowsOf, type SqlRow, valueOf } from '../dataset/sql-engine.ts';
import { classifyRow, type RowClass, type SheetShape } from './classify-rows.ts';
import { type ColumnProfile, profileColumn } from './column-profile.ts';
import type { SectionLine } from './fill-sections.ts';
import { headerKey, type SheetHeader } from './find-header.ts';
import type { RawSheet } from './read/raw-sheet.ts';

const SAMPLE = 400;
const PAGE = 20_000;

/** Column names of a raw table, quoted for SQL. */
export const cellNames = (sheet: RawSheet): string[] =>
  Array.from({ length: sheet.columns }, (_, i) => `c${i}`);

/** Looks at up to 400 rows spread evenly over the body. */
export async function profileSheet(
  db: DuckDBConnection,
  sheet: RawSheet,
  header: SheetHeader,
): Promise<ColumnProfile[]> {
  const step = Math.max(1, Math.ceil(sheet.rows / SAMPLE));
  const rows = await rowsOf(
    db,
    `select ${cellNames(sheet).join(', ')} from ${sheet.table} where row_no > ${header.last} and (rowid % ${step} = 0 or rowid < 50) order by rowid limit ${SAMPLE + 50}`,
  );
  const isHeader = new Set(header.headings.map((h) => h.raw).filter((h) => h !== ''));
  const body = rows.filter(
    (r) => !Object.values(r).some((v) => typeof v === 'string' && isHeader.has(v.replace(/\s+/gu, ''))),
  );
  return cellNames(sheet).map((name) => profileColumn(body.map((r) => (r[name] as string | null) ?? null)));
}

/** What the body's rows are, counted. */
export interface RowCounts {
  readonly structure: number;
  /** Own lines of villages and chapters: row number and text, in order. */
  readonly sections: readonly SectionLine[];
  /** Cells of the last grand-total row, if any. */
  readonly grandTotal: readonly (string | null)[] | null;
}

function shapeOf(
  sheet: RawSheet,
  header: SheetHeader,
  names: readonly number[],
  ids: readonly number[],
): SheetShape {
  const rows = sheet.head.filter((r) => header.rows.includes(r.rowNo));
  const flat = header.headings.map((h) => h.leaf);
  return {
    headers: [...rows.map((r) => headerKey(r.cells)), ...(header.rows.length > 0 ? [flat] : [])],
    titles: new Set(header.titles.map((t) => t.normalize('NFKC').replace(/[\s　]+/gu, ''))),
    nameColumns: names,
    idColumns: ids,
  };
}

/** SQL: rows that are plainly data and need no second look. */
function plainRowSql(names: readonly number[], ids: readonly number[], width: number): string {
  const parts = ids.map(
    (i) => `(length(c${i}) between 15 and 22 and regexp_full_match(c${i}, '[0-9]{15,17}.{0,5}'))`,
  );
  const enough = Array.from({ length: width }, (_, i) => `(c${i} is not null)::int`).join(' + ');
  const structure = "'计|注|说明|备|姓名|名称|户主|填|审|制|页|村|镇|人$|表|单位|负责|领导|签|盖'";
  for (const i of names)
    parts.push(
      `(regexp_full_match(c${i}, '\\p{Han}{2,3}') and not regexp_matches(c${i}, ${structure}) and ${enough} >= 4 and coalesce(regexp_full_match(c0, '[0-9]+') or not regexp_matches(c0, '计|注|填|说明'), true))`,
    );
  // CASE stops at the first test that holds: the dearer tests of names see only what the numbers leave open.
  return parts.length === 0
    ? 'false'
    : `case ${parts.map((p) => `when ${p} then true`).join(' ')} else false end`;
}

/**
 * Removes titles, headers, totals, notes and village lines from a raw table, so that only data rows stay.
 * @param names indexes of columns that hold names, `ids` of those that hold identity numbers
 */
export async function dropStructure(
  db: DuckDBConnection,
  sheet: RawSheet,
  header: SheetHeader,
  names: readonly number[],
  ids: readonly number[],
): Promise<RowCounts> {
  const found = await findStructure(db, sheet, header, { names, ids });
  const above = Number(
    await valueOf(db, `select count(*) from ${sheet.table} where row_no <= ${header.last}`),
  );
  const gone = found.rows.map((rowNo) => [String(rowNo)]);
  if (gone.length <= FEW) {
    const list = found.rows.length === 0 ? '' : ` or row_no in (${found.rows.join(', ')})`;
    await db.run(`delete from ${sheet.table} where row_no <= ${header.last}${list}`);
  } else {
    const dropped = `${sheet.table}_structure`;
    await db.run(`create temp table ${dropped} (row_no varchar)`);
    await appendText(db, dropped, gone);
    await db.run(
      `delete from ${sheet.table} where row_no <= ${header.last} or row_no in (select cast(row_no as integer) from ${dropped}); drop table ${dropped}`,
    );
  }
  return { structure: above + gone.length, sections: found.sections, grandTotal: found.grandTotal };
}

/** So many row numbers still fit into one statement. */
const FEW = 2000;

interface Structure {
  readonly rows: number[];
  readonly sections: SectionLine[];
  grandTotal: (string | null)[] | null;
}

/** Looks at every row below the header that is not plainly data. */
async function findStructure(
  db: DuckDBConnection,
  sheet: RawSheet,
  header: SheetHeader,
  columns: { readonly names: readonly number[]; readonly ids: readonly number[] },
): Promise<Structure> {
  const shape = shapeOf(sheet, header, columns.names, columns.ids);
  const cells = cellNames(sheet);
  const found: Structure = { rows: [], sections: [], grandTotal: null };
  const suspects = `select row_no, ${cells.join(', ')} from ${sheet.table} where row_no > ${header.last} and not ${plainRowSql(columns.names, columns.ids, sheet.columns)} order by row_no`;
  const take = (page: readonly SqlRow[]): void => {
    for (const row of page)
      note(
        found,
        Number(row['row_no']),
        cells.map((c) => (row[c] as string | null) ?? null),
        shape,
      );
  };
  if (sheet.rows <= PAGE) {
    take(await rowsOf(db, suspects));
    return found;
  }
  const table = `${sheet.table}_suspect`;
  await db.run(`create temp table ${table} as ${suspects}`);
  const count = Number(await valueOf(db, `select count(*) from ${table}`));
  for (let at = 0; at < count; at += PAGE)
    take(
      await rowsOf(db, `select * from ${table} where rowid >= ${at} and rowid < ${at + PAGE} order by rowid`),
    );
  await db.run(`drop table ${table}`);
  return found;
}

function note(found: Structure, rowNo: number, cells: readonly (string | null)[], shape: SheetShape): void {
  const kind: RowClass = classifyRow(cells, shape);
  if (kind === 'row') return;
  found.rows.push(rowNo);
  if (kind === 'section' || kind === 'title')
    found.sections.push({ rowNo, text: cells.find((v) => v !== null) ?? '' });
  if (kind === 'total' && cells.some((v) => v !== null && /合\s*计|总\s*计|共\s*计/u.test(v)))
    found.grandTotal = [...cells];
}
