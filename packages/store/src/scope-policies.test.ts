import type { Programme, Scope } from '@yangguang/domain/people/scope';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Reach } from './database.ts';
import { fillRegion, plainSql as raw } from './scope-rows.ts';
import { sql } from './sql.ts';
import { type TestDatabase, testDatabase } from './test-database.ts';

// Row-level security by itself: the statements here name no area at all, as if the service layer had forgotten.
const here = '330102';
const there = '330106';
const country: Reach = { scopes: [{ area: '', programmes: null }], sealed: true, restricted: true };
const county = (area: string, programmes: Scope['programmes'] = null): Reach => ({
  scopes: [{ area, programmes }],
});
const inside = { ...county(here), sealed: true, restricted: true };

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
  await test.db.asOwner(async (tx) => {
    await tx.run(sql`insert into division (code, name) values ('330000', 'p'), ('330102', 'a'), ('330106', 'b'),
      ('330102001', 'a1'), ('330106001', 'b1')`);
    await tx.run(sql`insert into account (id, user_name, full_name, password, created_at)
      values (${randomUUID()}, 'zhang', '张', 'hash', now())`);
    for (const area of [here, there]) await fillRegion(tx, `${area}001`);
  });
});
afterAll(() => test.close());

/** Every table whose rows lie in an area, and how it tells the area. */
const byRegion = 'region';
const byMatter = '(select region from matter where id = matter_id)';
const byHousehold = '(select region from household where id = household_id)';
const tables: Readonly<Record<string, string>> = {
  household: byRegion,
  person_index: byRegion,
  matter: byRegion,
  lead: byRegion,
  entitlement: byRegion,
  import_batch: byRegion,
  import_file: byRegion,
  import_act: byRegion,
  import_reading: byRegion,
  run: byRegion,
  run_batch: '(select region from run where id = run_id)',
  dispatch: byRegion,
  sample: byRegion,
  receiver_key: byRegion,
  rule_mode: byRegion,
  local_value: byRegion,
  local_value_decision: byRegion,
  division_change: byRegion,
  export_entry: byRegion,
  saved_view: byRegion,
  identity_judgement: byRegion,
  ledger_entry: byRegion,
  ledger_lock: byRegion,
  campaign: byRegion,
  read_log: byRegion,
  evidence: byRegion,
  step: byMatter,
  sealed_package: byMatter,
  look_back: byMatter,
  sample_item: byHousehold,
  kinship: byHousehold,
  matter_link: '(select region from matter where id = from_id)',
};

/** Columns that an insert may name. */
async function columnsOf(table: string): Promise<string[]> {
  const rows = await test.db.asOwner((tx) =>
    tx.rows<{ name: string }>(sql`select column_name as name from information_schema.columns
      where table_schema = 'public' and table_name = ${table} and is_generated = 'NEVER' and is_identity = 'NO'`),
  );
  return rows.map((row) => row.name);
}

const keys: Readonly<Record<string, string>> = { lead: 'id', step: 'seq' };

it('the list above holds every table with a region, and each has row-level security', async () => {
  const found = await test.db.asOwner((tx) =>
    tx.rows<{ name: string }>(sql`select table_name as name from information_schema.columns
      where table_schema = 'public' and column_name in ('region', 'matter_id', 'household_id') group by 1 order by 1`),
  );
  expect(Object.keys(tables)).toEqual(expect.arrayContaining(found.map((row) => row.name)));
  const secured = await test.db.asOwner((tx) =>
    tx.rows<{ name: string }>(sql`select relname as name from pg_class where relrowsecurity order by 1`),
  );
  expect(secured.map((row) => row.name)).toEqual(Object.keys(tables).sort());
});

