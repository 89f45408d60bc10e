import { checkDigit } from '@yangguang/domain/words/id-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Reach } from '../database.ts';
import { sql } from '../sql.ts';
import { type TestDatabase, testDatabase } from '../test-database.ts';
import type { StepRequest } from './ready-step.ts';
import { takeStep } from './take-step.ts';
import {
  errandAt,
  firstHand,
  furnish,
  openErrands,
  reviewer,
  secondHand,
  testId,
  testRoom,
  town,
} from './test-room.ts';

let test: TestDatabase;
const room = testRoom();
const reach: Reach = { scopes: [{ area: town, programmes: null }] };

beforeAll(async () => {
  test = await testDatabase();
  await furnish(test.db);
  await openErrands(
    test.db,
    room,
    Array.from({ length: 260 }, (_, i) => errandAt(1000 + i)),
  );
});
afterAll(() => test.close());

function request(stepNo: number, matter: number, more: Partial<StepRequest> = {}): StepRequest {
  return {
    stepId: testId(stepNo),
    matterId: testId(matter),
    action: 'note',
    expectedVersion: 0,
    facts: {},
    reason: null,
    evidence: [],
    doneAt: null,
    hands: [firstHand],
    ...more,
  };
}
const take = (sent: StepRequest, within = reach) =>
  test.db.within(within, (tx) => takeStep(tx, room, within, sent));
const outcome = (sent: StepRequest) =>
  take(sent).then(
    (r) => r.version,
    (e: { code?: string }) => e.code ?? 'no code',
  );

it('a step sent twenty times at once is one step, and every answer is the same', async () => {
  const sent = request(1, 1000, { facts: { severity: 'serious', illness: '尿毒症' } });
  const results = await Promise.all(Array.from({ length: 20 }, () => take(sent)));
  expect(new Set(results.map((r) => JSON.stringify(r))).size).toBe(1);
  const row = await test.db.asOwner((tx) =>
    tx.get<{ n: bigint; version: number; severity: string; due_on: string }>(sql`
      select (select count(*) from step where matter_id = m.id and step_no > 0) as n, version, severity, due_on
      from matter m where id = ${testId(1000)}`),
  );
  expect(row).toEqual({ n: 1n, version: 1, severity: 'serious', due_on: '2026-11-25' });
});

it('the same id with another content is refused, also with another person', async () => {
  const sent = request(2, 1001, { facts: { illness: '甲' } });
  expect(await outcome(sent)).toBe(1);
  expect(await outcome({ ...sent, facts: { illness: '乙' } })).toBe('MAT-101');
  expect(await outcome({ ...sent, hands: [secondHand] })).toBe('MAT-101');
  expect(await outcome({ ...sent, matterId: testId(1002) })).toBe('MAT-101');
  expect(await outcome({ ...sent, expectedVersion: 7 })).toBe(1);
});

it('of two people who saw the same version one is told of the conflict, with both texts', async () => {
  const results = await Promise.allSettled([
    take(request(3, 1003, { reason: '甲的记录', facts: { illness: '甲病' } })),
    take(request(4, 1003, { reason: '乙的记录', facts: { illness: '乙病' }, hands: [secondHand] })),
  ]);
  const lost = results.filter((r) => r.status === 'rejected');
  expect(lost).toHaveLength(1);
  const { code, details } = (lost[0] as PromiseRejectedResult).reason as { code: string; details: unknown };
  expect(code).toBe('API-105');
  const texts = JSON.stringify(details);
  expect(texts).toContain('甲的记录');
  expect(texts).toContain('乙的记录');
  expect(texts).not.toContain('病"');
});

it('what is private lies nowhere in the clear', async () => {
  const front = ['371323', '19540607', '001'].join('');
  await take(
    request(5, 1004, { facts: { illness: '尿毒症晚期', idNumber: `${front}${checkDigit(front)}` } }),
  );
  const dump = await test.db.asOwner((tx) =>
    tx.rows<{ t: string }>(sql`select to_jsonb(s)::text || to_jsonb(m)::text as t from step s join matter m
      on m.id = s.matter_id where m.id = ${testId(1004)}`),
  );
  const text = dump.map((d) => d.t).join();
  expect(text).not.toContain('尿毒症');
  expect(text).not.toContain('195406070013');
});

it('numbers do not get into reasons', async () => {
  expect(await outcome(request(6, 1005, { reason: '已电话联系 13812345678' }))).toBe('MAT-103');
});

