import type { Transaction } from '@yangguang/store/database';
import { type BatchRow, findBatch, lockBatch } from '@yangguang/store/import/import-batch';
import { notFound } from '../../http/api-refusal.ts';
import type { Call } from '../../http/call.ts';
import { wholeReach } from './whole-reach.ts';

/** @throws ApiRefusal API-104 */
export async function batchInReach(tx: Transaction, call: Pick<Call, 'by'>, id: string): Promise<BatchRow> {
  const row = await findBatch(tx, wholeReach(call), id);
  if (row === null) throw notFound();
  return row;
}

/** The same, held until the transaction ends. @throws ApiRefusal API-104 */
export async function heldBatch(tx: Transaction, call: Pick<Call, 'by'>, id: string): Promise<BatchRow> {
  const row = await lockBatch(tx, wholeReach(call), id);
  if (row === null) throw notFound();
  return row;
}
