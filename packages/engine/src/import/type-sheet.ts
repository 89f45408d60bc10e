import type { DuckDBConnection } from '@duckdb/node-api';
import { storedColumns } from './canonical-tables.ts';
import { cellMaps } from './cell-maps.ts';
import { SheetTyper } from './sheet-typer.ts';
import type { TypingTask } from './typing-task.ts';

/**
 * Types the rows of a sheet into its data set's table and records every cell that could not be kept in cell_fault.
 * Each distinct cell is typed once.
 */
export async function typeSheet(db: DuckDBConnection, task: TypingTask): Promise<void> {
  const { source, sheetId, body, where, partOffset } = task;
  const maps = cellMaps(db, task);
  const typed = await new SheetTyper(db, task, maps).type();
  const joins = await maps.settle();
  const names = source.columns.flatMap(storedColumns).map(([name]) => name);
  const part = partOffset === 0 ? 'b.part' : `b.part + ${partOffset}`;
  const on = task.sourceOn === null ? 'null::date' : `date '${task.sourceOn}'`;
  const values = names.map((name) => `${typed.get(name) ?? 'null'} as ${name}`);
  await db.run(`insert into ${source.table} by name
    select ${sheetId}::bigint * 10000000000 + b.row_no::bigint * 100 + ${part} as row_key, ${sheetId} as sheet_id, b.row_no as row_no, ${part} as part,
      ${on} as source_on, true as is_current, ${values.join(', ')} from (select * from ${body} where ${where}) b ${joins.join(' ')}`);
  await maps.finish();
}
