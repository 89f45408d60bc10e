import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { everywhere } from './database.ts';
import { type Sql, sql } from './sql.ts';
import { type TestDatabase, testDatabase } from './test-database.ts';

let test: TestDatabase;
const account = randomUUID();
const matter = randomUUID();
const region = '330102001';
let seq = 0;

beforeAll(async () => {
  test = await testDatabase();
  await test.db.asOwner(async (tx) => {
    await tx.run(sql`insert into division (code, name) values (${region}, 'a')`);
    await tx.run(sql`insert into account (id, user_name, full_name, password, created_at)
      values (${account}, 'zhang', '张', 'hash', now())`);
    await tx.run(openMatter(matter, 'decision', null));
    await tx.run(step(matter, 'matter.open', 'opened', { private: Buffer.from('x') }));
    await tx.run(
      sql`insert into read_log (at, kind, operation, subject, outcome) values (now(), 'k', 'o', '{}', 'ok')`,
    );
    await tx.run(sql`insert into read_seal values (1, 1, 1, 1, now(), '', '')`);
    await tx.run(sql`insert into daily_root values ('2026-11-21', 1, '', 1, '', '', now())`);
    await tx.run(sql`insert into deletion_certificate (id, kind, basis, counts, content_hash, made_at)
      values (${randomUUID()}, 'k', 'b', '{}', '', now())`);
  });
});
afterAll(() => test.close());

const raw = (text: string): Sql => sql(Object.assign([text], { raw: [text] }));

function openMatter(id: string, workflow: string, household: string | null, kind: string | null = null): Sql {
  return sql`insert into matter (id, workflow, kind, household_id, region, programme, title, state, opened_at, changed_at)
    values (${id}, ${workflow}, ${kind}, ${household}, ${region}, 'dibao_rural', 't', 's', now(), now())`;
}

function step(
  of: string,
  action: string,
  toState: string,
  more: { by?: string | null; reason?: string | null; private?: Buffer; id?: string } = {},
): Sql {
  seq += 1;
  return sql`insert into step (seq, id, matter_id, step_no, action, to_state, account_id, role, area, at, recorded_at,
      reason, facts, private, evidence, request_hash, prev_hash, hash)
    values (${seq}, ${more.id ?? randomUUID()}, ${of}, ${seq}, ${action}, ${toState}, ${more.by ?? null}, 'countyLead',
      '330102', now(), now(), ${more.reason ?? null}, '{}', ${more.private ?? null}, '[]', '', '', '')`;
}

