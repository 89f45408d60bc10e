import { matter } from '@yangguang/contract/matter';
import { noteMatter } from '@yangguang/store/journal/plain-acts';
import { handle } from '../../http/call.ts';
import { journalRoom } from '../../office/journal-room.ts';
import { handsOf } from './hands-of.ts';
import { takenIn } from './step-taken.ts';

export const note = handle(matter.note, async ({ text, ...input }, call) => {
  const room = journalRoom(call);
  const request = { ...input, expectedVersion: null, reason: text, hands: handsOf(call) };
  return takenIn(call, input.matterId, (tx) => noteMatter(tx, room, call.reach, request));
});
