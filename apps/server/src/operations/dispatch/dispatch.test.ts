import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Refused } from '@yangguang/contract/wire';
import { enterLeads, type NewLead } from '@yangguang/store/lead/enter-leads';
import { sql } from '@yangguang/store/sql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { jobKinds } from '../../jobs/all.ts';
import { openWorker, type Worker } from '../../jobs/open-worker.ts';
import { checkPlace } from '../../jobs/start-work.ts';
import { openLog } from '../../log/open-log.ts';
import { journalRoom } from '../../office/journal-room.ts';
import { type TestOffice, testOffice, type TestVisitor } from '../../test-office.ts';

const county = '339901';
const [east, west] = [`${county}001`, `${county}002`];
let t: TestOffice;
let clerk: TestVisitor & { readonly account: { readonly id: string } };
let worker: Worker | null = null;

beforeAll(async () => {
  t = await testOffice({ at: '2026-11-16T09:00:00+08:00' });
  clerk = await t.visitor('王主任', { role: 'countyCaseworker', area: county });
});
afterAll(async () => {
  await worker?.stop();
  await t.close();
});

async function startWorker(): Promise<void> {
  const place = checkPlace(t.office, { program: '', builtInPolicy: '' });
  const times = { beatMs: 200, leaseMs: 10_000, pollMs: 200, backOffMs: 1000 };
  worker = await openWorker(t.office, jobKinds(t.office, place), openLog('silent', { write: () => {} }), {
    times,
  });
}

async function stopWorker(): Promise<void> {
  await worker?.stop();
  worker = null;
}

let serial = 0;
const households: Record<string, string> = {};

/** Leads of a town, as a run enters them; `home` names the household they are about. */
async function enter(region: string, home: string, ...severities: NewLead['severity'][]): Promise<void> {
  const { db, now } = t.office;
  const id = (households[home] ??= randomUUID());
  await db.asOwner((tx) =>
    tx.run(sql`insert into household (id, region, programme, head_name, updated_at)
      values (${id}, ${region}, 'dibao_rural', ${home}, now()) on conflict do nothing`),
  );
  const leads = severities.map((severity): NewLead => {
    serial += 1;
    return {
      id: `L${serial}`,
      household_id: id,
      run_id: '00000000-0000-4000-8000-000000000001',
      ...{ rule: 'INC-01', family: 'INC', severity, identity_tier: 'same', grade: 'lead' },
      ...{ subject_kind: 'person', subject_name: home, period: null, summary_zh: '疑点', summary_en: 'lead' },
      ...{ is_restricted: false, region, programme: 'dibao_rural', amount_fen: null },
      ...{
        pack_version: '1',
        rule_hash: 'h',
        campaignId: null,
        private: { subjectKey: `${home} ${serial}` },
      },
      facts: {
        rule: 'INC-01',
        identity: 'same',
        programme: 'dibao_rural',
        isKinCase: false,
        isComplaint: false,
      },
    };
  });
  await db.asOwner((tx) => enterLeads(tx, journalRoom(t.office), leads, now()));
}

interface Row {
  readonly region: string;
  readonly state: string;
  readonly assigned_area: string | null;
  readonly due_on: string;
  readonly steps: number;
}
const rows = (): Promise<Row[]> =>
  t.office.db.asOwner((tx) =>
    tx.rows<Row>(sql`select m.region, m.state, m.assigned_area, m.due_on,
      (select count(*)::integer from step s where s.matter_id = m.id) as steps
      from matter m where m.workflow = 'lead' order by m.region, m.severity, m.id`),
  );

const code = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'no refusal',
    (error: unknown) => (error as Refused).code,
  );

async function ended(id: string) {
  for (let waits = 0; waits < 1500; waits++) {
    const answer = await clerk.client.dispatch.get({ id });
    if (answer.state !== 'waiting') return answer;
    await sleep(20);
  }
  throw new Error('the dispatch did not end');
}

it('shows what each town would get and by when, sends exactly that, each lead once, with the day the limits leave', async () => {
  await enter(`${east}001`, '张一', 'serious', 'suspect');
  await enter(`${east}002`, '李二', 'suspect');
  await enter(`${west}001`, '赵三', 'serious', 'info');
  const filter = { area: county, severities: ['serious' as const, 'suspect' as const] };
  const preview = await clerk.client.dispatch.preview(filter);
  // Ten working days for a first visit, thirty to conclude, from Monday the 16th of November 2026.
  expect(preview).toEqual({
    leads: 4,
    households: 3,
    towns: [
      {
        region: east,
        name: '东乡',
        leads: 3,
        households: 2,
        serious: 1,
        suspect: 2,
        info: 0,
        dueFrom: '2026-11-30',
        dueTo: '2026-12-28',
      },
      {
        region: west,
        name: '西乡',
        leads: 1,
        households: 1,
        serious: 1,
        suspect: 0,
        info: 0,
        dueFrom: '2026-11-30',
        dueTo: '2026-11-30',
      },
    ],
    leftOut: [],
    ofKin: 0,
  });
  expect((await rows()).every((row) => row.state === 'new')).toBe(true);
  const id = randomUUID();
  expect(await code(clerk.client.dispatch.send({ id, ...filter, expected: 5 }))).toBe('DSP-102');
  await clerk.client.dispatch.send({ id, ...filter, expected: 4 });
  await clerk.client.dispatch.send({ id, ...filter, expected: 4 });
  expect(await code(clerk.client.dispatch.send({ id, area: east, expected: 4 }))).toBe('DSP-101');
  await startWorker();
  const { state, report } = await ended(id);
  expect(state).toBe('done');
  expect(report).toEqual({
    dispatched: 4,
    towns: [
      { region: east, leads: 3 },
      { region: west, leads: 1 },
    ],
    refused: [],
  });
  const sent = (await rows()).filter((row) => row.state === 'toVerify');
  expect(sent.map((row) => [row.assigned_area, row.due_on, row.steps])).toEqual([
    [east, '2026-11-30', 3],
    [east, '2026-12-28', 3],
    [east, '2026-12-28', 3],
    [west, '2026-11-30', 3],
  ]);
  expect(await clerk.client.dispatch.preview(filter)).toMatchObject({ leads: 0, households: 0, towns: [] });
  expect((await rows()).filter((row) => row.state === 'new')).toHaveLength(1);
});

