import { sql } from '@yangguang/store/sql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { code } from '../../sign-on/test-people.ts';
import { enter, everyNumber, finding, jump, leadOffice, overheard } from './test-leads.ts';

let desk: Awaited<ReturnType<typeof leadOffice>>;
beforeAll(async () => {
  desk = await leadOffice();
});
afterAll(() => desk.one.close());

type Person = keyof typeof desk.people;
const get = (who: Person, lead: string) => desk.people[who].client.lead.get({ matterId: desk.of(lead) });

it('shows why: rule, law, evidence with file and row, for and against, innocent explanations', async () => {
  const answer = await get('eastCase2', 'E1');
  expect(answer).toMatchObject({
    finding: { rule: 'INC-01', ruleTitle: { zh: '死亡人员继续领取' }, subjectName: '李*' },
    packVersion: '1',
    ruleHash: 'aaaa',
    isPackNewer: true,
    isUnconfirmed: false,
    isRestricted: false,
    facts: { died_on: '2026-01-02', months_paid: 2 },
  });
  expect(answer.match.for?.zh).toBe('号码有效且相同，姓名相符。');
  expect(answer.match.against?.en).toBe('The number may have been recorded wrongly.');
  expect(answer.page?.basis[0]).toMatchObject({ article: '第十三条', from: '2014-05-01' });
  expect(answer.page?.innocent.map((i) => i.zh)).toContain('经办人身份证误录为逝者');
  expect(answer.page?.columns['died_on']).toEqual({ zh: '死亡日期', en: 'date of death' });
  const [cremation, payment] = answer.evidence;
  expect(cremation).toMatchObject({ dataset: 'cremation', file: '火化名单.xlsx', sheet: '1月', row: '17' });
  expect(cremation?.fields).toEqual({
    name: '李*',
    id_number: `339901********${everyNumber([1])[1]?.slice(-4)}`,
    died_on: '2026-01-02',
    handler_name: '周*',
    phone: expect.stringMatching(/^139\*{4}\d{4}$/),
    cause: '***',
    address: '示范县东乡一村***',
    note: expect.stringMatching(/^联系人周\*139\*{4}\d{4}$/),
  });
  expect(payment?.fields).toMatchObject({
    amount_fen: 62_000,
    account_no: expect.stringMatching(/^\*+\d{4}$/),
  });
});

it('puts the household’s card where no roll was given, side by side with what it is compared with', async () => {
  const answer = await get('eastCase2', 'E1');
  expect(answer.evidence[2]).toMatchObject({ role: 'household', title: { zh: '户卡' }, file: '' });
  expect(answer.pairs[0]).toMatchObject({ left: 2, right: 0 });
  expect(answer.identity).toMatchObject({ tier: 'same', pair: 0 });
  const said = new Map(answer.pairs[0]?.fields.map((one) => [one.aspect, one]));
  expect(said.get('id')?.difference).toBe('same');
  expect(said.get('name')?.left?.value).toBe('李*');
  expect(said.get('address')).toMatchObject({ difference: 'same', left: { value: '示范县东乡一村***' } });
  expect(answer.found).toEqual([
    expect.objectContaining({
      label: { zh: '死亡日期', en: 'date of death' },
      value: '2026-01-02',
      kind: 'date',
    }),
    expect.objectContaining({ column: 'months_paid', value: '2', words: null }),
  ]);
  // The run itself is not of this office.
  expect(answer.foundBy).toBeNull();
});

it('whoever has it in hand sees names, and no number or illness', async () => {
  const { eastLead, eastCase, eastCase2 } = desk.people;
  await eastLead.client.matter.assign({
    ...{ matterId: desk.of('E1'), expectedVersion: 0, stepId: desk.one.office.newId() },
    accountId: eastCase.account.id,
  });
  const { client, heard } = overheard(desk.one, eastCase);
  const mine = await client.lead.get({ matterId: desk.of('E1') });
  expect(mine.finding?.summary.zh).toBe('李大山于2026-01-02死亡，次月起仍发放2个月。');
  expect(mine.evidence[0]?.fields).toMatchObject({ name: '李大山', handler_name: '周小川', cause: '***' });
  const other = overheard(desk.one, eastCase2);
  await other.client.lead.get({ matterId: desk.of('E1') });
  expect(other.heard.join()).not.toMatch(/李大山|周小川/);
  const all = [...heard, ...other.heard, ...desk.one.logLines].join('\n');
  expect(all).not.toContain('尿毒症');
  for (const number of everyNumber([1, 2, 3, 4, 101])) expect(all).not.toContain(number);
});

