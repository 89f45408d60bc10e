import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { everywhere, type Transaction } from './database.ts';
import { type Sql, sql } from './sql.ts';
import { type TestDatabase, testDatabase } from './test-database.ts';

let test: TestDatabase;
const account = randomUUID();
const region = '330102001';
let seq = 0;

beforeAll(async () => {
  test = await testDatabase();
  await test.db.asOwner(async (tx) => {
    await tx.run(sql`insert into division (code, name) values (${region}, 'a')`);
    await tx.run(sql`insert into account (id, user_name, full_name, password, created_at)
      values (${account}, 'zhang', '张', 'hash', now())`);
  });
});
afterAll(() => test.close());

interface Case {
  readonly household: string;
  readonly decision: string;
  readonly hearing: string;
}

interface More {
  readonly by?: string | null;
  readonly reason?: string;
  readonly facts?: object;
  readonly id?: string;
  readonly no?: number;
}

function step(of: string, action: string, toState: string, more: More = {}): Sql {
  seq += 1;
  return sql`insert into step (seq, id, matter_id, step_no, action, to_state, account_id, role, area, at, recorded_at,
      reason, facts, evidence, request_hash, prev_hash, hash)
    values (${seq}, ${more.id ?? randomUUID()}, ${of}, ${more.no ?? seq}, ${action}, ${toState}, ${more.by ?? null},
      'countyLead', '330102', now(), now(), ${more.reason ?? null}, ${JSON.stringify(more.facts ?? {})}::jsonb, '[]',
      '', '', '')`;
}

function decide(of: string, amountFen: number | null, more: More = {}): Sql {
  const facts = { monthlyFen: amountFen, fromMonth: '2026-12' };
  return step(of, 'decide', 'decided', { by: account, reason: '收入超过标准', facts, ...more });
}

/** A household that receives 500 yuan, a decision about it, and a notice of hearing that the decision opened. */
async function prepare(tx: Transaction): Promise<Case> {
  const [household, decision, hearing] = [randomUUID(), randomUUID(), randomUUID()];
  await tx.run(sql`insert into household (id, region, programme, head_name, updated_at)
    values (${household}, ${region}, 'dibao_rural', 'h', now())`);
  await tx.run(sql`insert into entitlement (id, household_id, region, programme, monthly_fen, from_month)
    values (${randomUUID()}, ${household}, ${region}, 'dibao_rural', 50000, '2026-01-01')`);
  for (const [id, workflow, kind] of [
    [decision, 'decision', 'stop'],
    [hearing, 'notice', 'hearing'],
  ] as const) {
    await tx.run(sql`insert into matter (id, workflow, household_id, region, programme, title, state, opened_at, changed_at)
      values (${id}, ${workflow}, ${household}, ${region}, 'dibao_rural', 't', 's', now(), now())`);
    await tx.run(step(id, 'matter.open', 'drafted', { facts: { kind }, no: 0 }));
  }
  await tx.run(sql`insert into matter_link values (${decision}, ${hearing})`);
  return { household, decision, hearing };
}

type Act = (tx: Transaction, one: Case) => Promise<unknown>;

const receives: Act = (tx, { household }) =>
  tx.rows(sql`select monthly_fen, from_month, to_month from entitlement where household_id = ${household}
    order by from_month`);

/** Takes the last step and asks for the effect, in one transaction, as the server. */
async function effect(before: Act, after: Act = receives): Promise<unknown> {
  const one = await test.db.asOwner(prepare);
  await test.db.asOwner((tx) => before(tx, one));
  return test.db.within(everywhere, async (tx) => {
    const id = randomUUID();
    await tx.run(step(one.decision, 'takeEffect', 'effective', { id }));
    await tx.rows(sql`select take_effect(${id})`);
    return after(tx, one);
  });
}

/** The whole way: heard, decided, delivered. */
const whole =
  (amountFen: number): Act =>
  async (tx, { decision, hearing }) => {
    await tx.run(step(hearing, 'reply', 'replied'));
    await tx.run(decide(decision, amountFen));
    await tx.run(step(decision, 'notify', 'notified'));
  };
const withoutHearing =
  (amountFen: number | null, more: More = {}): Act =>
  async (tx, { decision }) => {
    await tx.run(decide(decision, amountFen, more));
    await tx.run(step(decision, 'notify', 'notified'));
  };
const refused = (words: string) => ({ code: 'YG002', message: expect.stringContaining(words) as string });
const before = { monthly_fen: 50000n, from_month: '2026-01-01', to_month: '2026-12-01' };

it('stops a benefit after notice, hearing, reasoned decision and delivery', async () => {
  expect(await effect(whole(0))).toEqual([before]);
});

