import type { DuckDBConnection } from '@duckdb/node-api';
import { rowsOf, valueOf } from '../dataset/sql-engine.ts';
import { classifyRow, type RowClass, type SheetShape } from './classify-rows.ts';
import { type ColumnProfile, profileColumn } from './column-profile.ts';
import { headerKey, type SheetHeader } from './find-header.ts';
import type { RawSheet } from './read/raw-sheet.ts';
import { appendText } from '../dataset/sql-engine.ts';

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
  readonly sections: readonly { readonly rowNo: number; readonly text: string }[];
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
  return parts.length === 0
    ? 'false'
    : `coalesce(${parts.map((p) => `coalesce(${p}, false)`).join(' or ')}, false)`;
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
  const shape = shapeOf(sheet, header, names, ids);
  const cells = cellNames(sheet);
  const dropped = `${sheet.table}_structure`;
  await db.run(`create temp table ${dropped} (row_no varchar)`);
  const suspects = `${sheet.table}_suspect`;
  await db.run(
    `create temp table ${suspects} as select row_no, ${cells.join(', ')} from ${sheet.table} where row_no > ${header.last} and not ${plainRowSql(names, ids, sheet.columns)} order by row_no`,
  );
  const count = Number(await valueOf(db, `select count(*) from ${suspects}`));
  const sections: { rowNo: number; text: string }[] = [];
  let grandTotal: (string | null)[] | null = null;
  for (let at = 0; at < count; at += PAGE) {
    const page = await rowsOf(
      db,
      `select * from ${suspects} where rowid >= ${at} and rowid < ${at + PAGE} order by rowid`,
    );
    const out: string[][] = [];
    for (const row of page) {
      const values = cells.map((c) => (row[c] as string | null) ?? null);
      const kind: RowClass = classifyRow(values, shape);
      if (kind === 'row') continue;
      out.push([String(row['row_no'])]);
      if (kind === 'section' || kind === 'title')
        sections.push({ rowNo: Number(row['row_no']), text: values.find((v) => v !== null) ?? '' });
      if (kind === 'total' && values.some((v) => v !== null && /合\s*计|总\s*计|共\s*计/u.test(v)))
        grandTotal = values;
    }
    await appendText(db, dropped, out);
  }
  await db.run(
    `delete from ${sheet.table} where row_no <= ${header.last} or row_no in (select cast(row_no as integer) from ${dropped})`,
  );
  const left = Number(await valueOf(db, `select count(*) from ${sheet.table}`));
  await db.run(`drop table ${dropped}; drop table ${suspects}`);
  return { structure: sheet.rows - left, sections, grandTotal };
}
