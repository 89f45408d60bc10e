import { checkDigit } from '@yangguang/domain/words/id-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { testVault } from '../crypto/test-vault.ts';
import { everywhere } from '../database.ts';
import { findByNumber } from '../household/find-household.ts';
import { furnish, testId, town } from '../journal/test-room.ts';
import { sql } from '../sql.ts';
import { type TestDatabase, testDatabase } from '../test-database.ts';
import { enterRolls, type RollHousehold } from './enter-rolls.ts';
import { settlePlaces } from './settle-places.ts';

let test: TestDatabase;
const vault = testVault();
const at = new Date('2026-11-20T02:00:00Z');
const county = '371302';

beforeAll(async () => {
  test = await testDatabase();
  await furnish(test.db);
});
afterAll(() => test.close());

const idOf = (n: number): string => {
  const front = ['371302', '19600101', String(n).padStart(3, '0')].join('');
  return `${front}${checkDigit(front)}`;
};

const roll = (n: number, monthlyFen: number | null, more: Partial<RollHousehold> = {}): RollHousehold => ({
  identity: `dibao|${idOf(n)}`,
  region: town,
  programme: 'dibao_rural',
  headName: `户主${n}`,
  address: null,
  monthlyFen,
  fromMonth: '2024-03',
  private: {
    members: [{ name: `户主${n}`, idNumber: idOf(n), relation: 'self', isInsured: true }],
    accounts: [],
    phones: [],
  },
  ...more,
});

const enter = (month: string, ...rolls: RollHousehold[]) =>
  test.db.asOwner((tx) => enterRolls(tx, vault, rolls, { county, month, at }));

const periods = (id: string) =>
  test.db.asOwner((tx) =>
    tx.rows<{
      fen: bigint;
      from: string;
      to: string | null;
    }>(sql`select monthly_fen as fen, from_month as from,
      to_month as to from entitlement where household_id = ${id} order by from_month, monthly_fen`),
  );

it('knows a household again by programme and head, whatever else changed, and finds it by number', async () => {
  const [first = ''] = await enter('2026-10', roll(1, 50_000));
  const moved = roll(1, 50_000, { headName: '户主改名', region: `${town.slice(0, 6)}002` });
  expect(await enter('2026-11', moved)).toEqual([first]);
  const found = await test.db.within(everywhere, (tx) =>
    findByNumber(tx, vault, everywhere, { kind: 'id', text: idOf(1) }),
  );
  expect(found.map((row) => [row.id, row.head_name, row.version])).toEqual([[first, '户主改名', 2]]);
  expect(first).not.toContain(idOf(1).slice(0, 8));
  const [other = ''] = await enter('2026-11', roll(1, 50_000, { identity: `tekun|${idOf(1)}` }));
  expect(other).not.toBe(first);
});

it('ends a period when a later roll has another amount, begins the new one, and repeats nothing', async () => {
  const [id = ''] = await enter('2026-10', roll(2, 50_000));
  await enter('2026-10', roll(2, 50_000));
  await enter('2026-11', roll(2, 50_000));
  expect(await periods(id)).toEqual([{ fen: 50_000n, from: '2024-03-01', to: null }]);
  await enter('2026-11', roll(2, 62_000), roll(2, 62_000));
  await enter('2026-11', roll(2, 62_000));
  expect(await periods(id)).toEqual([
    { fen: 50_000n, from: '2024-03-01', to: '2026-11-01' },
    { fen: 62_000n, from: '2026-11-01', to: null },
  ]);
  const [edge = ''] = await enter('2026-11', roll(3, null), roll(4, 0));
  expect(await periods(edge)).toEqual([]);
});

it('never undoes what a decision made here says, whatever the roll repeats', async () => {
  const [id = ''] = await enter('2026-10', roll(5, 50_000));
  await test.db.asOwner(async (tx) => {
    const [matter, step] = [testId(7000), testId(7001)];
    await tx.run(sql`insert into matter (id, workflow, household_id, region, programme, title, state, opened_at, changed_at)
      values (${matter}, 'decision', ${id}, ${town}, 'dibao_rural', '户主', 'inEffect', now(), now())`);
    await tx.run(sql`insert into step (seq, id, matter_id, step_no, action, to_state, role, area, at, recorded_at, facts,
        evidence, request_hash, prev_hash, hash)
      values (900001, ${step}, ${matter}, 0, 'takeEffect', 'inEffect', 'countyLead', ${county}, now(), now(), '{}', '[]',
        '', '', '')`);
    await tx.run(
      sql`update entitlement set to_month = '2026-11-01', ended_by = ${step} where household_id = ${id}`,
    );
  });
  await enter('2026-12', roll(5, 50_000), roll(5, 70_000));
  expect(await periods(id)).toEqual([{ fen: 50_000n, from: '2024-03-01', to: '2026-11-01' }]);
});

it('knows a household again though the key its id came from is gone', async () => {
  const [id = ''] = await enter('2026-10', roll(6, 50_000));
  // As rotation leaves it: found by number under the key in use, its id from another one.
  const moved = testId(7100);
  await test.db.asOwner(async (tx) => {
    await tx.run(sql`insert into household (id, region, programme, head_name, updated_at)
      select ${moved}, region, programme, head_name, updated_at from household where id = ${id}`);
    await tx.run(sql`update person_index set household_id = ${moved} where household_id = ${id}`);
    await tx.run(sql`delete from entitlement where household_id = ${id}`);
    await tx.run(sql`delete from household where id = ${id}`);
  });
  expect(await enter('2026-11', roll(6, 50_000))).toEqual([moved]);
  expect(await enter('2026-11', roll(6, 50_000, { headName: '另一户', identity: 'dibao|x' }))).not.toEqual([
    moved,
  ]);
});

it('finds places by name, gives new ones lasting numbers, and leaves what it cannot place with the town or the county', async () => {
  const settle = (...places: { town: string | null; village: string | null }[]) =>
    test.db.within(everywhere, async (tx) => {
      const regionOf = await settlePlaces(tx, county, places);
      return places.map(regionOf);
    });
  const [office, village, same, unknown, none, other] = await settle(
    { town: '银雀山街道办事处', village: null },
    { town: '银雀山街道', village: '东关村民委员会' },
    { town: '银雀山街道', village: '东关村' },
    { town: '新设镇', village: '一村' },
    { town: null, village: '某村' },
    { town: '金雀山街道', village: '东关村' },
  );
  expect([office, none]).toEqual(['371302001', county]);
  expect([village, same]).toEqual(['371302001001', '371302001001']);
  expect([unknown, other]).toEqual(['371302701001', '371302002001']);
  expect(await settle({ town: '新设镇', village: '二村' }, { town: '新设镇', village: '一村' })).toEqual([
    '371302701002',
    '371302701001',
  ]);
  const local = await test.db.asOwner((tx) =>
    tx.rows<{ code: string }>(sql`select code from division where is_local order by code`),
  );
  expect(local.map((row) => row.code)).toEqual([
    '371302001001',
    '371302002001',
    '371302701',
    '371302701001',
    '371302701002',
  ]);
});
