import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Refused } from '@yangguang/contract/wire';
import { workflows } from '@yangguang/domain/workflows/all';
import { verify } from '@yangguang/store/audit/verify';
import { sql } from '@yangguang/store/sql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { jobKinds } from '../../apps/server/src/jobs/all.ts';
import { openWorker, type Worker } from '../../apps/server/src/jobs/open-worker.ts';
import { checkPlace } from '../../apps/server/src/jobs/start-work.ts';
import { openLog } from '../../apps/server/src/log/open-log.ts';
import { type TestOffice, testOffice, type TestVisitor } from '../../apps/server/src/test-office.ts';
import { checkInto, demoCounty, type Scratch, scratchFolder } from './checked-county.ts';
import { holdJournal } from './hold-journal.ts';
import { readLeads } from './read-leads.ts';

// From departments' files to leads in the store, over HTTP, with the check in a process of its own.
const home = fileURLToPath(new URL('../..', import.meta.url));
const county = '371399';
let office: TestOffice;
let scratch: Scratch;
let worker: Worker | null = null;
let clerk: TestVisitor;
const logLines: string[] = [];
const batchId = randomUUID();

/** Enough of the county's files for every kind of lead; all of them would only take longer. */
const some = /农村低保花名册|城市低保|家庭成员|特困|边缘|202207|标准表|火化|户籍注销|机动车|财政供养/;

beforeAll(async () => {
  execFileSync(process.execPath, [join(home, 'scripts/build.mjs'), '--if-stale'], { stdio: 'ignore' });
  scratch = scratchFolder();
  await demoCounty(scratch.path('files'), 3, 300);
  for (const name of filesUnder(scratch.path('files')).filter((one) => !some.test(one)))
    rmSync(scratch.path('files', name));
  office = await testOffice();
  await office.office.db.asOwner((tx) =>
    tx.run(sql`insert into division (code, name, is_local) values ('37', '山东省', false), ('3713', '临沂市', false),
      (${county}, '沂青县', true)`),
  );
  clerk = await office.visitor('经办', { role: 'countyCaseworker', area: county });
}, 120_000);
afterAll(async () => {
  await worker?.stop();
  await office.close();
  scratch.clean();
});

async function startWorker(): Promise<void> {
  const program = join(home, 'apps/server/dist/yangguang-server.js');
  const usual = checkPlace(office.office, { program, builtInPolicy: join(home, 'policy') });
  const place = { ...usual, priority: 0 };
  const times = { beatMs: 200, leaseMs: 20_000, pollMs: 500, backOffMs: 1000 };
  const log = openLog('info', { write: (line: string) => void logLines.push(line) });
  worker = await openWorker(office.office, jobKinds(office.office, place), log, { times });
}

async function stopWorker(): Promise<void> {
  await worker?.stop();
  worker = null;
}

/** Asks until it is so. */
async function until<T>(ask: () => Promise<T>, isSo: (answer: T) => boolean): Promise<T> {
  for (let waits = 0; waits < 16000; waits++) {
    const answer = await ask();
    if (isSo(answer)) return answer;
    await sleep(50);
  }
  throw new Error(`it did not come to that\n${logLines.join('')}`);
}

const getRun = (id: string) => clerk.client.run.get({ id });
const getBatch = () => clerk.client.import.get({ id: batchId });
const ended = (id: string) =>
  until(
    () => getRun(id),
    ({ state }) => state !== 'waiting',
  );

const start = async (isDry: boolean, id: string = randomUUID()): Promise<string> => {
  await clerk.client.run.start({ id, region: county, batches: [batchId], isDry });
  return id;
};

const code = async (work: Promise<unknown>): Promise<string> => {
  const thrown = await work.then(
    () => null,
    (error: unknown) => error as Refused,
  );
  return thrown?.code ?? 'no refusal';
};

function have<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('it is not there');
  return value;
}

/** Names with their folders, as a client would send them. */
function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}

const count = async (table: 'lead' | 'household' | 'matter' | 'division'): Promise<number> => {
  const { db } = office.office;
  const rows = {
    lead: sql`select count(*)::integer as n from lead`,
    household: sql`select count(*)::integer as n from household`,
    matter: sql`select count(*)::integer as n from matter`,
    division: sql`select count(*)::integer as n from division`,
  };
  return (await db.asOwner((tx) => tx.get<{ n: number }>(rows[table]))).n;
};

