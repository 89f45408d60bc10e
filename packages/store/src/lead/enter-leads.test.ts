import { checkDigit } from '@yangguang/domain/words/id-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { lead as leadWorkflow } from '@yangguang/domain/workflows/lead';
import { verify } from '../audit/verify.ts';
import { everywhere } from '../database.ts';
import { canonicalJson } from '../journal/canonical-json.ts';
import type { Room } from '../journal/room.ts';
import { furnish, testId, testRoom, town } from '../journal/test-room.ts';
import { findMatter } from '../matter/lock-matter.ts';
import { sql } from '../sql.ts';
import { type TestDatabase, testDatabase } from '../test-database.ts';
import { enterLeads, type NewLead } from './enter-leads.ts';
import type { LeadRow } from './lead-row.ts';
import { jump as jumpTo } from './test-jump.ts';

let test: TestDatabase;
const room: Room = { ...testRoom(), workflows: { lead: leadWorkflow } };
const at = new Date('2026-11-20T02:00:00Z');
const number = (i: number): string => {
  const front = ['371302', '19540607', String(i).padStart(3, '0')].join('');
  return `${front}${checkDigit(front)}`;
};

beforeAll(async () => {
  test = await testDatabase();
  await furnish(test.db);
});
afterAll(() => test.close());

const found = (id: string, person: number, diedOn: string, more: Partial<NewLead> = {}): NewLead => ({
  id,
  household_id: testId(200),
  run_id: testId(901),
  rule: 'INC-01',
  family: 'INC',
  severity: 'suspect',
  identity_tier: 'same',
  grade: 'lead',
  subject_kind: 'person',
  subject_name: '张三',
  period: '2026-01–2026-03',
  summary_zh: '张三去世后仍领取',
  summary_en: '张三 was paid after death',
  is_restricted: false,
  private: { idNumber: number(person), facts: { died_on: diedOn } },
  region: town,
  programme: 'dibao_rural',
  amount_fen: 50_000n,
  pack_version: '1',
  rule_hash: 'h',
  campaignId: null,
  facts: {},
  ...more,
});
const enter = (run: number, ...leads: NewLead[]) =>
  test.db.asOwner((tx) =>
    enterLeads(
      tx,
      room,
      leads.map((lead) => ({ ...lead, run_id: testId(run) })),
      at,
    ),
  );
const rows = (): Promise<LeadRow[]> => test.db.asOwner((tx) => tx.rows(sql`select * from lead order by id`));
const rowOf = async (id: string): Promise<LeadRow> => {
  const row = (await rows()).find((one) => one.id === id);
  if (row === undefined) throw new Error(`no lead ${id}`);
  return row;
};
const nothing = { entered: 0, known: 0, quiet: 0, returned: 0, woken: 0 };

const jump = (id: string, action: string, facts: Record<string, string> = {}): Promise<void> =>
  jumpTo({ db: test.db, room, accountId: testId(1) }, id, action, facts);

it('entering the findings of the same run twice enters nothing twice', async () => {
  const run = [found('L01', 1, '2026-01-02'), found('L02', 2, '2026-01-03')];
  expect(await enter(901, ...run)).toEqual({ ...nothing, entered: 2 });
  expect(await enter(901, ...run, ...run)).toEqual({ ...nothing, known: 2 });
  expect((await rows()).map((r) => r.id)).toEqual(['L01', 'L02']);
  const { n } = await test.db.asOwner((tx) =>
    tx.get<{ n: bigint }>(sql`select count(*) as n from matter where workflow = 'lead'`),
  );
  expect(n).toBe(2n);
});

it('a later run notes that it found them again, and that a period has only grown', async () => {
  expect(await enter(902, found('L01', 1, '2026-01-02'))).toEqual({ ...nothing, known: 1 });
  expect(await rowOf('L01')).toMatchObject({ run_id: testId(901), last_run_id: testId(902) });
  expect((await rowOf('L02')).last_run_id).toBe(testId(901));
  const longer = found('L02b', 2, '2026-01-03', { period: '2026-01–2026-04' });
  expect(await enter(902, longer)).toEqual({ ...nothing, known: 1 });
  expect(await enter(902, longer)).toEqual({ ...nothing, known: 1 });
  expect((await rowOf('L02')).last_run_id).toBe(testId(902));
});

it('F-E10 what was cleared stays quiet on the same facts, and comes back, linked, when they change', async () => {
  await jump('L01', 'clear', { innocentCause: 'withinLimit' });
  expect(await enter(903, found('L01', 1, '2026-01-02'))).toEqual({ ...nothing, quiet: 1 });
  await jump('L01', 'closeCleared');
  const longer = found('L01b', 1, '2026-01-02', { period: '2026-01–2026-05' });
  expect(await enter(904, found('L01', 1, '2026-01-02'), longer)).toEqual({ ...nothing, quiet: 2 });
  expect((await rows()).map((r) => r.id)).toEqual(['L01', 'L02']);

  const changed = found('L01c', 1, '2025-11-30');
  expect(await enter(905, changed)).toEqual({ ...nothing, entered: 1, returned: 1 });
  const [before, after] = [await rowOf('L01'), await rowOf('L01c')];
  const links = await test.db.asOwner((tx) =>
    tx.rows(sql`select from_id, to_id from matter_link where from_id = ${after.matter_id}`),
  );
  expect(links).toEqual([{ from_id: after.matter_id, to_id: before.matter_id }]);
  // The cleared one stays closed, and the new one is not entered again.
  expect(await enter(905, changed)).toEqual({ ...nothing, known: 1 });
  expect(await enter(905, found('L01', 1, '2026-01-02'))).toEqual({ ...nothing, quiet: 1 });
});

