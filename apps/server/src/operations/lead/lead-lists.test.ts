import { afterAll, beforeAll, expect, it } from 'vitest';
import { code } from '../../sign-on/test-people.ts';
import { enter, everyNumber, finding, home, leadOffice, overheard } from './test-leads.ts';

let desk: Awaited<ReturnType<typeof leadOffice>>;
beforeAll(async () => {
  desk = await leadOffice();
});
afterAll(() => desk.one.close());

type Person = keyof typeof desk.people;
/** What each of them has before them. Restricted leads open for the county's lead, reviewer and the inspector. */
const sees: Readonly<Partial<Record<Person, readonly string[]>>> = {
  eastCase: ['E1', 'E2', 'T1', 'V1'],
  eastLead: ['E1', 'E2', 'T1', 'V1'],
  westLead: ['W1'],
  southLead: ['S1'],
  tekunLead: ['T1', 'V1'],
  county: ['E1', 'E2', 'T1', 'V1', 'W1'],
  countyLead: ['E1', 'E2', 'E3', 'T1', 'V1', 'W1'],
  reviewer: ['E1', 'E2', 'E3', 'T1', 'V1', 'W1'],
  otherCounty: ['S1'],
  inspector: ['E1', 'E2', 'E3', 'S1', 'T1', 'V1', 'W1'],
};

it.each(Object.entries(sees))(
  '%s is shown the leads of the own area and programmes, no others',
  async (who, ids) => {
    const { client } = desk.people[who as Person];
    const found = await client.lead.list();
    expect(found.items.map((m) => m.finding?.leadId).sort()).toEqual(ids);
    const cards = await client.lead.households();
    expect(cards.items.flatMap((c) => c.leads.map((l) => l.finding?.leadId)).sort()).toEqual(ids);
  },
);

it('F-C5 folds what was found to one card a household, with what it receives and may be missing', async () => {
  const { items } = await desk.people.county.client.lead.households();
  expect(items.map((c) => c.householdId)).toHaveLength(4);
  const card = items.find((c) => c.householdId === desk.homes.east);
  expect(card).toMatchObject({
    headName: '张*',
    severity: 'serious',
    openLeads: 2,
    amountFen: 124_000,
    receivesMonthlyFen: 62_000,
    mayBeMissing: 1,
  });
  expect(card?.leads.map((l) => l.finding?.summary.zh)).toEqual(
    expect.arrayContaining(['李*于2026-01-02死亡，次月起仍发放2个月。', '张*可能应享未享。']),
  );
  // Whoever may see the restricted one has it counted, nobody else.
  const whole = await desk.people.countyLead.client.lead.households({
    filter: ['household:' + desk.homes.east],
  });
  expect(whole.items).toMatchObject([{ openLeads: 3, amountFen: 248_000 }]);
  const village = items.find((c) => c.householdId === null);
  expect(village).toMatchObject({ headName: '一村', openLeads: 1 });
});

it('cuts a household to the leads that fit, and stands it where the first of these is due', async () => {
  const { client } = desk.people.county;
  const byRule = await client.lead.households({ filter: ['rule:OMI-01'] });
  expect(byRule.items.map((c) => c.householdId)).toEqual([desk.homes.east]);
  const serious = await client.lead.list({ filter: ['severity:serious'] });
  expect(serious.items.map((m) => m.finding?.leadId)).toEqual(['E1']);
  const west = await client.lead.households({ filter: ['town:339901002'] });
  expect(west.items.map((c) => c.householdId)).toEqual([desk.homes.west]);
  // Another area's town gives nothing, not a refusal.
  expect((await client.lead.list({ filter: ['town:339902001'] })).items).toEqual([]);
  expect((await client.lead.households({ filter: ['town:339902001'] })).items).toEqual([]);
});

it('shows names in full to whom the lead is assigned, and to nobody else', async () => {
  const { eastLead, eastCase, eastCase2 } = desk.people;
  const [mine] = (await eastLead.client.lead.list({ filter: ['rule:INC-01'] })).items.filter(
    (m) => m.finding?.leadId === 'E1',
  );
  await eastLead.client.matter.assign({
    ...{ matterId: desk.of('E1'), expectedVersion: mine?.version ?? 0, stepId: desk.one.office.newId() },
    accountId: eastCase.account.id,
  });
  const lineOf = async (who: Person) =>
    (await desk.people[who].client.lead.list()).items.find((m) => m.finding?.leadId === 'E1');
  expect(await lineOf('eastCase')).toMatchObject({ title: '李大山', finding: { subjectName: '李大山' } });
  expect(await lineOf('eastCase2')).toMatchObject({ title: '李*', finding: { subjectName: '李*' } });
  const cards = await eastCase.client.lead.households({ filter: ['assigned:me'] });
  expect(cards.items.map((c) => c.headName)).toEqual(['张秀兰']);
  expect((await eastCase2.client.lead.households({ filter: ['assigned:me'] })).items).toEqual([]);
});

