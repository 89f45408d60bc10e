import { afterAll, beforeAll, expect, it } from 'vitest';
import { workflowIds } from '@yangguang/domain/workflows/all';
import type { Transaction } from '@yangguang/store/database';
import { listMatters } from '@yangguang/store/matter/list-matters';
import { sql } from '@yangguang/store/sql';
import { code } from '../../sign-on/test-people.ts';
import {
  east,
  eastVillage,
  household,
  manyTasks,
  south,
  task,
  twoCounties,
  verification,
  west,
} from './test-matters.ts';

let desk: Awaited<ReturnType<typeof twoCounties>>;

beforeAll(async () => {
  desk = await twoCounties();
});
afterAll(() => desk.one.close());

const newId = (): string => desk.one.office.newId();

async function walk(
  filter: readonly string[],
  limit: number,
  between: (pageNo: number, seen: readonly string[]) => Promise<void> = async () => {},
): Promise<string[]> {
  const seen: string[] = [];
  let cursor: string | undefined;
  for (let pageNo = 0; pageNo < 50; pageNo++) {
    const page = await desk.people.county.client.matter.list({
      ...{ filter: [...filter], limit },
      ...(cursor === undefined ? {} : { cursor }),
    });
    seen.push(...page.items.map((item) => item.id));
    if (page.next === null) return seen;
    cursor = page.next;
    await between(pageNo, seen);
  }
  throw new Error('the list has no end');
}

it('a walk through the pages sees every matter once, while others are opened around it and those seen move to the front', async () => {
  const { one, people } = desk;
  const ids = await manyTasks(one, east, 60);
  const done = new Set<string>();
  const seen = await walk(['workflow:task'], 7, async (pageNo, before) => {
    // Due on the same day as all others: among them wherever its id falls.
    await manyTasks(one, pageNo % 2 === 0 ? east : west, 3);
    const moved = before.find((id) => ids.includes(id) && !done.has(id)) ?? '';
    done.add(moved);
    await people.countyLead.client.matter.assign({
      ...{ matterId: moved, stepId: newId(), expectedVersion: 0, area: east, dueOn: '2026-11-23' },
    });
  });
  expect(new Set(seen).size).toBe(seen.length);
  expect(ids.filter((id) => !seen.includes(id))).toEqual([]);
});

it('is in the order of the days they are due, whatever area and workflow they are of', async () => {
  const { one, people } = desk;
  await verification(people.eastCase, one, await household(one, '钱一', eastVillage));
  await manyTasks(one, west, 5);
  const { items } = await people.county.client.matter.list({ limit: 200 });
  const keys = items.map((item) => `${item.dueOn ?? '9999-12-31'} ${item.id}`);
  expect(keys).toEqual([...keys].sort());
  expect(new Set(items.map((item) => item.workflow)).size).toBe(2);
});

it('filters by words: any value of one name, all names together', async () => {
  const { one, people } = desk;
  const { client } = people.county;
  const mine = await task(people.eastLead, one, east, '给我');
  await people.countyLead.client.matter.assign({
    ...{ matterId: mine, stepId: newId(), expectedVersion: 0, area: '339901', dueOn: '2026-11-22' },
    accountId: people.county.account.id,
  });
  const idsOf = async (...filter: string[]): Promise<string[]> =>
    (await client.matter.list({ filter, limit: 200 })).items.map((item) => item.id);
  expect(await idsOf('assigned:me')).toEqual([mine]);
  expect(await idsOf(`assigned:${people.county.account.id}`, 'workflow:verification')).toEqual([]);
  expect(await idsOf('area:339901', 'workflow:task')).toEqual([mine]);
  expect(await idsOf('due-by:2026-11-22')).toEqual([mine]);
  expect(await idsOf('assigned:me', `town:${west}`)).toEqual([]);
  expect(await idsOf('assigned:me', `town:${west}`, `town:${east}`)).toEqual([mine]);
  const twice = [
    'workflow:task',
    'workflow:task',
    'state:todo',
    'state:todo',
    `town:${west}`,
    `town:${west}`,
  ];
  expect(await idsOf(...twice)).toEqual(await idsOf('workflow:task', 'state:todo', `town:${west}`));
  const both = await idsOf(`town:${east}`, `town:${west}`, 'workflow:task');
  expect(new Set(both)).toEqual(new Set(await idsOf('workflow:task', 'state:todo', 'state:assigned')));
  expect((await idsOf(`town:${west}`, 'workflow:task')).length).toBeLessThan(both.length);
  expect(await idsOf(`town:${south}`)).toEqual([]);
  expect(await idsOf('kind:inspection', 'workflow:task')).toEqual(expect.arrayContaining([mine]));
  expect(await idsOf('kind:petition', 'workflow:task')).toEqual([]);
  one.setClock('2026-11-23T09:00:00+08:00');
  expect(await idsOf('overdue:yes')).toEqual([mine]);
  const { count } = await client.matter.count({ filter: ['workflow:task'] });
  expect(count).toBe((await walk(['workflow:task'], 50)).length);
});

