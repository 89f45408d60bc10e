import { matter } from '@yangguang/contract/matter';
import { linkMatter } from '@yangguang/store/journal/plain-acts';
import { handle } from '../../http/call.ts';
import { journalRoom } from '../../office/journal-room.ts';
import { handsOf } from './hands-of.ts';
import { takenIn } from './step-taken.ts';

export const link = handle(matter.link, async (input, call) => {
  const room = journalRoom(call);
  // Links take nothing away from what the caller read, so there is no version to miss.
  const request = { ...input, expectedVersion: null, hands: handsOf(call) };
  return takenIn(call, input.matterId, (tx) => linkMatter(tx, room, call.reach, request));
});