it.each(['westLead', 'southLead', 'tekunLead', 'otherCounty'] as const)(
  'for %s the lead is not there',
  async (who) => {
    await expect(get(who, 'E1')).rejects.toEqual(code('API-104'));
    const { client } = desk.people[who];
    const merged = {
      ...{ matterId: desk.of('E1'), into: desk.of('E2'), expectedVersion: 0, reason: '重复' },
      stepId: desk.one.office.newId(),
    };
    await expect(client.lead.merge(merged)).rejects.toEqual(code('API-104'));
  },
);

it('a restricted lead opens for those who decide, check or refer, and for no other', async () => {
  for (const who of ['countyLead', 'reviewer', 'inspector'] as const)
    expect(await get(who, 'E3')).toMatchObject({ isRestricted: true });
  for (const who of ['eastCase', 'eastLead', 'county', 'otherCounty'] as const) {
    await expect(get(who, 'E3')).rejects.toEqual(code('API-104'));
    await expect(desk.people[who].client.matter.get({ id: desk.of('E3') })).rejects.toEqual(code('API-104'));
  }
});

it('what is no lead is not shown as one, and who has no such right is told so', async () => {
  const task = desk.one.office.newId();
  await desk.people.county.client.matter.open({
    ...{ matterId: task, stepId: desk.one.office.newId(), workflow: 'task', region: '339901', title: '整改' },
    facts: { kind: 'inspection', problem: '台账不全' },
  });
  await expect(desk.people.county.client.lead.get({ matterId: task })).rejects.toEqual(code('API-104'));
  const aide = await desk.one.visitor('协理员', { role: 'villageAide', area: '339901001001' });
  await expect(aide.client.lead.list()).rejects.toEqual(code('API-103'));
  await expect(aide.client.lead.get({ matterId: desk.of('E1') })).rejects.toEqual(code('API-103'));
});

it('every look at a lead is on record with its place and household, and no word of what it says', async () => {
  await get('county', 'E2');
  const [line] = await desk.one.office.db.asOwner((tx) =>
    tx.rows<{ subject: object; kind: string; place: string; household_id: string }>(sql`
      select subject, kind, place, household_id from read_log where operation = 'lead.get' order by seq desc limit 1`),
  );
  expect(line).toEqual({
    kind: 'person',
    place: '339901001001',
    household_id: desk.homes.east,
    subject: { matter: desk.of('E2'), household: desk.homes.east, place: '339901001001' },
  });
});

it('merges a duplicate into an open lead of the same household, once, and deletes nothing', async () => {
  const { eastLead } = desk.people;
  const matters = await enter(
    desk.one,
    finding('M1', 1, { household_id: desk.homes.east, rule: 'INC-02' }),
    finding('M2', 1, { household_id: desk.homes.east, rule: 'INC-03' }),
  );
  const of = (id: string): string => matters.get(id) ?? '';
  const merge = (from: string, into: string, stepId = desk.one.office.newId()) =>
    eastLead.client.lead.merge({
      ...{ matterId: of(from), into, stepId, expectedVersion: 0, reason: '同一事实' },
    });
  await expect(merge('M1', of('T1'))).rejects.toEqual(code('LEAD-101'));
  await expect(merge('M1', of('M1'))).rejects.toEqual(code('MAT-106'));
  // Out of reach and not there at all are answered alike.
  await expect(merge('M1', of('W1'))).rejects.toEqual(code('LEAD-101'));
  await expect(merge('M1', desk.one.office.newId())).rejects.toEqual(code('LEAD-101'));
  // The step by its general name is held to the same, even where another open lead is linked.
  await eastLead.client.matter.link({
    ...{ matterId: of('M1'), to: of('M2'), stepId: desk.one.office.newId(), reason: '同户' },
  });
  await expect(
    eastLead.client.matter.act({
      ...{ matterId: of('M1'), expectedVersion: 1, stepId: desk.one.office.newId(), action: 'merge' },
      ...{ facts: { into: of('T1') }, reason: '同一事实' },
    }),
  ).rejects.toEqual(code('LEAD-101'));
  const stepId = desk.one.office.newId();
  const merged = await merge('M1', of('M2'), stepId);
  expect(merged).toMatchObject({ state: 'merged', matterId: of('M1') });
  expect(await merge('M1', of('M2'), stepId)).toEqual(merged);
  // What has been merged takes nothing in.
  await expect(merge('M2', of('M1'))).rejects.toEqual(code('LEAD-101'));
  const kept = await eastLead.client.lead.get({ matterId: of('M1') });
  expect(kept).toMatchObject({ state: 'merged', isEnded: true, facts: { months_paid: 2 } });
  expect((await eastLead.client.matter.get({ id: of('M2') })).links.map((l) => l.id)).toEqual([of('M1')]);
});

