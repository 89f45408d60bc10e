import type { Reach, Transaction } from '../database.ts';
import { sql } from '../sql.ts';
import { inReach } from './in-reach.ts';
import { matterColumns, type MatterRow } from './matter-row.ts';

/** The matter, kept for this transaction, or null when it is not there or out of reach. */
export function lockMatter(tx: Transaction, reach: Reach, id: string): Promise<MatterRow | null> {
  return tx.find<MatterRow>(
    sql`select ${matterColumns} from matter m where m.id = ${id} and ${inReach(reach, 'm')} for no key update`,
  );
}

/** The matter as it is, or null when it is not there or out of reach. */
export function findMatter(tx: Transaction, reach: Reach, id: string): Promise<MatterRow | null> {
  return tx.find<MatterRow>(
    sql`select ${matterColumns} from matter m where m.id = ${id} and ${inReach(reach, 'm')}`,
  );
}

/** Those of the matters that are in reach, oldest first. */
export function mattersById(tx: Transaction, reach: Reach, ids: readonly string[]): Promise<MatterRow[]> {
  if (ids.length === 0) return Promise.resolve([]);
  return tx.rows<MatterRow>(sql`select ${matterColumns} from matter m
    where m.id = any(${ids}::uuid[]) and ${inReach(reach, 'm')} order by m.opened_at, m.id`);
}
