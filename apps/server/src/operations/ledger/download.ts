import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ledger, type LedgerTable } from '@yangguang/contract/ledger';
import type { Input } from '@yangguang/contract/operation';
import { allows } from '@yangguang/domain/people/permission';
import { dayOf } from '@yangguang/domain/workflows/clocks';
import { registerRows } from '@yangguang/store/audit/register-rows';
import { registerExport } from '@yangguang/store/export/export-register';
import { exportRefusal } from '@yangguang/store/export/export-refusals';
import { refuseNumbers } from '@yangguang/store/journal/split-facts';
import type { LockRow } from '@yangguang/store/ledger/ledger-locks';
import { ledgerRefusal } from '@yangguang/store/ledger/ledger-refusals';
import { ApiRefusal } from '../../http/api-refusal.ts';
import { type Call, handle } from '../../http/call.ts';
import { exportFolder } from '../export/export-file.ts';
import { taken } from '../export/make.ts';
import { type LedgerFileHead, writeLedgerFile } from './ledger-file.ts';
import { ledgerInReach } from './ledger-in-reach.ts';
import { readTable } from './read-table.ts';
import { unmaskRows } from './unmask-rows.ts';

type Sent = Input<typeof ledger.download>;
const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const download = handle(ledger.download, async (input, call) => {
  const { id, campaignId, ledger: ledgerId, periodOn, region, copy, numbers, purpose, reason } = input;
  call.note(
    { export: id, campaign: campaignId, ledger: ledgerId, period: periodOn, region, copy, numbers },
    reason === undefined ? purpose : `${purpose}；${reason}`,
  );
  refuseNumbers(purpose);
  refuseNumbers(reason ?? null);
  assertMayUnmask(call, input);
  const { table, lock } = await call.db.within(call.reach, async (tx) => {
    const of = await ledgerInReach(tx, call, input);
    const read = await readTable(tx, call, of);
    return numbers === 'full' ? { ...read, table: await unmaskRows(tx, call, of, read.table) } : read;
  });
  const head = headOf(call, input, table, lock);
  const path = join(exportFolder(call.settings.DATA_DIR), `${process.pid}-${call.newId()}.xlsx`);
  try {
    await writeLedgerFile(path, table, head);
    await register(call, input, table, head);
    call.note({ rows: table.rows.length });
    const title = table.head.title[input.lang];
    return await taken(path, `${title}-${table.place}-${periodOn}.xlsx`, mediaType);
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
});

/** @throws ApiRefusal API-103, UserError EXP-101, LED-107 */
function assertMayUnmask(call: Call, { numbers, reason, copy }: Sent): void {
  if (numbers === 'masked') return;
  if (copy === 'upward') throw ledgerRefusal('LED-107');
  if (!call.by.every((held) => allows(held, 'person.unmask'))) throw new ApiRefusal('API-103');
  if (reason === undefined) throw exportRefusal('EXP-101');
}

function headOf(
  call: Call,
  { id, lang, purpose, copy, validDays }: Sent,
  { place, periodOn, asOf, summary }: LedgerTable,
  lock: LockRow | null,
): LedgerFileHead {
  const at = call.now();
  const on = dayOf(at.toISOString());
  const until = dayOf(expiryOf(at, validDays).toISOString());
  const watermark = `${call.caller.fullName} ${clock(at)} ${id.slice(0, 8)}`;
  const hash = lock === null ? null : lock.sha256.toString('hex').slice(0, 16);
  const { filled, cells, typed } = summary;
  const figures = clock(new Date(asOf));
  const words = {
    zh: [
      `填报单位：${place}　报送期：${periodOn}　${copy === 'upward' ? '报上级（姓名号码已遮盖）' : '本级留存'}`,
      `数据时点：${figures}　共 ${cells} 格，由事项自动填写 ${filled} 格，人工填写 ${typed} 格${hash === null ? '　未锁定' : `　已锁定，校验 ${hash}`}`,
      `导出人、时间和编号：${watermark}　用途：${purpose}　${until} 前销毁，不得转发。`,
    ],
    en: [
      `Unit: ${place}; period: ${periodOn}; ${copy === 'upward' ? 'for the level above, masked' : 'for this office'}`,
      `Figures as of ${figures}; ${cells} cells, ${filled} filled from cases, ${typed} typed; ${hash === null ? 'not locked' : `locked, check ${hash}`}`,
      `Taken by, at, under: ${watermark}; purpose: ${purpose}; destroy by ${until}; do not pass on.`,
    ],
  };
  return { lines: words[lang], watermark, lang, on };
}

/** 'YYYY-MM-DD HH:MM' in China. */
function clock(at: Date): string {
  return new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
}

function expiryOf(at: Date, days: number): Date {
  return new Date(at.getTime() + days * 86_400_000);
}

/** Before a byte leaves. @throws UserError EXP-102 */
async function register(call: Call, input: Sent, table: LedgerTable, head: LedgerFileHead): Promise<void> {
  const { id, ledger: ledgerId, periodOn, region, copy, numbers, purpose, reason = null, validDays } = input;
  const at = call.now();
  const isOfHouseholds = table.head.rows === 'inBenefit' || table.head.rows === 'rejected';
  await call.db.within(call.reach, async (tx) => {
    await registerExport(tx, {
      ...{ id, purpose, watermark: head.watermark, made_at: at, row_count: table.rows.length },
      people: isOfHouseholds ? table.rows.length : 0,
      account_id: call.caller.accountId,
      region: call.by[0]?.area ?? '',
      what: { what: 'ledger', ledger: ledgerId, periodOn, region, copy, numbers, reason },
      expires_at: expiryOf(at, validDays),
    });
    await registerRows(tx, call.vault, 'export_entry', [id], at);
  });
}
