import { checkDigit } from '@yangguang/domain/words/id-check';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { everywhere } from '../database.ts';
import { addEvidence } from '../evidence/evidence.ts';
import { putHouseholds } from '../household/household.ts';
import { linkMatter } from '../journal/plain-acts.ts';
import { takeStep } from '../journal/take-step.ts';
import { errandAt, firstHand, openErrands, testId, testRoom, town, furnish } from '../journal/test-room.ts';
import { enterLeads } from '../lead/enter-leads.ts';
import { sql } from '../sql.ts';
import { asSuperuser, type TestDatabase, testDatabase } from '../test-database.ts';
import { makeDailyRoot } from './daily-root.ts';
import { openReadLog } from './read-log.ts';
import { verify, type VerifyReport } from './verify.ts';

let test: TestDatabase;
let admin: pg.Client;
let printed: Record<string, string>;
const room = { ...testRoom(), workflows: { ...testRoom().workflows } };
const at = new Date('2026-11-20T02:00:00Z');
const front = ['371323', '19540607', '001'].join('');
const number = `${front}${checkDigit(front)}`;

beforeAll(async () => {
  test = await testDatabase();
  await furnish(test.db);
  const { errand } = room.workflows;
  Object.assign(room.workflows, { lead: { ...errand, id: 'lead' } });
  await openErrands(
    test.db,
    room,
    Array.from({ length: 12 }, (_, i) => errandAt(1000 + i)),
  );
  for (let i = 0; i < 12; i += 1) await note(1000 + i, 2000 + i);
  await test.db.asOwner((tx) =>
    addEvidence(tx, room, everywhere, plain(3000, 1001), {
      id: testId(3100),
      kind: 'visitForm',
      title: '核查表',
      paperNo: null,
      file: {
        name: 'a.pdf',
        mediaType: 'application/pdf',
        bytes: 3,
        sha256: Buffer.alloc(32, 1),
        sm3: Buffer.alloc(32, 2),
        storageKey: 'k1',
      },
    }),
  );
  await test.db.asOwner((tx) => linkMatter(tx, room, everywhere, { ...plain(3001, 1002), to: testId(1003) }));
  await test.db.asOwner((tx) => enterLeads(tx, room, [lead('L1'), lead('L2')], at));
  await test.db.asOwner((tx) =>
    putHouseholds(tx, room.vault, [household(4000, '周一'), household(4001, '周二')], at),
  );
  await test.db.asOwner(async (tx) => {
    const { registerRows } = await import('./register-rows.ts');
    await registerRows(tx, room.vault, 'household', [testId(200), testId(201)], at);
  });
  const log = openReadLog(test.db, room.vault);
  await Promise.all(Array.from({ length: 40 }, (_, i) => log.write(readNote(i))));
  await log.close();
  const root = await test.db.asOwner((tx) => makeDailyRoot(tx, room.vault, '2026-11-20', at));
  printed = { '2026-11-20': root.root.toString('hex') };
  await note(1004, 2500, 1);
  admin = new pg.Client({ connectionString: await asSuperuser(test.url) });
  await admin.connect();
  await admin.query(`set session_replication_role = replica; set timezone = 'Asia/Shanghai'`);
});
afterAll(async () => {
  await admin.end();
  await test.close();
});

const plain = (step: number, matter: number) => ({
  stepId: testId(step),
  matterId: testId(matter),
  expectedVersion: null,
  reason: null,
  hands: [firstHand],
});
const note = (matter: number, step: number, seen = 0) =>
  test.db.asOwner((tx) =>
    takeStep(tx, room, everywhere, {
      stepId: testId(step),
      matterId: testId(matter),
      action: 'note',
      expectedVersion: seen,
      facts: { illness: '尿毒症', severity: 'serious' },
      reason: '已核对',
      evidence: [],
      doneAt: null,
      hands: [firstHand],
    }),
  );
