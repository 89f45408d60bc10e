import type { Transaction } from '../database.ts';
import { isKin } from '../matter/is-kin.ts';
import type { MatterRow } from '../matter/matter-row.ts';
import { type Room, workflowOf } from './room.ts';

/**
 * Nobody has a hand in what concerns the own family, where the workflow asks that of them.
 * @param accountId null for the clock, which has no family
 * @throws UserError WF-105
 */
export async function assertNoKin(
  tx: Transaction,
  room: Room,
  matter: Pick<MatterRow, 'workflow' | 'household_id'>,
  accountId: string | null,
): Promise<void> {
  const workflow = workflowOf(room, matter.workflow);
  if (!workflow.recuseKin || accountId === null) return;
  if (await isKin(tx, accountId, matter.household_id)) throw room.refuse(workflow, '', { code: 'WF-105' });
}
