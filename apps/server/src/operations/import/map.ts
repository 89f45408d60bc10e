import { importing } from '@yangguang/contract/import';
import type { Input } from '@yangguang/contract/operation';
import type { Source } from '@yangguang/engine/import/source';
import { addImportAct } from '@yangguang/store/import/import-act';
import { intakeRefusal } from '@yangguang/store/run/intake-refusals';
import { handle } from '../../http/call.ts';
import type { MappingContent } from '../../jobs/import/settled.ts';
import { type ReportSheet, readBatchOf } from './sheet-of.ts';
import { batchToSettle } from './settling.ts';

type BySheet = Input<typeof importing.map>['sheets'][number];

export const map = handle(importing.map, async (input, call) => {
  const { id, batchId, version, sheets, reason } = input;
  const no = await call.db.within(call.reach, async (tx) => {
    const batch = await batchToSettle(tx, call, batchId, version);
    const read = await readBatchOf(tx, batch);
    const content: MappingContent = {
      sheets: sheets.map((one) => settledSheet(one, read.sheets[one.sheet], call.policy.dataSets())),
    };
    const by = call.caller.accountId;
    const act = { id, kind: 'mapping' as const, content, items: sheets.length, reason, by, at: call.now() };
    return (await addImportAct(tx, call.vault, batch, act)).no;
  });
  call.note({ batch: batchId, act: id, sheets: sheets.length }, reason);
  return { id, no };
});

/** @throws UserError BAT-111 */
function settledSheet(
  { dataset, headerRow, columns }: BySheet,
  sheet: ReportSheet | undefined,
  sources: readonly Source[],
): MappingContent['sheets'][number] {
  if (sheet === undefined || sheet.mapping.length === 0) throw wrong('没有这张工作表', 'no such sheet');
  const width = sheet.mapping.length;
  const whole = { file: sheet.file, sheet: sheet.sheet, dataset, headerRow, columns, width };
  if (dataset === 'none' || dataset === 'auto') return { ...whole, headerRow: null, columns: [] };
  const source = sources.find((one) => one.table === dataset);
  if (source === undefined) throw wrong(`没有数据种类 ${dataset}`, `no data set ${dataset}`);
  if (columns.length === 0) throw wrong('一列都没有对应', 'no column is named');
  assertColumns(columns, width, source);
  return whole;
}

function assertColumns(columns: BySheet['columns'], width: number, source: Source): void {
  const seen = { places: new Set<number>(), columns: new Set<string>() };
  for (const { place, column } of columns) {
    if (place >= width) throw wrong(`表里没有第 ${place + 1} 列`, `the sheet has no column ${place + 1}`);
    const known = source.columns.find(({ name }) => name === column);
    if (known === undefined)
      throw wrong(`“${source.zh}”没有 ${column} 这一列`, `"${source.en}" has no column ${column}`);
    if (seen.places.has(place))
      throw wrong(`第 ${place + 1} 列写了两次`, `column ${place + 1} is named twice`);
    if (seen.columns.has(column)) throw wrong(`“${known.zh}”由两列提供`, `two columns feed "${known.en}"`);
    seen.places.add(place);
    seen.columns.add(column);
  }
}

const wrong = (what: string, whatEn: string): Error => intakeRefusal('BAT-111', { what, whatEn });
