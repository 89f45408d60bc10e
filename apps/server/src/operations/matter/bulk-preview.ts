import { matter } from '@yangguang/contract/matter';
import type { Output } from '@yangguang/contract/operation';
import { UserError } from '@yangguang/domain/errors/user-error';
import type { Transaction } from '@yangguang/store/database';
import { rehearseStep } from '@yangguang/store/journal/ready-step';
import { findMatter } from '@yangguang/store/matter/lock-matter';
import { type Call, handle } from '../../http/call.ts';
import { journalRoom } from '../../office/journal-room.ts';
import { stepRequest } from './step-request.ts';
import { why } from './why.ts';

export const bulkPreview = handle(matter.bulkPreview, async ({ matterIds, ...step }, call) => {
  const ids = [...new Set(matterIds)];
  const items = await call.db.within(call.reach, async (tx) => {
    const found: Item[] = [];
    for (const id of ids) found.push(await rehearse(tx, call, id, step));
    return found;
  });
  call.note({ matters: items.length, ids });
  return { items };
});

type Item = Output<typeof matter.bulkPreview>['items'][number];
type Step = Pick<Parameters<typeof stepRequest>[1], 'action' | 'facts' | 'reason'>;

async function rehearse(tx: Transaction, call: Call, matterId: string, step: Step): Promise<Item> {
  const request = stepRequest(call, { ...step, matterId, stepId: call.newId(), expectedVersion: null });
  try {
    const { version } = await rehearseStep(tx, journalRoom(call), call.reach, request);
    return { matterId, version, may: true, why: null };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const row = await findMatter(tx, call.reach, matterId);
    return { matterId, version: row?.version ?? null, may: false, why: why(error) };
  }
}
