import type { Role } from '@yangguang/domain/people/role';
import { type TestOffice, type TestVisitor, testOffice } from '@yangguang/server/test-office';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { putLeads } from './many-leads.ts';
import { type Cost, measured } from './page-cost.ts';

// A page of a list looks at as much of the database with four thousand leads as with twenty thousand: counted in pages and
// rows of the real plans, with row-level security, through the whole operation. Never in time.

const few = 4000;
const many = 20_000;
let t: TestOffice;
let cost: Cost;
const visitors = new Map<string, TestVisitor>();
beforeAll(async () => {
  t = await testOffice();
  const db = measured(t.office.db);
  cost = db.cost;
  Object.assign(t.office, { db });
  for (const [name, role, area] of [
    ['town', 'townCaseworker', '339901001'],
    ['county', 'countyCaseworker', '339901'],
    ['city', 'cityOfficer', '3399'],
  ] as [string, Role, string][])
    visitors.set(name, await t.visitor(name, { role, area }));
});
afterAll(() => t.close());

const someId = '00000000-0000-4000-8000-000000000000';
type Asked = (who: TestVisitor['client']) => Promise<object>;
const reason = '来访核对';
const lists: Readonly<Record<string, Asked>> = {
  'first page of leads': (c) => c.lead.list({ limit: 50 }),
  'second page of leads': async (c) => {
    const { next } = await c.lead.list({ limit: 50 });
    return c.lead.list({ limit: 50, cursor: next ?? '' });
  },
  'leads of one state': (c) => c.lead.list({ filter: ['state:triaged'] }),
  'leads of one severity': (c) => c.lead.list({ filter: ['severity:serious'] }),
  'leads of one rule': (c) => c.lead.list({ filter: ['rule:INC-02'] }),
  'leads that are over': (c) => c.lead.list({ filter: ['ended:yes'] }),
  'a window of the queue': (c) => c.lead.window({ limit: 100 }),
  'a window far down': (c) => c.lead.window({ at: `2027-03-01~${someId}`, skip: 400, limit: 100 }),
  'a window of one state': (c) => c.lead.window({ filter: ['state:triaged'], skip: 400, limit: 100 }),
  'cards by household': (c) => c.lead.households({ limit: 20 }),
  'matters of one workflow': (c) => c.matter.list({ filter: ['workflow:lead'] }),
  'matters of every workflow': (c) => c.matter.list({}),
  'overdue matters': (c) => c.matter.list({ filter: ['workflow:lead', 'overdue:yes'] }),
  'my work': (c) => c.lead.queue({}),
  'households by name': (c) => c.household.search({ name: '王', area: '339901', reason, limit: 50 }),
};

async function costsOf(): Promise<Record<string, Cost>> {
  const costs: Record<string, Cost> = {};
  for (const [level, { client }] of visitors)
    for (const [list, ask] of Object.entries(lists)) {
      // Once before, so that what the database does only at the first look is not counted.
      const { items = [] } = (await ask(client)) as { readonly items?: readonly { readonly id?: string }[] };
      const ids = items.flatMap(({ id }) => id ?? []);
      expect(new Set(ids).size, `${list}, ${level}: a row twice`).toBe(ids.length);
      Object.assign(cost, { pages: 0, rows: 0 });
      await ask(client);
      costs[`${list}, ${level}`] = { ...cost };
    }
  return costs;
}

it('a page costs the same with five times as many leads', async () => {
  await putLeads(t, 0, few);
  const before = await costsOf();
  await putLeads(t, few, many);
  const after = await costsOf();
  // An index may be a level deeper for every row that is looked up, and a page may fall on other rows; what grows with
  // the leads grows five times.
  const grown = Object.entries(after).flatMap(([list, now]) => {
    const first = before[list] ?? { pages: 0, rows: 0 };
    const isDearer = now.pages > first.pages * 1.6 + first.rows + 40 || now.rows > first.rows * 1.6 + 40;
    return isDearer ? [{ list, first, now }] : [];
  });
  expect(grown).toEqual([]);
  expect(Object.values(after).every(({ rows }) => rows < 1000)).toBe(true);
  expect(after['first page of leads, county']?.rows).toBeGreaterThan(50);
}, 300_000);