it('F-U6 everybody has a queue of the own work, counted by state, with what is due, soon due and overdue', async () => {
  const { eastLead, eastCase2, county } = desk.people;
  const give = (id: string, dueOn: string) =>
    eastLead.client.matter.assign({
      ...{ matterId: desk.of(id), expectedVersion: 0, stepId: desk.one.office.newId(), dueOn },
      accountId: eastCase2.account.id,
    });
  await give('E2', '2026-11-25');
  await give('T1', '2026-11-23');
  const queue = () => eastCase2.client.lead.queue();
  const words = { workflow: 'lead', state: 'new', title: { zh: '新疑点', en: 'New' } };
  const now = await queue();
  expect(now.counts).toEqual([{ ...words, open: 2, overdue: 0, dueSoon: 2, nextDueOn: '2026-11-23' }]);
  expect(now.next.map((m) => [m.id, m.dueOn])).toEqual([
    [desk.of('T1'), '2026-11-23'],
    [desk.of('E2'), '2026-11-25'],
  ]);
  expect((await county.client.lead.queue()).counts).toEqual([]);
  desk.one.setClock('2026-11-24T09:00:00+08:00');
  expect((await queue()).counts).toMatchObject([{ open: 2, overdue: 1, dueSoon: 1 }]);
  desk.one.setClock('2026-11-21T09:00:00+08:00');
});

it('a filter holds codes and days only, so that no name or number gets into an address', async () => {
  const { client } = desk.people.county;
  for (const filter of [
    'rule:' + everyNumber([1])[0],
    'rule:zhang',
    'state:zhangsan',
    'severity:' + everyNumber([1])[2],
    'household:' + everyNumber([1])[0],
  ]) {
    await expect(client.lead.list({ filter: [filter] })).rejects.toEqual(code('API-101'));
    await expect(client.lead.households({ filter: [filter] })).rejects.toEqual(code('API-101'));
  }
});

it('pages are stable while leads come in, every household once, and hold no number', async () => {
  const homes: string[] = [];
  for (let i = 0; i < 12; i += 1)
    homes.push(await home(desk.one, 20 + i, { head: `冯${i}`, other: `冯小${i}`, region: '339901002001' }));
  const more = (n: number, i: number) =>
    finding(`P${n}-${i}`, 20 + i, {
      household_id: homes[i] ?? null,
      region: '339901002001',
      subject_name: `冯${i}`,
      rule: `INC-0${n}`,
    });
  await enter(desk.one, ...homes.flatMap((_, i) => [more(2, i), more(3, i), more(4, i)]));
  const { client, heard } = overheard(desk.one, desk.people.westLead);
  const seen: (string | null)[] = [];
  let cursor: string | undefined;
  for (let pages = 0; pages < 20; pages += 1) {
    const page = await client.lead.households({ limit: 5, ...(cursor === undefined ? {} : { cursor }) });
    expect(page.items.length).toBeLessThanOrEqual(5);
    seen.push(...page.items.map((c) => c.householdId));
    for (const card of page.items.filter((c) => c.headName.startsWith('冯')))
      expect(card.leads).toHaveLength(3);
    // Somebody enters more of a household that was shown already.
    const shown = page.items.map((c) => homes.indexOf(c.householdId ?? '')).find((i) => i >= 0);
    if (pages === 0) await enter(desk.one, more(5, shown ?? 0));
    cursor = page.next ?? undefined;
    if (cursor === undefined) break;
  }
  expect(new Set(seen)).toEqual(new Set([...homes, desk.homes.west]));
  const leads = await client.lead.list({ limit: 200 });
  expect(new Set(leads.items.map((m) => m.id)).size).toBe(12 * 3 + 2);
  const all = heard.join('\n') + desk.one.logLines.join('\n');
  for (const number of everyNumber([1, 2, 3, 4, ...homes.map((_, i) => 20 + i)]))
    expect(all).not.toContain(number);
});
