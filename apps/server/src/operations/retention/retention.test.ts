import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { verify } from '@yangguang/store/audit/verify';
import { everywhere } from '@yangguang/store/database';
import { findByNumber } from '@yangguang/store/household/find-household';
import { leadContext } from '@yangguang/store/lead/lead-row';
import { sql } from '@yangguang/store/sql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fileChecker } from '../../files/check-file.ts';
import { placeOfFile } from '../../files/file-head.ts';
import { code } from '../../sign-on/test-people.ts';
import { testOffice, type TestOffice, type TestVisitor } from '../../test-office.ts';
import { eastVillage, madeUpId, southVillage } from '../matter/test-matters.ts';
import { endedCase, type EndedCase, endedLead, endedRoom } from './test-ended.ts';

let one: TestOffice;
let security: TestVisitor;
let audit: TestVisitor;
let elsewhere: TestVisitor;

let old: EndedCase;
let held: EndedCase;
let recent: EndedCase;
let receiving: EndedCase;
let south: EndedCase;
let finding: string;

beforeAll(async () => {
  one = await testOffice({ at: '2012-03-01T09:00:00+08:00' });
  security = await one.visitor('安保密', { role: 'securityAdmin', area: '339901' });
  audit = await one.visitor('沈审计', { role: 'auditAdmin', area: '' });
  elsewhere = await one.visitor('南保密', { role: 'securityAdmin', area: '339902' });
  old = await endedCase(one, 1, eastVillage);
  finding = await endedLead(one, eastVillage);
  held = await endedCase(one, 2, eastVillage);
  receiving = await endedCase(one, 3, eastVillage, true);
  south = await endedCase(one, 4, southVillage);
  one.setClock('2020-03-01T09:00:00+08:00');
  recent = await endedCase(one, 5, eastVillage);
  one.setClock('2026-11-21T09:00:00+08:00');
});
afterAll(() => one.close());

const check = () =>
  verify(
    one.office.db,
    { vault: one.office.vault, workflows: endedRoom(one).workflows },
    {
      checkFile: fileChecker(folder(), one.office.vault),
    },
  );
const folder = (): string => join(one.office.settings.DATA_DIR, 'files');
const exists = (file: string): boolean => existsSync(placeOfFile(folder(), file));
const row = (id: string) =>
  one.office.db.asOwner((tx) =>
    tx.get<{ head_name: string; private: Buffer | null; erased_at: Date | null }>(
      sql`select head_name, private, erased_at from household where id = ${id}`,
    ),
  );
const findable = async (n: number): Promise<number> =>
  (
    await one.office.db.within(everywhere, (tx) =>
      findByNumber(tx, one.office.vault, everywhere, { kind: 'id', text: madeUpId(n) }),
    )
  ).length;

it('F-U21 erases what is beyond its years, by two people, with a certificate; the journal stays verifiable', async () => {
  const { retention } = security.client;
  expect((await check()).findings).toEqual([]);
  expect(await retention.preview({ area: '339901' })).toEqual({
    ...{ years: 10, endedBeforeOn: '2016-11-21', matters: 4, households: 2 },
  });
  const holdId = one.office.newId();
  const holding = {
    id: holdId,
    kind: 'household' as const,
    subjectId: held.household,
    reason: '行政诉讼未结',
  };
  await retention.hold(holding);
  await retention.hold(holding);
  await expect(retention.hold({ ...holding, subjectId: old.household })).rejects.toEqual(code('RET-104'));

  const id = one.office.newId();
  expect(await retention.propose({ id, area: '339901' })).toEqual({ id, matters: 3, households: 1 });
  expect(await retention.propose({ id, area: '339901' })).toEqual({ id, matters: 3, households: 1 });
  expect((await row(old.household)).head_name).toBe('旧户1');
  await expect(security.client.retention.approve({ id })).rejects.toEqual(code('API-103'));

  const done = await audit.client.retention.approve({ id });
  expect(done.counts).toMatchObject({ matters: 3, households: 1, steps: 2, leads: 1, files: 2 });
  expect(done.counts.indexEntries).toBeGreaterThan(0);
  await expect(audit.client.retention.approve({ id })).rejects.toEqual(code('RET-102'));

  expect(await row(old.household)).toMatchObject({ head_name: '', private: null });
  expect((await row(old.household)).erased_at).not.toBeNull();
  expect([await findable(1), await findable(2), await findable(3)]).toEqual([0, 1, 1]);
  expect([old, receiving, held, recent, south].map(({ file }) => exists(file))).toEqual([
    ...[false, false],
    ...[true, true, true],
  ]);
  const left = await one.office.db.asOwner((tx) =>
    tx.get<{ n: bigint }>(
      sql`select count(*) as n from step where matter_id = any(${[old.matter, receiving.matter]}::uuid[]) and private is not null`,
    ),
  );
  expect(left.n).toBe(0n);
  const { vault, db } = one.office;
  const kept = await db.asOwner((tx) =>
    tx.get<{ private: Buffer }>(sql`select private from lead where id = ${finding}`),
  );
  expect(vault.open(kept.private, leadContext(finding))).toEqual({});
  // Who still receives keeps the household; who is held keeps everything.
  expect((await row(receiving.household)).private).not.toBeNull();
  expect((await row(held.household)).private).not.toBeNull();
  expect((await check()).findings).toEqual([]);

  const { items } = await audit.client.retention.list({});
  expect(items).toMatchObject([
    {
      ...{ id, state: 'done', years: 10, matters: 3, proposedBy: '安保密', decidedBy: '沈审计' },
      certificate: { id: done.certificateId, counts: done.counts },
    },
  ]);
  expect(items[0]?.certificate?.contentHash).toMatch(/^[0-9a-f]{64}$/);
});

