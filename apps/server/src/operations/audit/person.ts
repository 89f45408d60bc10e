import { audit } from '@yangguang/contract/audit';
import { readsOfHousehold } from '@yangguang/store/audit/search-reads';
import { findHousehold } from '@yangguang/store/household/find-household';
import { notFound } from '../../http/api-refusal.ts';
import { handle } from '../../http/call.ts';
import { pageOfRows, writeCursor } from '../cursor.ts';
import { auditLine } from './audit-line.ts';
import { beforeOf } from './search.ts';

/** Who read one family's file. The auditor sees who looked, not what there is to see. */
export const person = handle(audit.person, async ({ householdId, cursor, limit }, call) => {
  const page = { before: beforeOf(cursor), limit: limit + 1 };
  const { place, rows } = await call.db.within(call.reach, async (tx) => {
    const row = await findHousehold(tx, call.reach, householdId);
    if (row === null) throw notFound();
    return { place: row.region, rows: await readsOfHousehold(tx, call.reach, householdId, page) };
  });
  call.note({ aboutHousehold: householdId, place, lines: Math.min(rows.length, limit) });
  return pageOfRows(rows, limit, rows.map(auditLine), (row) => writeCursor(row.seq.toString()));
});
