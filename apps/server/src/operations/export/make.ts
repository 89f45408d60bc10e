import { open as openFile, rm, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { exporting } from '@yangguang/contract/export';
import type { Download, Input } from '@yangguang/contract/operation';
import { allows } from '@yangguang/domain/people/permission';
import { dayOf } from '@yangguang/domain/workflows/clocks';
import { registerRows } from '@yangguang/store/audit/register-rows';
import { registerExport } from '@yangguang/store/export/export-register';
import { type ExportFilter, type ExportRow, exportRows } from '@yangguang/store/export/export-rows';
import { exportRefusal } from '@yangguang/store/export/export-refusals';
import { refuseNumbers } from '@yangguang/store/journal/split-facts';
import { ApiRefusal } from '../../http/api-refusal.ts';
import { type Call, handle } from '../../http/call.ts';
import { filterOf } from '../matter/filter-of.ts';
import { namesOf } from '../matter/matter-line.ts';
import { exportColumns, isAboutPerson } from './export-columns.ts';
import { csvFile, exportFolder, type ExportFile, type ExportHead, xlsxFile } from './export-file.ts';

type Sent = Input<typeof exporting.make>;

const titles = {
  leads: { zh: '疑点清单', en: 'Leads' },
  ledger: { zh: '任务台账', en: 'Ledger of tasks' },
  matters: { zh: '事项清单', en: 'Matters' },
} as const;

const mediaTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const;

export const make = handle(exporting.make, async (input, call) => {
  const { id, what, format, filter, numbers, purpose, reason } = input;
  call.note(
    { export: id, what, format, filter, numbers },
    reason === undefined ? purpose : `${purpose}；${reason}`,
  );
  refuseNumbers(purpose);
  refuseNumbers(reason ?? null);
  assertMayUnmask(call, input);
  const head = headOf(call, input);
  const path = join(exportFolder(call.settings.DATA_DIR), `${process.pid}-${call.newId()}.${format}`);
  try {
    const counts = await write(call, input, head, path);
    await register(call, input, head, counts);
    call.note({ rows: counts.rows, people: counts.people });
    return await taken(path, `${head.title}-${head.on}.${format}`, mediaTypes[format]);
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
});

/** @throws ApiRefusal API-103, UserError EXP-101 */
function assertMayUnmask(call: Call, { numbers, reason }: Sent): void {
  if (numbers === 'masked') return;
  if (!call.by.every((held) => allows(held, 'person.unmask'))) throw new ApiRefusal('API-103');
  if (reason === undefined) throw exportRefusal('EXP-101');
}

function headOf(call: Call, { id, what, lang, purpose, validDays }: Sent): ExportHead {
  const at = call.now();
  const on = dayOf(at.toISOString());
  const time = new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(11, 16);
  const watermark = `${call.caller.fullName} ${on} ${time} ${id.slice(0, 8)}`;
  const until = dayOf(expiryOf(at, validDays).toISOString());
  const words = {
    zh: [`导出人、时间和编号：${watermark}`, `用途：${purpose}`, `仅限上述用途，${until} 前销毁，不得转发。`],
    en: [
      `Taken by, at, under: ${watermark}`,
      `Purpose: ${purpose}`,
      `For this purpose only; destroy by ${until}; do not pass on.`,
    ],
  };
  const heading = { zh: '导出标记', en: 'Taken by' };
  return {
    title: titles[what][lang],
    lines: words[lang],
    watermark,
    watermarkHeading: heading[lang],
    lang,
    on,
  };
}

function expiryOf(at: Date, days: number): Date {
  return new Date(at.getTime() + days * 86_400_000);
}

/** Counts of what was written. */
interface Counts {
  readonly rows: number;
  readonly people: number;
}

async function write(call: Call, input: Sent, head: ExportHead, path: string): Promise<Counts> {
  const columns = exportColumns[input.what];
  const file: ExportFile =
    input.format === 'xlsx' ? xlsxFile(path, columns, head) : await csvFile(path, columns, head);
  let rows = 0;
  let people = 0;
  try {
    for await (const page of exportRows(call.db, call.reach, filterFor(call, input))) {
      const names = await colleaguesOf(call, page);
      for (const row of page) {
        const one = { row, lang: input.lang, isFull: input.numbers === 'full', vault: call.vault, names };
        await file.row(columns.map((column) => column.value(one)));
        rows += 1;
        people += isAboutPerson(row) ? 1 : 0;
      }
    }
  } finally {
    await file.close();
  }
  return { rows, people };
}

/** Leads and tasks are of one workflow; other tokens cut further. @throws ApiRefusal API-101 */
function filterFor(call: Call, { what, filter }: Sent): ExportFilter {
  const { ended, ...rest } = filterOf(filter, call);
  const saysEnded = filter.some((token) => token.startsWith('ended:'));
  const cut = { ...rest, isEnded: saysEnded ? ended === true : null };
  if (what === 'matters') return cut;
  const workflow = what === 'leads' ? 'lead' : 'task';
  if (!cut.workflows.includes(workflow)) throw new ApiRefusal('API-101', { fields: ['filter'] });
  return { ...cut, workflows: [workflow] };
}

function colleaguesOf(call: Call, page: readonly ExportRow[]): Promise<ReadonlyMap<string, string>> {
  const ids = page.flatMap(({ facts }) => {
    const value = facts['responsiblePerson'];
    return Array.isArray(value) ? value.map(String) : [];
  });
  return ids.length === 0 ? Promise.resolve(new Map()) : call.db.within(call.reach, (tx) => namesOf(tx, ids));
}

/** Before a byte leaves. @throws UserError EXP-102 */
async function register(call: Call, input: Sent, head: ExportHead, { rows, people }: Counts): Promise<void> {
  const { id, what, format, filter, numbers, purpose, reason = null, validDays } = input;
  const at = call.now();
  await call.db.within(call.reach, async (tx) => {
    await registerExport(tx, {
      ...{ id, purpose, people, row_count: rows, watermark: head.watermark, made_at: at },
      account_id: call.caller.accountId,
      region: call.by[0]?.area ?? '',
      what: { what, format, filter, numbers, reason },
      expires_at: expiryOf(at, validDays),
    });
    await registerRows(tx, call.vault, 'export_entry', [id], at);
  });
}

/** The file on its way out: it has no name any more, and is gone when the last byte was read or the reader left. */
export async function taken(path: string, fileName: string, mediaType: string): Promise<Download> {
  const file = await openFile(path, 'r');
  await unlink(path);
  const { size } = await file.stat();
  return { content: file.createReadStream(), mediaType, fileName, bytes: size };
}
