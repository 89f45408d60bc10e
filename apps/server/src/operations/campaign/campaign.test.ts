import { isWorkingDay } from '@yangguang/domain/words/calendar';
import { sql } from '@yangguang/store/sql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestOffice, testOffice, type TestVisitor } from '../../test-office.ts';

type Signed = TestVisitor & { readonly account: { readonly id: string } };

let one: TestOffice;
let lead: Signed;
let clerk: Signed;
let town: Signed;
let other: Signed;

beforeAll(async () => {
  one = await testOffice({ at: '2026-06-01T09:00:00+08:00' });
  lead = await one.visitor('局长', { role: 'countyLead', area: '339901' });
  clerk = await one.visitor('经办', { role: 'countyCaseworker', area: '339901' });
  town = await one.visitor('东乡', { role: 'townLead', area: '339901001' });
  other = await one.visitor('乙县', { role: 'countyLead', area: '339902' });
});
afterAll(() => one.close());

const id = () => one.office.newId();
const code = (value: string) => expect.objectContaining({ code: value });

async function create(who: Signed, template: string, region = '339901', year = 2026) {
  const input = { stepId: id(), campaignId: id(), template, year, region };
  return { input, made: await who.client.campaign.create(input) };
}

/** Matters as another part of the product leaves them; the numbers are only read from them. */
async function addMatter(
  campaign: string,
  workflow: string,
  state: string,
  more: { kind?: string; facts?: object; ended?: boolean; verdict?: string } = {},
): Promise<string> {
  const matter = id();
  await one.office.db.asOwner(async (tx) => {
    await tx.run(sql`insert into matter (id, workflow, kind, campaign_id, region, title, state, is_ended, facts, opened_at,
        changed_at)
      values (${matter}, ${workflow}, ${more.kind ?? null}, ${campaign}, '339901001001', '张三', ${state},
        ${more.ended ?? false}, ${JSON.stringify(more.facts ?? {})}::jsonb, now(), now())`);
    if (more.verdict !== undefined)
      await tx.run(sql`insert into step (seq, id, matter_id, step_no, action, to_state, role, area, at, recorded_at, facts,
          evidence, request_hash, prev_hash, hash)
        select coalesce(max(seq), 0) + 100000, ${id()}, ${matter}, 1, ${more.verdict}, ${state}, 'countyLead', '339901',
          now(), now(), '{}', '[]', '', '', '' from step`);
  });
  return matter;
}

it('F-A5: five notices with their phases in the year asked for', async () => {
  const { items } = await clerk.client.campaign.templates({ year: 2027 });
  expect(items.map((item) => item.id)).toHaveLength(5);
  const linyi = items.find((item) => item.id === 's1-linyi-2018');
  expect(linyi?.phases.map(({ state, fromOn, untilOn }) => [state, fromOn, untilOn])).toEqual([
    ['mobilising', '2027-06-14', '2027-06-30'],
    ['selfCheck', '2027-06-14', '2027-07-31'],
    ['inspecting', '2027-07-01', '2027-07-31'],
    ['summarising', '2027-08-01', '2027-08-31'],
  ]);
  expect(linyi?.sampleShare).toBe('sample.share');
});

