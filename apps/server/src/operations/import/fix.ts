import { importing } from '@yangguang/contract/import';
import type { Input } from '@yangguang/contract/operation';
import { addImportAct } from '@yangguang/store/import/import-act';
import { intakeRefusal } from '@yangguang/store/run/intake-refusals';
import { type Call, handle } from '../../http/call.ts';
import type { CellsContent } from '../../jobs/import/settled.ts';
import { batchInReach } from './batch-in-reach.ts';
import { sheetRows } from './rows-of.ts';
import { previewOf, previewsOf, type ReadBatch, readBatchOf } from './sheet-of.ts';
import { batchToSettle } from './settling.ts';

type CorrectedRow = Input<typeof importing.fix>['rows'][number];
type Cell = CellsContent['cells'][number];

export const fix = handle(importing.fix, async (input, call) => {
  const { id, batchId, version, rows, reason } = input;
  // The list of rows is a file: it is read before the batch is held.
  const read = await call.db.within(call.reach, async (tx) =>
    readBatchOf(tx, await batchInReach(tx, call, batchId)),
  );
  const cells = await correctedCells(call, read, rows);
  const no = await call.db.within(call.reach, async (tx) => {
    const batch = await batchToSettle(tx, call, batchId, version);
    const content: CellsContent = { cells };
    const by = call.caller.accountId;
    const act = { id, kind: 'cells' as const, content, items: cells.length, reason, by, at: call.now() };
    return (await addImportAct(tx, call.vault, batch, act)).no;
  });
  call.note({ batch: batchId, act: id, cells: cells.length }, reason);
  return { id, no };
});

/** The cells with what they were. @throws UserError BAT-112 for a row that is not listed, BAT-111 for a cell that is not there */
async function correctedCells(
  call: Pick<Call, 'files'>,
  read: ReadBatch,
  rows: readonly CorrectedRow[],
): Promise<Cell[]> {
  const listed = await listedCells(call, read, rows);
  const previews = await previewsOf(call, read);
  return rows.flatMap(({ sheet: at, row, cells }) => {
    const sheet = read.sheets[at];
    const own = sheet === undefined ? null : previewOf(previews, sheet);
    const were = listed.get(`${at} ${row}`);
    if (sheet === undefined || own === null || were === undefined) throw intakeRefusal('BAT-112', { row });
    return cells.map(({ place, value }) => {
      if (place >= own.columns.length)
        throw intakeRefusal('BAT-111', {
          what: `表里没有第 ${place + 1} 列`,
          whatEn: `the sheet has no column ${place + 1}`,
        });
      const { file, sheet: name, sha256 } = own;
      return {
        ...{ file, sheet: name, sha256, row, place },
        from: were.get(place) ?? '',
        value: value.trim(),
      };
    });
  });
}

/** Cells of the rows asked for, as they were read: 'sheet row' → place → value. */
async function listedCells(
  call: Pick<Call, 'files'>,
  read: ReadBatch,
  rows: readonly CorrectedRow[],
): Promise<Map<string, Map<number, string>>> {
  const asked = new Set(rows.map(({ sheet, row }) => `${sheet} ${row}`));
  const found = new Map<string, Map<number, string>>();
  for await (const { at, line } of sheetRows(call, read)) {
    const key = `${at} ${line.row}`;
    if (!asked.has(key)) continue;
    const cells = found.get(key) ?? new Map<number, string>();
    found.set(key, cells);
    if (line.kind === 'setAside')
      for (const [place, value] of line.cells.entries()) cells.set(place, value ?? '');
    else if (line.place !== null) cells.set(line.place, line.value);
  }
  return found;
}
