/** A cell: text, a number, nothing, or a number in exactly these characters (as a spreadsheet stored it). */
export type Cell = string | number | null | { readonly raw: string };

/** Inclusive rectangle, rows and columns counted from 0. */
export type Merge = readonly [top: number, left: number, bottom: number, right: number];

export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
  readonly merges: readonly Merge[];
  /** Row indexes from 0 that the sender has hidden. */
  readonly hiddenRows: readonly number[];
}

/** The text a cell shows in a CSV file. */
export function cellText(cell: Cell): string {
  if (cell === null) return '';
  return typeof cell === 'object' ? cell.raw : String(cell);
}
