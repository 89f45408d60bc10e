import type { Transaction } from '@yangguang/store/database';
import type { BatchRow } from '@yangguang/store/import/import-batch';
import { intakeRefusal } from '@yangguang/store/run/intake-refusals';
import type { Call } from '../../http/call.ts';
import { heldBatch } from './batch-in-reach.ts';

/** States in which somebody may settle what a batch is and have it read again. */
const open: readonly BatchRow['state'][] = ['done', 'failed', 'cancelled'];

/**
 * The batch, held, in a state in which something may be settled, as it was when it was looked at.
 * @throws UserError BAT-109, BAT-110; ApiRefusal API-104
 */
export async function batchToSettle(
  tx: Transaction,
  call: Pick<Call, 'by'>,
  id: string,
  version: number,
): Promise<BatchRow> {
  const batch = await heldBatch(tx, call, id);
  if (!open.includes(batch.state)) throw intakeRefusal('BAT-109');
  if (batch.version !== version) throw intakeRefusal('BAT-110');
  return batch;
}
