import { setTimeout as sleep } from 'node:timers/promises';
import { roles } from '@yangguang/domain/people/role';
import { permissions, grants } from '@yangguang/domain/people/permission';
import { sql } from '@yangguang/store/sql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeRoot, keepRoots } from '../../jobs/audit/make-root.ts';
import { verifyStore } from '../../jobs/audit/verify-store.ts';
import { jobKindNames } from '../../jobs/job-names.ts';
import { openWorker, type Worker } from '../../jobs/open-worker.ts';
import { openLog } from '../../log/open-log.ts';
import { code } from '../../sign-on/test-people.ts';
import type { TestVisitor } from '../../test-office.ts';
import { everyNumber, idNumber, leadOffice, overheard } from '../lead/test-leads.ts';

let desk: Awaited<ReturnType<typeof leadOffice>>;
let auditor: TestVisitor;
let otherAuditor: TestVisitor;
let worker: Worker;
beforeAll(async () => {
  desk = await leadOffice();
  auditor = await desk.one.visitor('审计甲', { role: 'auditAdmin', area: '339901' });
  otherAuditor = await desk.one.visitor('审计乙', { role: 'auditAdmin', area: '339902' });
  const { office } = desk.one;
  const kinds = {
    [jobKindNames.verifyStore]: verifyStore(office),
    [jobKindNames.makeRoot]: makeRoot(office),
  };
  const times = { beatMs: 500, leaseMs: 5000, pollMs: 100, backOffMs: 100 };
  worker = await openWorker(office, kinds, openLog('silent', { write: () => {} }), { times });
});
afterAll(async () => {
  await worker.stop();
  await desk.one.close();
});

const reason = '群众来信反映，须核对身份';
const search = async (who: TestVisitor, ...filter: string[]) =>
  (await who.client.audit.search({ filter, limit: 200 })).items;

it('is for auditors alone', async () => {
  expect(permissions.filter((p) => p.startsWith('audit.'))).toEqual(['audit.read', 'audit.verify']);
  const allowed = Object.keys(roles).filter((role) => grants(role as keyof typeof roles, 'audit.read'));
  expect(allowed).toEqual(['auditAdmin']);
  for (const role of ['countyLead', 'securityAdmin', 'systemAdmin', 'inspector'] as const) {
    const { client } = await desk.one.visitor(`试${role}`, { role, area: '339901' });
    await expect(client.audit.search()).rejects.toEqual(code('API-103'));
    await expect(client.audit.person({ householdId: desk.homes.east })).rejects.toEqual(code('API-103'));
    await expect(client.audit.verify()).rejects.toEqual(code('API-103'));
    await expect(client.audit.roots()).rejects.toEqual(code('API-103'));
  }
  // And they see no case.
  await expect(auditor.client.household.get({ id: desk.homes.east })).rejects.toEqual(code('API-103'));
  await expect(auditor.client.lead.list()).rejects.toEqual(code('API-103'));
});

it('finds by account, kind, subject, code and time, newest first, page by page', async () => {
  const { eastCase, westLead } = desk.people;
  await eastCase.client.household.get({ id: desk.homes.east });
  await eastCase.client.lead.get({ matterId: desk.of('E1') });
  await eastCase.client.household.find({ kind: 'id', text: idNumber(1), reason });
  await expect(westLead.client.household.get({ id: desk.homes.east })).rejects.toEqual(code('API-104'));
  const who = `account:${eastCase.account.id}`;
  const lines = await search(auditor, who);
  expect(lines.map((l) => l.operation)).toEqual(['household.find', 'lead.get', 'household.get']);
  expect(lines[0]).toMatchObject({
    by: { id: eastCase.account.id, name: '东办员' },
    role: 'townCaseworker',
    kind: 'search',
    title: { zh: '按号码或姓名查找' },
    ...{ reason, outcome: 'given', code: null, address: '127.0.0.1', place: '339901001001' },
  });
  expect((await search(auditor, who, 'kind:person')).map((l) => l.operation)).toEqual([
    'lead.get',
    'household.get',
  ]);
  expect(await search(auditor, `matter:${desk.of('E1')}`)).toHaveLength(1);
  expect(await search(auditor, who, `household:${desk.homes.east}`)).toHaveLength(3);
  const refused = await search(auditor, 'kind:refusal', 'code:API-104');
  expect(refused).toMatchObject([{ by: { name: '西乡长' }, operation: 'household.get', outcome: 'refused' }]);

  desk.one.setClock('2026-11-23T09:00:00+08:00');
  await eastCase.client.household.get({ id: desk.homes.east });
  expect(await search(auditor, who, 'from:2026-11-23')).toHaveLength(1);
  expect(await search(auditor, who, 'to:2026-11-22')).toHaveLength(3);
  expect(await search(auditor, who, 'from:2026-11-22', 'to:2026-11-23')).toEqual([]);
  expect(await search(auditor, who, 'from:2026-11-21T00:00:00Z')).toHaveLength(4);

  const seen: string[] = [];
  let cursor: string | undefined;
  for (let pages = 0; pages < 10; pages += 1) {
    const page = await auditor.client.audit.search({
      ...{ filter: [who], limit: 2 },
      ...(cursor === undefined ? {} : { cursor }),
    });
    seen.push(...page.items.map((l) => l.seq));
    cursor = page.next ?? undefined;
    if (cursor === undefined) break;
  }
  expect(seen).toHaveLength(4);
  expect(seen.map(Number)).toEqual([...seen].map(Number).sort((a, b) => b - a));
  for (const filter of [
    'account:zhang',
    'from:gestern',
    'kind:x y',
    'household:1',
    'from:2026-02-31T99:00:00Z',
  ])
    await expect(auditor.client.audit.search({ filter: [filter] })).rejects.toEqual(code('API-101'));
});

