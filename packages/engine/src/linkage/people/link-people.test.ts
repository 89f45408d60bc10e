import { fileURLToPath } from 'node:url';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { checkDigit } from '@yangguang/domain/words/id-number';
import { beforeEach, expect, it } from 'vitest';
import { quoted, rowsOf } from '../../dataset/sql-engine.ts';
import { createCanonicalTables } from '../../import/canonical-tables.ts';
import { loadSources } from '../../import/load-sources.ts';
import { personSlots } from '../../run/find-leads.ts';
import { linkPeople } from './link-people.ts';

const sources = loadSources([fileURLToPath(new URL('../../../../../policy/sources', import.meta.url))]);
const knowledge = {
  looks: (a: string, b: string): boolean => [a, b].sort().join('') === '己已',
  shipped: null,
};

/** A made-up number of a made-up county, with its check digit. */
const number = (first17: string): string => first17 + checkDigit(first17);
const zhang = number('37139919650412301');

let db: DuckDBConnection;
let key = 0;

beforeEach(async () => {
  key = 0;
  db = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect();
  await createCanonicalTables(db, sources);
});

interface Told {
  readonly name: string | null;
  readonly id?: string | null;
  readonly state?: string;
  readonly birthOn?: string;
  readonly village?: string;
}

async function put(table: string, told: Told, slot: 'person' | 'head' = 'person'): Promise<number> {
  key += 1;
  const [name, id] = slot === 'head' ? ['head_name', 'head_id'] : ['name', 'id_number'];
  const columns = ['row_key', 'is_current', name, id, `${id}_state`];
  const values = [
    String(key),
    'true',
    quoted(told.name),
    quoted(told.id ?? null),
    quoted(told.state ?? 'valid'),
  ];
  if (told.birthOn !== undefined) {
    columns.push('birth_on');
    values.push(`date '${told.birthOn}'`);
  }
  if (told.village !== undefined) {
    columns.push('village');
    values.push(quoted(told.village));
  }
  await db.run(`insert into ${table} (${columns.join(', ')}) values (${values.join(', ')})`);
  return key;
}

/** Links everything and tells whom a row is about. */
async function linked(row: number): Promise<Record<string, unknown> | undefined> {
  await linkPeople(db, personSlots(sources), knowledge, []);
  return (
    await rowsOf(db, `select person_key, tier, how, for_zh, against_zh from ref where row_key = ${row}`)
  )[0];
}

const rosterOfZhang = (): Promise<number> =>
  put('dibao_household', { name: '张建国', id: zhang, village: '东村' }, 'head');

it('takes an equal valid number with the same name for the same person', async () => {
  await rosterOfZhang();
  const row = await put('vehicle', { name: '张建国', id: zhang });
  expect(await linked(row)).toMatchObject({ person_key: `i:${zhang}`, tier: 'same', how: 'exact' });
});

it('accepts a name that only sounds the same, and says so', async () => {
  await rosterOfZhang();
  const row = await put('vehicle', { name: '张建囯', id: zhang });
  const ref = await linked(row);
  expect(ref).toMatchObject({ tier: 'same' });
});

it('calls an equal number under another name 号同名异 and says why not', async () => {
  await rosterOfZhang();
  const row = await put('cremation', { name: '李秀英', id: zhang });
  const ref = await linked(row);
  expect(ref).toMatchObject({ person_key: `i:${zhang}`, tier: 'number_only' });
  expect(String(ref?.against_zh)).toContain('姓名不同');
});

it('solves one wrong digit by the check digit when the name agrees', async () => {
  await rosterOfZhang();
  const wrong = `${zhang.slice(0, 9)}${(Number(zhang[9]) + 1) % 10}${zhang.slice(10)}`;
  const row = await put('vehicle', { name: '张建国', id: wrong, state: 'bad_check' });
  expect(await linked(row)).toMatchObject({ person_key: `i:${zhang}`, tier: 'same', how: 'solved' });
});

it('never solves a wrong digit towards somebody of another name', async () => {
  await rosterOfZhang();
  const wrong = `${zhang.slice(0, 9)}${(Number(zhang[9]) + 1) % 10}${zhang.slice(10)}`;
  const row = await put('vehicle', { name: '王大力', id: wrong, state: 'bad_check' });
  expect(await linked(row)).toBeUndefined();
});

it('completes a number that lost its last three digits', async () => {
  await rosterOfZhang();
  const row = await put('pension', { name: '张建国', id: `${zhang.slice(0, 15)}000`, state: 'truncated' });
  expect(await linked(row)).toMatchObject({ person_key: `i:${zhang}`, tier: 'same', how: 'truncated' });
});