it('changes the amount from the month of the decision on', async () => {
  expect(await effect(whole(30000))).toEqual([
    before,
    { monthly_fen: 30000n, from_month: '2026-12-01', to_month: null },
  ]);
});

it('refuses to take away without a hearing, whatever the decision calls itself', async () => {
  await expect(effect(withoutHearing(0))).rejects.toMatchObject(refused('hearing'));
  await expect(effect(withoutHearing(49999))).rejects.toMatchObject(refused('hearing'));
  expect(await effect(withoutHearing(50000))).toHaveLength(2);
  expect(await effect(withoutHearing(60000))).toHaveLength(2);
});

it('refuses a hearing about another family', async () => {
  const act: Act = async (tx, one) => {
    await whole(0)(tx, one);
    const other = await prepare(tx);
    await tx.run(sql`update matter set household_id = ${other.household} where id = ${one.hearing}`);
  };
  await expect(effect(act)).rejects.toMatchObject(refused('hearing'));
});

it('asks the journal, not its projection: a hearing only drafted is none, another notice is none', async () => {
  const drafted: Act = async (tx, one) => {
    await tx.run(sql`update matter set state = 'replied', kind = 'hearing' where id = ${one.hearing}`);
    await withoutHearing(0)(tx, one);
  };
  await expect(effect(drafted)).rejects.toMatchObject(refused('hearing'));
  const otherNotice: Act = async (tx, one) => {
    const notice = randomUUID();
    await tx.run(sql`insert into matter (id, workflow, kind, household_id, region, title, state, opened_at, changed_at)
      values (${notice}, 'notice', 'hearing', ${one.household}, ${region}, 't', 'replied', now(), now())`);
    await tx.run(step(notice, 'matter.open', 'drafted', { facts: { kind: 'evidenceRequest' }, no: 0 }));
    await tx.run(step(notice, 'reply', 'replied'));
    await tx.run(sql`insert into matter_link values (${one.decision}, ${notice})`);
    await withoutHearing(0)(tx, one);
  };
  await expect(effect(otherNotice)).rejects.toMatchObject(refused('hearing'));
});

const notify: Act = (tx, { decision }) => tx.run(step(decision, 'notify', 'notified'));
const decided: Act = (tx, { decision }) => tx.run(decide(decision, 60000));

it.each<[string, Act]>([
  ['nobody decided', notify],
  ['the clock decided', withoutHearing(60000, { by: null })],
  ['no reason was given', withoutHearing(60000, { reason: '  ' })],
  ['it was not delivered', decided],
  ['it was delivered before it was made', async (tx, one) => [await notify(tx, one), await decided(tx, one)]],
  [
    'it was made again and not delivered again',
    async (tx, one) => [await whole(60000)(tx, one), await decided(tx, one)],
  ],
])('refuses even an increase when %s', async (_, act) => {
  await expect(effect(act)).rejects.toMatchObject(refused('reasoned decision'));
});

it('refuses a decision that names no amount', async () => {
  await expect(effect(withoutHearing(null))).rejects.toMatchObject(
    refused('no household, programme, amount'),
  );
});

const again: Act = async (tx, one) => {
  const found = await tx.get<{ id: string }>(
    sql`select id from step where matter_id = ${one.decision} and action = 'takeEffect'`,
  );
  return tx.rows(sql`select take_effect(${found.id})`);
};

it('happens once', async () => {
  await expect(effect(whole(60000), again)).rejects.toMatchObject(refused('already'));
});

it('happens in the transaction of its step', async () => {
  const one = (await effect(whole(60000), (_, found) => Promise.resolve(found))) as Case;
  await expect(test.db.within(everywhere, (tx) => again(tx, one))).rejects.toMatchObject(
    refused('only a decision'),
  );
});

it.each(['decision', 'hearing'] as const)('no other step of a %s opens it', async (of) => {
  const one = await test.db.asOwner(prepare);
  const act = test.db.within(everywhere, async (tx) => {
    const id = randomUUID();
    await tx.run(step(one[of], of === 'decision' ? 'archive' : 'takeEffect', 's', { id }));
    await tx.rows(sql`select take_effect(${id})`);
  });
  await expect(act).rejects.toMatchObject(refused('only a decision'));
});

it.each([
  sql`insert into entitlement select * from entitlement`,
  sql`update entitlement set monthly_fen = 1`,
  sql`delete from entitlement`,
])('is the only way: the server may not write to the table itself (%#)', async (statement) => {
  await expect(test.db.within(everywhere, (tx) => tx.run(statement))).rejects.toMatchObject({
    code: '42501',
  });
});