it('says who read one family’s file, wherever the reader belongs, to the auditor of its place alone', async () => {
  const { south } = desk.homes;
  const city = await desk.one.visitor('市办', { role: 'cityOfficer', area: '3399' });
  await city.client.household.get({ id: south });
  await city.client.lead.get({ matterId: desk.of('S1') });
  await city.client.matter.get({ id: desk.of('S1') });
  await city.client.evidence.list({ matterId: desk.of('S1') });
  await desk.people.southLead.client.household.unmask({ id: south, reason });
  await desk.people.southLead.client.household.find({ kind: 'name', text: '钱多多', reason });
  const { items } = await otherAuditor.client.audit.person({ householdId: south });
  expect(items.map((l) => [l.by?.name, l.operation])).toEqual([
    ['南乡长', 'household.find'],
    ['南乡长', 'household.unmask'],
    ['市办', 'evidence.list'],
    ['市办', 'matter.get'],
    ['市办', 'lead.get'],
    ['市办', 'household.get'],
  ]);
  expect(items[1]).toMatchObject({ subject: { unmasked: true }, reason });
  await expect(auditor.client.audit.person({ householdId: south })).rejects.toEqual(code('API-104'));
  // The city officer's other reads are not this auditor's to see, and this one's not the other's.
  const own = await search(auditor, `household:${south}`);
  expect(own).toEqual([]);
  const page = await otherAuditor.client.audit.person({ householdId: south, limit: 5 });
  expect(page.items).toHaveLength(5);
  const rest = await otherAuditor.client.audit.person({
    ...{ householdId: south, limit: 5 },
    ...(page.next === null ? {} : { cursor: page.next }),
  });
  expect(rest.items.map((l) => l.operation)).toEqual(['household.get']);
});

it('the reading of the audit is itself in the audit', async () => {
  await search(otherAuditor);
  await otherAuditor.client.audit.roots();
  await otherAuditor.client.audit.status();
  await otherAuditor.client.audit.steps({ matterId: desk.of('S1') });
  const lines = await search(otherAuditor, 'kind:search');
  const mine = lines.filter((l) => l.by?.name === '审计乙').map((l) => l.operation);
  expect(mine.slice(0, 3)).toEqual(['audit.steps', 'audit.status', 'audit.roots']);
  expect(mine).toEqual(expect.arrayContaining(['audit.person', 'audit.search']));
});

it('failed sign-ins are for every auditor, without the name that was tried', async () => {
  const guess = { userName: 'zhangsanfeng', password: 'Kite7-river-Bowl' };
  await expect(desk.one.stranger().client.session.signIn(guess)).rejects.toEqual(code('ACC-101'));
  for (const who of [auditor, otherAuditor]) {
    const [line] = await search(who, 'kind:signIn');
    expect(line).toMatchObject({ by: null, outcome: 'refused', code: 'ACC-101', address: '127.0.0.1' });
    expect(JSON.stringify(line)).not.toContain('zhangsanfeng');
  }
});