it('a hold that is released lets go; one set after the proposal still keeps', async () => {
  const { retention } = security.client;
  const [hold] = (await retention.holds({})).items;
  expect(hold).toMatchObject({ kind: 'household', subjectId: held.household, releasedAt: null });
  await expect(retention.propose({ id: one.office.newId(), area: '339901' })).rejects.toEqual(
    code('RET-101'),
  );
  await retention.release({ id: hold?.id ?? '', reason: '判决已生效' });
  await expect(retention.release({ id: hold?.id ?? '', reason: '判决已生效' })).rejects.toEqual(
    code('RET-105'),
  );
  const id = one.office.newId();
  await retention.propose({ id, area: '339901' });
  await retention.hold({
    id: one.office.newId(),
    kind: 'matter',
    subjectId: held.matter,
    reason: '审计调阅',
  });
  const { counts } = await audit.client.retention.approve({ id });
  expect(counts).toMatchObject({ matters: 0, households: 0, files: 0 });
  expect(exists(held.file)).toBe(true);
  const again = one.office.newId();
  await expect(retention.propose({ id: again, area: '339901' })).rejects.toEqual(code('RET-101'));
  expect((await check()).findings).toEqual([]);
});

it('stays within the area; withdrawn is withdrawn; what is erased cannot be held any more', async () => {
  const { retention } = security.client;
  for (const area of ['', '33', '339902'])
    await expect(retention.propose({ id: one.office.newId(), area })).rejects.toEqual(code('API-104'));
  const holdSouth = {
    id: one.office.newId(),
    kind: 'matter' as const,
    subjectId: south.matter,
    reason: '审计调阅',
  };
  await expect(retention.hold(holdSouth)).rejects.toEqual(code('API-104'));
  const gone = { id: one.office.newId(), kind: 'matter' as const, subjectId: old.matter, reason: '审计调阅' };
  await expect(retention.hold(gone)).rejects.toEqual(code('API-104'));

  const id = one.office.newId();
  await elsewhere.client.retention.propose({ id, area: '339902' });
  await expect(retention.propose({ id, area: '339901' })).rejects.toEqual(code('RET-104'));
  await expect(retention.withdraw({ id })).rejects.toEqual(code('API-104'));
  expect((await security.client.retention.list({})).items.map((plan) => plan.area)).toEqual([
    '339901',
    '339901',
  ]);
  await elsewhere.client.retention.withdraw({ id });
  await expect(audit.client.retention.approve({ id })).rejects.toEqual(code('RET-102'));
  expect(exists(south.file)).toBe(true);
});

it('verify finds a certificate that was made up, and a file that only is said to be erased', async () => {
  const found = async () => (await check()).findings.map((f) => `${f.what} ${f.table}`);
  const undone = new Error('undone');
  const tampered = (statement: ReturnType<typeof sql>): Promise<string[]> =>
    one.office.db
      .asOwner(async (tx) => {
        await tx.run(statement);
        const report = await verifyIn(tx);
        throw Object.assign(undone, { report });
      })
      .catch((error: unknown) => (error as { report: string[] }).report);
  const verifyIn = async (
    tx: Parameters<Parameters<typeof one.office.db.asOwner>[0]>[0],
  ): Promise<string[]> => {
    const within = {
      ...one.office.db,
      asOwner: async <T>(work: (t: typeof tx) => Promise<T>) => work(skipIsolation(tx)),
    };
    const report = await verify(
      within,
      { vault: one.office.vault, workflows: endedRoom(one).workflows },
      { checkFile: fileChecker(folder(), one.office.vault) },
    );
    return report.findings.map((f) => `${f.what} ${f.table}`);
  };
  expect(await found()).toEqual([]);
  expect(
    await tampered(sql`insert into deletion_certificate (id, kind, basis, counts, content_hash, made_at)
      values (${one.office.newId()}, 'retention', 'x', '{"steps": 1, "files": 1}', '', now())`),
  ).toEqual(expect.arrayContaining(['inserted deletion_certificate', 'removed erased_file']));
  expect(
    await tampered(
      sql`insert into erased_file select ${recent.file}, certificate_id from erased_file limit 1`,
    ),
  ).toEqual(['inserted erased_file']);
});

/** The isolation of a transaction is set before its first statement; here it runs already. */
function skipIsolation<T extends { run(statement: ReturnType<typeof sql>): Promise<number> }>(tx: T): T {
  return Object.assign(Object.create(tx) as T, {
    rows: (statement: never) => (tx as unknown as { rows(s: never): unknown }).rows(statement),
    find: (statement: never) => (tx as unknown as { find(s: never): unknown }).find(statement),
    get: (statement: never) => (tx as unknown as { get(s: never): unknown }).get(statement),
    run: (statement: ReturnType<typeof sql>) =>
      statement.text.startsWith('set transaction') ? Promise.resolve(0) : tx.run(statement),
  });
}
