import { matter } from '@yangguang/contract/matter';
import { assignMatter } from '@yangguang/store/journal/plain-acts';
import { ApiRefusal } from '../../http/api-refusal.ts';
import { handle } from '../../http/call.ts';
import { journalRoom } from '../../office/journal-room.ts';
import { handsOf } from './hands-of.ts';
import { takenIn } from './step-taken.ts';

export const assign = handle(matter.assign, async ({ accountId, ...input }, call) => {
  if (input.area === null && accountId === null)
    throw new ApiRefusal('API-101', { fields: ['area', 'accountId'] });
  const room = journalRoom(call);
  const request = { ...input, account: accountId, hands: handsOf(call) };
  return takenIn(call, input.matterId, (tx) => assignMatter(tx, room, call.reach, request));
});
