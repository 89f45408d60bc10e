import type { Output } from '@yangguang/contract/operation';
import type { sample } from '@yangguang/contract/sample';
import type { Transaction } from '@yangguang/store/database';
import { findSample, lockSample, type SampleRow } from '@yangguang/store/sample/sample-row';
import { notFound } from '../../http/api-refusal.ts';
import type { Call } from '../../http/call.ts';

type Line = Output<typeof sample.list>['items'][number];

/** A row as the wire carries it; a sealed one says neither seed nor place. */
export function sampleLine(row: SampleRow): Line {
  return {
    id: row.id,
    matterId: row.matter_id,
    campaignId: row.campaign_id,
    region: row.region,
    isSealed: row.is_sealed,
    seed: row.seed,
    seedHash: row.seed_hash?.toString('hex') ?? null,
    frameHash: row.frame_hash.toString('hex'),
    drawHash: row.draw_hash?.toString('hex') ?? null,
    drawnAt: row.drawn_at.toISOString(),
    openedAt: row.opened_at?.toISOString() ?? null,
    openedPlace: row.opened_place,
    drawnHouseholds: row.drawn_households,
    drawnPersons: row.drawn_persons,
  };
}

/** @throws ApiRefusal API-104 */
export async function sampleInReach(
  tx: Transaction,
  { reach }: Pick<Call, 'reach'>,
  id: string,
): Promise<SampleRow> {
  const row = await findSample(tx, reach, id);
  if (row === null) throw notFound();
  return row;
}

/** The same, kept for this transaction. @throws ApiRefusal API-104 */
export async function lockedSample(
  tx: Transaction,
  { reach }: Pick<Call, 'reach'>,
  id: string,
): Promise<SampleRow> {
  const row = await lockSample(tx, reach, id);
  if (row === null) throw notFound();
  return row;
}
