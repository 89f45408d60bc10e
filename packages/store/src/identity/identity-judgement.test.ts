import { checkDigit } from '@yangguang/domain/words/id-check';
import type { Faces } from '@yangguang/domain/identity/face';
import { lead as leadWorkflow } from '@yangguang/domain/workflows/lead';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { everywhere, type Reach } from '../database.ts';
import type { Room } from '../journal/room.ts';
import { takeStep } from '../journal/take-step.ts';
import { county, firstHand, furnish, otherTown, testId, testRoom, town } from '../journal/test-room.ts';
import { enterLeads, type NewLead } from '../lead/enter-leads.ts';
import { sql } from '../sql.ts';
import { type TestDatabase, testDatabase } from '../test-database.ts';
import { addJudgements, type NewJudgement } from './add-judgement.ts';
import { judgementsInArea, judgementsOfHousehold, judgementsOfPair } from './read-judgements.ts';

let test: TestDatabase;
const base = testRoom();
const room: Room = { ...base, workflows: { ...base.workflows, lead: leadWorkflow } };
const { vault } = room;
const at = new Date('2026-11-20T02:00:00Z');
const matters = new Map<string, string>();
const here: Reach = { scopes: [{ area: town, programmes: null }] };

/** A number nobody has: of a county that does not exist. */
function number(serial: string): string {
  const first = `33990119600707${serial}`;
  return `${first}${checkDigit(first)}`;
}

function facesOf(serial: string, rightId: string | null = null): Faces {
  const empty = { birth_on: null, town: null, village: null };
  return {
    left: { ...empty, name: '张玮珍', id: number(serial), town: '东乡' },
    right: { ...empty, name: '张伟珍', id: rightId, birth_on: `1960-07-${serial.slice(1)}` },
  };
}

const found = (id: string, serial: string, more: Partial<NewLead> = {}): NewLead => ({
  ...{ id, household_id: testId(200), run_id: testId(9), rule: 'INC-01', family: 'INC' },
  ...{ severity: 'suspect', identity_tier: 'likely', grade: 'lead', subject_kind: 'person' },
  ...{ subject_name: '张玮珍', period: null, summary_zh: '', summary_en: '', is_restricted: false },
  ...{ region: town, programme: 'dibao_rural', amount_fen: null, pack_version: '1', rule_hash: 'h' },
  private: { subjectKey: id, match: { for: null, against: null, faces: facesOf(serial) } },
  campaignId: null,
  facts: { identity: 'likely' },
  ...more,
});

beforeAll(async () => {
  test = await testDatabase();
  await furnish(test.db);
  await test.db.asOwner(async (tx) => {
    const leads = [
      found('L1', '101'),
      found('L2', '102'),
      found('L3', '103', { is_restricted: true, rule: 'KIN-01' }),
      found('L4', '104', { region: otherTown, household_id: testId(201) }),
      found('L5', '105', { private: { subjectKey: 'L5' } }),
      found('L6', '106', {
        private: { match: { for: null, against: null, faces: facesOf('106', number('606')) } },
      }),
    ];
    await enterLeads(tx, room, leads, at);
    for (const row of await tx.rows<{ id: string; matter_id: string }>(sql`select id, matter_id from lead`))
      matters.set(row.id, row.matter_id);
  });
});
afterAll(() => test.close());

function judgement(
  n: number,
  leadId: string,
  serial: string,
  more: Partial<NewJudgement> = {},
): NewJudgement {
  return {
    ...{ id: testId(n), region: town, programme: 'dibao_rural', faces: facesOf(serial), verdict: 'not_same' },
    ...{ why: '户口簿上是另一个人', source: 'lead', leadId, stepId: null, by: null },
    ...{ judgedAt: at, recordedBy: testId(1) },
    ...more,
  };
}
const add = (one: NewJudgement, reach: Reach = everywhere, when = at) =>
  test.db.within(reach, (tx) => addJudgements(tx, vault, [one], when));
const ofPair = (serial: string, reach: Reach = everywhere) =>
  test.db.within(reach, (tx) => judgementsOfPair(tx, reach, vault, facesOf(serial)));

