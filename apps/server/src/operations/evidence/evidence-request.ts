import type { evidence } from '@yangguang/contract/evidence';
import type { Output } from '@yangguang/contract/operation';
import type { PlainRequest } from '@yangguang/store/journal/plain-acts';
import type { StepResult } from '@yangguang/store/journal/take-step';
import type { Call } from '../../http/call.ts';
import { handsOf } from '../matter/hands-of.ts';

export type Added = Output<typeof evidence.register>;

/** The adding of a document as the journal takes it: it stands in nobody's way, so there is no version to miss. */
export function evidenceRequest(
  call: Pick<Call, 'by' | 'caller'>,
  { matterId, stepId }: { readonly matterId: string; readonly stepId: string },
): PlainRequest {
  return { matterId, stepId, expectedVersion: null, reason: null, hands: handsOf(call) };
}

/** What became of it. A document has the id of the step that added it. */
export function added({ stepId, matterId, version }: StepResult): Added {
  return { id: stepId, matterId, version };
}
