import { matter } from '@yangguang/contract/matter';
import { takeStep } from '@yangguang/store/journal/take-step';
import { handle } from '../../http/call.ts';
import { journalRoom } from '../../office/journal-room.ts';
import { stepRequest } from './step-request.ts';
import { takenIn } from './step-taken.ts';

export const act = handle(matter.act, async (input, call) => {
  const room = journalRoom(call);
  const request = stepRequest(call, input);
  return takenIn(call, input.matterId, (tx) => takeStep(tx, room, call.reach, request));
});
