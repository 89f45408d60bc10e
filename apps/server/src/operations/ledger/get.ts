import { ledger } from '@yangguang/contract/ledger';
import { handle } from '../../http/call.ts';
import { countShape, readCursor, writeCursor } from '../cursor.ts';
import { namesOf } from '../matter/matter-line.ts';
import { ledgerInReach } from './ledger-in-reach.ts';
import { lockLine } from './lock-line.ts';
import { readTable } from './read-table.ts';

export const get = handle(ledger.get, async (input, call) => {
  const { cursor, limit } = input;
  const [from = '0'] = readCursor(cursor, countShape) ?? [];
  const start = Number(from);
  const answer = await call.db.within(call.reach, async (tx) => {
    const of = await ledgerInReach(tx, call, input);
    const { table, lock } = await readTable(tx, call, of);
    const names = await namesOf(tx, [lock?.locked_by ?? null]);
    const rows = table.rows.slice(start, start + limit);
    return {
      ...table,
      rows,
      next: start + limit < table.rows.length ? writeCursor(String(start + limit)) : null,
      lock: lock === null ? null : lockLine(lock, names),
    };
  });
  const households = answer.rows.flatMap(({ householdId }) => householdId ?? []);
  call.note({ campaign: input.campaignId, ledger: input.ledger, rows: answer.rows.length, households });
  return answer;
});
