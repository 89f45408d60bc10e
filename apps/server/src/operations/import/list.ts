import { importing } from '@yangguang/contract/import';
import { listBatches } from '@yangguang/store/import/import-batch';
import { countInputFiles } from '@yangguang/store/import/import-file';
import { handle } from '../../http/call.ts';
import { instantShape, pageOfRows, readCursor, uuidShape, writeCursor } from '../cursor.ts';
import { namesOf } from '../matter/matter-line.ts';
import { batchLine } from './batch-line.ts';
import { wholeReach } from './whole-reach.ts';

export const list = handle(importing.list, async ({ cursor, limit, campaignId = null }, call) => {
  const [at, id] = readCursor(cursor, instantShape, uuidShape) ?? [];
  const after = at === undefined || id === undefined ? null : { at, id };
  const { rows, names, counts } = await call.db.within(call.reach, async (tx) => {
    const filter = { states: [], campaignId };
    const found = await listBatches(tx, wholeReach(call), filter, { after, limit: limit + 1 });
    return {
      rows: found,
      counts: await countInputFiles(
        tx,
        found.map((row) => row.id),
      ),
      names: await namesOf(
        tx,
        found.map((row) => row.opened_by),
      ),
    };
  });
  const lines = rows.map((row) => batchLine(row, names, counts.get(row.id) ?? 0));
  const page = pageOfRows(rows, limit, lines, (row) => writeCursor(row.sort_key, row.id));
  call.note({ batches: page.items.length });
  return page;
});
