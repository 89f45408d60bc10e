import { expect, it } from 'vitest';
import { everywhere } from '../database.ts';
import { testId, town } from '../journal/test-room.ts';
import { sql } from '../sql.ts';
import { admin, check, found, m, tamper, test } from './test-verify-place.ts';

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
