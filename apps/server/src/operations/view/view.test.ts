import { randomUUID } from 'node:crypto';
import type { Refused } from '@yangguang/contract/wire';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestOffice, testOffice, type TestVisitor } from '../../test-office.ts';

let t: TestOffice;
let clerk: TestVisitor;
let colleague: TestVisitor;
let other: TestVisitor;
beforeAll(async () => {
  t = await testOffice();
  clerk = await t.visitor('王经办', { role: 'countyCaseworker', area: '339901' });
  colleague = await t.visitor('李负责', { role: 'countyLead', area: '339901' });
  other = await t.visitor('赵经办', { role: 'countyCaseworker', area: '339902' });
});
afterAll(() => t.close());

const titles = async ({ client }: TestVisitor) => (await client.view.list()).items.map((one) => one.title);
const code = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'no refusal',
    (error: unknown) => (error as Refused).code,
  );

it('keeps a view for whom it belongs to, and shares it with the colleagues of the office alone', async () => {
  const own = { id: randomUUID(), title: '严重未派', filter: ['severity:serious', 'state:new'] };
  const shared = { ...own, id: randomUUID(), title: '东乡', filter: ['town:339901001'], isShared: true };
  await clerk.client.view.save(own);
  await clerk.client.view.save({ ...shared, order: 'amount', by: 'lead' });
  expect(await titles(clerk)).toEqual(['东乡', '严重未派']);
  expect((await colleague.client.view.list()).items).toEqual([
    {
      ...shared,
      order: 'amount',
      by: 'lead',
      isOwn: false,
      region: '339901',
      savedBy: { id: expect.any(String), name: '王经办' },
    },
  ]);
  expect(await titles(other)).toEqual([]);
});

it('is changed and removed by its owner only', async () => {
  const id = randomUUID();
  const view = { id, title: '待核查', filter: ['state:toVerify'], isShared: true };
  await clerk.client.view.save(view);
  await clerk.client.view.save({ ...view, title: '核查', isShared: false });
  expect(await titles(clerk)).toContain('核查');
  expect(await titles(colleague)).not.toContain('核查');
  for (const { client } of [colleague, other]) {
    expect(await code(client.view.save({ ...view, title: '改' }))).toBe('VIEW-101');
    expect(await code(client.view.remove({ id }))).toBe('VIEW-101');
  }
  await clerk.client.view.remove({ id });
  expect(await titles(clerk)).not.toContain('核查');
});

it('keeps no number of a person, no household, no filter that does not open, and no more than thirty', async () => {
  const view = (more: object) =>
    code(other.client.view.save({ id: randomUUID(), title: '视图', filter: [], ...more }));
  expect(await view({ title: '打 13800138000' })).toBe('MAT-103');
  expect(await view({ filter: [`household:${randomUUID()}`] })).toBe('API-101');
  expect(await view({ filter: ['state:nosuch'] })).toBe('API-101');
  for (let n = 0; n < 30; n++) expect(await view({ title: `第 ${n} 个` })).toBe('no refusal');
  expect(await view({})).toBe('VIEW-102');
});
