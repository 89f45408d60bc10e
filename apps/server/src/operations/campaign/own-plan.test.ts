import type { HandPlan } from '@yangguang/contract/campaign-parts';
import { isWorkingDay } from '@yangguang/domain/words/calendar';
import { sql } from '@yangguang/store/sql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestOffice, testOffice, type TestVisitor } from '../../test-office.ts';

let one: TestOffice;
let lead: TestVisitor;
let town: TestVisitor;
let other: TestVisitor;

beforeAll(async () => {
  one = await testOffice({ at: '2026-06-01T09:00:00+08:00' });
  lead = await one.visitor('局长', { role: 'countyLead', area: '339901' });
  town = await one.visitor('东乡', { role: 'townLead', area: '339901001' });
  other = await one.visitor('乙县', { role: 'countyLead', area: '339902' });
});
afterAll(() => one.close());

const id = () => one.office.newId();
const code = (value: string) => expect.objectContaining({ code: value });

const plan: HandPlan = {
  issuer: '甲县民政局',
  programmes: ['dibao_rural', 'tekun'],
  phases: [
    { zh: '动员', state: 'mobilising', fromOn: '2026-06-03', untilOn: '2026-06-12' },
    { zh: '排查', state: 'selfCheck', fromOn: '2026-06-15', untilOn: '2026-07-31' },
  ],
  tasks: [
    { zh: '逐户走访', quote: '', unit: 'town', phase: 1 },
    // A Saturday.
    { zh: '召开动员会', quote: '召开会议部署', unit: 'county', phase: 0, dueOn: '2026-06-06' },
  ],
  sampleShare: 0.2,
  ledgerEvery: 'month',
  remindDays: [7, 3, 0],
};

function create(who: TestVisitor, change: Partial<HandPlan> = {}, region = '339901') {
  const sent = {
    stepId: id(),
    campaignId: id(),
    region,
    title: '甲县自查专项',
    plan: { ...plan, ...change },
  };
  return who.client.campaign.createByHand(sent);
}

describe('a campaign without a template', () => {
  it('has the phases, tasks, share and ledger that its office wrote, due on working days', async () => {
    const made = await create(lead);
    const got = await lead.client.campaign.get({ id: made.campaignId });
    expect(got).toMatchObject({ template: 'own', title: '甲县自查专项', state: 'draft', reconciles: true });
    expect(got).toMatchObject({ fromOn: '2026-06-03', endOn: '2026-07-31' });
    expect(got.settings).toMatchObject({
      issuer: '甲县民政局',
      programmes: ['dibao_rural', 'tekun'],
      sampling: { share: 0.2 },
      photos: false,
      remindDays: [7, 3, 0],
    });
    expect(got.settings.ledgers.flatMap(({ dueOn }) => dueOn)).toEqual(['2026-06-30', '2026-07-31']);
    const { items } = await lead.client.campaign.tasks({ id: made.campaignId });
    expect(items.map((task) => [task.no, task.place, task.measure, task.dueOn, task.phase])).toEqual([
      [1, '东乡', '逐户走访', '2026-07-31', 'phaseb'],
      [2, '西乡', '逐户走访', '2026-07-31', 'phaseb'],
      [3, '甲县', '召开动员会', '2026-06-05', 'phasea'],
    ]);
    expect(items.every(({ dueOn }) => isWorkingDay(one.office.policy.calendar, dueOn ?? ''))).toBe(true);
    expect(items[2]).toMatchObject({
      source: 'notice',
      problem: '召开会议部署',
      state: 'todo',
      documents: 0,
    });
  });

  it('sent again it is the same; it must hold together, be in one’s area, and hold no number of a person', async () => {
    const sent = { stepId: id(), campaignId: id(), region: '339901', title: '再查一遍', plan };
    const made = await lead.client.campaign.createByHand(sent);
    expect(await lead.client.campaign.createByHand(sent)).toEqual(made);
    await expect(lead.client.campaign.createByHand({ ...sent, title: '另一个' })).rejects.toEqual(
      code('MAT-101'),
    );
    const [mobilise, check] = plan.phases;
    const wrong: Partial<HandPlan>[] = [
      { phases: [check, mobilise].flatMap((phase) => phase ?? []) },
      { phases: [{ zh: '排查', state: 'selfCheck', fromOn: '2026-07-01', untilOn: '2026-06-30' }] },
      { phases: [{ zh: '排查', state: 'selfCheck', fromOn: '2026-01-01', untilOn: '2029-12-31' }] },
      { tasks: [{ zh: '无此阶段', quote: '', unit: 'town', phase: 5 }] },
      { tasks: [{ zh: '太晚', quote: '', unit: 'town', phase: 0, dueOn: '2027-01-01' }] },
    ];
    for (const change of wrong) await expect(create(lead, change)).rejects.toEqual(code('CAM-107'));
    await expect(create(lead, {}, '339902')).rejects.toEqual(code('API-104'));
    await expect(create(town, {}, '339901001')).rejects.toEqual(code('API-103'));
  });
});

