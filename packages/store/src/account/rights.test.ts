import { afterAll, beforeAll, expect, it } from 'vitest';
import { everywhere } from '../database.ts';
import { sql } from '../sql.ts';
import { testDatabase, type TestDatabase } from '../test-database.ts';

let test: TestDatabase;

beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.close());

it.each([
  sql`select password from account`,
  sql`select totp_secret from account`,
  sql`update account set full_name = full_name`,
  sql`select * from session`,
  sql`select * from password_history`,
  sql`select * from recovery_code`,
  sql`select * from set_up_code`,
  sql`insert into appointment (id, account_id, role, area, from_on, granted_at)
    select gen_random_uuid(), id, 'countyLead', '', current_date, now() from account`,
  sql`update appointment set revoked_at = null`,
])('keeps what opens a login from operations, however far they reach: $text', async (statement) => {
  await expect(test.db.within(everywhere, (tx) => tx.rows(statement))).rejects.toThrow(/permission denied/);
});

it('lets operations see who a colleague is', async () => {
  const seen = await test.db.within(everywhere, (tx) =>
    tx.rows(sql`select a.id, a.full_name, p.role from account a join appointment p on p.account_id = a.id`),
  );
  expect(seen).toEqual([]);
});
