import { sql } from '@yangguang/store/sql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestOffice, testOffice, type TestVisitor } from '../../test-office.ts';

let t: TestOffice;
let anybody: TestVisitor;
beforeAll(async () => {
  t = await testOffice();
  anybody = await t.visitor('银行', { role: 'bank', area: '339902' });
});
afterAll(() => t.close());

const below = async (of: string) => (await anybody.client.division.children({ of })).items;

it('gives what lies directly below, in the order of codes, and whether there is more', async () => {
  expect(await below('339901')).toEqual([
    { code: '339901001', name: '东乡', hasChildren: true },
    { code: '339901002', name: '西乡', hasChildren: true },
  ]);
  expect(await below('339901001')).toEqual([
    { code: '339901001001', name: '一村', hasChildren: false },
    { code: '339901001002', name: '二村', hasChildren: false },
  ]);
  expect(await below('339901001001')).toEqual([]);
  expect(await below('')).toEqual([{ code: '33', name: '示范省', hasChildren: true }]);
});

it('skips a level that is left out: a county directly under its province', async () => {
  await t.office.db.asOwner((tx) =>
    tx.run(sql`insert into division (code, name) values ('338801', '直辖县'), ('338801001', '镇')`),
  );
  expect(await below('33')).toEqual([
    { code: '338801', name: '直辖县', hasChildren: true },
    { code: '3399', name: '示范市', hasChildren: true },
  ]);
});

it('names codes, and leaves out those nobody knows', async () => {
  const { items } = await anybody.client.division.names({ codes: ['339901002', '339901', '999999'] });
  expect(items).toEqual([
    { code: '339901', name: '甲县' },
    { code: '339901002', name: '西乡' },
  ]);
});
