import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { everywhere, type Transaction } from './database.ts';
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

  it('lets retention take private bytes away, and nothing else with them', async () => {
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
    expect(byRight['delete insert select update']).toEqual(['job', 'person_index', 'sample_item']);
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

describe('take_effect', () => {
  interface Case {
    readonly household: string;
    readonly decision: string;
    readonly hearing: string;
  }

  /** A household that receives 500 yuan, a decision about it and a notice of hearing linked to it. */
  async function prepare(tx: Transaction): Promise<Case> {
    const [household, decision, hearing] = [randomUUID(), randomUUID(), randomUUID()];
    await tx.run(sql`insert into household (id, region, programme, head_name, updated_at)
      values (${household}, ${region}, 'dibao_rural', 'h', now())`);
    await tx.run(sql`insert into entitlement (id, household_id, region, programme, monthly_fen, from_month)
      values (${randomUUID()}, ${household}, ${region}, 'dibao_rural', 50000, '2026-01-01')`);
    await tx.run(openMatter(decision, 'decision', household, 'stop'));
    await tx.run(openMatter(hearing, 'notice', household, 'hearing'));
    await tx.run(sql`insert into matter_link values (${decision}, ${hearing})`);
    return { household, decision, hearing };
  }
  const now = (tx: Transaction, { household }: Case) =>
    tx.rows(sql`select monthly_fen, from_month, to_month from entitlement where household_id = ${household}
      order by from_month`);
  const decide = (of: string, by: string | null = account, reason: string | null = '收入超过标准') =>
    step(of, 'decide', 'decided', { by, reason });

  /** Takes the last step and asks for the effect, in one transaction, as the server. */
  async function effect(
    amountFen: number,
    before: (tx: Transaction, one: Case) => Promise<void>,
    after: (tx: Transaction, one: Case) => Promise<unknown> = now,
  ): Promise<unknown> {
    const one = await test.db.asOwner(prepare);
    await test.db.asOwner((tx) => before(tx, one));
    return test.db.within(everywhere, async (tx) => {
      const id = randomUUID();
      await tx.run(step(one.decision, 'takeEffect', 'inEffect', { id }));
      await tx.rows(sql`select take_effect(${id}, ${amountFen}, '2026-12-01')`);
      return after(tx, one);
    });
  }
  const refused = (words: string) => ({ code: 'YG002', message: expect.stringContaining(words) });
  const whole = async (tx: Transaction, { decision, hearing }: Case) => {
    await tx.run(step(hearing, 'reply', 'replied'));
    await tx.run(decide(decision));
    await tx.run(step(decision, 'notify', 'notified'));
  };

  it('stops a benefit after notice, hearing, reasoned decision and delivery', async () => {
    expect(await effect(0, whole)).toEqual([
      { monthly_fen: 50000n, from_month: '2026-01-01', to_month: '2026-12-01' },
    ]);
  });

  it('changes an amount from a month on', async () => {
    expect(await effect(30000, whole)).toEqual([
      { monthly_fen: 50000n, from_month: '2026-01-01', to_month: '2026-12-01' },
      { monthly_fen: 30000n, from_month: '2026-12-01', to_month: null },
    ]);
  });

  it('refuses to take away without a hearing, whatever the decision calls itself', async () => {
    const without = async (tx: Transaction, { decision }: Case) => {
      await tx.run(decide(decision));
      await tx.run(step(decision, 'notify', 'notified'));
    };
    await expect(effect(0, without)).rejects.toMatchObject(refused('hearing'));
    await expect(effect(49999, without)).rejects.toMatchObject(refused('hearing'));
    expect(await effect(50000, without)).toHaveLength(2);
    expect(await effect(60000, without)).toHaveLength(2);
  });

  it('refuses a hearing about another family, or one that was only drafted', async () => {
    await expect(
      effect(0, async (tx, one) => {
        await whole(tx, one);
        const other = await prepare(tx);
        await tx.run(sql`update matter set household_id = ${other.household} where id = ${one.hearing}`);
      }),
    ).rejects.toMatchObject(refused('hearing'));
    await expect(
      effect(0, async (tx, { decision, hearing }) => {
        await tx.run(step(hearing, 'draft', 'drafted'));
        // The projection may say what it likes.
        await tx.run(sql`update matter set state = 'replied' where id = ${hearing}`);
        await tx.run(decide(decision));
        await tx.run(step(decision, 'notify', 'notified'));
      }),
    ).rejects.toMatchObject(refused('hearing'));
  });

  it.each([
    [
      'nobody decided',
      async (tx: Transaction, one: Case) => void (await tx.run(step(one.decision, 'notify', 'notified'))),
    ],
    [
      'the clock decided',
      async (tx: Transaction, one: Case) => {
        await tx.run(decide(one.decision, null));
        await tx.run(step(one.decision, 'notify', 'notified'));
      },
    ],
    [
      'no reason was given',
      async (tx: Transaction, one: Case) => {
        await tx.run(decide(one.decision, account, '  '));
        await tx.run(step(one.decision, 'notify', 'notified'));
      },
    ],
    ['it was not delivered', async (tx: Transaction, one: Case) => void (await tx.run(decide(one.decision)))],
    [
      'it was delivered before it was made',
      async (tx: Transaction, one: Case) => {
        await tx.run(step(one.decision, 'notify', 'notified'));
        await tx.run(decide(one.decision));
      },
    ],
  ])('refuses even an increase when %s', async (_, before) => {
    await expect(effect(60000, before)).rejects.toMatchObject(refused('reasoned decision'));
  });

  it('is asked once, and in the transaction of its step', async () => {
    const again = async (tx: Transaction, one: Case) => {
      const found = await tx.get<{ id: string }>(
        sql`select id from step where matter_id = ${one.decision} and action = 'takeEffect'`,
      );
      return tx.rows(sql`select take_effect(${found.id}, 90000, '2027-01-01')`);
    };
    await expect(effect(60000, whole, again)).rejects.toMatchObject(refused('already'));
    let later: Case | null = null;
    await effect(60000, whole, async (_, one) => {
      later = one;
    });
    await expect(
      test.db.within(everywhere, (tx) => again(tx, later as unknown as Case)),
    ).rejects.toMatchObject(refused('only a decision'));
  });

  it('no other step, and no step of another workflow, opens it', async () => {
    const one = await test.db.asOwner(prepare);
    for (const [of, action] of [
      [one.decision, 'close'],
      [one.hearing, 'takeEffect'],
    ] as const)
      await expect(
        test.db.within(everywhere, async (tx) => {
          const id = randomUUID();
          await tx.run(step(of, action, 's', { id }));
          await tx.rows(sql`select take_effect(${id}, 0, '2026-12-01')`);
        }),
      ).rejects.toMatchObject(refused('only a decision'));
  });

  it('is the only way: the server may not write to the table itself', async () => {
    for (const text of [
      'insert into entitlement select * from entitlement',
      'update entitlement set monthly_fen = 1',
      'delete from entitlement',
    ])
      await expect(test.db.within(everywhere, (tx) => tx.run(raw(text)))).rejects.toMatchObject({
        code: '42501',
      });
  });
});
