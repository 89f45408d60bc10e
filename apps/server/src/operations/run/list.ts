import { run } from '@yangguang/contract/run';
import { listRuns } from '@yangguang/store/run/run-row';
import { handle } from '../../http/call.ts';
import { instantShape, pageOfRows, readCursor, uuidShape, writeCursor } from '../cursor.ts';
import { wholeReach } from '../import/whole-reach.ts';
import { namesOf } from '../matter/matter-line.ts';
import { runLine } from './run-line.ts';

export const list = handle(run.list, async ({ cursor, limit, campaignId = null }, call) => {
  const [at, id] = readCursor(cursor, instantShape, uuidShape) ?? [];
  const after = at === undefined || id === undefined ? null : { at, id };
  const { rows, names } = await call.db.within(call.reach, async (tx) => {
    const filter = { states: [], campaignId };
    const found = await listRuns(tx, wholeReach(call), filter, { after, limit: limit + 1 });
    return {
      rows: found,
      names: await namesOf(
        tx,
        found.map((row) => row.started_by),
      ),
    };
  });
  const lines = rows.map((row) => runLine(row, names));
  const page = pageOfRows(rows, limit, lines, (row) => writeCursor(row.sort_key, row.id));
  call.note({ runs: page.items.length });
  return page;
});
