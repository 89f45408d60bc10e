import type { Faces } from '@yangguang/domain/identity/face';
import { judgementsInForce } from '@yangguang/domain/identity/judgement';
import type { Reach, Transaction } from '../database.ts';
import { inReach } from '../matter/in-reach.ts';
import { sql } from '../sql.ts';
import type { Vault } from '../vault.ts';
import {
  type Judgement,
  judgementColumns,
  type JudgementRow,
  judgementTables,
  openJudgements,
  pairHashes,
} from './identity-judgement.ts';

/** Restricted leads open with a reach that opens them only; what came from a file belongs to no lead. */
function openLeads(reach: Reach) {
  return reach.restricted === true ? sql`true` : sql`not coalesce(l.is_restricted, false)`;
}

/** Everything judged of this pair, wherever it was given, in reach; the newest first. */
export async function judgementsOfPair(
  tx: Transaction,
  reach: Reach,
  vault: Vault,
  faces: Faces,
): Promise<Judgement[]> {
  const pairs = pairHashes(vault, faces).map(({ hash }) => hash);
  const rows = await tx.rows<JudgementRow>(sql`select ${judgementColumns} from ${judgementTables}
    where x.pair_hash = any(${pairs}::bytea[]) and ${inReach(reach, 'x')} and ${openLeads(reach)}
    order by x.judged_at desc, x.recorded_at desc, x.id desc limit 100`);
  return openJudgements(vault, rows);
}

/** Everything judged at the leads of a household, in reach; the newest first. */
export async function judgementsOfHousehold(
  tx: Transaction,
  reach: Reach,
  vault: Vault,
  householdId: string,
): Promise<Judgement[]> {
  const rows = await tx.rows<JudgementRow>(sql`select ${judgementColumns} from ${judgementTables}
    where l.household_id = ${householdId} and ${inReach(reach, 'x')} and ${openLeads(reach)}
    order by x.judged_at desc, x.recorded_at desc, x.id desc limit 200`);
  return openJudgements(vault, rows);
}

/**
 * The judgements in force in an area, one for each pair, in the order in which they were given: what is laid over the
 * linkage of a run.
 * @param until what was recorded later is left out, so that every attempt of a run finds the same; null: nothing is
 */
export async function judgementsInArea(
  tx: Transaction,
  reach: Reach,
  vault: Vault,
  area: string,
  until: Date | null,
): Promise<(Judgement & { readonly at: string })[]> {
  const rows = await tx.rows<JudgementRow>(sql`select ${judgementColumns} from ${judgementTables}
    where starts_with(x.region, ${area}) and coalesce(x.recorded_at <= ${until}::timestamptz, true) and ${inReach(reach, 'x')} and ${openLeads(reach)}
    order by x.judged_at, x.recorded_at, x.id`);
  const opened = openJudgements(vault, rows);
  return judgementsInForce(opened.map((one) => ({ ...one, at: one.judged_at.toISOString() })));
}
