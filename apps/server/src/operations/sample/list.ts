import { sample } from '@yangguang/contract/sample';
import { listSamples } from '@yangguang/store/sample/sample-row';
import { handle } from '../../http/call.ts';
import { instantShape, pageOfRows, readCursor, uuidShape, writeCursor } from '../cursor.ts';
import { sampleLine } from './sample-line.ts';

export const list = handle(sample.list, async ({ cursor, limit, matterId = null }, call) => {
  const [at, id] = readCursor(cursor, instantShape, uuidShape) ?? [];
  const after = at === undefined || id === undefined ? null : { at, id };
  const rows = await call.db.within(call.reach, (tx) =>
    listSamples(tx, call.reach, { matterId }, { after, limit: limit + 1 }),
  );
  const answer = pageOfRows(rows, limit, rows.map(sampleLine), (row) => writeCursor(row.sort_key, row.id));
  call.note({ samples: answer.items.length, matter: matterId });
  return answer;
});
