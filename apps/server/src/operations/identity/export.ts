import { Readable } from 'node:stream';
import { identity } from '@yangguang/contract/identity';
import { writeJudgementFile } from '@yangguang/domain/identity/judgement-file';
import { allows } from '@yangguang/domain/people/permission';
import { covers } from '@yangguang/domain/people/scope';
import { dayOf } from '@yangguang/domain/workflows/clocks';
import { neutraliseFormula } from '@yangguang/engine/outputs/xlsx/xml-text';
import { registerRows } from '@yangguang/store/audit/register-rows';
import { registerExport } from '@yangguang/store/export/export-register';
import { judgementsInArea } from '@yangguang/store/identity/read-judgements';
import { refuseNumbers } from '@yangguang/store/journal/split-facts';
import { ApiRefusal, notFound } from '../../http/api-refusal.ts';
import { handle } from '../../http/call.ts';
import { filedJudgement } from '../../jobs/run/write-judgements.ts';

/** Whole numbers leave: asked for with purpose and reason, and in the register before a byte leaves. */
export const exportJudgements = handle(identity.export, async (input, call) => {
  const { id, region, purpose, reason, validDays } = input;
  call.note({ export: id, what: 'judgements', place: region, numbers: 'full' }, `${purpose}；${reason}`);
  refuseNumbers(purpose);
  refuseNumbers(reason);
  if (!call.by.some((held) => covers(held, region, 'none'))) throw notFound();
  if (!call.by.every((held) => allows(held, 'person.unmask'))) throw new ApiRefusal('API-103');
  const at = call.now();
  const on = dayOf(at.toISOString());
  const watermark = `${call.caller.fullName} ${on} ${id.slice(0, 8)}`;
  const judgements = await call.db.within(call.reach, async (tx) => {
    const given = await judgementsInArea(tx, call.reach, call.vault, region, at);
    await registerExport(tx, {
      ...{ id, purpose, watermark, made_at: at, row_count: given.length, people: given.length },
      account_id: call.caller.accountId,
      region: call.by[0]?.area ?? '',
      what: { what: 'judgements', format: 'csv', region, numbers: 'full', reason },
      expires_at: new Date(at.getTime() + validDays * 86_400_000),
    });
    await registerRows(tx, call.vault, 'export_entry', [id], at);
    return given;
  });
  call.note({ rows: judgements.length });
  const mark = { takenBy: watermark, guard: neutraliseFormula };
  const bytes = Buffer.from(`\uFEFF${writeJudgementFile(judgements.map(filedJudgement), mark)}`, 'utf8');
  return {
    content: Readable.from([bytes]),
    mediaType: 'text/csv; charset=utf-8',
    fileName: `identity-judgements-${region}-${on}.csv`,
    bytes: bytes.length,
  };
});