const readNote = (i: number) => ({
  at: new Date(at.getTime() + i * 1000),
  accountId: testId(1),
  sessionId: null,
  role: 'townCaseworker',
  kind: 'person',
  operation: 'household.get',
  subject: { household: testId(200) },
  reason: null,
  outcome: 'given',
  code: null,
  address: '10.0.0.1',
  region: town,
});
const lead = (id: string) => ({
  id,
  household_id: testId(200),
  run_id: testId(9),
  rule: 'INC-01',
  family: 'INC',
  severity: 'serious' as const,
  identity_tier: 'same',
  grade: 'lead' as const,
  subject_kind: 'person',
  subject_name: '张三',
  period: '2026-01',
  summary_zh: '去世后仍领取',
  summary_en: 'Paid after death',
  is_restricted: false,
  private: { idNumber: number },
  region: town,
  programme: 'dibao_rural',
  amount_fen: 50_000n,
  pack_version: '1',
  rule_hash: 'h',
  campaignId: null,
  facts: {},
});
const household = (n: number, headName: string) => ({
  id: testId(n),
  region: town,
  programme: 'dibao_rural',
  headName,
  address: '银雀山街道一村',
  private: {
    members: [{ name: headName, idNumber: number, relation: '户主', isInsured: true }],
    accounts: [],
    phones: [],
  },
  entitlements: [
    {
      id: testId(n + 50),
      programme: 'dibao_rural',
      monthlyFen: 40_000n,
      fromMonth: '2020-01-01',
      toMonth: null,
    },
  ],
});
const check = (options = {}) => verify(test.db, room, { printed, ...options });
const found = (report: VerifyReport) => report.findings.map((f) => `${f.what} ${f.table} ${f.key}`);

/** Does something as the administrator of the database, verifies, and puts everything back. */
async function tamper(...statements: string[]): Promise<string[]> {
  const tables = [
    ...['step', 'chain_head', 'matter', 'matter_link', 'evidence', 'lead', 'household', 'entitlement'],
    ...['read_log', 'read_seal', 'daily_root'],
  ];
  for (const t of tables) await admin.query(`create table copy_${t} as select * from ${t}`);
  try {
    for (const statement of statements)
      expect((await admin.query(statement)).rowCount, statement).toBeGreaterThan(0);
    return found(await check());
  } finally {
    for (const t of tables) {
      const { rows } = await admin.query<{
        list: string;
      }>(`select string_agg(quote_ident(attname), ', ') as list
        from pg_attribute where attrelid = '${t}'::regclass and attnum > 0 and not attisdropped and attgenerated = ''`);
      const columns = rows[0]?.list ?? '';
      await admin.query(`delete from ${t}`);
      await admin.query(
        `insert into ${t} (${columns}) overriding system value select ${columns} from copy_${t}`,
      );
      await admin.query(`drop table copy_${t}`);
    }
  }
}

const seqOf = async (step: number) =>
  String((await admin.query(`select seq from step where id = '${testId(step)}'`)).rows[0].seq);
const m = (n: number) => `'${testId(n)}'`;

it('an untouched store is whole', async () => {
  const report = await check();
  expect(found(report)).toEqual([]);
  expect(report).toMatchObject({ isWhole: true, matters: 14, evidence: 1, roots: 1 });
  expect(report.steps).toBe(12 + 12 + 1 + 1 + 2 + 1);
});

it('a changed step is found by its number, whatever was changed in it', async () => {
  const seq = await seqOf(2003);
  for (const change of [
    `reason = '改过'`,
    `account_id = ${m(2)}`,
    `facts = facts || '{"severity":"info"}'`,
    `at = at - interval '1 day'`,
    `role = 'countyLead'`,
    `request_hash = '\\x00'`,
    `clock = null`,
  ])
    expect(await tamper(`update step set ${change} where id = ${m(2003)}`), change).toContain(
      `changed step ${seq}`,
    );
});

it('a changed private part is found', async () => {
  const seq = await seqOf(2003);
  const other = `(select private from step where id = ${m(2004)})`;
  expect(await tamper(`update step set private = ${other} where id = ${m(2003)}`)).toContain(
    `changed step ${seq}`,
  );
});

it('a removed step is found, in the middle and at the end', async () => {
  const seq = await seqOf(2005);
  expect(await tamper(`delete from step where id = ${m(2005)}`)).toContain(`removed step ${seq}`);
  const last = await seqOf(2500);
  expect(await tamper(`delete from step where id = ${m(2500)}`)).toContain(`removed step ${last}`);
});

it('an inserted step is found', async () => {
  const copy = `insert into step select seq + 1000, gen_random_uuid(), matter_id, step_no + 7, action, from_state,
    to_state, account_id, role, area, at, recorded_at, reason, header, facts, private, private_hash, evidence, clock,
    request_hash, prev_hash, hash from step where id = ${m(2003)}`;
  expect(
    (await tamper(copy)).some((f) => f.startsWith('inserted step') || f.startsWith('removed step')),
  ).toBe(true);
});

it('F-V17: whoever rewrites the end of the chain with all its hashes is betrayed by the root on paper', async () => {
  const roots = await tamper(`update daily_root set root = '\\x${'ab'.repeat(32)}'`);
  expect(roots).toContain('changed daily_root 2026-11-20');
  expect(await tamper(`delete from daily_root`)).toContain('removed daily_root 2026-11-20');
});