describe.each(Object.entries(tables))('%s', (table, region) => {
  const regions = async (reach: Reach): Promise<string[]> => {
    const rows = await test.db.within(reach, (tx) =>
      tx.rows<{ r: string }>(raw(`select ${region} r from ${table}`)),
    );
    return rows.map((row) => row.r).sort();
  };

  it('a query without any condition stays within the scope', async () => {
    expect(await regions(inside)).toEqual(expect.arrayContaining(['330102001']));
    expect(await regions(inside)).not.toContain('330106001');
    expect(await regions(country)).toEqual(expect.arrayContaining(['330102001', '330106001']));
    expect(await regions({ scopes: [], sealed: true, restricted: true })).toEqual([]);
    expect(
      new Set(await regions({ scopes: [{ area: '33', programmes: null }], sealed: true, restricted: true })),
    ).toEqual(new Set(['330102001', '330106001']));
  });

  it('counts do not tell what is outside', async () => {
    const n = (reach: Reach) =>
      test.db.within(reach, (tx) => tx.get<{ n: bigint }>(raw(`select count(*) n from ${table}`)));
    expect((await n(inside)).n).toBe(BigInt((await regions(inside)).length));
    expect((await n(county('44'))).n).toBe(0n);
  });

  it('an update or delete without any condition changes nothing outside', async () => {
    const columns = await columnsOf(table);
    const untouched = async () =>
      test.db.asOwner((tx) =>
        tx.rows(
          raw(`select * from (select *, ${region} r from ${table}) t where r = '330106001' order by t::text`),
        ),
      );
    const before = await untouched();
    for (const column of columns)
      await test.db
        .within(inside, (tx) => tx.run(raw(`update ${table} set ${column} = ${column}`)))
        .catch((error: { code: string }) => {
          if (error.code !== '42501') throw error;
        });
    await test.db
      .within(inside, async (tx) => {
        await tx.run(raw(`delete from ${table}`));
        throw new Error('undo');
      })
      .catch(() => {});
    expect(before.length).toBeGreaterThan(0);
    expect(await untouched()).toEqual(before);
  });

  it('nothing can be put outside', async () => {
    if (table === 'read_log') return; // a read of something outside is written down, wherever it was
    const columns = (await columnsOf(table)).join(', ');
    const outside = await test.db.asOwner((tx) =>
      tx.get<{ row: object }>(
        raw(
          `select to_jsonb(t) - 'r' row from (select *, ${region} r from ${table}) t where r = '330106001' limit 1`,
        ),
      ),
    );
    const key = keys[table];
    const row = JSON.stringify({
      ...outside.row,
      ...(key === undefined ? { id: randomUUID() } : { [key]: '77' }),
    });
    const insert = (reach: Reach) =>
      test.db.within(reach, async (tx) => {
        const to = raw(
          `insert into ${table} (${columns}) select ${columns} from jsonb_populate_record(null::${table}, `,
        );
        await tx.run(sql`${to} ${row}::jsonb)`);
        throw new Error('undo');
      });
    const words = table === 'entitlement' ? 'permission denied' : 'row-level security';
    await expect(insert(inside)).rejects.toMatchObject({
      code: '42501',
      message: expect.stringContaining(words),
    });
  });
});

describe('moving out', () => {
  it.each(['household', 'lead', 'run', 'sample', 'campaign', 'person_index'])(
    '%s stays in the scope',
    async (table) => {
      const move = test.db.within(inside, (tx) => tx.run(raw(`update ${table} set region = '330106001'`)));
      await expect(move).rejects.toMatchObject({ code: '42501' });
    },
  );
});

describe('programmes', () => {
  it('only those of the scope, and work of none', async () => {
    const see = (reach: Reach) =>
      test.db.within(reach, (tx) =>
        tx.rows<{ programme: string }>(sql`select distinct programme from household`),
      );
    expect(await see(county(here, ['dibao_rural']))).toEqual([{ programme: 'dibao_rural' }]);
    expect(await see(county(here, ['tekun']))).toEqual([]);
    expect(await see(county(here, []))).toEqual([]);
    const runs = await test.db.within(county(here, ['tekun']), (tx) => tx.rows(sql`select 1 from run`));
    expect(runs).toHaveLength(1);
  });

  it('each area with its own: two scopes are no rectangle', async () => {
    const reach: Reach = {
      scopes: [
        { area: here, programmes: ['tekun'] },
        { area: there, programmes: ['dibao_rural'] },
      ],
    };
    const rows = await test.db.within(reach, (tx) => tx.rows(sql`select region from household`));
    expect(rows).toEqual([{ region: '330106001' }]);
  });

  it('a programme is not matched by its beginning', async () => {
    const rows = await test.db.within(county(here, ['dibao' as Programme]), (tx) =>
      tx.rows(sql`select 1 from household`),
    );
    expect(rows).toEqual([]);
  });

  it.each(["33';drop", '3', '33010', '%', '33010200100'])(
    'no other area gets into the text: %s',
    async (area) => {
      await expect(test.db.within(county(area), (tx) => tx.rows(sql`select 1`))).rejects.toThrow(
        /division code/,
      );
    },
  );

  it('no other programme either', async () => {
    const odd = county(here, ['a"}' as Programme]);
    await expect(test.db.within(odd, (tx) => tx.rows(sql`select 1`))).rejects.toThrow(/programme/);
  });
});

describe('outside any reach', () => {
  it('the role sees nothing when no settings were made', async () => {
    await test.db.asOwner(async (tx) => {
      await tx.run(sql`set local role yangguang_app`);
      for (const table of Object.keys(tables))
        expect(await tx.rows(raw(`select 1 from ${table}`)), table).toEqual([]);
    });
  });

  it('the reach of one transaction is gone in the next on the same connection', async () => {
    await test.db.within(country, (tx) => tx.rows(sql`select 1`));
    const rows = await test.db.asOwner(async (tx) => {
      await tx.run(sql`set local role yangguang_app`);
      return tx.rows(sql`select 1 from household`);
    });
    expect(rows).toEqual([]);
  });
});
