import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Person } from './test-person.ts';
import { decideAndCarryOut, hear, serve, visit } from './test-routes.ts';
import { county, openStory, type Story, west, westVillage } from './test-story.ts';

let story: Story;
beforeAll(async () => {
  story = await openStory('2022-05-09');
});
afterAll(() => story.close());

interface Desk {
  readonly clerk: Person;
  readonly colleague: Person;
  readonly townLead: Person;
  readonly officer: Person;
  readonly countyLead: Person;
}

/** An exit by the book, as far as the papers show. @returns the decision */
async function leave(desk: Desk, family: string, on: string): Promise<string> {
  const { clerk, colleague, townLead, officer, countyLead } = desk;
  const decision = await clerk.opens(
    'decision',
    { household: family },
    {
      ...{ kind: 'stop', cause: 'voluntaryExit', programme: 'dibao_rural', severity: 'info' },
      ...{ isKinCase: false, isComplaint: false },
    },
  );
  const verification = (await clerk.does(decision, 'planVisit')).opened('verification');
  await visit(verification, { by: [clerk, colleague], reviewer: townLead, on });
  const figures = { monthlyFen: 0, fromMonth: '2022-06' };
  await townLead.does(decision, 'giveOpinionOnExit', {
    facts: figures,
    papers: ['statement', 'recalculation', 'townOpinion'],
  });
  await officer.does(decision, 'receive');
  const how = { approver: officer, bearer: clerk, decider: countyLead, on };
  await hear(decision, how);
  await decideAndCarryOut(decision, { ...how, figures, why: '本人自愿退出' });
  return decision;
}

/** Put right by the county of its own accord, with the money of the months between. */
async function putRight(desk: Desk, decision: string, on: string): Promise<void> {
  const { clerk, townLead, officer, countyLead } = desk;
  const restoration = (
    await countyLead.does(decision, 'correct', {
      facts: { backPayFen: 2 * 50_000, backPayFrom: '2022-06' },
      papers: ['reasons'],
      reason: '退出申请由村统一书写，不是本人真实意愿',
    })
  ).opened('decision');
  const figures = { monthlyFen: 50_000, fromMonth: '2022-06' };
  await townLead.does(restoration, 'giveOpinion', {
    facts: figures,
    papers: ['recalculation', 'townOpinion'],
  });
  await officer.does(restoration, 'receive');
  const how = { approver: officer, bearer: clerk, decider: countyLead, on };
  await decideAndCarryOut(restoration, { ...how, figures, why: '恢复并补发' });
  await clerk.does(decision, 'closeBackPaid', { papers: ['paymentVoucher'] });
}

/** Decisions to stop of one village, opened on one day, three or more. */
async function findPattern(inspector: Person): Promise<string[]> {
  const { items } = await inspector.client.matter.list({ filter: ['workflow:decision', 'kind:stop'] });
  const days = new Map<string, string[]>();
  for (const { id, region, openedAt } of items) {
    const key = `${region} ${openedAt.slice(0, 10)}`;
    days.set(key, [...(days.get(key) ?? []), id]);
  }
  return [...days.values()].find((ids) => ids.length >= 3) ?? [];
}

it('a village of same-day voluntary exits: each paper in order, the pattern is found, every exit put right', async () => {
  const desk: Desk = {
    clerk: await story.person('贺文', 'townCaseworker', west),
    colleague: await story.person('龚义', 'townCaseworker', west),
    townLead: await story.person('万里', 'townLead', west),
    officer: await story.person('何静', 'countyCaseworker', county),
    countyLead: await story.person('高峰', 'countyLead', county),
  };
  const [other, reviewer, inspector] = [
    await story.person('方正', 'countyCaseworker', county),
    await story.person('秦明', 'countyReviewer', county),
    await story.person('严察', 'inspector', county),
  ];
  const { townLead, officer, countyLead } = desk;
  const heads = ['孔三', '曹五', '魏七'];
  const families: string[] = [];
  for (const head of heads)
    families.push(await story.family({ head, village: westVillage, monthlyFen: 50_000 }));
  const exits: string[] = [];
  for (const family of families) exits.push(await leave(desk, family, '2022-05-09'));
  for (const family of families)
    expect(await story.receives(family)).toEqual([{ monthlyFen: 50_000, from: '2018-01', until: '2022-06' }]);

  // An inspector lists the stops of the county: three of one village on one day, all of their own will.
  await story.passTo('2022-07-04');
  const pattern = await findPattern(inspector);
  expect([...pattern].sort()).toEqual([...exits].sort());
  for (const id of pattern) {
    const { facts } = await inspector.client.matter.get({ id });
    expect(facts['cause']).toBe('voluntaryExit');
  }
  const lead = await inspector.opens(
    'lead',
    { region: westVillage, title: '三村同日自愿退出' },
    {
      ...{ rule: 'PRO-20', family: 'PRO', programme: 'none', severity: 'serious', identity: 'none' },
      ...{ isKinCase: false, isComplaint: false },
    },
    exits,
  );

  // The county goes itself; the town whose papers they are does not judge them.
  await officer.does(lead, 'dispatch');
  const verification = (await officer.does(lead, 'startVerifying')).opened('verification');
  await visit(verification, { by: [officer, other], reviewer, on: '2022-07-04' });
  const request = (await officer.does(lead, 'requestEvidence')).opened('notice');
  await serve(request, { approver: officer, bearer: desk.clerk, on: '2022-07-04' });
  await desk.clerk.does(request, 'reply', { papers: ['statement'] });
  expect(await officer.refusal(lead, 'confirm', { reason: '同日、同笔迹' })).toBe('WF-103');
  await reviewer.does(lead, 'confirm', { reason: '三份申请同日、同一笔迹，三户均称系村里要求' });

  // The lead itself changes nobody's aid: the process becomes a task, and each exit a correction of its own.
  const task = (await reviewer.does(lead, 'fixProcess', { facts: { problem: '村统一书写退出申请' } })).opened(
    'task',
  );
  expect((await story.receives(families[0] ?? '')).at(-1)?.until).toBe('2022-06');
  expect(await officer.refusal(exits[0] ?? '', 'correct', correction)).toBe('WF-102');
  for (const exit of exits) await putRight(desk, exit, '2022-07-04');
  for (const family of families)
    expect(await story.receives(family)).toEqual([
      { monthlyFen: 50_000, from: '2018-01', until: '2022-06' },
      { monthlyFen: 50_000, from: '2022-06', until: null },
    ]);

  // What went wrong in the town is put right there, and struck off by the level above.
  await countyLead.does(task, 'assign', {
    facts: { responsibleUnit: '西乡', responsiblePerson: [townLead.id], dueOn: '2022-07-29' },
  });
  await townLead.does(task, 'fixNow', { facts: { fixMode: 'immediate' } });
  await townLead.does(task, 'submit', {
    facts: { result: '退出一律由经办入户面谈' },
    papers: ['correctionProof'],
  });
  await other.does(task, 'verify', { papers: ['verificationRecord'] });
  expect(await townLead.refusal(task, 'close')).toBe('WF-103');
  await countyLead.does(task, 'close');
  expect((await officer.does(lead, 'closeFixed')).state).toBe('closed');
  expect(await story.faults()).toEqual([]);
});

const correction = {
  facts: { backPayFen: 0, backPayFrom: '2022-06' },
  papers: ['reasons'],
  reason: '不是本人真实意愿',
} as const;
