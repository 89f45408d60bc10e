import { matter } from '@yangguang/contract/matter';
import { returnMatter } from '@yangguang/store/journal/plain-acts';
import { handle } from '../../http/call.ts';
import { journalRoom } from '../../office/journal-room.ts';
import { handsOf } from './hands-of.ts';
import { takenIn } from './step-taken.ts';

export const giveBack = handle(matter.giveBack, async (input, call) => {
  const room = journalRoom(call);
  const request = { ...input, hands: handsOf(call) };
  return takenIn(call, input.matterId, (tx) => returnMatter(tx, room, call.reach, request));
});
