import { isValidId } from '@yangguang/domain/words/id-number';
import type { Got, Sent } from '../../api/use-api.tsx';

export type FaultyRow = Got<'import.openRows'>['items'][number];

/** New values by cell, as typed. */
export type CellDrafts = Readonly<Record<string, string>>;

/** Names one cell among all of a batch. */
export function cellKey({ sheet, row }: Pick<FaultyRow, 'sheet' | 'row'>, place: number): string {
  return `${sheet}:${row}:${place}`;
}

/** Cells whose value is another than before, as they are sent. */
export function correctedRows(
  rows: readonly FaultyRow[],
  drafts: CellDrafts,
): Sent<'import.fix'>['rows'][number][] {
  const found = new Map<string, Sent<'import.fix'>['rows'][number]>();
  for (const one of rows)
    for (const { place, value } of one.cells) {
      const typed = drafts[cellKey(one, place)]?.trim();
      if (typed === undefined || typed === value) continue;
      const key = `${one.sheet}:${one.row}`;
      const row = found.get(key) ?? { sheet: one.sheet, row: one.row, cells: [] };
      if (row.cells.some((cell) => cell.place === place)) continue;
      found.set(key, { ...row, cells: [...row.cells, { place, value: typed }] });
    }
  return [...found.values()];
}

/** How many cells are corrected. */
export const countCells = (rows: readonly { readonly cells: readonly unknown[] }[]): number =>
  rows.reduce((all, { cells }) => all + cells.length, 0);

/** Whether what was typed under the heading of an identity number is none: worth a second look, and no more. */
export function looksWrong(heading: string, typed: string): boolean {
  return (
    /身份证|证件号|公民身份号码/u.test(heading) &&
    typed.trim() !== '' &&
    !isValidId(typed.trim().toUpperCase())
  );
}