it('a projection that says other than the journal is found', async () => {
  for (const change of [
    `state = 'closed'`,
    `is_ended = true`,
    `severity = 'info'`,
    `due_on = '2027-01-01'`,
    `assigned_to = ${m(2)}`,
    `version = 9`,
    `title = '李四'`,
    `household_id = ${m(201)}`,
    `region = '371302002'`,
    `private = null`,
    `facts = '{}'`,
  ])
    expect(await tamper(`update matter set ${change} where id = ${m(1006)}`), change).toEqual([
      `changed matter ${testId(1006)}`,
    ]);
  expect(await tamper(`delete from matter where id = ${m(1006)}`)).toEqual([
    `removed matter ${testId(1006)}`,
  ]);
  expect(
    await tamper(`insert into matter (id, workflow, region, title, state, opened_at, changed_at)
      values (${m(77)}, 'errand', '${town}', 'x', 'todo', now(), now())`),
  ).toEqual([`inserted matter ${testId(77)}`]);
});

it('links, documents and findings are found', async () => {
  expect(await tamper(`delete from matter_link`)).toEqual([
    `removed matter_link ${testId(1002)} → ${testId(1003)}`,
  ]);
  expect(await tamper(`insert into matter_link values (${m(1004)}, ${m(1005)})`)).toEqual([
    `inserted matter_link ${testId(1004)} → ${testId(1005)}`,
  ]);
  expect(await tamper(`update evidence set title = '别的'`)).toEqual([`changed evidence ${testId(3100)}`]);
  expect(await tamper(`delete from evidence`)).toEqual([`removed evidence ${testId(3100)}`]);
  expect(
    await tamper(`insert into evidence (id, matter_id, kind, title, added_at, region, programme)
      values (${m(78)}, ${m(1004)}, 'proof', 'x', now(), '${town}', 'none')`),
  ).toEqual([`inserted evidence ${testId(78)}`]);
  expect(await tamper(`update lead set severity = 'info' where id = 'L1'`)).toEqual(['changed lead L1']);
  expect((await tamper(`delete from lead where id = 'L1'`))[0]).toMatch(/^removed lead/);
});

it('a file that is gone or changed is found', async () => {
  expect(found(await check({ checkFile: async () => 'missing' }))).toEqual([
    `removed evidence ${testId(3100)}`,
  ]);
  expect(found(await check({ checkFile: async () => 'changed' }))).toEqual([
    `changed evidence ${testId(3100)}`,
  ]);
});

it('the audit of reads is sealed', async () => {
  const { rows } = await admin.query(
    `select min(seq) + 5 as seq from read_log where operation = 'household.get'`,
  );
  const seq = String(rows[0].seq);
  const changed = await tamper(`update read_log set operation = 'x.y' where seq = ${seq}`);
  expect(changed.some((f) => f.startsWith('changed read_log'))).toBe(true);
  expect(await tamper(`delete from read_log where seq = ${seq}`)).toContain(`removed read_log ${seq}`);
  expect(
    await tamper(`insert into read_log (seq, at, kind, operation, subject, outcome) overriding system value
      values (100000, now(), 'person', 'x', '{}', 'given')`),
  ).toContain('inserted read_log 100000');
  const seals = await tamper(`delete from read_seal where batch = 2`);
  expect(seals).toContain('removed read_seal 2');
});

it('households and what they receive are found', async () => {
  expect(await tamper(`update household set head_name = '别人' where id = ${m(4000)}`)).toEqual([
    `changed household ${testId(4000)}`,
  ]);
  expect(await tamper(`delete from household where id = ${m(4000)}`)).toEqual([
    `removed household ${testId(4000)}`,
  ]);
  expect(await tamper(`update entitlement set monthly_fen = 90000 where id = ${m(4050)}`)).toEqual([
    `changed entitlement ${testId(4050)}`,
  ]);
  expect(
    await tamper(
      `insert into entitlement values (${m(79)}, ${m(4000)}, '${town}', 'tekun', 1, '2026-01-01')`,
    ),
  ).toEqual([`inserted entitlement ${testId(79)}`]);
});

it('the database itself refuses to change the journal for the server and for the owner', async () => {
  for (const statement of [
    sql`update step set reason = 'x'`,
    sql`delete from step`,
    sql`update read_log set code = 'x'`,
  ]) {
    await expect(test.db.within(everywhere, (tx) => tx.run(statement))).rejects.toThrow(
      /append only|permission denied/,
    );
    await expect(test.db.asOwner((tx) => tx.run(statement))).rejects.toMatchObject({ code: 'YG001' });
  }
});
