import type { Role } from '@yangguang/domain/people/role';
import { type TestOffice, type TestVisitor, testOffice } from '@yangguang/server/test-office';
import { sql } from '@yangguang/store/sql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { putLeads } from './many-leads.ts';

// The queue as a whole: every window, put together by the places of the outline, is the list that pages give; nothing of
// another county is in it or counted.

const leads = 4000;
let t: TestOffice;
const visitors = new Map<string, TestVisitor>();
beforeAll(async () => {
  t = await testOffice();
  await putLeads(t, 0, leads);
  for (const [name, role, area] of [
    ['town', 'townCaseworker', '339901001'],
    ['county', 'countyCaseworker', '339901'],
    ['city', 'cityOfficer', '3399'],
  ] as [string, Role, string][])
    visitors.set(name, await t.visitor(name, { role, area }));
});
afterAll(() => t.close());

type Client = TestVisitor['client'];
type Input = { readonly filter?: string[]; readonly order?: 'due' | 'newest' | 'amount' };
const of = (name: string): Client => visitors.get(name)?.client as Client;

async function allByPages(client: Client, input: Input): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | undefined;
  do {
    const answer = await client.lead.list({
      ...input,
      limit: 200,
      ...(cursor === undefined ? {} : { cursor }),
    });
    ids.push(...answer.items.map(({ id }) => id));
    cursor = answer.next ?? undefined;
  } while (cursor !== undefined);
  return ids;
}

type Outline = Awaited<ReturnType<Client['lead']['outline']>>;

/** Every window of 100, each asked for by the nearest place before it, in no order of their own. */
async function allByWindows<Row>(
  outline: Outline,
  ask: (part: { at?: string; before?: string; skip: number; limit: number }) => Promise<readonly Row[]>,
): Promise<Row[]> {
  const windows: Row[][] = [];
  for (let from = Math.floor((outline.total - 1) / 100) * 100; from >= 0; from -= 100) {
    const nth = Math.floor(from / outline.step);
    const [at, before] = [outline.places[nth], outline.places[nth + 1]];
    const part = { skip: from % outline.step, limit: 100 };
    windows[from / 100] = [...(await ask({ ...part, ...(at ? { at } : {}), ...(before ? { before } : {}) }))];
  }
  return windows.flat();
}

it.each([
  ['county', []],
  ['town', []],
  ['city', []],
  ['county', ['severity:serious', 'state:new']],
  ['county', ['rule:INC-02', 'town:339901002001', 'town:339901001002']],
  ['county', ['programme:dibao_rural', 'due-by:2027-01-31']],
  ['county', ['ended:yes']],
])('%s %j: windows by place are the pages of the list', async (who, filter) => {
  const client = of(who);
  const pages = await allByPages(client, { filter });
  const outline = await client.lead.outline({ filter });
  expect(outline).toMatchObject({ total: pages.length, isMore: false });
  expect(outline.places).toHaveLength(Math.ceil(pages.length / outline.step));
  expect(pages.length).toBeGreaterThan(50);
  const rows = await allByWindows(
    outline,
    async (part) => (await client.lead.window({ filter, ...part })).items,
  );
  expect(rows.map(({ id }) => id)).toEqual(pages);
});

it('by household: one card for each, the same cards as by pages', async () => {
  const client = of('county');
  const filter = ['severity:suspect'];
  const cards: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await client.lead.households({ filter, limit: 200, ...(cursor ? { cursor } : {}) });
    cards.push(...page.items.map(({ householdId }) => String(householdId)));
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  const outline = await client.lead.outline({ filter, by: 'household' });
  expect(outline.total).toBe(cards.length);
  const rows = await allByWindows(
    outline,
    async (part) => (await client.lead.households({ filter, ...part })).items,
  );
  expect(rows.map(({ householdId }) => householdId)).toEqual(cards);
  expect(new Set(cards).size).toBe(cards.length);
});

it.each([
  ['newest', (line: { openedAt: string }) => -Date.parse(line.openedAt)],
  ['amount', (line: { amountFen: number | null }) => -(line.amountFen ?? -1)],
] as const)('in the order %s', async (order, keyOf) => {
  const client = of('county');
  const outline = await client.lead.outline({ order });
  const rows = await allByWindows(
    outline,
    async (part) => (await client.lead.window({ order, ...part })).items,
  );
  expect(new Set(rows.map(({ id }) => id)).size).toBe(outline.total);
  const keys = rows.map((row) => keyOf(row as never));
  expect(keys).toEqual([...keys].sort((a, b) => a - b));
});

it('a window ends where the next place begins, though rows before it have gone', async () => {
  const client = of('town');
  const { places } = await client.lead.outline({});
  const [at, before] = places;
  const part = { ...(at ? { at } : {}), ...(before ? { before } : {}), skip: 400, limit: 100 };
  const rows = (await client.lead.window(part)).items;
  expect(rows).toHaveLength(100);
  await t.office.db.asOwner((tx) => tx.run(sql`update matter set is_ended = true where id = ${rows[7]?.id}`));
  const after = (await client.lead.window(part)).items;
  expect(after.map(({ id }) => id)).toEqual(rows.filter((_, i) => i !== 7).map(({ id }) => id));
});

it('counts by everything at once, and in the divisions below, each number that of its own filter', async () => {
  const client = of('county');
  const base = ['due-by:2027-06-01'];
  const tally = await client.lead.tally({ filter: base, under: '339901' });
  const { total } = await client.lead.outline({ filter: base });
  const filters = {
    states: 'state',
    severities: 'severity',
    rules: 'rule',
    programmes: 'programme',
    divisions: 'town',
  } as const;
  for (const [name, token] of Object.entries(filters) as [keyof typeof filters, string][]) {
    expect(
      tally[name].reduce((sum, line) => sum + line.leads, 0),
      name,
    ).toBe(total);
    for (const { code, leads: counted } of tally[name])
      expect((await client.lead.outline({ filter: [...base, `${token}:${code}`] })).total).toBe(counted);
  }
  expect(tally.divisions.map(({ code }) => code)).toEqual(['339901001', '339901002']);
  expect(tally.rules.find(({ code }) => code === 'INC-01')?.title.zh).not.toBe('INC-01');
});

it('picks the ids of all that a filter gives, a part at a time', async () => {
  const client = of('county');
  const filter = ['severity:info'];
  const ids: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await client.lead.pick({ filter, limit: 300, ...(cursor ? { cursor } : {}) });
    ids.push(...page.items.map(({ matterId }) => matterId));
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  expect(ids).toEqual(await allByPages(client, { filter }));
});

it.each([
  ['due', '2026-02-31~00000000-0000-4000-8000-000000000000'],
  ['due', '2026-11-01T00:00:00.000Z~00000000-0000-4000-8000-000000000000'],
  ['newest', '2026-11-01~00000000-0000-4000-8000-000000000000'],
  ['amount', '2026-11-01~00000000-0000-4000-8000-000000000000'],
  ['amount', '1~------------------------------------'],
])('a place of another order or of no day is refused: %s %s', async (order, at) => {
  await expect(of('county').lead.window({ order: order as 'due', at })).rejects.toMatchObject({
    code: 'API-101',
  });
});