it('the gate refuses, and nothing is written', async () => {
  expect(await outcome(request(7, 1006, { action: 'finish' }))).toBe('WF-104');
  expect(await outcome(request(8, 1006, { action: 'close', hands: [firstHand] }))).toBe('WF-101');
  expect(await outcome(request(9, 1006, { doneAt: new Date('2026-11-21T09:00:01Z') }))).toBe('MAT-102');
  expect(await outcome(request(10, 1006, { doneAt: new Date('2026-11-19T00:00:00Z') }))).toBe('MAT-102');
  expect(await outcome(request(11, 1006, { evidence: [testId(77)] }))).toBe('MAT-104');
  expect(await outcome(request(12, 1006, { facts: { visitors: [testId(4)] } }))).toBe('MAT-105');
  expect(await outcome(request(13, 1006, { facts: { other: testId(999_999) } }))).toBe('MAT-106');
  const row = await test.db.asOwner((tx) =>
    tx.get<{ version: number }>(sql`select version from matter where id = ${testId(1006)}`),
  );
  expect(row.version).toBe(0);
});

it('kin recuse themselves and cannot be named', async () => {
  await test.db.asOwner((tx) =>
    tx.run(sql`insert into kinship values (${testId(2)}, ${testId(200)}, '舅甥', now())`),
  );
  expect(await outcome(request(20, 1007, { hands: [secondHand] }))).toBe('WF-105');
  expect(await outcome(request(21, 1007, { facts: { visitors: [testId(2)] } }))).toBe('WF-105');
  await test.db.asOwner((tx) => tx.run(sql`delete from kinship`));
});

it('the appointment that the workflow lets through is used', async () => {
  await take(request(30, 1008));
  const { role } = await test.db.asOwner((tx) =>
    tx.get<{ role: string }>(sql`select role from step where id = ${testId(30)}`),
  );
  expect(role).toBe('townCaseworker');
  const both = request(31, 1009, { hands: [{ ...reviewer, accountId: testId(1) }, firstHand] });
  expect((await take(both)).version).toBe(1);
});

it('an act done offline keeps the time it was done', async () => {
  const result = await take(request(40, 1010, { doneAt: new Date('2026-11-20T03:00:00Z') }));
  expect(result.at.toISOString()).toBe('2026-11-20T03:00:00.000Z');
});

it('a matter named in a step is linked, and the visitors named have it in hand', async () => {
  await take(request(50, 1011, { facts: { other: testId(1012), visitors: [testId(2), testId(1)] } }));
  const row = await test.db.asOwner((tx) =>
    tx.get(sql`select assigned_to, (select to_id from matter_link where from_id = m.id) as linked
      from matter m where id = ${testId(1011)}`),
  );
  expect(row).toEqual({ assigned_to: testId(2), linked: testId(1012) });
  expect((await take(request(51, 1011, { expectedVersion: 1 }))).version).toBe(3);
});

it('outside the area nothing is found, by the service alone and by the database alone', async () => {
  const elsewhere: Reach = { scopes: [{ area: '371402', programmes: null }] };
  const sent = request(60, 1013);
  await expect(take(sent, elsewhere)).rejects.toMatchObject({ code: 'API-104' });
  await expect(test.db.asOwner((tx) => takeStep(tx, room, elsewhere, sent))).rejects.toMatchObject({
    code: 'API-104',
  });
  await expect(test.db.within(elsewhere, (tx) => takeStep(tx, room, reach, sent))).rejects.toMatchObject({
    code: 'API-104',
  });
});

it('two hundred steps at once stay one chain without a gap', async () => {
  const before = await head();
  await Promise.all(
    Array.from({ length: 200 }, (_, i) => take(request(10_000 + i, 1040 + i, { reason: `第${i}次` }))),
  );
  const after = await head();
  expect(after.seq - before.seq).toBe(200n);
  const broken = await test.db.asOwner((tx) =>
    tx.rows(sql`select seq from (select seq, prev_hash, lag(hash) over (order by seq) as before,
      seq - lag(seq) over (order by seq) as gap from step) as chain
      where before is not null and (before <> prev_hash or gap <> 1)`),
  );
  expect(broken).toEqual([]);
});

const head = () =>
  test.db.asOwner((tx) => tx.get<{ seq: bigint }>(sql`select seq from chain_head where name = 'step'`));
