import { divisionChange } from '@yangguang/contract/division-change';
import { listDivisionChanges } from '@yangguang/store/division/change-divisions';
import { handle } from '../../http/call.ts';
import { colleague, namesOf } from '../matter/matter-line.ts';
import { pageAfter, pageOf } from '../page-after.ts';
import { assertHolds } from '../rule/rule-place.ts';

export const list = handle(divisionChange.list, async ({ region, ...page }, call) => {
  assertHolds(call, region);
  const { rows, names } = await call.db.within(call.reach, async (tx) => {
    const found = await listDivisionChanges(tx, region, pageAfter(page));
    return {
      rows: found,
      names: await namesOf(
        tx,
        found.map((row) => row.changed_by),
      ),
    };
  });
  call.note({ region, changes: rows.length });
  return pageOf(
    rows,
    page.limit,
    ({ id }) => id,
    (row) => ({
      id: row.id,
      code: row.region,
      kind: row.kind,
      oldName: row.old_name,
      newName: row.new_name,
      successor: row.successor,
      effectiveOn: row.effective_on,
      reason: row.reason,
      changedBy: colleague(row.changed_by, names),
      changedAt: row.changed_at.toISOString(),
    }),
  );
});
