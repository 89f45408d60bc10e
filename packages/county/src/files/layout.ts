import type { Row } from '../model.ts';
import type { Form } from './forms.ts';
import type { Cell, Merge, Sheet } from './sheet.ts';

export interface Column<T> {
  readonly heading: string;
  /** Upper heading that spans this column and its neighbours of the same group. */
  readonly group?: string;
  readonly value: (item: T, index: number) => Cell;
  /** Added up in subtotals and totals. */
  readonly sum?: boolean;
}

export interface TableWish<T> {
  readonly name: string;
  readonly title?: string;
  /** 填报单位 … 填报日期 … */
  readonly line?: string;
  readonly columns: readonly Column<T>[];
  readonly items: readonly T[];
  /** Subtotal row after every run of the same value. */
  readonly subtotalBy?: (item: T) => string;
  readonly total?: boolean;
  readonly notes?: readonly string[];
  /** Rows (positions among the items) hidden by the sender. */
  readonly hidden?: readonly number[];
}

/** A column that prints one field of a list's row. */
function field(
  heading: string,
  key: string,
  form: (cell: Cell) => Cell = (cell) => cell,
  group?: string,
): Column<Row> {
  const value = (row: Row): Cell => form(row[key] ?? null);
  return group === undefined ? { heading, value } : { heading, value, group };
}

/** 序号 */
export function ordinal<T>(heading = '序号'): Column<T> {
  return { heading, value: (_item, index) => index + 1 };
}

function sumRow<T>(label: string, columns: readonly Column<T>[], items: readonly T[]): Cell[] {
  return columns.map((column, i) => {
    if (i === 0) return label;
    if (column.sum !== true) return null;
    const total = items.reduce((sum, item) => sum + Number(column.value(item, 0) ?? 0), 0);
    return Math.round(total * 100) / 100;
  });
}

/** One or two heading rows, with the merged cells of the second kind. */
function headingRows<T>(columns: readonly Column<T>[], top: number): { rows: Cell[][]; merges: Merge[] } {
  if (columns.every((column) => column.group === undefined)) {
    return { rows: [columns.map(({ heading }) => heading)], merges: [] };
  }
  const merges: Merge[] = [];
  const upper: Cell[] = columns.map((column) => column.group ?? column.heading);
  const lower: Cell[] = columns.map((column) => (column.group === undefined ? null : column.heading));
  columns.forEach((column, i) => {
    if (column.group === undefined) merges.push([top, i, top + 1, i]);
    else if (columns[i - 1]?.group === column.group) upper[i] = null;
    else {
      let end = i;
      while (columns[end + 1]?.group === column.group) end += 1;
      if (end > i) merges.push([top, i, top, end]);
    }
  });
  return { rows: [upper, lower], merges };
}

/** Lays a table out the way an office does: title, unit line, headings, lines, subtotals, total, notes. */
export function layOut<T>(wish: TableWish<T>): Sheet {
  const { columns, items } = wish;
  const rows: Cell[][] = [];
  const merges: Merge[] = [];
  const hiddenRows: number[] = [];
  const wide = (text: string): void => {
    if (columns.length > 1) merges.push([rows.length, 0, rows.length, columns.length - 1]);
    rows.push([text, ...columns.slice(1).map(() => null)]);
  };
  if (wish.title !== undefined) wide(wish.title);
  if (wish.line !== undefined) wide(wish.line);
  const heading = headingRows(columns, rows.length);
  rows.push(...heading.rows);
  merges.push(...heading.merges);
  let run: T[] = [];
  items.forEach((item, i) => {
    if (wish.hidden?.includes(i) === true) hiddenRows.push(rows.length);
    rows.push(columns.map((column) => column.value(item, i)));
    run.push(item);
    const key = wish.subtotalBy?.(item);
    const next = items[i + 1];
    if (key === undefined || (next !== undefined && wish.subtotalBy?.(next) === key)) return;
    rows.push(sumRow('小计', columns, run), []);
    run = [];
  });
  if (wish.total === true) rows.push(sumRow('合计', columns, items));
  for (const note of wish.notes ?? []) wide(note);
  return { name: wish.name, rows, merges, hiddenRows };
}

/** The plain form for a CSV export: headings and lines only. */
export function plainRows<T>(columns: readonly Column<T>[], items: readonly T[]): Cell[][] {
  return [
    columns.map(({ heading }) => heading),
    ...items.map((item, i) => columns.map((column) => column.value(item, i))),
  ];
}

/**
 * Columns of a list in short: `heading:key` for each, `#` for the running number, `group>heading:key` under an
 * upper heading, `=form` for a way of writing it, `+` at the end where it is added up.
 */
export function readColumns(short: string, forms: Readonly<Record<string, Form>> = {}): Column<Row>[] {
  const words = short.split(/\s+/).filter((word) => word !== '');
  return words.map((word) => {
    if (word === '#') return ordinal<Row>();
    const found = /^(?:([^>:]+)>)?([^>:]+):(\w+)(?:=(\w+))?(\+?)$/.exec(word);
    if (found === null) throw new Error(`no such column: ${word}`);
    const [, group, heading = '', key = '', form, sum] = found;
    const column = field(heading, key, form === undefined ? undefined : forms[form], group);
    return sum === '+' ? { ...column, sum: true } : column;
  });
}
