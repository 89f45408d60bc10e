import type { FrameHousehold } from '@yangguang/domain/sampling/frame';
import { findDependentCheckers } from '@yangguang/domain/sampling/find-dependent-checkers';
import { type ReplacedDraw, replaceAbsent } from '@yangguang/domain/sampling/replace-absent';
import type { Transaction } from '../database.ts';
import { refuseNumbers } from '../journal/split-facts.ts';
import { sql } from '../sql.ts';
import { drawFrom, personsOf, recipeOf, withReplacements } from './repeat-draw.ts';
import { insertItems, type ItemRow, itemsOf } from './sample-item.ts';
import { sampleRefusal } from './sample-refusals.ts';
import type { SampleRow } from './sample-row.ts';

/** @throws UserError SMP-109 with the households and the accounts that stand on both sides */
export function assertIndependent(
  frame: readonly FrameHousehold[],
  householdIds: readonly string[],
  checkers: readonly string[],
): void {
  const households = frame.filter((h) => householdIds.includes(h.id));
  const dependent = findDependentCheckers(households, checkers);
  if (dependent.length > 0)
    throw sampleRefusal('SMP-109', {
      households: dependent.map(({ id, accounts }) => ({ householdId: id, accounts: [...accounts] })),
    });
}

/**
 * Replaces a household by the next of its stratum's order.
 * @throws UserError SMP-106 (not on the list), SMP-107 (must be checked), SMP-111 (has a result), MAT-103
 */
export async function replaceItem(
  tx: Transaction,
  row: SampleRow,
  frame: readonly FrameHousehold[],
  absent: { readonly id: string; readonly reason: string; readonly at: Date },
): Promise<{ by: readonly string[]; shortPersons: number }> {
  refuseNumbers(absent.reason);
  const items = await itemsOf(tx, row.id);
  if (items.some((i) => i.household_id === absent.id && i.second_result !== null))
    throw sampleRefusal('SMP-111');
  const { seed, plan } = recipeOf(row);
  const persons = personsOf(frame);
  const next: ReplacedDraw = replaceAbsent(
    withReplacements(drawFrom(frame, seed, plan), items, persons),
    absent,
    persons,
  );
  const by = next.replacements.at(-1)?.by ?? [];
  const stratum = items.find((i) => i.household_id === absent.id)?.stratum ?? '';
  await tx.run(sql`update sample_item set reason = ${absent.reason}, replaced_at = ${absent.at}
    where sample_id = ${row.id} and household_id = ${absent.id}`);
  const last = Math.max(...items.map((i) => i.draw_no));
  await insertItems(
    tx,
    row.id,
    by.map((id, n) => ({
      household_id: id,
      ...{
        stratum,
        draw_no: last + n + 1,
        persons: persons.get(id) ?? 0,
        is_must: false,
        replaces: absent.id,
      },
    })),
  );
  return { by, shortPersons: next.shortPersons[stratum] ?? 0 };
}

/** The household on the list that is to be checked. @throws the given refusal when it is not, or was replaced */
export function itemToCheck(items: readonly ItemRow[], householdId: string, refuse: () => Error): ItemRow {
  const item = items.find((i) => i.household_id === householdId && i.replaced_at === null);
  if (item === undefined) throw refuse();
  return item;
}

/** Outcome words: what a decision of the kind leaves the family with. */
const outcomeOf: Readonly<Record<string, string>> = {
  increase: 'increase',
  reduce: 'reduce',
  stop: 'stop',
  phaseOut: 'stop',
  refuse: 'stop',
};

/** What the first round came to: the newest decision about the household before the draw, else it was kept as it was. */
export async function firstResult(
  tx: Transaction,
  { campaign_id, drawn_at }: Pick<SampleRow, 'campaign_id' | 'drawn_at'>,
  householdId: string,
): Promise<string> {
  const found = await tx.find<{ kind: string | null }>(sql`
    select m.kind from matter m join step s on s.matter_id = m.id and s.action = 'decide'
    where m.household_id = ${householdId} and m.workflow = 'decision' and s.recorded_at <= ${drawn_at}
      and (${campaign_id}::uuid is null or m.campaign_id = ${campaign_id})
    order by s.seq desc limit 1`);
  return outcomeOf[found?.kind ?? ''] ?? 'keep';
}

/** True when the second visit is on record, or the inspection is one that goes by papers or by comparison. */
export async function isVisited(tx: Transaction, row: SampleRow, item: ItemRow): Promise<boolean> {
  const rows = await tx.rows(sql`
    select 1 from matter m where m.id = ${item.matter_id} and m.state in ('visited', 'signed', 'reviewed', 'accepted')
    union all select 1 from matter m where m.id = ${row.matter_id} and m.kind in ('paper', 'systemCompare')`);
  return rows.length > 0;
}

export async function keepResult(
  tx: Transaction,
  sampleId: string,
  item: ItemRow,
  result: { readonly first: string; readonly second: string; readonly by: string; readonly at: Date },
): Promise<void> {
  await tx.run(sql`update sample_item set first_result = ${result.first}, second_result = ${result.second},
    result_by = ${result.by}, result_at = ${result.at}
    where sample_id = ${sampleId} and household_id = ${item.household_id}`);
}
