import type { DuckDBConnection } from '@duckdb/node-api';
import type { MergedRange } from './raw-sheet.ts';

/** `B3` → column 1, row 3; null when it is not a cell address. */
export function parseAddress(address: string): { column: number; row: number } | null {
  const match = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/.exec(address);
  if (!match) return null;
  let column = 0;
  for (const letter of (match[1] as string).toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return { column: column - 1, row: Number(match[2]) };
}

/** `A1:C2` → a range with ordered corners; null when it is not a range of at least two cells. */
export function parseRange(ref: string): MergedRange | null {
  const [from, to] = ref.split(':').map(parseAddress);
  if (!from || !to) return null;
  const range = {
    top: Math.min(from.row, to.row),
    bottom: Math.max(from.row, to.row),
    left: Math.min(from.column, to.column),
    right: Math.max(from.column, to.column),
  };
  return range.top === range.bottom && range.left === range.right ? null : range;
}

/**
 * Splits ranges, clipped to the table's columns, into those to fill and a count of those that overlap an earlier
 * one. Overlaps are invalid, and expanding them could take for ever.
 */
export function disjointRanges(
  ranges: readonly MergedRange[],
  columns: number,
): { usable: MergedRange[]; overlapping: number } {
  const lastBottom = new Array<number>(columns).fill(0);
  const usable: MergedRange[] = [];
  let overlapping = 0;
  for (const range of [...ranges].sort((a, b) => a.top - b.top || a.left - b.left)) {
    const right = Math.min(range.right, columns - 1);
    if (range.left > right) continue;
    let free = true;
    for (let c = range.left; c <= right && free; c += 1) free = (lastBottom[c] as number) < range.top;
    if (!free) {
      overlapping += 1;
      continue;
    }
    lastBottom.fill(range.bottom, range.left, right + 1);
    usable.push({ ...range, right });
  }
  return { usable, overlapping };
}

/**
 * Writes each range's top-left value into its empty stored cells. Values of their own stay: some programs keep
 * them under a merged look on purpose. Rows that are not stored stay unstored. Returns the overlapping ranges.
 */
export async function fillMergedCells(
  db: DuckDBConnection,
  table: string,
  columns: number,
  ranges: readonly MergedRange[],
): Promise<number> {
  const { usable, overlapping } = disjointRanges(ranges, columns);
  if (usable.length === 0) return overlapping;
  const merge = `${table}_merge`;
  const fill = `${table}_fill`;
  await db.run(`create temp table "${merge}" (t integer, l integer, b integer, r integer)`);
  const appender = await db.createAppender(merge, null, 'temp');
  for (const range of usable) {
    appender.appendInteger(range.top);
    appender.appendInteger(range.left);
    appender.appendInteger(range.bottom);
    appender.appendInteger(range.right);
    appender.endRow();
  }
  appender.closeSync();
  await db.run(`create temp table "${fill}" (row_no integer, c integer, v varchar)`);
  for (const left of new Set(usable.map((range) => range.left))) {
    await db.run(
      `insert into "${fill}" select x.row_no, unnest(range(m.l, m.r + 1)), s.c${left}
       from "${merge}" m join "${table}" s on s.row_no = m.t
       join "${table}" x on x.row_no between m.t and m.b
       where m.l = ${left} and s.c${left} is not null`,
    );
  }
  for (let c = 0; c < columns; c += 1) {
    if (!usable.some((range) => range.left <= c && c <= range.right)) continue;
    await db.run(
      `update "${table}" x set c${c} = f.v from "${fill}" f
       where f.c = ${c} and f.row_no = x.row_no and x.c${c} is null`,
    );
  }
  await db.run(`drop table temp."${merge}"; drop table temp."${fill}"`);
  return overlapping;
}
