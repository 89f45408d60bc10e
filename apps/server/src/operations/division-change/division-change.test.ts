import type { Client, Refused } from '@yangguang/contract/wire';
import { everywhere } from '@yangguang/store/database';
import { settlePlaces } from '@yangguang/store/run/settle-places';
import { utils, write } from '@e965/xlsx';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestOffice, testOffice, type TestVisitor } from '../../test-office.ts';
import { settleLines } from './settle-lines.ts';

const county = '339901';
const effectiveOn = '2026-12-01';
const reason = '县政府撤并村批复';
let t: TestOffice;
let admin: TestVisitor;
let auditor: TestVisitor;

beforeAll(async () => {
  t = await testOffice({ at: '2026-11-21T09:00:00+08:00' });
  admin = await t.visitor('系统', { role: 'systemAdmin', area: county });
  auditor = await t.visitor('审计', { role: 'auditAdmin', area: county });
});
afterAll(() => t.close());

const code = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'no refusal',
    (error: unknown) => (error as Refused).code,
  );
const below = async (of: string) => (await admin.client.divisionChange.places({ of })).items;
const namesBelow = async (of: string) => (await below(of)).map(({ name }) => name);
const regionOf = async (town: string, village: string | null) => {
  const places = [{ town, village }];
  const found = await t.office.db.within(everywhere, (tx) => settlePlaces(tx, county, places));
  return found({ town, village });
};
type Places = Parameters<Client['divisionChange']['add']>[0]['places'];
const line = (row: number, town: string | null, village: string | null, own: string | null = null) => ({
  ...{ row, town, village, code: own },
});
const add = (places: Places, isTrial = false) =>
  admin.client.divisionChange.add({ region: county, places, effectiveOn, reason, isTrial });

const sheet = [
  ['甲县村（居）名单'],
  ['序号', '乡镇', '村（社区）', '代码'],
  [1, '东乡', '新建村', ''],
  [2, '西乡', '溪口村', '339901002009'],
];

it('reads the list of an office, whatever its format, and keeps nothing', async () => {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(sheet), '名单');
  const xlsx = write(book, { type: 'buffer', bookType: 'xlsx' }) as Uint8Array;
  const read = await admin.client.divisionChange.readList({ fileName: '名单.xlsx' }, xlsx);
  expect(read.items).toEqual([
    { row: 3, town: '东乡', village: '新建村', code: null },
    { row: 4, town: '西乡', village: '溪口村', code: '339901002009' },
  ]);
  const csv = new TextEncoder().encode('乡镇,村\n东乡,新建村\n');
  expect((await admin.client.divisionChange.readList({ fileName: 'a.csv' }, csv)).items).toHaveLength(1);
  const odd = new TextEncoder().encode('姓名,金额\n甲,1\n');
  expect(await code(admin.client.divisionChange.readList({ fileName: 'a.csv' }, odd))).toBe('DIV-105');
  const paper = new TextEncoder().encode('%PDF-1.7');
  expect(await code(admin.client.divisionChange.readList({ fileName: 'a.pdf' }, paper))).toBe('DIV-105');
  expect(await namesBelow(`${county}001`)).toEqual(['一村', '二村']);
});

it('adds what is not there, after a trial that adds nothing', async () => {
  const places = [
    line(3, '东乡', '新建村'),
    line(4, null, '溪口村', `${county}002009`),
    line(5, '东乡', '一村'),
    line(6, '东乡', 'x'),
    line(7, '北乡', '山口村'),
  ];
  const trial = await add(places, true);
  expect(await namesBelow(`${county}001`)).toEqual(['一村', '二村']);
  const done = await add(places);
  expect(done).toEqual(trial);
  expect(done.added.map(({ code: own, name, town }) => [own, name, town])).toEqual([
    [`${county}001003`, '新建村', '东乡'],
    [`${county}002009`, '溪口村', '西乡'],
    [`${county}701`, '北乡', null],
    [`${county}701001`, '山口村', '北乡'],
  ]);
  expect(done.faults.map(({ row }) => row)).toEqual([6]);
  expect(done.known).toBe(1);
  expect((await add(places)).added).toEqual([]);
  const changes = await auditor.client.divisionChange.list({ region: county });
  expect(changes.items).toHaveLength(4);
  expect(changes.items[0]).toMatchObject({ kind: 'added', reason, changedBy: { name: '系统' } });
});