it('takes files in once each, under names that lead nowhere else, until the batch is started', async () => {
  const { client } = clerk;
  const batch = { id: batchId, region: county, title: '2022年7月数据' };
  await client.import.open(batch);
  await client.import.open(batch);
  expect(await code(client.import.open({ ...batch, title: '别的' }))).toBe('BAT-101');
  expect(await code(client.import.open({ ...batch, id: randomUUID(), region: '371398' }))).toBe('API-104');
  expect(await code(client.import.start({ id: batchId }))).toBe('BAT-103');
  const names = filesUnder(scratch.path('files'));
  for (const fileName of names) {
    const content = readFileSync(scratch.path('files', fileName));
    await client.import.upload({ batchId, fileName }, content);
  }
  const fileName = have(names[0]);
  const again = readFileSync(scratch.path('files', fileName));
  await client.import.upload({ batchId, fileName }, again);
  const other = client.import.upload({ batchId, fileName }, Buffer.from('别的内容'));
  expect(await code(other)).toBe('BAT-104');
  for (const bad of ['../上级.csv', '/绝对.csv', 'a/../../b.csv', '.隐藏.csv', 'run.json', 'a\\b.csv'])
    expect(await code(client.import.upload({ batchId, fileName: bad }, again))).toBe('API-101');
  const extra = await client.import.upload({ batchId, fileName: '多余.csv' }, Buffer.from('甲,乙\n1,2\n'));
  expect(await client.import.remove({ batchId, fileId: extra.id })).toEqual({ removed: true });
  expect((await getBatch()).files.map((file) => file.name)).toEqual(names);
  await client.import.upload({ batchId, fileName: '不明.csv' }, Buffer.from('甲项,乙项\n一,二\n三,四\n'));
  await client.import.start({ id: batchId });
  await client.import.start({ id: batchId });
  expect(await code(client.import.upload({ batchId, fileName: 'a.csv' }, again))).toBe('BAT-102');
});

it('reads them in the background with every row accounted for, and gives back what was set aside', async () => {
  const { client } = clerk;
  await startWorker();
  const batch = await until(getBatch, (b) => b.state !== 'waiting');
  expect([batch.state, batch.failure, batch.progress?.state]).toEqual(['done', null, 'done']);
  const { rowsIn, sheets } = have(batch.report);
  expect(rowsIn).toBeGreaterThan(2000);
  for (const sheet of sheets)
    expect(sheet.rowsIn).toBe(sheet.rowsTaken + sheet.rowsSetAside + sheet.rowsStructure);
  expect(sheets.map((sheet) => sheet.table)).toEqual(expect.arrayContaining(['payment', 'dibao_member']));
  const unknown = sheets.find((sheet) => sheet.file === '不明.csv');
  expect(unknown).toMatchObject({ table: null, rowsSetAside: 3 });

  // What was set aside can be sent back, with the reason beside each row; what was sent cannot be had here.
  const setAside = have(batch.files.find((file) => file.kind === 'setAside'));
  const download = await client.import.download({ fileId: setAside.id });
  const bytes: Uint8Array[] = [];
  for await (const piece of download.content) bytes.push(piece);
  expect(Buffer.concat(bytes).toString('utf8')).toMatch(/挑出原因[^]*,三,四/);
  const input = have(batch.files.find((file) => file.kind === 'input'));
  expect(await code(client.import.download({ fileId: input.id }))).toBe('API-104');
}, 900_000);

it('counts in a dry run what would enter and enters nothing; the run then enters exactly that, though it is interrupted', async () => {
  const [places, before] = [await count('division'), await count('matter')];
  const dry = await ended(await start(true));
  expect([dry.state, dry.failure]).toEqual(['done', null]);
  expect([await count('lead'), await count('matter'), await count('household')]).toEqual([0, before, 0]);
  expect(await count('division')).toBe(places);

  // The journal is kept busy until the worker was told to stop, so that the run cannot be over by then.
  const journal = await holdJournal(office.office.db);
  const id = await start(false);
  expect(await start(false, id)).toBe(id);
  await until(
    () => count('household'),
    (n) => n === dry.report?.households,
  );
  const stopped = stopWorker();
  await journal.release();
  await stopped;
  expect((await getRun(id)).state).toBe('waiting');
  await startWorker();
  const run = await ended(id);
  expect([run.state, run.failure]).toEqual(['done', null]);
  const report = have(run.report);
  expect(report).toEqual(dry.report);
  expect([report.known, report.quiet, report.entered]).toEqual([0, 0, report.leads]);
  expect([await count('lead'), await count('matter')]).toEqual([report.leads, before + report.leads]);
  expect(await count('household')).toBe(report.households);
  expect(report.byTown.reduce((all, town) => all + town.leads, 0)).toBe(report.leads);
  expect(report.byTown.filter((town) => town.region.length === 9).length).toBeGreaterThan(2);
  expect(report.expectedVisits).toBeGreaterThan(20);
}, 900_000);