describe('a campaign from a template', () => {
  it.each([
    ['s1-linyi-2018', 2026],
    ['s2-shanxi-2021', 2026],
    // It runs to the Spring Festival of the year after.
    ['s3-binhai-2018', 2025],
    ['s4-shandong-2020', 2026],
    ['s5-qinglong-2022', 2026],
  ] as const)(
    '%s in %i opens a task for every item and unit, due on a working day',
    async (template, year) => {
      const { made } = await create(lead, template, '339901', year);
      const tasks = await one.office.db.asOwner((tx) =>
        tx.rows<{ region: string; area: string; due: string; clause: string }>(sql`
          select region, assigned_area as area, facts ->> 'dueOn' as due, facts ->> 'clause' as clause from matter
          where campaign_id = ${made.campaignId} and workflow = 'task'`),
      );
      expect(tasks).toHaveLength(made.tasks);
      expect(tasks.every((t) => t.area === t.region)).toBe(true);
      expect(new Set(tasks.map((t) => t.region))).toEqual(new Set(['339901', '339901001', '339901002']));
      for (const { due } of tasks) expect(isWorkingDay(one.office.policy.calendar, due), due).toBe(true);
      const whole = await lead.client.campaign.get({ id: made.campaignId });
      expect(whole.counts.find((c) => c.line === 'tasks')?.count).toBe(made.tasks);
      expect(whole).toMatchObject({ state: 'draft', reconciles: true });
    },
  );

  it('keeps the share in force and the rest of the plan, and names the group', async () => {
    const leadingGroup = [{ duty: 'leader' as const, name: '王芳', post: '县长' }];
    const campaignId = id();
    const input = {
      stepId: id(),
      campaignId,
      template: 's1-linyi-2018',
      year: 2026,
      region: '339901',
      leadingGroup,
    };
    const made = await clerk.client.campaign.create(input);
    expect(await clerk.client.campaign.create(input)).toEqual(made);
    const got = await clerk.client.campaign.get({ id: campaignId });
    expect(got.settings).toMatchObject({
      leadingGroup,
      sampling: { parameter: 'sample.share', share: 0.3 },
      families: ['IDQ', 'INC', 'OMI', 'KIN', 'HHS', 'PAY'],
      photos: false,
      position: false,
    });
    // 2026-08-15 is a Saturday.
    expect(got.settings.reports).toEqual([expect.objectContaining({ dueOn: '2026-08-14' })]);
    expect(got).toMatchObject({ fromOn: '2026-06-14', endOn: '2026-08-31' });
    await expect(clerk.client.campaign.create({ ...input, title: '另一个' })).rejects.toEqual(
      code('MAT-101'),
    );
    await expect(clerk.client.campaign.create({ ...input, stepId: id() })).rejects.toEqual(code('CAM-106'));
  });

  it('is created in one’s own area only, from what is there', async () => {
    await expect(create(lead, 'no-such-template')).rejects.toEqual(code('CAM-101'));
    await expect(create(lead, 's1-linyi-2018', '339902')).rejects.toEqual(code('API-104'));
    await expect(create(lead, 's1-linyi-2018', '339901999')).rejects.toEqual(code('CAM-102'));
    await expect(create(lead, 's3-binhai-2018', '339901', 2099)).rejects.toEqual(code('CAM-103'));
    await expect(create(town, 's1-linyi-2018', '339901001')).rejects.toEqual(code('API-103'));
  });

  it('is seen by the towns it is addressed to, and by no other county', async () => {
    const { made } = await create(lead, 's1-linyi-2018');
    const seen = await town.client.campaign.get({ id: made.campaignId });
    // The town counts its own tasks, not those of the county and of the other town.
    const tasks = seen.counts.find((c) => c.line === 'tasks')?.count ?? 0;
    expect(tasks).toBeGreaterThan(0);
    expect(tasks).toBeLessThan(made.tasks);
    expect(seen.state).toBe('draft');
    await expect(other.client.campaign.get({ id: made.campaignId })).rejects.toEqual(code('API-104'));
    expect((await other.client.campaign.list()).items).toEqual([]);
    expect((await town.client.campaign.list({ limit: 1 })).items).toHaveLength(1);
  });
});