it('takes a masked number for likely only', async () => {
  await rosterOfZhang();
  const row = await put('pension', {
    name: '张建国',
    id: `${zhang.slice(0, 6)}********${zhang.slice(14)}`,
    state: 'masked',
  });
  expect(await linked(row)).toMatchObject({ person_key: `i:${zhang}`, tier: 'likely', how: 'masked' });
});

it('takes name and birth date for likely only, and nothing for a birth date that differs', async () => {
  await rosterOfZhang();
  const row = await put('hukou_cancellation', { name: '张建国', state: 'missing', birthOn: '1965-04-12' });
  expect(await linked(row)).toMatchObject({ person_key: `i:${zhang}`, tier: 'likely', how: 'name_birth' });
  const other = await put('hukou_cancellation', { name: '张建国', state: 'missing', birthOn: '1965-04-13' });
  expect((await linked(other))?.person_key).not.toBe(`i:${zhang}`);
});

it('never links by name alone, nor by name and village', async () => {
  await rosterOfZhang();
  const row = await put('poverty_register', { name: '张建国', state: 'missing', village: '东村' });
  expect((await linked(row))?.person_key).not.toBe(`i:${zhang}`);
});

it('takes the same faulty number under the same name in the office’s own lists for one person, wherever the list is silent', async () => {
  const faulty = zhang.slice(0, 17) + (zhang.endsWith('1') ? '2' : '1');
  const told = { name: '张建国', id: faulty, state: 'bad_check' };
  const roster = await put('dibao_household', { ...told, village: '东村' }, 'head');
  const member = await put('dibao_member', told);
  const namesake = await put('dibao_member', { ...told, name: '李红梅' });
  const key = (await linked(roster))?.['person_key'];
  expect((await linked(member))?.['person_key']).toBe(key);
  expect((await linked(namesake))?.['person_key']).not.toBe(key);
});

it('leaves a number with two possible owners of one name alone', async () => {
  const twin = number('37139919650412303');
  await rosterOfZhang();
  await put('dibao_household', { name: '张建国', id: twin, village: '西村' }, 'head');
  const row = await put('pension', { name: '张建国', id: `${zhang.slice(0, 15)}000`, state: 'truncated' });
  expect(zhang.slice(0, 15)).toBe(twin.slice(0, 15));
  expect(await linked(row)).toBeUndefined();
});

it('tries a number that ends in 000 as a rounded one even when its check digit fits by chance', async () => {
  const chance = Array.from({ length: 99 }, (_, n) => `3713991965${String(1000 + n).slice(1)}12000`)
    .map((id) => id.padEnd(18, '0').slice(0, 18))
    .find((id) => id.endsWith('000') && id[17] === checkDigit(id.slice(0, 17)));
  const real = `${chance?.slice(0, 15)}1${'3'}`;
  const owner = number(real);
  await put('dibao_household', { name: '张建国', id: owner, village: '东村' }, 'head');
  const row = await put('pension', { name: '张建国', id: chance ?? null });
  expect(await linked(row)).toMatchObject({ person_key: `i:${owner}`, how: 'truncated' });
});

it('follows strangers only when they share a hukou book or a marriage with somebody known', async () => {
  await rosterOfZhang();
  const wife = number('37139919660912302');
  await db.run(`insert into hukou (row_key, hukou_no, name, id_number, id_number_state) values
    (901, 'A1', '张建国', '${zhang}', 'valid'), (902, 'A1', '李秀英', '${wife}', 'valid'),
    (903, 'B7', '陌生人', '${number('37139919700101301')}', 'valid')`);
  await linkPeople(db, personSlots(sources), knowledge, []);
  const rows = await rowsOf(db, 'select row_key from ref where row_key > 900 order by 1');
  expect(rows.map((r) => Number(r.row_key))).toEqual([901, 902]);
});

it('says the same whatever order the rows came in', async () => {
  const told: Told[] = [
    { name: '张建国', id: zhang },
    { name: '李秀英', id: zhang },
    { name: '张建国', id: `${zhang.slice(0, 15)}000`, state: 'truncated' },
  ];
  const answers: string[] = [];
  for (const order of [told, [...told].reverse()]) {
    db = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect();
    await createCanonicalTables(db, sources);
    await rosterOfZhang();
    for (const one of order) await put('vehicle', one);
    await linkPeople(db, personSlots(sources), knowledge, []);
    const rows = await rowsOf(
      db,
      `select v.name, r.person_key, r.tier, r.how from ref r join vehicle v using (row_key) where r.dataset = 'vehicle' order by all`,
    );
    answers.push(JSON.stringify(rows));
  }
  expect(answers[0]).toBe(answers[1]);
});
