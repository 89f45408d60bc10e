import { lead as leadWorkflow } from '@yangguang/domain/workflows/lead';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { registerRows } from '../audit/register-rows.ts';
import { verify } from '../audit/verify.ts';
import { everywhere } from '../database.ts';
import type { Room } from '../journal/room.ts';
import { county, furnish, testId, testRoom, town } from '../journal/test-room.ts';
import { enterLeads, type NewLead } from '../lead/enter-leads.ts';
import { erase } from '../retention/erase.ts';
import { sql } from '../sql.ts';
import { type TestDatabase, testDatabase } from '../test-database.ts';
import { addJudgements, type NewJudgement } from './add-judgement.ts';
import { judgementsInArea } from './read-judgements.ts';

let test: TestDatabase;
const base = testRoom();
const room: Room = { ...base, workflows: { ...base.workflows, lead: leadWorkflow } };
const { vault } = room;
const at = new Date('2026-11-20T02:00:00Z');

const mention = (name: string) => ({ name, id: null, birth_on: '1960-07-07', town: '东乡', village: null });
function judgement(n: number, leadId: string | null): NewJudgement {
  const faces = { left: mention(`张玮珍${n}`), right: mention(`张伟珍${n}`) };
  return {
    ...{
      id: testId(n),
      region: town,
      programme: 'dibao_rural',
      faces,
      verdict: 'not_same',
      why: '看过户口簿',
    },
    ...{
      source: leadId === null ? 'file' : 'lead',
      leadId,
      stepId: null,
      by: leadId === null ? '公安局' : null,
    },
    ...{ judgedAt: at, recordedBy: testId(1) },
  };
}

beforeAll(async () => {
  test = await testDatabase();
  await furnish(test.db);
  await test.db.asOwner(async (tx) => {
    const lead: NewLead = {
      ...{ id: 'L1', household_id: testId(200), run_id: testId(9), rule: 'INC-01', family: 'INC' },
      ...{ severity: 'suspect', identity_tier: 'likely', grade: 'lead', subject_kind: 'person' },
      ...{ subject_name: '张玮珍', period: null, summary_zh: '', summary_en: '', is_restricted: false },
      ...{ region: town, programme: 'dibao_rural', amount_fen: null, pack_version: '1', rule_hash: 'h' },
      ...{ private: { subjectKey: 'L1' }, campaignId: null, facts: {} },
    };
    await enterLeads(tx, room, [lead], at);
    await registerRows(tx, vault, 'household', [testId(200), testId(201)], at);
    await addJudgements(tx, vault, [judgement(1001, 'L1'), judgement(1002, null)], at);
  });
});
afterAll(() => test.close());

const findings = async (): Promise<(readonly [string, string, string])[]> =>
  (await verify(test.db, room)).findings.map(({ what, table, key }) => [what, table, key] as const);
const kept = async (): Promise<string[]> => {
  const rows = await test.db.asOwner((tx) => judgementsInArea(tx, everywhere, vault, county, null));
  return rows.map(({ id }) => id).sort();
};

it('verify names what an administrator of the database changed, added or took away', async () => {
  expect(await findings()).toEqual([]);
  const tamper = (statement: ReturnType<typeof sql>): Promise<unknown> =>
    test.db
      .asOwner(async (tx) => {
        await tx.run(sql`alter table identity_judgement disable trigger user`);
        await tx.run(statement);
        await tx.run(sql`alter table identity_judgement enable trigger user`);
      })
      .then(findings);
  const id = testId(1001);
  const named = (what: string, key: string) => [[what, 'identity_judgement', key]];
  expect(await tamper(sql`update identity_judgement set verdict = 'same' where id = ${id}`)).toEqual(
    named('changed', id),
  );
  expect(await tamper(sql`update identity_judgement set verdict = 'not_same' where id = ${id}`)).toEqual([]);
  expect(
    await tamper(sql`insert into identity_judgement select ${testId(1003)}, region, programme, verdict, source, lead_id,
      step_id, private, pair_hash, key_version, request_hash, judged_at, recorded_by, recorded_at
      from identity_judgement where id = ${id}`),
  ).toEqual(named('inserted', testId(1003)));
  expect(await tamper(sql`delete from identity_judgement where id = ${testId(1003)}`)).toEqual([]);
  await tamper(sql`create table aside as select * from identity_judgement where id = ${id}`);
  expect(await tamper(sql`update identity_judgement set private = null where id = ${id}`)).toEqual(
    named('changed', id),
  );
  expect(await tamper(sql`delete from identity_judgement where id = ${id}`)).toEqual(named('removed', id));
  expect(await tamper(sql`insert into identity_judgement select * from aside`)).toEqual([]);
  await tamper(sql`drop table aside`);
});

it('retention takes whom and why away, of a lead with the lead, of a file by its age; verify knows', async () => {
  const { matter_id: matter } = await test.db.asOwner((tx) =>
    tx.get<{ matter_id: string }>(sql`select matter_id from lead where id = 'L1'`),
  );
  const end = (n: number, matters: readonly string[], endedBefore: Date) =>
    test.db.asOwner((tx) => {
      const certificate = { id: testId(n), basis: 'b', madeBy: testId(1), at };
      return erase(tx, vault, { matters, households: [] }, certificate, { area: county, endedBefore });
    });
  expect(await kept()).toEqual([testId(1001), testId(1002)]);
  expect((await end(3000, [], at)).judgements).toBe(0);
  expect((await end(3001, [matter], at)).judgements).toBe(1);
  expect(await kept()).toEqual([testId(1002)]);
  expect((await end(3002, [], new Date(at.getTime() + 1))).judgements).toBe(1);
  expect(await kept()).toEqual([]);
  const rows = await test.db.asOwner((tx) =>
    tx.rows<{ verdict: string; private: null; bytes: number }>(
      sql`select verdict, private, length(pair_hash) as bytes from identity_judgement`,
    ),
  );
  const empty = { verdict: 'not_same', private: null, bytes: 0 };
  expect(rows).toEqual([empty, empty]);
  expect(await findings()).toEqual([]);
});