describe('numbers', () => {
  it('are counted from the cases, add up, and open as many cases as they say', async () => {
    const { made } = await create(lead, 's1-linyi-2018');
    const c = made.campaignId;
    for (const state of ['new', 'triaged', 'toVerify', 'verifying', 'awaitingParty', 'escalated'])
      await addMatter(c, 'lead', state);
    await addMatter(c, 'lead', 'confirmed', { verdict: 'confirm' });
    await addMatter(c, 'lead', 'actioned', { verdict: 'confirmPartly' });
    await addMatter(c, 'lead', 'closed', { verdict: 'clear', ended: true });
    await addMatter(c, 'lead', 'closed', { ended: true });
    await addMatter(c, 'lead', 'merged', { ended: true });
    await addMatter(c, 'decision', 'archived', {
      kind: 'add',
      facts: { cause: 'activeDiscovery' },
      ended: true,
    });
    await addMatter(c, 'decision', 'effective', { kind: 'add', facts: { cause: 'lead' } });
    await addMatter(c, 'decision', 'effective', { kind: 'add', facts: { cause: 'application' } });
    await addMatter(c, 'decision', 'effective', {
      kind: 'stop',
      facts: { cause: 'voluntaryExit', isComplaint: true },
    });
    await addMatter(c, 'decision', 'effective', {
      kind: 'stop',
      facts: { cause: 'lead', isComplaint: true },
    });
    await addMatter(c, 'decision', 'effective', {
      kind: 'stop',
      facts: { cause: 'lead', isComplaint: false },
    });
    await addMatter(c, 'decision', 'drafted', { kind: 'stop', facts: { cause: 'lead' } });
    const whole = await lead.client.campaign.get({ id: c });
    const counts = Object.fromEntries(whole.counts.map(({ line, count }) => [line, count]));
    expect(counts).toMatchObject({
      leads: 11,
      'leads.waiting': 2,
      'leads.dispatched': 7,
      'leads.open': 4,
      'leads.verified': 3,
      'leads.confirmed': 1,
      'leads.partlyConfirmed': 1,
      'leads.cleared': 1,
      'leads.setAside': 2,
      'decisions.new': 3,
      'decisions.newFound': 2,
      'decisions.newOther': 1,
      'decisions.exits': 3,
      'decisions.exitsVoluntary': 1,
      'decisions.exitsReported': 1,
      'decisions.exitsChecked': 1,
    });
    expect(whole.reconciles).toBe(true);
    for (const { line, count } of whole.counts) {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const found = await lead.client.campaign.cases({ id: c, line, limit: 7, ...(cursor && { cursor }) });
        seen.push(...found.items.map((item) => item.id));
        cursor = found.next ?? undefined;
      } while (cursor !== undefined);
      expect(new Set(seen).size, line).toBe(count);
    }
    await expect(lead.client.campaign.cases({ id: c, line: 'leads.x' })).rejects.toEqual(code('CAM-105'));
  });

  it('do not reconcile when a case is in a state that no line knows', async () => {
    const { made } = await create(lead, 's1-linyi-2018');
    await addMatter(made.campaignId, 'lead', 'unheardOf');
    const whole = await lead.client.campaign.get({ id: made.campaignId });
    expect(whole.reconciles).toBe(false);
    expect(whole.guards['countsReconcile']).toBe('false');
  });
});

