import type { Verdict } from '@yangguang/domain/identity/verdict';
import type { Transaction } from '../database.ts';
import type { StepDraft } from '../journal/step-row.ts';
import type { MatterRow } from '../matter/matter-row.ts';
import { sql } from '../sql.ts';
import type { Vault } from '../vault.ts';
import { addJudgements, peopleJudged } from './add-judgement.ts';
import { facesOfLead } from './faces-of-lead.ts';

/** What a step of a lead says of identity; null for nothing. */
export function verdictOfStep({ action, facts }: Pick<StepDraft, 'action' | 'facts'>): Verdict | null {
  if (action === 'dismissIdentity') return 'not_same';
  if (action === 'clear' && facts['innocentCause'] === 'otherPerson') return 'not_same';
  return action === 'confirmIdentity' && facts['identity'] === 'same' ? 'same' : null;
}

/**
 * Writes down what a step of a lead implies about the two mentions its identity rests on: that it was closed as another
 * person, or that the identity was checked and found the same. By whoever took the step, for the reason given there.
 * Nothing is written for a lead without two mentions, or where one person would have two valid numbers: the
 * step stands by itself.
 * Call it after the steps were chained.
 */
export async function judgeByStep(
  tx: Transaction,
  vault: Vault,
  matter: Pick<MatterRow, 'id' | 'workflow' | 'region' | 'programme'>,
  step: StepDraft,
): Promise<void> {
  const verdict = matter.workflow === 'lead' ? verdictOfStep(step) : null;
  if (verdict === null || step.account_id === null) return;
  const lead = await tx.find<{ id: string; private: Buffer }>(
    sql`select id, private from lead where matter_id = ${matter.id}`,
  );
  const faces = facesOfLead(vault, lead);
  if (lead === null || faces === null) return;
  const { id, account_id: recordedBy, at: judgedAt, reason } = step;
  const { region, programme } = matter;
  const people = await peopleJudged(tx, vault, [{ region, verdict }]);
  if (verdict === 'same' && people.joinsTwoNumbers(faces)) return;
  const judgement = { id, region, programme, faces, verdict, why: reason, by: null, judgedAt, recordedBy };
  await addJudgements(
    tx,
    vault,
    [{ ...judgement, source: 'step', leadId: lead.id, stepId: id }],
    step.recorded_at,
  );
}
