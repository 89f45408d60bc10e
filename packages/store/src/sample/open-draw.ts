import type { Transaction } from '../database.ts';
import { canonicalJson } from '../journal/canonical-json.ts';
import type { Room } from '../journal/room.ts';
import { sql } from '../sql.ts';
import { drawFrom, hashDraw, itemsFrom } from './repeat-draw.ts';
import { insertItems } from './sample-item.ts';
import { sampleRefusal } from './sample-refusals.ts';
import { openFrame, type SamplePlan, type SampleRow, secretContext } from './sample-row.ts';

/**
 * Opens a sealed draw: seed and plan in the clear, the households on the list.
 * @throws UserError SMP-112 when there is nothing in it, SMP-117 when it is open already
 */
export async function openDraw(
  tx: Transaction,
  room: Room,
  row: SampleRow,
  by: { readonly accountId: string; readonly place: string },
): Promise<void> {
  if (!row.is_sealed || row.opened_at !== null) throw sampleRefusal('SMP-117');
  if (row.private === null) throw sampleRefusal('SMP-112');
  const { seed, plan } = room.vault.open(row.private, secretContext(row.id)) as {
    seed: string;
    plan: SamplePlan;
  };
  const frame = openFrame(room.vault, row);
  const draw = drawFrom(frame, seed, plan);
  if (hashDraw(draw) !== row.draw_hash?.toString('hex'))
    throw new Error(`sample ${row.id} does not open to what was drawn`);
  await tx.run(sql`update sample set opened_at = ${room.now()}, opened_by = ${by.accountId}, opened_place = ${by.place},
    seed = ${seed}, plan = ${canonicalJson(plan)}::jsonb where id = ${row.id}`);
  await insertItems(tx, row.id, itemsFrom(draw, frame));
}