describe('the phases', () => {
  it('wait for what the records say, are extended with a document, and end with a look-back list', async () => {
    const { made } = await create(lead, 's1-linyi-2018');
    const { campaignId, matterId } = made;
    const paper = async (kind: string): Promise<string> => {
      const added = await lead.client.evidence.register({
        ...{ matterId, stepId: id(), title: '文件', paperNo: `纸-${kind}` },
        kind: kind as 'officialDocument',
      });
      return added.id;
    };
    const version = async (): Promise<number> => (await lead.client.campaign.get({ id: campaignId })).version;
    const act = async (action: string, kinds: string[], facts: Record<string, string> = {}) =>
      lead.client.matter.act({
        ...{ matterId, stepId: id(), action, facts, expectedVersion: await version() },
        evidence: await Promise.all(kinds.map(paper)),
      });
    await act('issue', ['officialDocument'], {
      documentNo: '甲政办字〔2026〕1号',
      issuedOn: '2026-06-01',
      leadingGroup: '组长：王芳',
    });
    await act('mobilise', ['meetingMinutes', 'hotlineProof', 'publishedText']);
    const got = await town.client.campaign.get({ id: campaignId });
    expect(got).toMatchObject({ state: 'mobilising', documentNo: '甲政办字〔2026〕1号' });
    // Of the 21 weekdays from 2 June, the Dragon Boat Festival is one.
    expect(got.phases.find((p) => p.isCurrent)).toMatchObject({ untilOn: '2026-06-30', workingDaysLeft: 20 });
    await expect(act('startSelfCheck', ['baselineSigned'])).rejects.toEqual(code('WF-108'));
    await one.office.db.asOwner((tx) =>
      tx.run(sql`insert into import_batch (id, region, campaign_id, title, state, request_hash, opened_by, opened_at)
        values (${id()}, '339901', ${campaignId}, '底册', 'done', '', ${lead.account.id}, now())`),
    );
    await act('startSelfCheck', ['baselineSigned']);

    const longer = {
      ...{ campaignId, stepId: id(), expectedVersion: await version(), reason: '汛期入户困难' },
      until: { workingDays: 3 },
    };
    await expect(lead.client.campaign.extend(longer)).rejects.toEqual(code('WF-104'));
    const evidence = [await paper('officialDocument')];
    const back = { ...longer, evidence, until: { on: '2026-07-30' } };
    await expect(lead.client.campaign.extend(back)).rejects.toEqual(code('CAM-104'));
    await expect(town.client.matter.get({ id: matterId })).rejects.toEqual(code('API-104'));
    const sent = { ...longer, evidence, expectedVersion: await version() };
    const taken = await lead.client.campaign.extend(sent);
    expect(await lead.client.campaign.extend(sent)).toEqual(taken);
    const extended = await lead.client.campaign.get({ id: campaignId });
    // Friday 2026-07-31, and three working days more.
    expect(extended.phases.find((p) => p.isCurrent)).toMatchObject({
      state: 'selfCheck',
      untilOn: '2026-08-05',
    });
    expect(extended.endOn).toBe('2026-08-31');
    expect(extended.guards).toMatchObject({ sampleShareMet: 'false', openItemsCarried: 'false' });

    const { tasks } = made;
    expect(await lead.client.campaign.carryOver({ id: campaignId })).toEqual({ added: tasks, onList: tasks });
    expect(await lead.client.campaign.carryOver({ id: campaignId })).toEqual({ added: 0, onList: tasks });
    await expect(other.client.campaign.carryOver({ id: campaignId })).rejects.toEqual(code('API-104'));
    const carried = await lead.client.campaign.get({ id: campaignId });
    expect(carried).toMatchObject({ carriedOver: tasks, guards: { openItemsCarried: 'true' } });
  });

  it('serious leads that nobody has gone to see hold the next phase up', async () => {
    const [{ made }, household] = [await create(lead, 's1-linyi-2018'), id()];
    const guards = async () => (await lead.client.campaign.get({ id: made.campaignId })).guards;
    await one.office.db.asOwner((tx) =>
      tx.run(sql`insert into household (id, region, programme, head_name, updated_at)
        values (${household}, '339901001001', 'dibao_rural', '张三', now())`),
    );
    const serious = await addMatter(made.campaignId, 'lead', 'verifying');
    const visit = await addMatter(made.campaignId, 'verification', 'scheduled');
    await one.office.db.asOwner((tx) =>
      tx.run(
        sql`update matter set household_id = ${household}, severity = 'serious' where id in (${serious}, ${visit})`,
      ),
    );
    expect(await guards()).toMatchObject({ seriousUnvisited: '1', sampleShareMet: 'false' });
    await one.office.db.asOwner((tx) => tx.run(sql`update matter set state = 'visited' where id = ${visit}`));
    expect(await guards()).toMatchObject({ seriousUnvisited: '0' });
  });
});
