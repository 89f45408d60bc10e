import type { DuckDBConnection } from '@duckdb/node-api';
import { quoted } from '../dataset/sql-engine.ts';
import { storedColumns } from './canonical-tables.ts';
import { SheetTyper } from './sheet-typer.ts';
import type { TypingTask } from './typing-task.ts';

/**
 * Types the rows of a sheet into its data set's table and records every cell that could not be kept in cell_fault.
 * Clean cells are typed in SQL, all others once per distinct value.
 */
export async function typeSheet(db: DuckDBConnection, task: TypingTask): Promise<void> {
  const { source, sheetId, body, where, partOffset } = task;
  const typed = await new SheetTyper(db, task).type();
  const names = source.columns.flatMap(storedColumns).map(([name]) => name);
  const part = partOffset === 0 ? 'b.part' : `b.part + ${partOffset}`;
  const on = task.sourceOn === null ? 'null::date' : `date '${task.sourceOn}'`;
  const from = `from (select * from ${body} where ${where}) b ${typed.joins.join(' ')}`;
  const values = names.map((name) => `${typed.values.get(name) ?? 'null'} as ${name}`);
  await db.run(`insert into ${source.table} by name
    select ${sheetId}::bigint * 10000000000 + b.row_no::bigint * 100 + ${part} as row_key, ${sheetId} as sheet_id, b.row_no as row_no, ${part} as part,
      ${on} as source_on, true as is_current, ${values.join(', ')} ${from}`);
  for (const { map, expr, column } of typed.maps) {
    if (map.faults > 0) {
      await db.run(`insert into cell_fault select ${sheetId}, b.row_no, ${quoted(column)}, m.fault, m.raw
        from (select * from ${body} where ${where}) b join ${map.table} m on m.raw = ${expr} where m.fault is not null`);
    }
    await db.run(`drop table ${map.table}`);
  }
}
