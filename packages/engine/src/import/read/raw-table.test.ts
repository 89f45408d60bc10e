import { expect, it } from 'vitest';
import { RawTable } from './raw-table.ts';
import { openBench } from './testing-files.ts';

it('keeps rows whole when a batch is stored in the middle of one, and the table grows', async () => {
  const { db } = await openBench();
  const table = new RawTable(db, 't', 'a.csv');
  const long = '镇'.repeat(100);
  table.startRow(1, true);
  await table.settle();
  table.putText(1, 'a');
  await table.settle();
  table.putText(3, long);
  table.startRow(2, false);
  table.startRow(3, false);
  table.putText(0, 'b\0c');
  table.putText(2, '\0');
  await table.settle();
  const bytes = Buffer.from('x村y');
  table.putBytes(4, bytes, 1, 4);
  await table.settle();
  table.append(7, false, ['d', null, '', 'e'], 4);
  await table.finish();
  expect([table.rows, table.columns]).toEqual([3, 5]);
  const rows = await db.runAndReadAll('select * from t order by row_no');
  expect(rows.getRows()).toEqual([
    [1, true, null, 'a', null, long, null],
    [3, false, 'bc', null, null, null, '村'],
    [7, false, 'd', null, null, 'e', null],
  ]);
});

it('stores rows of any shape across batches in their order', async () => {
  const { db } = await openBench();
  const table = new RawTable(db, 't', 'a.csv');
  const count = 30_000;
  for (let i = 1; i <= count; i += 1) {
    const width = 1 + (i % 17);
    table.append(
      i * 2,
      i % 3 === 0,
      Array.from({ length: width }, (_, c) => (c % 2 === i % 2 ? `${i}/${c}` : null)),
      width,
    );
    if (table.unsettled) await table.settle();
  }
  await table.finish();
  const cells = Array.from(
    { length: table.columns },
    (_, c) =>
      `(c${c} is distinct from case when ${c} <= (row_no // 2) % 17 and (row_no // 2) % 2 = ${c % 2} then (row_no // 2) || '/${c}' end)`,
  );
  const wrong = `select count(*) filter (${cells.join(' or ')} or row_hidden <> ((row_no // 2) % 3 = 0)), count(*), count(distinct row_no), count(*) filter (rowid + 1 <> (row_no // 2)) from t`;
  // A row without a cell is not stored: i = 17, 51 … have width 1 and nothing in it.
  const stored = Array.from({ length: count }, (_, k) => k + 1).filter(
    (i) => i % 17 > 0 || i % 2 === 0,
  ).length;
  const [odd, rows, distinct] = (await db.runAndReadAll(wrong)).getRows()[0]?.map(Number) ?? [];
  expect([odd, rows, distinct, table.rows]).toEqual([0, stored, stored, stored]);
});

it('hears of a failed batch with the next one', async () => {
  const { db } = await openBench();
  const table = new RawTable(db, 't', 'a.csv');
  table.append(1, false, ['a'], 1);
  await table.settle();
  await table.settle();
  table.append(2, false, ['b'], 1);
  await table.settle();
  await db.run('drop table t');
  table.append(3, false, ['c'], 1);
  await expect(table.finish()).rejects.toThrow(/t/);
  await table.discard();
});