it('keeps every judgement of a pair with who, when and why; the later one counts', async () => {
  expect(await add(judgement(1001, 'L1', '101'))).toBe(1);
  const later = new Date(at.getTime() + 60_000);
  const more = { verdict: 'same' as const, why: '看过身份证原件', judgedAt: later, recordedBy: testId(2) };
  await add(judgement(1002, 'L1', '101', more), everywhere, later);
  const all = await ofPair('101');
  expect(all.map(({ verdict, by, why, source }) => [verdict, by, why, source])).toEqual([
    ['same', '李强', '看过身份证原件', 'lead'],
    ['not_same', '王芳', '户口簿上是另一个人', 'lead'],
  ]);
  const inForce = await test.db.within(everywhere, (tx) =>
    judgementsInArea(tx, everywhere, vault, county, later),
  );
  expect(inForce.map(({ id }) => id)).toEqual([testId(1002)]);
  // An earlier run, started over, finds what it found.
  const before = await test.db.within(everywhere, (tx) =>
    judgementsInArea(tx, everywhere, vault, county, at),
  );
  expect(before.map(({ id }) => id)).toEqual([testId(1001)]);
});

it('holds neither names nor numbers nor reasons in the clear, and finds the pair from either side', async () => {
  const rows = await test.db.asOwner((tx) =>
    tx.rows(sql`select to_jsonb(x) - 'private' - 'pair_hash' as row, encode(private, 'escape') as sealed
      from identity_judgement x`),
  );
  const text = JSON.stringify(rows);
  for (const hidden of ['张玮珍', number('101'), '户口簿', '身份证原件']) expect(text).not.toContain(hidden);
  const { left, right } = facesOf('101');
  const turned = { left: right, right: left };
  expect(await test.db.asOwner((tx) => judgementsOfPair(tx, everywhere, vault, turned))).toHaveLength(2);
});

it('sent again changes nothing; with another content it is refused', async () => {
  expect(await add(judgement(1001, 'L1', '101'))).toBe(0);
  await expect(add(judgement(1001, 'L1', '101', { verdict: 'unsure' }))).rejects.toMatchObject({
    code: 'JDG-103',
  });
  await expect(add(judgement(1001, 'L1', '101', { why: '别的理由' }))).rejects.toMatchObject({
    code: 'JDG-103',
  });
});

it('refuses to make one person of two valid numbers, and numbers in the reason', async () => {
  const faces = facesOf('106', number('606'));
  const two = judgement(1010, 'L6', '106', { faces, verdict: 'same' });
  await expect(add(two)).rejects.toMatchObject({ code: 'JDG-101' });
  await expect(add({ ...two, verdict: 'unsure', why: `号码${number('606')}` })).rejects.toMatchObject({
    code: 'MAT-103',
  });
  expect(await add({ ...two, verdict: 'unsure' })).toBe(1);
  // Nor by way of a mention without a number, which is one person with another number already.
  const also = { left: facesOf('109').left, right: facesOf('101').right };
  await expect(add(judgement(1011, 'L1', '101', { faces: also, verdict: 'same' }))).rejects.toMatchObject({
    code: 'JDG-101',
  });
});

it('is cut by area, programme and compartment, by the statement and by the database', async () => {
  await add(judgement(1020, 'L3', '103'));
  await add(judgement(1021, 'L4', '104', { region: otherTown }));
  const open: Reach = { ...here, restricted: true };
  for (const work of [
    test.db.within.bind(test.db),
    (_: Reach, run: never) => test.db.asOwner(run),
  ] as const) {
    const see = (serial: string, reach: Reach): Promise<number> =>
      work(reach, ((tx: never) => judgementsOfPair(tx, reach, vault, facesOf(serial))) as never).then(
        (rows) => (rows as readonly unknown[]).length,
      );
    expect([await see('101', here), await see('103', here), await see('104', here)]).toEqual([2, 0, 0]);
    expect([await see('103', open), await see('104', open)]).toEqual([1, 0]);
    expect(await see('101', { scopes: [{ area: town, programmes: ['tekun'] }] })).toBe(0);
  }
  const household = await test.db.within(here, (tx) => judgementsOfHousehold(tx, here, vault, testId(200)));
  expect(household.map(({ lead_id: lead }) => lead).sort()).toEqual(['L1', 'L1', 'L6']);
  await expect(add(judgement(1022, 'L4', '104', { region: otherTown }), here)).rejects.toMatchObject({
    code: '42501',
  });
  await expect(add(judgement(1023, 'L3', '103'), here)).rejects.toMatchObject({ code: '42501' });
});

