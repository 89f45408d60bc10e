import type { DuckDBConnection } from '@duckdb/node-api';
import { rowsOf } from '../dataset/sql-engine.ts';
import type { PersonSlot } from './person-slot.ts';

/** One number in a thousand ends in 000 by nature; a column with several times that was rounded by a spreadsheet. */
const naturalShare = 0.003;

/**
 * In a column where a spreadsheet rounded numbers to fifteen digits, one rounded number in eleven passes its check digit
 * by chance. Those are no more reliable than their neighbours: they become `truncated` and are completed like them.
 */
export async function doubtRoundedNumbers(db: DuckDBConnection, slots: readonly PersonSlot[]): Promise<void> {
  for (const { table, id } of slots) {
    const rounded = await rowsOf(
      db,
      `select sheet_id from ${table} where ${id} is not null group by sheet_id
      having count(*) filter (${id}_state = 'truncated') > 0 and count(*) filter (${id}_state = 'valid' and ends_with(${id}, '000')) > 0
        and count(*) filter (ends_with(${id}, '000')) > ${naturalShare} * count(*) order by 1`,
    );
    if (rounded.length === 0) continue;
    const sheets = rounded.map((row) => Number(row.sheet_id)).join(', ');
    await db.run(
      `update ${table} set ${id}_state = 'truncated' where sheet_id in (${sheets}) and ${id}_state = 'valid' and ends_with(${id}, '000')`,
    );
  }
}
