import { expect, it } from 'vitest';
import { testId, town } from '../journal/test-room.ts';
import { check, found, m, seqOf, tamper } from './test-verify-place.ts';

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