it('renames what is the office’s own, and understands lists that write the old name', async () => {
  const own = `${county}001003`;
  await admin.client.divisionChange.rename({ code: own, name: '新安村', effectiveOn, reason });
  expect(await regionOf('东乡', '新安村')).toBe(own);
  expect(await regionOf('东乡', '新建村')).toBe(own);
  const rename = (what: string, name: string) =>
    code(admin.client.divisionChange.rename({ code: what, name, effectiveOn, reason }));
  expect(await rename(`${county}001001`, '别村')).toBe('DIV-102');
  expect(await rename(own, '二村')).toBe('DIV-101');
  expect(await rename('339902001001', '别村')).toBe('API-104');
  expect(await rename(own, 'Village')).toBe('API-101');
});

it('merges a village: its code stays, and what comes later goes to its successor', async () => {
  const merge = (from: string, into: string) =>
    code(admin.client.divisionChange.merge({ code: from, into, effectiveOn, reason }));
  const [one, two] = [`${county}001001`, `${county}001002`];
  expect(await merge(one, one)).toBe('DIV-103');
  expect(await merge(one, `${county}002`)).toBe('DIV-103');
  expect(await merge(one, '339902001001')).toBe('API-104');
  expect(await merge(one, two)).toBe('no refusal');
  expect(await merge(one, two)).toBe('DIV-103');
  expect((await below(`${county}001`))[0]).toMatchObject({
    name: '一村',
    endedOn: effectiveOn,
    successor: { code: two, name: '二村' },
  });
  expect(await regionOf('东乡', '一村')).toBe(two);
});

it('merges a town with its villages, and follows a chain of mergers', async () => {
  await admin.client.divisionChange.merge({
    code: `${county}001`,
    into: `${county}002`,
    effectiveOn,
    reason,
  });
  expect(await namesBelow(`${county}002`)).toEqual(['三村', '二村', '新安村', '溪口村']);
  const second = (await below(`${county}002`)).find(({ name }) => name === '二村')?.code ?? '';
  expect(await regionOf('东乡', '二村')).toBe(second);
  expect(await regionOf('东乡', '一村')).toBe(second);
  expect(await regionOf('东乡', null)).toBe(`${county}002`);
  expect(await regionOf('西乡', '二村')).toBe(second);
  // Nothing was numbered anew by asking.
  expect(await namesBelow(`${county}001`)).toEqual(['一村', '二村', '新安村']);
});

it('says of each line what is wrong with it', () => {
  const known = [
    { code: `${county}001`, name: '东乡' },
    { code: `${county}001001`, name: '一村' },
  ];
  const settle = (town: string | null, village: string | null, own: string | null = null) =>
    settleLines(county, [line(1, town, village, own)], known)[0] ?? { place: null, why: null };
  const why = (...of: Parameters<typeof settle>): string => settle(...of).why?.en ?? '';
  expect(why(null, '甲村')).toBe('no town is named');
  expect(why('东乡', '甲村', '330000000000')).toContain('no code of 12 digits');
  expect(why('东乡', '甲村', `${county}001001`)).toContain('一村 already');
  expect(why('西乡', '甲村', `${county}001002`)).toContain('belongs to 东乡');
  expect(why('西乡', '甲村', `${county}009002`)).toContain('no town');
  const inUse = { town: '东乡', village: '一村', code: null };
  expect(settle('东乡', '一村', `${county}001077`).place).toEqual(inUse);
  expect(settle('南镇', null, `${county}009000`).place).toEqual({
    town: '南镇',
    village: null,
    code: `${county}009`,
  });
});
