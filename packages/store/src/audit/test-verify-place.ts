import { checkDigit } from '@yangguang/domain/words/id-check';
import pg from 'pg';
import { afterAll, beforeAll, expect } from 'vitest';
import { everywhere } from '../database.ts';
import { addEvidence } from '../evidence/evidence.ts';
import { putHouseholds } from '../household/household.ts';
import { linkMatter } from '../journal/plain-acts.ts';
import { takeStep } from '../journal/take-step.ts';
import { errandAt, firstHand, openErrands, testId, testRoom, town, furnish } from '../journal/test-room.ts';
import { enterLeads } from '../lead/enter-leads.ts';
import { asSuperuser, type TestDatabase, testDatabase } from '../test-database.ts';
import { makeDailyRoot } from './daily-root.ts';
import { openReadLog } from './read-log.ts';
import { verify, type VerifyReport } from './verify.ts';

/** A store with acts, leads, documents and households, to be tampered with: one test puts it back before the next. */
export let test: TestDatabase;
export let admin: pg.Client;
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
export const check = (options = {}) => verify(test.db, room, { printed, ...options });
export const found = (report: VerifyReport) => report.findings.map((f) => `${f.what} ${f.table} ${f.key}`);

/** Does something as the administrator of the database, verifies, and puts everything back. */
export async function tamper(...statements: string[]): Promise<string[]> {
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

export const seqOf = async (step: number) =>
  String((await admin.query(`select seq from step where id = '${testId(step)}'`)).rows[0].seq);
export const m = (n: number) => `'${testId(n)}'`;