describe('the journal', () => {
  const appendOnly = ['step', 'read_log', 'read_seal', 'daily_root', 'deletion_certificate'];
  const columns: Readonly<Record<string, string>> = {
    step: "reason = 'x'",
    read_log: "outcome = 'x'",
    read_seal: 'rows = 2',
    daily_root: "root = 'x'",
    deletion_certificate: "basis = 'x'",
  };

  it.each(appendOnly)('%s: the server may neither change nor remove nor empty', async (table) => {
    for (const text of [
      `update ${table} set ${columns[table]}`,
      `delete from ${table}`,
      `truncate ${table} cascade`,
    ])
      await expect(test.db.within(everywhere, (tx) => tx.run(raw(text)))).rejects.toMatchObject({
        code: '42501',
      });
  });

  it.each(appendOnly)('%s: the owner is stopped too', async (table) => {
    for (const text of [`update ${table} set ${columns[table]}`, `delete from ${table}`])
      await expect(test.db.asOwner((tx) => tx.run(raw(text)))).rejects.toMatchObject({ code: 'YG001' });
  });

  it('is not emptied, even by way of another table', async () => {
    await expect(test.db.asOwner((tx) => tx.run(sql`truncate matter cascade`))).rejects.toMatchObject({
      code: 'YG001',
    });
    await expect(test.db.asOwner((tx) => tx.run(sql`truncate read_log`))).rejects.toMatchObject({
      code: 'YG001',
    });
  });

  it('lets retention take private bytes away, rotation encrypt them with a newer key, and nothing else', async () => {
    const undone = new Error('undone');
    const run = (statement: Sql) =>
      test.db.asOwner(async (tx) => {
        await tx.run(statement);
        throw undone;
      });
    await expect(run(sql`update step set private = null`)).rejects.toBe(undone);
    await expect(run(sql`update step set private = null, reason = 'x'`)).rejects.toMatchObject({
      code: 'YG001',
    });
    await expect(run(sql`update step set private = 'y'`)).rejects.toMatchObject({ code: 'YG001' });
    const under = (version: string): Buffer => Buffer.from(`01${version}ff`, 'hex');
    const fill = sql`insert into step select 1000 + seq, gen_random_uuid(), matter_id, 1000 + step_no, action, from_state,
      to_state, account_id, role, area, at, recorded_at, reason, header, facts, ${under('00000002')}::bytea, private_hash,
      evidence, clock, request_hash, prev_hash, hash from step limit 1`;
    const filled = (statement: Sql) =>
      test.db.asOwner(async (tx) => {
        await tx.run(fill);
        await tx.run(sql`${statement} where seq > 1000`);
        throw undone;
      });
    await expect(filled(sql`update step set private = ${under('00000003')}::bytea`)).rejects.toBe(undone);
    for (const version of ['00000001', '00000002'])
      await expect(filled(sql`update step set private = ${under(version)}::bytea`)).rejects.toMatchObject({
        code: 'YG001',
      });
  });

  it('what a matter is about does not change after it was opened', async () => {
    for (const column of [
      'id',
      'workflow',
      'region',
      'programme',
      'household_id',
      'title',
      'is_sealed',
      'is_restricted',
      'opened_by',
    ])
      await expect(
        test.db.within(everywhere, (tx) => tx.run(raw(`update matter set ${column} = ${column}`))),
        column,
      ).rejects.toMatchObject({ code: '42501' });
    await test.db.within(everywhere, (tx) => tx.run(sql`update matter set state = state`));
  });
});

describe('rights of the server', () => {
  it('are these and no more', async () => {
    const rows = await test.db.asOwner((tx) =>
      tx.rows<{ table: string; rights: string }>(sql`
        select c.relname as "table", string_agg(lower(a.privilege_type), ' ' order by a.privilege_type) rights
        from pg_class c, aclexplode(c.relacl) a join pg_roles r on r.oid = a.grantee
        where r.rolname = 'yangguang_app' and c.relnamespace = 'public'::regnamespace group by 1 order by 1`),
    );
    const byRight: Record<string, string[]> = {};
    for (const { table, rights } of rows) (byRight[rights] ??= []).push(table);
    expect(byRight['delete insert select update']).toEqual([
      'import_file',
      'job',
      'person_index',
      'sample_item',
      // A view of the queue is whoever saved it's own.
      'saved_view',
    ]);
    // A wrong declaration is taken back; the register keeps that it was there.
    expect(byRight['delete insert select']).toEqual(['kinship']);
    expect(byRight['insert select']).toEqual(
      expect.arrayContaining(['step', 'read_log', 'sealed_package', 'evidence']),
    );
    const all = rows.map((row) => row.table);
    for (const closed of [
      'account',
      'session',
      'password_history',
      'recovery_code',
      'vault_key',
      'migration',
    ])
      expect(all).not.toContain(closed);
    expect(byRight['select']).toEqual(expect.arrayContaining(['entitlement', 'appointment']));
  });

  it.each(['password', 'totp_secret', 'oidc_subject', 'failed_logins', '*'])(
    'do not reach account.%s',
    async (column) => {
      const read = test.db.within(everywhere, (tx) => tx.rows(raw(`select ${column} from account`)));
      await expect(read).rejects.toMatchObject({ code: '42501' });
    },
  );

  it('reach the name of a colleague', async () => {
    const rows = await test.db.within(everywhere, (tx) => tx.rows(sql`select full_name from account`));
    expect(rows).toEqual([{ full_name: '张' }]);
  });
});
