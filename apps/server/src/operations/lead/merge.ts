import { lead } from '@yangguang/contract/lead';
import { takeStep } from '@yangguang/store/journal/take-step';
import { handle } from '../../http/call.ts';
import { journalRoom } from '../../office/journal-room.ts';
import { stepRequest } from '../matter/step-request.ts';
import { takenIn } from '../matter/step-taken.ts';

/** Two findings that are one: the duplicate ends, linked to the other, which is carried on. */
export const merge = handle(lead.merge, async ({ into, ...sent }, call) => {
  const request = stepRequest(call, { ...sent, action: 'merge', facts: { into } });
  return takenIn(call, sent.matterId, (tx) => takeStep(tx, journalRoom(call), call.reach, request));
});
