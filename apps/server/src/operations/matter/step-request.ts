import type { matter } from '@yangguang/contract/matter';
import type { Input } from '@yangguang/contract/operation';
import type { StepRequest } from '@yangguang/store/journal/ready-step';
import type { Call } from '../../http/call.ts';
import { handsOf } from './hands-of.ts';

type Acted = Input<typeof matter.act>;
type Sent = Pick<Acted, 'stepId' | 'matterId' | 'action' | 'facts' | 'reason'> &
  Partial<Pick<Acted, 'evidence' | 'doneAt'>> & {
    /** Null when the caller did not look: a rehearsal. */
    readonly expectedVersion: number | null;
  };

/** A step as the journal takes it, under the appointments the call was let in with. */
export function stepRequest(call: Pick<Call, 'by' | 'caller'>, sent: Sent): StepRequest {
  const { stepId, matterId, expectedVersion, action, facts, reason, evidence = [], doneAt } = sent;
  return {
    ...{ stepId, matterId, expectedVersion, action, facts, reason, evidence },
    doneAt: doneAt === undefined ? null : new Date(doneAt),
    hands: handsOf(call),
  };
}