it('what has ended has a list of its own, the newest first', async () => {
  const { one, people } = desk;
  const ended: string[] = [];
  for (const n of ['一', '二', '三']) {
    const id = await task(people.eastLead, one, east, n);
    one.setClock(`2026-11-24T09:0${ended.length}:00+08:00`);
    await people.countyLead.client.matter.act({
      ...{ matterId: id, stepId: newId(), expectedVersion: 0, action: 'withdraw', reason: '重复立项' },
    });
    ended.unshift(id);
  }
  expect(await walk(['ended:yes'], 2)).toEqual(ended);
  expect(
    (await people.county.client.matter.list({ filter: ['workflow:task'], limit: 200 })).items,
  ).not.toContainEqual(expect.objectContaining({ id: ended[0] }));
});

it('a word or cursor that is none of ours is refused by name, not guessed at', async () => {
  const { client } = desk.people.county;
  const ask = (input: object): Promise<unknown> => client.matter.list(input);
  for (const filter of [
    ...[
      'state',
      'colour:red',
      'workflow:lied',
      'town:3399010',
      'household:1',
      'due-by:2026-02-30',
      'overdue:maybe',
    ],
    ...["state:x' or 1=1", 'escalated:you', 'remind:no'],
  ])
    await expect(ask({ filter: [filter] })).rejects.toEqual(code('API-101'));
  await expect(ask({ filter: ['assigned:me', `assigned:${newId()}`] })).rejects.toEqual(code('API-101'));
  for (const cursor of [
    'x',
    Buffer.from('["2026-11-21"]').toString('base64url'),
    Buffer.from('{}').toString('base64url'),
  ])
    await expect(ask({ cursor })).rejects.toMatchObject({ code: 'API-101', answer: { fields: ['cursor'] } });
  await expect(ask({ limit: 201 })).rejects.toEqual(code('API-101'));
});

it('a page among thousands reads no further than itself', async () => {
  const { one } = desk;
  const reach = { scopes: [{ area: '339902', programmes: null }] };
  const fetched = async (tx: Transaction): Promise<number> => {
    const { n } = await tx.get<{
      n: bigint;
    }>(sql`select coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0) as n
      from pg_stat_xact_user_tables where relname = 'matter'`);
    return Number(n);
  };
  /** Rows of matter that a page makes the database fetch. */
  const cost = (filter: Parameters<typeof listMatters>[2]): Promise<number> =>
    one.office.db.within(reach, async (tx) => {
      const before = await fetched(tx);
      const found = await listMatters(tx, reach, filter, { after: null, limit: 50 });
      expect(found).toHaveLength(50);
      return (await fetched(tx)) - before;
    });
  const filters = [{ workflows: workflowIds }, { workflows: ['task'], states: ['todo'] }];
  for (let i = 0; i < 5; i++) await manyTasks(one, south, 600);
  // Rows of a test are newer than anything the database has counted by itself.
  await one.office.db.asOwner((tx) => tx.run(sql`analyze matter`));
  for (const filter of filters) expect(await cost(filter)).toBeLessThanOrEqual(60);
});
