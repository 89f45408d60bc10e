import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { maskCell } from '@yangguang/engine/import/mask-cell';
import { faultName } from '@yangguang/engine/outputs/import-report/fault-names';
import type { SheetRow } from '@yangguang/engine/outputs/sheets/write-sheets';
import type { Call } from '../../http/call.ts';
import { kindsOf, type Preview, previewOf, type ReadBatch, type ReportSheet } from './sheet-of.ts';

/** What of the rows is asked for. */
export interface RowsWanted {
  readonly sheet: number | null;
  readonly kind: 'setAside' | 'fault' | null;
  /** So many that fit are left out first. */
  readonly from: number;
  readonly limit: number;
}

/** Lines of the batch's rows, each with the number of its sheet in the report; whole values. */
export async function* sheetRows(
  call: Pick<Call, 'files'>,
  { files, sheets }: ReadBatch,
): AsyncGenerator<{ readonly at: number; readonly line: SheetRow }> {
  const key = files.find((file) => file.kind === 'rows')?.storage_key ?? null;
  if (key === null) return;
  const places = new Map(sheets.map(({ file, sheet }, at) => [`${file}\u0000${sheet}`, at]));
  const input = Readable.from(await call.files.read(key));
  for await (const text of createInterface({ input, crlfDelay: Infinity })) {
    if (text === '') continue;
    const line = JSON.parse(text) as SheetRow;
    const at = places.get(`${line.file}\u0000${line.sheet}`);
    if (at !== undefined) yield { at, line };
  }
}

/** One page of them as the desk shows them. @param isFull with whole values */
export async function pageOfSheetRows(
  call: Pick<Call, 'files' | 'policy'>,
  read: ReadBatch,
  previews: readonly Preview[],
  wanted: RowsWanted,
  isFull: boolean,
) {
  const items: ReturnType<typeof rowLine>[] = [];
  let passed = 0;
  let next: string | null = null;
  for await (const { at, line } of sheetRows(call, read)) {
    if ((wanted.sheet !== null && wanted.sheet !== at) || (wanted.kind ?? line.kind) !== line.kind) continue;
    passed += 1;
    if (passed <= wanted.from) continue;
    if (items.length === wanted.limit) {
      next = String(wanted.from + wanted.limit);
      break;
    }
    items.push(rowLine(call, read.sheets[at], previews, { at, line, isFull }));
  }
  const asked = read.sheets.filter((_, at) => wanted.sheet === null || wanted.sheet === at);
  return {
    version: read.batch.version,
    items,
    next,
    setAside: asked.reduce((all, sheet) => all + sheet.rowsSetAside, 0),
    faults: asked.reduce((all, sheet) => all + faultsOf(sheet), 0),
  };
}

/** Cells of a sheet that could not be understood. */
export const faultsOf = (sheet: ReportSheet): number => sheet.faults.reduce((all, one) => all + one.cells, 0);

function rowLine(
  { policy }: Pick<Call, 'policy'>,
  sheet: ReportSheet | undefined,
  previews: readonly Preview[],
  { at, line, isFull }: { readonly at: number; readonly line: SheetRow; readonly isFull: boolean },
) {
  const kinds = sheet === undefined ? [] : kindsOf(previewOf(previews, sheet));
  const show = (place: number, value: string): string =>
    isFull || value === '' ? value : maskCell(kinds[place] ?? 'text', value);
  const headingAt = (place: number): string => sheet?.mapping[place]?.heading ?? '';
  const cell = (place: number, value: string) => ({
    ...{ place, heading: headingAt(place) },
    value: show(place, value),
  });
  const common = { sheet: at, file: line.file, sheetName: line.sheet, row: line.row, code: line.code };
  if (line.kind === 'setAside')
    return {
      ...{
        kind: line.kind,
        ...common,
        reason: { zh: line.zh, en: line.en },
        column: null,
        columnTitle: null,
      },
      cells: line.cells.map((value, place) => cell(place, value ?? '')),
    };
  const title = policy.findSource(sheet?.table ?? '')?.columns.get(line.column)?.label ?? null;
  return {
    ...{ kind: line.kind, ...common, reason: faultName(line.code), column: line.column },
    columnTitle: title === null ? null : { zh: title.zh, en: title.en },
    cells: line.place === null ? [] : [cell(line.place, line.value)],
  };
}