it('shows acts of the own area without what they hold', async () => {
  const stepId = desk.one.office.newId();
  await desk.people.eastLead.client.matter.act({
    ...{ matterId: desk.of('E2'), expectedVersion: 0, stepId, action: 'triage', reason: '已研判，待核查' },
  });
  const { client, heard } = overheard(desk.one, auditor);
  const { items } = await client.audit.steps({ accountId: desk.people.eastLead.account.id });
  expect(items).toMatchObject([
    { id: stepId, workflow: 'lead', action: 'triage', by: { name: '东乡长' }, role: 'townLead' },
  ]);
  expect(heard.join()).not.toContain('待核查');
  expect((await otherAuditor.client.audit.steps({ matterId: desk.of('E2') })).items).toEqual([]);
});

async function verified(after: string) {
  const { jobId } = await auditor.client.audit.verify();
  for (let waits = 0; waits < 300; waits += 1) {
    const { isRunning, lastVerified } = await auditor.client.audit.status();
    if (!isRunning && lastVerified !== null && lastVerified.at > after) return { jobId, lastVerified };
    await sleep(100);
  }
  throw new Error('it did not end');
}

it('verifies on demand and says in words where something was changed, and the other auditor sees it too', async () => {
  desk.one.setClock('2026-11-24T09:00:00+08:00');
  const first = await verified('2026-11-24T00:00:00Z');
  expect(first.lastVerified).toMatchObject({ isWhole: true, findingCount: 0, findings: [] });
  expect(first.lastVerified.matters).toBeGreaterThanOrEqual(7);
  expect(first.lastVerified.reads).toBeGreaterThan(20);
  // What an administrator of the database could do.
  const { db } = desk.one.office;
  await db.asOwner((tx) => tx.run(sql`update matter set severity = 'info' where id = ${desk.of('E1')}`));
  await db.asOwner((tx) => tx.run(sql`update lead set amount_fen = 1 where id = 'W1'`));
  desk.one.setClock('2026-11-24T10:00:00+08:00');
  const { lastVerified } = await verified('2026-11-24T01:30:00Z');
  expect(lastVerified.isWhole).toBe(false);
  expect(lastVerified.findings.map((f) => f.words)).toEqual(
    expect.arrayContaining([
      {
        zh: `matter ${desk.of('E1')} 被改动：与历程推算不符：severity`,
        en: `matter ${desk.of('E1')} changed: the journal says otherwise: severity`,
      },
      {
        zh: 'lead W1 被改动：与立项时的哈希不符',
        en: 'lead W1 changed: not what the matter was opened with',
      },
    ]),
  );
  expect((await otherAuditor.client.audit.status()).lastVerified?.findingCount).toBe(2);
  const told = JSON.stringify(lastVerified);
  for (const number of everyNumber([1, 2, 3, 4])) expect(told).not.toContain(number);
});

it('keeps a root for every day, by itself, and lists them', async () => {
  const { office } = desk.one;
  const rootsNow = async () => (await auditor.client.audit.roots()).items.map((r) => r.day);
  expect(await rootsNow()).toEqual([]);
  await keepRoots(office);
  await keepRoots(office);
  const until = async (days: readonly string[]) => {
    for (let waits = 0; waits < 100 && (await rootsNow()).length < days.length; waits += 1) await sleep(100);
    expect(await rootsNow()).toEqual(days);
  };
  await until(['2026-11-23']);
  desk.one.setClock('2026-11-25T00:04:00+08:00');
  await sleep(300);
  expect(await rootsNow()).toEqual(['2026-11-23']);
  desk.one.setClock('2026-11-25T00:06:00+08:00');
  await until(['2026-11-24', '2026-11-23']);
  expect((await auditor.client.audit.roots({ before: '2026-11-24' })).items.map((r) => r.day)).toEqual([
    '2026-11-23',
  ]);
  const waiting = await office.db.asOwner((tx) =>
    tx.rows<{ run_after: Date }>(
      sql`select run_after from job where kind = ${jobKindNames.makeRoot} and state = 'waiting'`,
    ),
  );
  expect(waiting).toEqual([{ run_after: new Date('2026-11-26T00:05:00+08:00') }]);
  const { newestRoot } = await auditor.client.audit.status();
  expect(newestRoot).toMatchObject({ day: '2026-11-24', root: expect.stringMatching(/^[\da-f]{64}$/) });
});
