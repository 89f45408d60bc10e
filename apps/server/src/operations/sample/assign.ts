import type { Input } from '@yangguang/contract/operation';
import { sample } from '@yangguang/contract/sample';
import { byCodePoint, type FrameHousehold } from '@yangguang/domain/sampling/frame';
import type { Transaction } from '@yangguang/store/database';
import { assertMayWork } from '@yangguang/store/journal/assert-colleagues';
import { journalRefusal } from '@yangguang/store/journal/journal-refusals';
import { type Hand, type Opening, openMatters, plainHeader } from '@yangguang/store/journal/open-matters';
import { registerItems } from '@yangguang/store/sample/register-draw';
import { assertIndependent, itemToCheck } from '@yangguang/store/sample/check-item';
import { type ItemRow, itemsOf } from '@yangguang/store/sample/sample-item';
import { notDrawn } from '@yangguang/domain/sampling/replace-absent';
import { assertOpen, openFrame, type SampleRow } from '@yangguang/store/sample/sample-row';
import { sql } from '@yangguang/store/sql';
import { type Call, handle } from '../../http/call.ts';
import { journalRoom } from '../../office/journal-room.ts';
import { handsOf } from '../matter/hands-of.ts';
import { lockedSample } from './sample-line.ts';

type Sent = Input<typeof sample.assign>;

export const assign = handle(sample.assign, async (input, call) => {
  const { sampleId, checkers } = input;
  const householdIds = [...new Set(input.householdIds)].sort(byCodePoint);
  const opened = await call.db.within(call.reach, async (tx) => {
    const row = await lockedSample(tx, call, sampleId);
    assertOpen(row);
    const all = await itemsOf(tx, sampleId);
    const items = householdIds.map((id) => itemToCheck(all, id, notDrawn));
    const frame = openFrame(call.vault, row);
    assertIndependent(frame, householdIds, checkers);
    // Asked again: whoever has a visit keeps it.
    const fresh = items.filter((item) => item.matter_id === null);
    const openings = await openingsOf(tx, call, { row, frame, checkers }, fresh);
    await openMatters(tx, journalRoom(call), openings);
    const made = new Map(openings.map((o) => [o.header.householdId, o.matterId]));
    for (const [household, matter] of made)
      await tx.run(sql`update sample_item set matter_id = ${matter}
        where sample_id = ${sampleId} and household_id = ${household}`);
    await registerItems(tx, call, sampleId, [...made.keys()].map(String));
    return items.map((item) => ({
      householdId: item.household_id,
      matterId: item.matter_id ?? made.get(item.household_id) ?? '',
    }));
  });
  call.note({ sample: sampleId, households: opened.length });
  return { opened };
});

interface Checked {
  readonly row: SampleRow;
  readonly frame: readonly FrameHousehold[];
  readonly checkers: Sent['checkers'];
}

async function openingsOf(
  tx: Transaction,
  call: Call,
  { row, frame, checkers }: Checked,
  items: readonly ItemRow[],
): Promise<Opening[]> {
  const households = await tx.rows<{ id: string; region: string; programme: string; head_name: string }>(sql`
    select id, region, programme, head_name from household
    where id = any(${items.map((i) => i.household_id)}::uuid[]) order by id`);
  const first = new Map(frame.map((h) => [h.id, h.investigators]));
  const openings: Opening[] = [];
  for (const { id, region, programme, head_name: title } of households) {
    await assertMayWork(tx, checkers, { region, programme, household_id: id }, call.now());
    openings.push({
      matterId: call.newId(),
      stepId: call.newId(),
      header: {
        ...plainHeader({ workflow: 'verification', region, programme, title }),
        ...{ householdId: id, campaignId: row.campaign_id, parentId: row.matter_id },
        assignedTo: checkers[0] ?? null,
        links: row.matter_id === null ? [] : [row.matter_id],
      },
      facts: { isRecheck: true, severity: 'suspect', programme, notBy: [...(first.get(id) ?? [])] },
      reason: null,
      hand: handIn(call, region),
      at: call.now(),
      sent: null,
    });
  }
  return openings;
}

/** @throws UserError API-104 */
function handIn(call: Call, region: string): Hand {
  const hand = handsOf(call).find(({ area }) => region.startsWith(area));
  if (hand === undefined) throw journalRefusal('API-104');
  return hand;
}