it('holds the leads that the command line finds in the same files, under the same numbers, about the same households', async () => {
  await checkInto(scratch.path('result'), scratch.path('files'), '--region', county);
  const onPaper = readLeads(scratch.path('result'), 'leads.csv').map(
    (lead) => `${lead['lead_id']} ${lead['severity']}`,
  );
  const rows = await office.office.db.asOwner((tx) =>
    tx.rows<{ id: string; severity: string; household_id: string | null; region: string; kind: string }>(
      sql`select l.id, l.severity, l.household_id, l.region, l.subject_kind as kind from lead l`,
    ),
  );
  expect(rows.map((row) => `${row.id} ${row.severity}`).sort()).toEqual(onPaper.sort());
  expect(rows.every((row) => row.region.startsWith(county))).toBe(true);
  const ofHouseholds = rows.filter((row) => row.kind === 'household');
  expect(ofHouseholds.length).toBeGreaterThan(0);
  expect(ofHouseholds.every((row) => row.household_id !== null)).toBe(true);
  const { findings } = await verify(office.office.db, { vault: office.office.vault, workflows });
  expect(findings).toEqual([]);
}, 900_000);

it('finds everything known the second time, and says so', async () => {
  const households = await count('household');
  const again = await ended(await start(false));
  expect(again.report).toMatchObject({ entered: 0, known: again.report?.leads, quiet: 0 });
  expect(await count('household')).toBe(households);
  const open = await office.office.db.asOwner((tx) =>
    tx.get<{ n: number }>(sql`select count(*)::integer as n from (select household_id from entitlement
      where to_month is null group by household_id, programme having count(*) > 1) as twice`),
  );
  expect(open.n).toBe(0);
}, 900_000);

it('stops a run that is cancelled, leaves nothing of it behind, and lets a batch go only when nothing uses it', async () => {
  const { client } = clerk;
  const id = await start(true);
  await until(
    () => getRun(id),
    (run) => (run.progress?.fraction ?? 0) > 0.02,
  );
  expect(await code(client.import.revoke({ id: batchId, reason: '数据有误' }))).toBe('BAT-107');
  await client.run.cancel({ id });
  expect((await ended(id)).state).toBe('cancelled');
  expect(await code(client.run.cancel({ id: await start(true, id) }))).toBe('no refusal');
  const work = join(office.office.settings.DATA_DIR, 'work');
  await until(
    () => Promise.resolve(existsSync(work) ? readdirSync(work) : []),
    (left) => left.length === 0,
  );

  const leads = await count('lead');
  // Restricted leads (限阅) are not counted for somebody who may not see them.
  const { n: seen } = await office.office.db.asOwner((tx) =>
    tx.get<{ n: number }>(sql`select count(*)::integer as n from lead where not is_restricted`),
  );
  expect(seen).toBeLessThan(leads);
  await client.import.revoke({ id: batchId, reason: '数据有误' });
  const revoked = await getBatch();
  expect([revoked.state, revoked.revokeReason]).toEqual(['revoked', '数据有误']);
  expect(revoked.files.every((file) => !file.isKept && file.sm3.length === 64)).toBe(true);
  const used = revoked.runs.find((run) => run.openLeads > 0);
  expect(used?.openLeads).toBe(seen);
  expect(await code(start(false))).toBe('RUN-202');
  expect(await count('lead')).toBe(leads);
}, 900_000);

it('shows none of it to another county, nor to somebody with part of the programmes; no log line holds a number', async () => {
  const elsewhere = await office.visitor('外县', { role: 'countyCaseworker', area: '339901' });
  const part = await office.visitor('特困经办', {
    role: 'countyCaseworker',
    area: county,
    programmes: ['tekun'],
  });
  for (const { client } of [elsewhere, part]) {
    expect((await client.import.list({})).items).toEqual([]);
    expect((await client.run.list({})).items).toEqual([]);
    expect(await code(client.import.get({ id: batchId }))).toBe('API-104');
    expect(await code(client.import.open({ id: randomUUID(), region: county, title: '试' }))).toBe('API-104');
  }
  expect((await clerk.client.run.list({ limit: 2 })).items).toHaveLength(2);
  const admin = await office.visitor('系统', { role: 'systemAdmin', area: '' });
  const jobs = await admin.client.job.list({ limit: 200 });
  expect(jobs.items.map((job) => job.kind)).toEqual(expect.arrayContaining(['import.read', 'run.check']));
  expect(JSON.stringify(jobs)).not.toContain(batchId);
  expect([...logLines, ...office.logLines].join('')).not.toMatch(/(?<!\d)\d{17}[\dX](?!\d)/);
});