it('another person, another rule, or a clearing that was taken back does not stay quiet', async () => {
  const other = found('L03', 3, '2026-01-02');
  const rule = found('L04', 1, '2026-01-02', { rule: 'INC-02' });
  expect(await enter(906, other, rule)).toEqual({ ...nothing, entered: 2 });
  await jump('L03', 'clear', { innocentCause: 'dataWrong' });
  await jump('L03', 'reopen');
  expect(await enter(907, other)).toEqual({ ...nothing, known: 1 });
  await jump('L03', 'confirm');
  const changed = found('L03b', 3, '2026-02-02');
  expect(await enter(908, changed)).toEqual({ ...nothing, entered: 1 });
});

it('what became of it stands beside the finding as its steps are written', async () => {
  expect(await rowOf('L01')).toMatchObject({ verdict: 'innocent', is_dispatched: false });
  expect(await rowOf('L03')).toMatchObject({ verdict: 'confirmed', is_dispatched: true });
  const told: string[] = [];
  await enter(906, found('L05', 6, '2026-01-02'));
  for (const [action, facts] of [
    ['confirm', {}],
    ['confirmPartly', {}],
    ['confirmOmission', {}],
    ['clear', { innocentCause: 'dataWrong' }],
    ['clear', { innocentCause: 'otherPerson' }],
    ['clear', { innocentCause: 'exempt' }],
    ['dismissData', {}],
    ['dismissIdentity', {}],
    ['reopen', {}],
  ] as const) {
    await jump('L05', action, facts);
    told.push(String((await rowOf('L05')).verdict));
  }
  expect(told.join(' ')).toBe(
    'confirmed partly confirmed dataWrong identityWrong innocent dataWrong identityWrong null',
  );
});

it('findings without facts or subject are never taken for one another', async () => {
  const bare = (id: string) => found(id, 5, '', { private: { idNumber: number(5) } });
  const nobody = (id: string) => found(id, 0, '', { private: { facts: { batch: 'A' } } });
  expect(await enter(909, bare('L10'), bare('L11'), nobody('L12'), nobody('L13'))).toMatchObject({
    entered: 4,
  });
});

it('one that was recorded as no longer found is looked at again when it is found', async () => {
  await enter(910, found('L20', 20, '2026-01-02'));
  await jump('L20', 'expire');
  expect(await enter(911, found('L20', 20, '2026-01-02'))).toEqual({ ...nothing, known: 1, woken: 1 });
  const { matter_id: id } = await rowOf('L20');
  const matter = await test.db.asOwner((tx) => findMatter(tx, everywhere, id));
  expect(matter).toMatchObject({ state: 'new', is_ended: false });
});

it('keeps numbers, health and other people’s names out of the columns anybody with the table can read', async () => {
  const id = number(30);
  const say = (facts: Record<string, unknown>, zh: string): NewLead['private'] => ({
    idNumber: id,
    facts,
    summary: { zh, en: zh },
  });
  const wide = { summary_zh: '', summary_en: '' };
  await enter(
    912,
    found('L30', 30, '', {
      ...wide,
      private: say({ proxy_name: '李四光', relation: 'kin' }, `张三（${id}）的卡由李四光（13912345678）保管`),
    }),
    found('L31', 31, '', {
      ...wide,
      private: say({ disability_kind: 'visual' }, '张三为视力一级残疾，未享受补贴'),
    }),
  );
  const plain = await rowOf('L30');
  expect(plain.summary_zh).toBe(`张三（371302********${id.slice(-4)}）的卡由李*（139****5678）保管`);
  expect((await rowOf('L31')).summary_zh).toBe('');
  const secret = room.vault.open((await rowOf('L31')).private, 'lead.private:L31');
  expect(secret).toMatchObject({ summary: { zh: '张三为视力一级残疾，未享受补贴' } });
  const whole = canonicalJson(await rows());
  for (const n of [1, 2, 3, 5, 20, 30]) expect(whole).not.toContain(number(n));
});

it('verify finds the store whole after all of it, and sees when a finding was made to look like another', async () => {
  const journal = { vault: room.vault, workflows: room.workflows };
  const findings = async () =>
    (await verify(test.db, journal)).findings.filter((f) => f.table === 'lead' || f.table === 'matter');
  expect(await findings()).toEqual([]);
  await test.db.asOwner((tx) => tx.run(sql`update lead set facts_hash = 'x' where id = 'L20'`));
  await test.db.asOwner((tx) => tx.run(sql`update lead set verdict = 'confirmed' where id = 'L01'`));
  const found = await findings();
  expect(found.map((f) => [f.table, f.key, f.what])).toEqual(
    expect.arrayContaining([
      ['lead', 'L20', 'changed'],
      ['lead', 'L01', 'changed'],
    ]),
  );
  expect(found).toHaveLength(2);
});
