import { evidence } from '@yangguang/contract/evidence';
import { addEvidence } from '@yangguang/store/evidence/evidence';
import { handle } from '../../http/call.ts';
import { journalRoom } from '../../office/journal-room.ts';
import { aboutMatter } from '../matter/step-taken.ts';
import { added, evidenceRequest } from './evidence-request.ts';

export const register = handle(evidence.register, async ({ kind, title, paperNo, ...input }, call) => {
  const paper = { kind, title, paperNo, file: null };
  const request = evidenceRequest(call, input);
  return aboutMatter(call, input.matterId, async () => {
    const { result } = await call.db.within(call.reach, (tx) =>
      addEvidence(tx, journalRoom(call), call.reach, request, paper),
    );
    return added(result);
  });
});
