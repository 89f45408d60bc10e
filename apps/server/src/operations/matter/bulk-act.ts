import { matter } from '@yangguang/contract/matter';
import type { Output } from '@yangguang/contract/operation';
import { UserError } from '@yangguang/domain/errors/user-error';
import { takeStep } from '@yangguang/store/journal/take-step';
import { handle } from '../../http/call.ts';
import { journalRoom } from '../../office/journal-room.ts';
import { stepRequest } from './step-request.ts';
import { stepTaken } from './step-taken.ts';
import { why } from './why.ts';

type Item = Output<typeof matter.bulkAct>['items'][number];

export const bulkAct = handle(matter.bulkAct, async ({ items, ...step }, call) => {
  const room = journalRoom(call);
  const done: Item[] = [];
  const faults: unknown[] = [];
  for (const item of items) {
    const request = stepRequest(call, { ...step, ...item });
    // A transaction each: what one is refused for holds nobody else up.
    try {
      const result = await call.db.within(call.reach, (tx) => takeStep(tx, room, call.reach, request));
      done.push({ matterId: item.matterId, taken: stepTaken(result), why: null });
    } catch (error) {
      if (error instanceof UserError) done.push({ matterId: item.matterId, taken: null, why: why(error) });
      else faults.push(error);
    }
  }
  // A fault of ours is told when everything else is done; sent again, the steps taken give the same answer.
  const refused = done.filter((one) => one.why !== null).map(({ matterId, why }) => [matterId, why?.code]);
  if (refused.length > 0) call.note({ refused });
  if (faults.length > 0) throw faults[0];
  return { items: done };
});