it('a lead that came back says what was found before', async () => {
  const { reviewer } = desk.people;
  const about = (diedOn: string) => ({
    household_id: desk.homes.west,
    region: '339901002001',
    rule: 'INC-07',
    private: { idNumber: everyNumber([2])[0] ?? '', facts: { died_on: diedOn } },
  });
  await enter(desk.one, finding('B1', 2, about('2026-01-02')));
  await jump(desk.one, reviewer.account.id, 'B1', 'clear', { innocentCause: 'dataWrong' });
  const matters = await enter(
    desk.one,
    finding('B1', 2, { ...about('2026-01-02'), run_id: desk.one.office.newId() }),
    finding('B2', 2, { ...about('2026-02-02'), run_id: desk.one.office.newId() }),
  );
  const back = await reviewer.client.lead.get({ matterId: matters.get('B2') ?? '' });
  expect(back.earlier).toMatchObject([
    { leadId: 'B1', verdict: 'dataWrong', state: 'cleared', hasSameFacts: false },
  ]);
});

it('counts what became of what a rule found, by rule and by version, in the own reach', async () => {
  const { reviewer, county, westLead, otherCounty } = desk.people;
  const made = (id: string, ruleHash: string, region = '339901001001') =>
    finding(id, 1, {
      ...{ rule: 'STD-01', family: 'STD', rule_hash: ruleHash, region, amount_fen: 10_000n },
      private: { idNumber: everyNumber([1])[0] ?? '', facts: { id } },
      facts: { rule: 'STD-01', family: 'STD', identity: 'same' },
    });
  const first = Array.from({ length: 12 }, (_, i) => made(`R${String(i).padStart(2, '0')}`, 'v1'));
  await enter(desk.one, ...first, made('R20', 'v2'), made('R21', 'v2', '339902001001'));
  const how = async (id: string, action: string, facts = {}) =>
    jump(desk.one, reviewer.account.id, id, action, facts);
  for (const id of ['R00', 'R01', 'R02', 'R03', 'R04', 'R05', 'R06', 'R08']) await how(id, 'dispatch');
  for (const id of ['R00', 'R01', 'R02', 'R03']) await how(id, 'confirm');
  await how('R03', 'closeWithoutAction');
  await how('R04', 'confirmPartly');
  await how('R05', 'clear', { innocentCause: 'withinLimit' });
  await how('R05', 'closeCleared');
  await how('R06', 'clear', { innocentCause: 'otherPerson' });
  await how('R07', 'dismissData');
  await how('R08', 'clear', { innocentCause: 'exempt' });
  await how('R08', 'reopen');
  await how('R09', 'dispatch');
  await how('R07', 'closeCleared');
  await how('R20', 'clear', { innocentCause: 'reported' });
  await how('R21', 'confirm');
  const { items } = await county.client.lead.precision({ filter: ['rule:STD-01'] });
  expect(items).toHaveLength(1);
  const [rule] = items;
  const v1 = rule?.versions.find((v) => v.ruleHash === 'v1');
  expect(v1).toMatchObject({
    ...{ found: 12, checked: 8, confirmed: 4, partly: 1, innocent: 1, dataWrong: 1, identityWrong: 1 },
    // All but the one dismissed at the desk and those nobody has looked at.
    dispatched: 9,
    confirmedFen: 50_000,
  });
  // Wilson, 5 of 8: 0.3057 to 0.8632.
  expect(v1?.precision?.rate).toBeCloseTo(0.625, 6);
  expect(v1?.precision?.low).toBeCloseTo(0.3057, 4);
  expect(v1?.precision?.high).toBeCloseTo(0.8632, 4);
  expect(rule).toMatchObject({ found: 13, checked: 9, innocent: 2, confirmed: 4 });
  // The other county's confirmed one is in its own record alone.
  expect((await otherCounty.client.lead.precision({ filter: ['rule:STD-01'] })).items).toMatchObject([
    { found: 1, confirmed: 1, precision: { rate: 1 } },
  ]);
  expect((await westLead.client.lead.precision({ filter: ['rule:STD-01'] })).items).toEqual([]);
  const kin = (who: Person) => desk.people[who].client.lead.precision({ filter: ['rule:KIN-01'] });
  expect((await kin('county')).items).toEqual([]);
  expect((await kin('countyLead')).items).toMatchObject([{ found: 1, checked: 0, precision: null }]);
});
