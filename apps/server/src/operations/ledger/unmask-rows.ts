import type { LedgerTable } from '@yangguang/contract/ledger';
import type { Transaction } from '@yangguang/store/database';
import type { Call } from '../../http/call.ts';
import { annexRows, opened, type TableOf } from './build-table.ts';
import { idNumberOf, nameOf } from './household-columns.ts';

/** The table with names and identity numbers in full, for a copy that stays in the office. A row whose household is out of reach by now stays masked. */
export async function unmaskRows(
  tx: Transaction,
  call: Pick<Call, 'reach' | 'policy' | 'vault' | 'now'>,
  of: TableOf,
  table: LedgerTable,
): Promise<LedgerTable> {
  if (of.head.rows !== 'inBenefit' && of.head.rows !== 'rejected') return table;
  const known = new Map(
    (await annexRows(tx, call, of)).map((row) => {
      const one = { row, ...opened(call, row) };
      return [
        'matter_id' in row ? row.matter_id : row.id,
        { 申请人: nameOf(one), 身份证号: idNumberOf(one) },
      ];
    }),
  );
  const columns = of.head.columns.map(({ name }) => name);
  const rows = table.rows.map((row) => {
    const full = known.get(row.key);
    if (full === undefined) return row;
    const cells = row.cells.map((cell, i) => {
      const name = columns[i];
      const text = name === '申请人' || name === '身份证号' ? full[name] : undefined;
      return text === undefined || text === null ? cell : { ...cell, text };
    });
    return { ...row, cells };
  });
  return { ...table, rows };
}
