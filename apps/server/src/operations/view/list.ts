import { view } from '@yangguang/contract/view';
import type { Output } from '@yangguang/contract/operation';
import { viewsFor } from '@yangguang/store/view/saved-view';
import { handle } from '../../http/call.ts';
import { colleague, namesOf } from '../matter/matter-line.ts';
import { officesOf } from './office-of.ts';

type Item = Output<typeof view.list>['items'][number];

export const list = handle(view.list, async (_input, call) => {
  const { accountId } = call.caller;
  return call.db.within(call.reach, async (tx) => {
    const rows = await viewsFor(tx, accountId, officesOf(call));
    const names = await namesOf(
      tx,
      rows.map((row) => row.account_id),
    );
    const items = rows.map(
      (row): Item => ({
        id: row.id,
        title: row.title,
        filter: [...row.filter],
        order: row.sort as Item['order'],
        by: row.grouping,
        isShared: row.is_shared,
        isOwn: row.account_id === accountId,
        region: row.region,
        savedBy: colleague(row.account_id, names),
      }),
    );
    return { items };
  });
});
