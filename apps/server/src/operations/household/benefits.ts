import { household } from '@yangguang/contract/household';
import { benefitsOf } from '@yangguang/store/household/benefits';
import { findHousehold } from '@yangguang/store/household/find-household';
import { notFound } from '../../http/api-refusal.ts';
import { handle } from '../../http/call.ts';
import { dayShape, pageOfRows, readCursor, uuidShape, writeCursor } from '../cursor.ts';

export const benefits = handle(household.benefits, async ({ id, cursor, limit }, call) => {
  const [fromMonth, seen] = readCursor(cursor, dayShape, uuidShape) ?? [];
  const after = fromMonth === undefined || seen === undefined ? null : { fromMonth, id: seen };
  const { place, rows } = await call.db.within(call.reach, async (tx) => {
    const row = await findHousehold(tx, call.reach, id);
    if (row === null) throw notFound();
    return {
      place: row.region,
      rows: await benefitsOf(tx, call.reach, id, { after, limit: limit + 1 }),
    };
  });
  call.note({ household: id, place });
  const items = rows.map((row) => ({
    id: row.id,
    programme: row.programme,
    monthlyFen: Number(row.monthly_fen),
    fromMonth: row.from_month.slice(0, 7),
    toMonth: row.to_month?.slice(0, 7) ?? null,
    isByDecision: row.by_step !== null,
    begunBy: row.begun_by,
    endedBy: row.ended_by,
  }));
  return pageOfRows(rows, limit, items, (row) => writeCursor(row.from_month, row.id));
});