it('cannot be changed, removed or emptied, by the server or the owner', async () => {
  for (const statement of [
    sql`update identity_judgement set verdict = 'same'`,
    sql`update identity_judgement set private = null`,
    sql`update identity_judgement set key_version = 9`,
    sql`delete from identity_judgement`,
  ])
    await expect(test.db.within(everywhere, (tx) => tx.run(statement))).rejects.toMatchObject({
      code: '42501',
    });
  for (const statement of [
    sql`update identity_judgement set verdict = 'same' where verdict <> 'same'`,
    sql`update identity_judgement set judged_at = now()`,
    sql`update identity_judgement set private = null`,
    sql`update identity_judgement set pair_hash = 'x'`,
    sql`delete from identity_judgement`,
    sql`truncate identity_judgement`,
  ])
    await expect(test.db.asOwner((tx) => tx.run(statement))).rejects.toMatchObject({ code: 'YG001' });
});

const step = (leadId: string, n: number, action: string, more: object = {}) =>
  test.db.within(everywhere, async (tx) => {
    const matterId = matters.get(leadId) ?? '';
    const row = await tx.get<{ version: number }>(sql`select version from matter where id = ${matterId}`);
    return takeStep(tx, room, everywhere, {
      ...{ stepId: testId(n), matterId, action, expectedVersion: row.version, facts: {}, reason: null },
      ...{ evidence: [], doneAt: null, hands: [firstHand] },
      ...more,
    });
  });

/** A paper on the matter, for steps that need one. */
async function paper(leadId: string, n: number, kind: string): Promise<string> {
  const { addEvidence } = await import('../evidence/evidence.ts');
  const request = {
    stepId: testId(n),
    matterId: matters.get(leadId) ?? '',
    expectedVersion: null,
    reason: null,
  };
  await test.db.asOwner((tx) =>
    addEvidence(
      tx,
      room,
      everywhere,
      { ...request, hands: [firstHand] },
      {
        ...{ id: testId(n + 1), kind, title: '记录', paperNo: '7', file: null },
      },
    ),
  );
  return testId(n + 1);
}

it('a checked identity and a lead closed as another person are judgements, in the same transaction', async () => {
  await step('L2', 2001, 'triage');
  const record = await paper('L2', 2010, 'verificationRecord');
  await step('L2', 2002, 'confirmIdentity', { facts: { identity: 'same' }, evidence: [record] });
  expect(await ofPair('102')).toMatchObject([
    { id: testId(2002), verdict: 'same', source: 'step', why: null, by: '王芳', lead_id: 'L2' },
  ]);
  await step('L2', 2003, 'confirmIdentity', { facts: { identity: 'number_only' }, evidence: [record] });
  const fix = await paper('L2', 2020, 'dataFix');
  await step('L2', 2004, 'dismissIdentity', { reason: '入户核对，是同村另一人', evidence: [fix] });
  expect((await ofPair('102')).map(({ verdict, why }) => [verdict, why])).toEqual([
    ['not_same', '入户核对，是同村另一人'],
    ['same', null],
  ]);
  // Sent again, there is still one.
  await step('L2', 2004, 'dismissIdentity', { reason: '入户核对，是同村另一人', evidence: [fix] });
  expect(await ofPair('102')).toHaveLength(2);
});

it('a step stands by itself where there are no two mentions, or two valid numbers', async () => {
  for (const [leadId, n] of [
    ['L5', 2100],
    ['L6', 2200],
  ] as const) {
    await step(leadId, n, 'triage');
    const record = await paper(leadId, n + 10, 'verificationRecord');
    await step(leadId, n + 1, 'confirmIdentity', { facts: { identity: 'same' }, evidence: [record] });
    const judged = await test.db.asOwner((tx) =>
      tx.rows(sql`select 1 from identity_judgement where lead_id = ${leadId} and source = 'step'`),
    );
    expect(judged).toEqual([]);
  }
});
