import type { FrameHousehold } from '@yangguang/domain/sampling/frame';
import type { Reach, Transaction } from '../database.ts';
import { inReach } from '../matter/in-reach.ts';
import { type Sql, sql } from '../sql.ts';
import type { Vault } from '../vault.ts';
import { sampleRefusal } from './sample-refusals.ts';

/** Everything but the list that a draw is repeated from. */
export interface SamplePlan {
  readonly share: number;
  readonly weights: Readonly<Record<string, number>>;
  readonly leastHouseholds: number;
  readonly programmes: readonly string[];
  /** The inspected division. */
  readonly region: string;
  /** Persons of the frozen list, by town. */
  readonly towns: Readonly<Record<string, number>>;
}

/** A row of `sample`, as the table has it. */
export interface SampleRow {
  readonly id: string;
  readonly matter_id: string | null;
  readonly campaign_id: string | null;
  readonly region: string;
  readonly programme: string;
  readonly seed: string | null;
  readonly plan: SamplePlan | Record<string, never>;
  readonly frame_hash: Buffer;
  readonly is_sealed: boolean;
  readonly opened_at: Date | null;
  readonly opened_by: string | null;
  readonly opened_place: string | null;
  readonly drawn_by: string | null;
  readonly drawn_at: Date;
  readonly private: Buffer | null;
  readonly frame: Buffer | null;
  readonly seed_hash: Buffer | null;
  readonly draw_hash: Buffer | null;
  readonly team: readonly string[];
  readonly drawn_households: number;
  readonly drawn_persons: number;
}

const columns: Sql = sql`x.id, x.matter_id, x.campaign_id, x.region, x.programme, x.seed, x.plan, x.frame_hash, x.is_sealed,
  x.opened_at, x.opened_by, x.opened_place, x.drawn_by, x.drawn_at, x.private, x.frame, x.seed_hash, x.draw_hash, x.team,
  x.drawn_households, x.drawn_persons`;

/** The sample, or null when it is not there or out of reach. */
export function findSample(tx: Transaction, reach: Reach, id: string): Promise<SampleRow | null> {
  return tx.find<SampleRow>(
    sql`select ${columns} from sample x where x.id = ${id} and ${inReach(reach, 'x')}`,
  );
}

/** The same, kept for this transaction. */
export function lockSample(tx: Transaction, reach: Reach, id: string): Promise<SampleRow | null> {
  return tx.find<SampleRow>(
    sql`select ${columns} from sample x where x.id = ${id} and ${inReach(reach, 'x')} for no key update`,
  );
}

/** The last row of a page. */
export interface SampleKey {
  readonly at: string;
  readonly id: string;
}

/** Samples in reach, the newest first. */
export function listSamples(
  tx: Transaction,
  reach: Reach,
  filter: { readonly matterId: string | null },
  page: { readonly after: SampleKey | null; readonly limit: number },
): Promise<(SampleRow & { sort_key: string })[]> {
  const of = filter.matterId === null ? sql`true` : sql`x.matter_id = ${filter.matterId}`;
  const after =
    page.after === null
      ? sql`true`
      : sql`(x.drawn_at, x.id) < (${page.after.at}::timestamptz, ${page.after.id}::uuid)`;
  return tx.rows(sql`select ${columns},
      to_char(x.drawn_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as sort_key
    from sample x where ${of} and ${after} and ${inReach(reach, 'x')} order by x.drawn_at desc, x.id desc
    limit ${page.limit}`);
}

export const secretContext = (id: string): string => `sample.private:${id}`;
const frameContext = (id: string): string => `sample.frame:${id}`;

export function sealFrame(vault: Vault, id: string, frame: readonly FrameHousehold[]): Buffer {
  return vault.seal(frame, frameContext(id));
}

/** The frozen list. @throws UserError SMP-112 when there is none */
export function openFrame(vault: Vault, row: SampleRow): FrameHousehold[] {
  if (row.frame === null) throw sampleRefusal('SMP-112');
  return vault.open(row.frame, frameContext(row.id)) as FrameHousehold[];
}

/** Until it is opened on arrival nobody reads it. @throws UserError SMP-110 */
export function assertOpen(row: Pick<SampleRow, 'is_sealed' | 'opened_at'>): void {
  if (row.is_sealed && row.opened_at === null) throw sampleRefusal('SMP-110');
}

/** @throws UserError SMP-114 */
export function assertOfTeam(row: Pick<SampleRow, 'team'>, accountId: string): void {
  if (!row.team.includes(accountId)) throw sampleRefusal('SMP-114');
}
