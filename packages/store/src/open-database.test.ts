import { afterAll, beforeAll, expect, it } from 'vitest';
import { everywhere } from './database.ts';
import { sql } from './sql.ts';
import { type TestDatabase, testDatabase } from './test-database.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.close());

it('gives whole numbers, dates and instants as what they are', async () => {
  const row = await test.db.within(everywhere, (tx) =>
    tx.get(sql`select 9007199254740993::bigint n, date '2026-11-21' d, timestamptz '2026-11-21 08:00+08' t, 1.10::numeric m,
      array[1, 9007199254740993]::bigint[] ns, array[date '2026-11-21', null] ds`),
  );
  expect(row).toEqual({
    n: 9007199254740993n,
    d: '2026-11-21',
    t: new Date('2026-11-21T00:00:00Z'),
    m: '1.10',
    ns: [1n, 9007199254740993n],
    ds: ['2026-11-21', null],
  });
});
