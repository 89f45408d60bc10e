import type { ImportReport } from '@yangguang/contract/import';
import type { Bilingual } from '@yangguang/domain/errors/user-error';
import { faultName } from '@yangguang/engine/outputs/import-report/fault-names';
import type { Source } from '@yangguang/engine/import/source';

type Sheet = ImportReport['sheets'][number];

/** Rows and cells of some sheets: always rowsIn = rowsTaken + rowsSetAside + rowsStructure. */
export interface SheetCounts {
  readonly sheets: number;
  readonly rowsIn: number;
  readonly rowsTaken: number;
  readonly rowsSetAside: number;
  readonly rowsStructure: number;
  readonly faults: number;
}

/** Sums over sheets; files without rows (not read, left alone) count no sheet. */
export function countSheets(sheets: readonly Sheet[]): SheetCounts {
  const sum = (of: (sheet: Sheet) => number): number => sheets.reduce((all, sheet) => all + of(sheet), 0);
  return {
    sheets: sheets.filter((sheet) => sheet.rowsIn > 0).length,
    rowsIn: sum((sheet) => sheet.rowsIn),
    rowsTaken: sum((sheet) => sheet.rowsTaken),
    rowsSetAside: sum((sheet) => sheet.rowsSetAside),
    rowsStructure: sum((sheet) => sheet.rowsStructure),
    faults: sum((sheet) => sheet.faults.reduce((all, fault) => all + fault.cells, 0)),
  };
}

function groupBy<K>(sheets: readonly Sheet[], keyOf: (sheet: Sheet) => K): Map<K, Sheet[]> {
  const groups = new Map<K, Sheet[]>();
  for (const sheet of sheets) {
    const key = keyOf(sheet);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [sheet]);
    else group.push(sheet);
  }
  return groups;
}

/** By data set, in the order of the pack; what was not recognised comes last. A hit list of several stands under all their names. */
export function countByDataSet(sheets: readonly Sheet[], sources: readonly Source[]) {
  const place = new Map(sources.map((source, at) => [source.table, at]));
  const order = (table: string | null): number =>
    table === null ? sources.length : (place.get(table.split('+')[0] ?? '') ?? sources.length);
  const read = sheets.filter((sheet) => sheet.rowsIn > 0 || sheet.table !== null);
  return [...groupBy(read, (sheet) => sheet.table)]
    .sort(([a], [b]) => order(a) - order(b) || ((a ?? '') < (b ?? '') ? -1 : 1))
    .map(([table, own]) => {
      const named = (table ?? '')
        .split('+')
        .flatMap((name) => sources.find((one) => one.table === name) ?? []);
      return {
        table,
        title: titleOf(named),
        department: named[0]?.department ?? null,
        ...countSheets(own),
        byFault: countFaults(own, named),
      };
    });
}

function titleOf(sources: readonly Source[]): Bilingual {
  if (sources.length === 0) return { zh: '没有认出', en: 'Not recognised' };
  return { zh: sources.map(({ zh }) => zh).join('、'), en: sources.map(({ en }) => en).join(', ') };
}

function countFaults(sheets: readonly Sheet[], sources: readonly Source[]) {
  const cells = new Map<string, number>();
  for (const { faults } of sheets)
    for (const { column, code, cells: n } of faults) {
      const key = `${column}\u0000${code}`;
      cells.set(key, (cells.get(key) ?? 0) + n);
    }
  const rows = countSheets(sheets).rowsTaken + countSheets(sheets).rowsSetAside;
  return [...cells]
    .map(([key, n]) => {
      const [column = '', code = ''] = key.split('\u0000');
      const known = sources.flatMap((source) => source.columns).find(({ name }) => name === column);
      const columnTitle = known === undefined ? { zh: column, en: column } : { zh: known.zh, en: known.en };
      const share = rows === 0 ? 0 : Math.round((10_000 * n) / rows) / 10_000;
      return { column, columnTitle, code, title: faultName(code), cells: n, share };
    })
    .sort((a, b) => b.cells - a.cells || (a.column + a.code < b.column + b.code ? -1 : 1));
}

/** The outermost folder a file lay in, or the archive it came in: who sent it; null when it lay in none. */
export function senderOf(file: string): string | null {
  const at = file.indexOf('/');
  return at <= 0 ? null : file.slice(0, at).replace(/\.zip$/iu, '');
}

/** By who sent it, in the order of the names; what lay in no folder comes last. */
export function countBySender(sheets: readonly Sheet[]) {
  return [...groupBy(sheets, (sheet) => senderOf(sheet.file))]
    .sort(([a], [b]) => (a === null ? 1 : b === null ? -1 : a < b ? -1 : 1))
    .map(([sender, own]) => ({
      sender,
      ...countSheets(own),
      tables: [...new Set(own.flatMap(({ table }) => table?.split('+') ?? []))].sort(),
    }));
}
