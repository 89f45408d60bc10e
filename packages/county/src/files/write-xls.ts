import { writeFileSync } from 'node:fs';
import { utils, write } from '@e965/xlsx';
import type { Cell, Sheet } from './sheet.ts';

function plain(cell: Cell): string | number | null {
  return cell !== null && typeof cell === 'object' ? Number(cell.raw) : cell;
}

/** Writes an old binary workbook (BIFF8), as offices with old software still send. */
export function writeXls(path: string, sheets: readonly Sheet[]): void {
  const book = utils.book_new();
  for (const sheet of sheets) {
    const page = utils.aoa_to_sheet(sheet.rows.map((row) => row.map(plain)));
    page['!merges'] = sheet.merges.map(([top, left, bottom, right]) => ({
      s: { r: top, c: left },
      e: { r: bottom, c: right },
    }));
    utils.book_append_sheet(book, page, sheet.name);
  }
  writeFileSync(path, write(book, { type: 'buffer', bookType: 'biff8' }) as Buffer);
}