describe('the preview', () => {
  it('shows the days and how many offices get a task, and creates nothing', async () => {
    const count = () =>
      one.office.db.asOwner((tx) => tx.get<{ n: number }>(sql`select count(*)::integer as n from matter`));
    const before = await count();
    const shown = await lead.client.campaign.preview({ region: '339901', of: { plan } });
    expect(shown).toMatchObject({
      fromOn: '2026-06-03',
      endOn: '2026-07-31',
      taskCount: 3,
      sampleShare: 0.2,
    });
    // From Wednesday 3 to Friday 12 June; no holiday.
    expect(shown.phases.map(({ workingDays }) => workingDays)).toEqual([8, 34]);
    expect(shown.tasks.map(({ dueOn, offices }) => [dueOn, offices])).toEqual([
      ['2026-07-31', 2],
      ['2026-06-05', 1],
    ]);
    expect(await count()).toEqual(before);
  });

  it('of a template says what creating it opens', async () => {
    const of = { template: 's1-linyi-2018', year: 2026 };
    const shown = await lead.client.campaign.preview({ region: '339901', of });
    const made = await lead.client.campaign.create({
      stepId: id(),
      campaignId: id(),
      region: '339901',
      ...of,
    });
    expect(shown.taskCount).toBe(made.tasks);
    expect(shown.reports).toEqual([expect.objectContaining({ dueOn: '2026-08-14' })]);
    await expect(other.client.campaign.preview({ region: '339901', of })).rejects.toEqual(code('API-104'));
    const never = { ...of, template: 'none-such' };
    await expect(lead.client.campaign.preview({ region: '339901', of: never })).rejects.toEqual(
      code('CAM-101'),
    );
  });
});

describe('times and the look-back list', () => {
  it('what is not over stands by day with the working days left; what is near is marked', async () => {
    const { campaignId } = await create(lead);
    const { today, items } = await lead.client.campaign.deadlines({ id: campaignId });
    expect(today).toBe('2026-06-01');
    const told = items.map(({ kind, dueOn, workingDaysLeft, isReminded, tasks }) => [
      ...[kind, dueOn, workingDaysLeft, isReminded, tasks],
    ]);
    expect(told).toEqual([
      ['tasks', '2026-06-05', 4, true, 1],
      ['phase', '2026-06-12', 9, false, null],
      ['ledger', '2026-06-30', 20, false, null],
      ['phase', '2026-07-31', 43, false, null],
      ['ledger', '2026-07-31', 43, false, null],
      ['tasks', '2026-07-31', 43, false, 2],
    ]);
    const ofTown = await town.client.campaign.deadlines({ id: campaignId });
    expect(ofTown.items.filter(({ kind }) => kind === 'tasks').map(({ tasks }) => tasks)).toEqual([1]);
    await expect(other.client.campaign.deadlines({ id: campaignId })).rejects.toEqual(code('API-104'));
  });

  it('lists what was carried over with its state then and now, page by page', async () => {
    const { campaignId, tasks } = await create(lead);
    await lead.client.campaign.carryOver({ id: campaignId });
    await one.office.db.asOwner((tx) =>
      tx.run(
        sql`update matter set state = 'assigned' where campaign_id = ${campaignId} and region = '339901001'`,
      ),
    );
    const first = await lead.client.campaign.lookBack({ id: campaignId, limit: 2 });
    const rest = await lead.client.campaign.lookBack({ id: campaignId, limit: 2, cursor: first.next ?? '' });
    const all = [...first.items, ...rest.items];
    expect(new Set(all.map((item) => item.id)).size).toBe(tasks);
    expect(all.map(({ carriedState }) => carriedState)).toEqual(['todo', 'todo', 'todo']);
    expect(all.filter(({ state }) => state === 'assigned')).toHaveLength(1);
    expect((await town.client.campaign.lookBack({ id: campaignId })).items).toHaveLength(1);
  });
});
