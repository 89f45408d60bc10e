import { audit } from '@yangguang/contract/audit';
import { searchSteps } from '@yangguang/store/audit/search-reads';
import { handle } from '../../http/call.ts';
import { pageOfRows, writeCursor } from '../cursor.ts';
import { beforeOf } from './search.ts';

export const steps = handle(audit.steps, async ({ accountId, matterId, cursor, limit }, call) => {
  const page = { before: beforeOf(cursor), limit: limit + 1 };
  const rows = await call.db.within(call.reach, (tx) =>
    searchSteps(tx, call.reach, { accountId, matterId }, page),
  );
  const items = rows.map((row) => ({
    seq: row.seq.toString(),
    id: row.id,
    matterId: row.matter_id,
    workflow: row.workflow,
    action: row.action,
    at: row.at.toISOString(),
    recordedAt: row.recorded_at.toISOString(),
    by: row.account_id === null ? null : { id: row.account_id, name: row.full_name ?? '' },
    role: row.role,
    area: row.area,
    hash: row.hash.toString('hex'),
  }));
  call.note({ steps: Math.min(rows.length, limit), ...given({ account: accountId, ofMatter: matterId }) });
  return pageOfRows(rows, limit, items, (row) => writeCursor(row.seq.toString()));
});

function given(asked: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(asked).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
