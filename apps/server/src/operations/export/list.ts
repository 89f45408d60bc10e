import { exporting } from '@yangguang/contract/export';
import { listExports } from '@yangguang/store/export/export-register';
import { handle } from '../../http/call.ts';
import { instantShape, pageOfRows, readCursor, uuidShape, writeCursor } from '../cursor.ts';

export const list = handle(exporting.list, async ({ cursor, limit }, call) => {
  const [at, id] = readCursor(cursor, instantShape, uuidShape) ?? [];
  const after = at === undefined || id === undefined ? null : { at, id };
  const rows = await call.db.within(call.reach, (tx) =>
    listExports(tx, call.reach, { after, limit: limit + 1 }),
  );
  const now = call.now();
  const items = rows.map((row) => ({
    id: row.id,
    by: { id: row.account_id, name: row.full_name },
    area: row.region,
    purpose: row.purpose,
    what: { ...row.what },
    rows: row.row_count,
    people: row.people,
    watermark: row.watermark,
    madeAt: row.made_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
    isExpired: row.expires_at <= now,
  }));
  const answer = pageOfRows(rows, limit, items, (row) => writeCursor(row.sort_key, row.id));
  call.note({ exports: answer.items.length });
  return answer;
});
