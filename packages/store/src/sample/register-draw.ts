import { registerRows } from '../audit/register-rows.ts';
import type { Transaction } from '../database.ts';
import type { Room } from '../journal/room.ts';
import { itemsOf } from './sample-item.ts';

/** Registers a sample and its households as they are now, so that verify finds what was changed by hand. Last of all. */
export async function registerDraw(tx: Transaction, room: Room, sampleId: string): Promise<void> {
  await registerRows(tx, room.vault, 'sample', [sampleId], room.now());
  const items = await itemsOf(tx, sampleId);
  await registerItems(
    tx,
    room,
    sampleId,
    items.map((item) => item.household_id),
  );
}

/** The same for some of its households. */
export async function registerItems(
  tx: Transaction,
  room: Pick<Room, 'vault' | 'now'>,
  sampleId: string,
  householdIds: readonly string[],
): Promise<void> {
  const keys = householdIds.map((id) => `${sampleId} ${id}`);
  await registerRows(tx, room.vault, 'sample_item', keys, room.now());
}
