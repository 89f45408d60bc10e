import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Reach } from './database.ts';
import { fillRegion, plainSql as raw } from './scope-rows.ts';
import { sql } from './sql.ts';
import { type TestDatabase, testDatabase } from './test-database.ts';

const here = '330102';
const country: Reach = { scopes: [{ area: '', programmes: null }], sealed: true, restricted: true };
const county = (area: string): Reach => ({ scopes: [{ area, programmes: null }] });
const inside = { ...county(here), sealed: true, restricted: true };

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
  await test.db.asOwner(async (tx) => {
    await tx.run(sql`insert into division (code, name) values ('330102001', 'a1'), ('330106001', 'b1')`);
    await tx.run(sql`insert into account (id, user_name, full_name, password, created_at)
      values (${randomUUID()}, 'zhang', '张', 'hash', now())`);
    for (const town of ['330102001', '330106001']) await fillRegion(tx, town);
  });
});
afterAll(() => test.close());

it('a sealed matter, its steps and evidence are for those with the seal only', async () => {
  await test.db.asOwner((tx) => tx.run(sql`update matter set is_sealed = true where region = '330102001'`));
  for (const table of ['matter', 'step', 'evidence', 'sealed_package', 'matter_link']) {
    const see = (reach: Reach) => test.db.within(reach, (tx) => tx.rows(raw(`select 1 from ${table}`)));
    expect(await see(county(here)), table).toEqual([]);
    expect((await see(inside)).length, table).toBeGreaterThan(0);
  }
  await test.db.asOwner((tx) => tx.run(sql`update matter set is_sealed = false`));
});

it('a restricted lead hides its matter and steps too', async () => {
  const see = async (reach: Reach) =>
    test.db.within(reach, (tx) =>
      tx.get<{
        leads: bigint;
        matters: bigint;
        steps: bigint;
      }>(sql`select (select count(*) from lead) leads,
        (select count(*) from matter) matters, (select count(*) from step) steps`),
    );
  expect(await see(county(here))).toEqual({ leads: 1n, matters: 2n, steps: 1n });
  await test.db.within(inside, (tx) => tx.run(sql`update lead set is_restricted = true`));
  expect(await see(county(here))).toEqual({ leads: 0n, matters: 1n, steps: 0n });
  expect(await see(inside)).toEqual({ leads: 1n, matters: 2n, steps: 1n });
  await test.db.within(inside, (tx) => tx.run(sql`update lead set is_restricted = false`));
  expect(await see(county(here))).toEqual({ leads: 1n, matters: 2n, steps: 1n });
});

it('a sealed draw is read by nobody before it is opened', async () => {
  const see = () => test.db.within(country, (tx) => tx.rows(sql`select 1 from sample_item`));
  await test.db.asOwner((tx) => tx.run(sql`update sample set is_sealed = true where region = '330102001'`));
  expect(await see()).toHaveLength(1);
  await test.db.asOwner((tx) => tx.run(sql`update sample set opened_at = now()`));
  expect(await see()).toHaveLength(2);
});

it('a campaign is seen by those below its area, and changed by those above', async () => {
  const town = county('330102001');
  const village = county('330102001001');
  await test.db.asOwner((tx) =>
    tx.run(sql`update campaign set region = '330102' where region = '330102001'`),
  );
  for (const reach of [town, village])
    expect(await test.db.within(reach, (tx) => tx.rows(sql`select region from campaign`))).toEqual([
      { region: '330102' },
    ]);
  expect(await test.db.within(town, (tx) => tx.run(sql`update campaign set title = 'x'`))).toBe(0);
  expect(await test.db.within(county(here), (tx) => tx.run(sql`update campaign set title = 'x'`))).toBe(1);
});