it('leaves a lead about kin of the sender where it is, and says so; leads that come in later are not in it', async () => {
  await stopWorker();
  await enter(`${west}001`, '赵亲', 'suspect');
  await enter(`${west}001`, '钱四', 'suspect');
  await t.office.db.asOwner((tx) =>
    tx.run(sql`insert into kinship (account_id, household_id, relation, declared_at)
      values (${clerk.account.id}, ${households['赵亲']}, '兄弟', now())`),
  );
  const id = randomUUID();
  const filter = { area: west, severities: ['suspect' as const] };
  const { leads, ofKin } = await clerk.client.dispatch.preview(filter);
  expect([leads, ofKin]).toEqual([2, 1]);
  await clerk.client.dispatch.send({ id, ...filter, expected: leads });
  t.setClock('2026-11-16T10:00:00+08:00');
  await enter(`${west}001`, '孙五', 'suspect');
  await startWorker();
  const { report } = await ended(id);
  expect(report).toEqual({
    dispatched: 1,
    towns: [{ region: west, leads: 1 }],
    refused: [{ code: 'WF-105', leads: 1 }],
  });
});

it('is not sent in the name of somebody who may no longer, nor into another town by a town', async () => {
  await stopWorker();
  const lead = await t.visitor('西乡负责人', { role: 'townLead', area: west });
  const id = randomUUID();
  const filter = { area: west, severities: ['suspect' as const] };
  const { leads } = await lead.client.dispatch.preview(filter);
  expect(leads).toBe(2);
  expect(await code(lead.client.dispatch.send({ id, area: east, expected: 1 }))).toBe('API-104');
  expect(await code(lead.client.dispatch.preview({ area: `${west}0` }))).toBe('API-101');
  expect((await lead.client.dispatch.preview({ area: east })).leads).toBe(0);
  await lead.client.dispatch.send({ id, ...filter, expected: leads });
  await t.office.db.asOwner((tx) =>
    tx.run(sql`update appointment set revoked_at = ${t.office.now()} where account_id = ${lead.account.id}`),
  );
  const before = await rows();
  await startWorker();
  const { state, failure } = await ended(id);
  expect([state, failure?.code]).toEqual(['failed', 'DSP-103']);
  expect(await rows()).toEqual(before);
});

it('sends what was chosen in the queue and nothing else, and says what of it stays and why', async () => {
  await stopWorker();
  await enter(`${east}001`, '周六', 'suspect', 'info');
  await enter(`${west}001`, '吴七', 'serious');
  const { items } = await clerk.client.lead.list({ limit: 200 });
  const ofState = (state: string) => items.filter((line) => line.state === state).map(({ id }) => id);
  const fresh = ofState('new').slice(0, 2);
  const sentBefore = ofState('toVerify').slice(0, 3);
  const chosen = { area: county, matterIds: [...fresh, ...sentBefore] };
  const preview = await clerk.client.dispatch.preview(chosen);
  expect(preview).toMatchObject({
    leads: 2,
    leftOut: [{ state: 'toVerify', title: { zh: '待核查', en: 'To be verified' }, leads: 3 }],
  });
  const byFilter = { area: county, filter: ['severity:serious', `town:${west}`] };
  expect(
    (await clerk.client.dispatch.preview(byFilter)).towns.map(({ region, leads }) => [region, leads]),
  ).toEqual([[west, 1]]);
  expect(await code(clerk.client.dispatch.preview({ area: county, filter: ['state:nosuch'] }))).toBe(
    'API-101',
  );
  const ids = [randomUUID(), randomUUID()];
  await clerk.client.dispatch.send({ id: ids[0] ?? '', ...chosen, expected: 2 });
  await clerk.client.dispatch.send({ id: ids[1] ?? '', ...byFilter, expected: 1 });
  await startWorker();
  const reports = [];
  for (const id of ids) reports.push((await ended(id)).report);
  // The two may have met in the serious lead of the west: whoever came first sent it.
  const after = await clerk.client.lead.list({ limit: 200 });
  const state = (id: string) => after.items.find((line) => line.id === id)?.state;
  expect(fresh.map(state)).toEqual(['toVerify', 'toVerify']);
  expect(reports[0]?.dispatched).toBe(2);
  const untouched = ofState('new').filter((id) => state(id) === 'new');
  expect(untouched.length).toBe(
    ofState('new').length - reports.reduce((n, one) => n + (one?.dispatched ?? 0), 0),
  );
});
