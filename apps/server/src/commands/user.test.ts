import { openDatabase } from '@yangguang/store/open-database';
import { sql } from '@yangguang/store/sql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestProgram, testProgram } from './test-program.ts';

let program: TestProgram;
const three = ['--system-admin', 'gao=高远', '--security-admin', 'an=安然', '--audit-admin', 'shen=沈静'];

beforeAll(async () => {
  program = await testProgram();
});
afterAll(() => program.close());

const ask = async <Row extends object>(text: ReturnType<typeof sql>): Promise<Row[]> => {
  const db = openDatabase({ url: program.url });
  try {
    return await db.asOwner((tx) => tx.rows<Row>(text));
  } finally {
    await db.close();
  }
};

it('sets the three administrators up on an empty machine, once, with passwords shown this once', async () => {
  const missing = await program.run(['user', 'set-up', ...three.slice(0, 4)]);
  expect(missing).toMatchObject({ code: 2, err: expect.stringContaining('SRV-103') });
  const made = await program.run(['user', 'set-up', ...three]);
  expect(made.code).toBe(0);
  const passwords = [...made.out.matchAll(/口令（[^）]+）：(\S+)/g)].map((found) => found[1] ?? '');
  expect(new Set(passwords).size).toBe(3);
  expect(await program.run(['user', 'set-up', ...three])).toMatchObject({
    code: 1,
    err: expect.stringContaining('ACC-114'),
  });
  const rows = await ask<{ mustChange: boolean; password: string }>(
    sql`select must_change_password as "mustChange", password from account`,
  );
  expect(rows.every((row) => row.mustChange && row.password.startsWith('$argon2id$'))).toBe(true);

  const listed = await program.run(['user', 'list']);
  expect(listed.out.split('\n').map((line) => line.split('\t').slice(0, 2))).toEqual([
    ['an', '安然'],
    ['gao', '高远'],
    ['shen', '沈静'],
  ]);
  expect(listed.out).toContain('securityAdmin');
  for (const secret of [...passwords, 'argon2']) expect(listed.out).not.toContain(secret);
});

it('resets a password, which must then be changed, and unlocks; both stand in the audit', async () => {
  const db = openDatabase({ url: program.url });
  await db.asOwner((tx) =>
    tx.run(sql`update account set must_change_password = false, locked_until = '2027-01-01', failed_logins = 5,
      totp_confirmed_at = now() where user_name = 'an'`),
  );
  await db.close();
  expect((await program.run(['user', 'list'])).out).toMatch(/an\t.*locked.*second factor/);
  expect((await program.run(['user', 'unlock', 'AN'])).code).toBe(0);
  expect((await program.run(['user', 'list'])).out).not.toContain('locked');
  const reset = await program.run(['user', 'reset-password', 'an']);
  expect(reset.out).toMatch(/口令（[^）]+）：\S{10,}/);
  expect((await program.run(['user', 'reset-second-factor', 'an'])).code).toBe(0);
  expect((await program.run(['user', 'list'])).out).toMatch(/an\t安然\t.*must change password$/m);
  const noted = await ask<{ operation: string; subject: { account?: string } }>(
    sql`select operation, subject from read_log order by seq`,
  );
  expect(noted.map((row) => row.operation)).toEqual([
    'command.user.setUp',
    'command.user.unlock',
    'command.user.resetPassword',
    'command.user.resetSecondFactor',
  ]);
  expect(noted.slice(1).every((row) => row.subject.account !== undefined)).toBe(true);
  expect(JSON.stringify(noted)).not.toMatch(/安然|argon2/);
});

it('says in both languages what it does not know', async () => {
  expect(await program.run(['user', 'unlock', 'nobody'])).toMatchObject({
    code: 1,
    err: expect.stringMatching(/ACC-120.*\n.*ACC-120/s),
  });
  expect(await program.run(['user', 'delete', 'an'])).toMatchObject({
    code: 2,
    err: expect.stringContaining('SRV-105'),
  });
  expect((await program.run(['user', 'unlock'])).err).toContain('SRV-104');
  expect((await program.run(['user', '--help'])).out).toMatch(/重置口令.*reset a password|reset-password/s);
});
