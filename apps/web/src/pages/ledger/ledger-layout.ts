import type { Got } from '../../api/use-api.tsx';

type Column = Got<'ledger.get'>['head']['columns'][number];
type Row = Got<'ledger.get'>['rows'][number];

/** What somebody is about to fill in. */
export interface Filling {
  readonly row: Row;
  readonly column: Column;
  readonly cell: Row['cells'][number];
}

/** A cell of the two rows of headings. */
export interface HeadCell {
  readonly key: string;
  readonly column: Column | null;
  /** Of a heading over several columns. */
  readonly group: Column['group'];
  readonly span: number;
  readonly isDeep: boolean;
}

/** Headings as the notice prints them: one row, or two where some columns share a heading. */
export function headingRows(columns: readonly Column[]): { first: HeadCell[]; second: HeadCell[] } {
  if (columns.every(({ group }) => group === null))
    return { first: columns.map((column) => plain(column, false)), second: [] };
  const first: HeadCell[] = [];
  const second: HeadCell[] = [];
  for (const column of columns) {
    if (column.group === null) {
      first.push(plain(column, true));
      continue;
    }
    second.push(plain(column, false));
    const last = first.at(-1);
    if (last !== undefined && last.group !== null && last.group.zh === column.group.zh)
      first[first.length - 1] = { ...last, span: last.span + 1 };
    else
      first.push({ key: `group ${column.name}`, column: null, group: column.group, span: 1, isDeep: false });
  }
  return { first, second };
}

function plain(column: Column, isDeep: boolean): HeadCell {
  return { key: column.name, column, group: null, span: 1, isDeep };
}

/** Money columns of a table say their unit once; amounts come in fen. */
export function cellText(
  cell: Got<'ledger.get'>['rows'][number]['cells'][number],
  kind: Column['kind'],
  lang: 'zh' | 'en',
  yuan: (fen: number) => string,
): string {
  if (cell.number !== null) return kind === 'fen' ? yuan(cell.number) : String(cell.number);
  return (lang === 'en' ? (cell.en ?? cell.text) : cell.text) ?? '';
}

/** Which cases a figure of a row opens: an office's own, a county's with all its towns, or all. */
export function casesOfRow(
  row: { readonly region: string; readonly isTotal: boolean },
  tableRegion: string,
): { town?: string; county?: string } {
  if (row.isTotal) return tableRegion.length === 6 ? { county: tableRegion } : {};
  const isOfCounties = tableRegion.length < 6 && row.region.length === 6;
  return isOfCounties ? { county: row.region } : { town: row.region };
}
