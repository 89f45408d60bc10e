import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { RunReport } from '@yangguang/contract/run';
import { sql } from '@yangguang/store/sql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { jobKinds } from '../../apps/server/src/jobs/all.ts';
import { openWorker, type Worker } from '../../apps/server/src/jobs/open-worker.ts';
import { checkPlace } from '../../apps/server/src/jobs/start-work.ts';
import { openLog } from '../../apps/server/src/log/open-log.ts';
import { type TestOffice, testOffice, type TestVisitor } from '../../apps/server/src/test-office.ts';
import { demoCounty, type Scratch, scratchFolder } from './checked-county.ts';

// What an office decides about numbers and rules, and what a run makes of it.
const home = fileURLToPath(new URL('../..', import.meta.url));
const county = '371399';
const batchId = randomUUID();
let office: TestOffice;
let scratch: Scratch;
let worker: Worker;
let clerk: TestVisitor;
let chief: TestVisitor;
let reviewer: TestVisitor;
const logLines: string[] = [];

/** Enough for people who were paid after death, and for other kinds of lead. */
const some = /农村低保花名册|家庭成员|202207|标准表|火化|户籍注销|机动车|财政供养/;

beforeAll(async () => {
  execFileSync(process.execPath, [join(home, 'scripts/build.mjs'), '--if-stale'], { stdio: 'ignore' });
  scratch = scratchFolder();
  await demoCounty(scratch.path('files'), 3, 300);
  for (const name of filesUnder().filter((one) => !some.test(one))) rmSync(scratch.path('files', name));
  office = await testOffice();
  await office.office.db.asOwner((tx) =>
    tx.run(sql`insert into division (code, name, is_local) values ('37', '山东省', false), ('3713', '临沂市', false),
      (${county}, '沂青县', true)`),
  );
  clerk = await office.visitor('经办', { role: 'countyCaseworker', area: county });
  chief = await office.visitor('局长', { role: 'countyLead', area: county });
  reviewer = await office.visitor('复核', { role: 'countyReviewer', area: county });
  const program = join(home, 'apps/server/dist/yangguang-server.js');
  const place = {
    ...checkPlace(office.office, { program, builtInPolicy: join(home, 'policy') }),
    priority: 0,
  };
  const times = { beatMs: 200, leaseMs: 20_000, pollMs: 500, backOffMs: 1000 };
  const log = openLog('info', { write: (line: string) => void logLines.push(line) });
  worker = await openWorker(office.office, jobKinds(office.office, place), log, { times });
  await importAll();
}, 300_000);
afterAll(async () => {
  await worker.stop();
  await office.close();
  scratch.clean();
});

function filesUnder(): string[] {
  const folder = scratch.path('files');
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}

async function importAll(): Promise<void> {
  const { client } = clerk;
  await client.import.open({ id: batchId, region: county, title: '2022年7月数据' });
  for (const fileName of filesUnder())
    await client.import.upload({ batchId, fileName }, readFileSync(scratch.path('files', fileName)));
  await client.import.start({ id: batchId });
  await ended(async () => (await client.import.get({ id: batchId })).state !== 'waiting');
}

async function ended(isSo: () => Promise<boolean>): Promise<void> {
  for (let waits = 0; waits < 6000; waits++) {
    if (await isSo()) return;
    await sleep(50);
  }
  throw new Error(`it did not come to that\n${logLines.join('')}`);
}

let runs = 0;

/** A minute after the run before: the clock of a test stands still by itself. */
async function runIt(isDry: boolean, rules: string[] = []): Promise<RunReport> {
  const id = randomUUID();
  runs += 1;
  office.setClock(`2026-11-21T10:${String(runs).padStart(2, '0')}:00+08:00`);
  await clerk.client.run.start({ id, region: county, batches: [batchId], isDry, rules });
  await ended(async () => (await clerk.client.run.get({ id })).state !== 'waiting');
  const { report, failure } = await clerk.client.run.get({ id });
  if (report === null) throw new Error(`no report: ${JSON.stringify(failure)}\n${logLines.join('')}`);
  return report;
}

async function setNumber(name: string, value: number): Promise<string> {
  const id = randomUUID();
  const wanted = { id, name, region: county, value, from: '2020-01-01', basis: '沂民发〔2022〕7号' };
  await chief.client.parameter.propose(wanted);
  await reviewer.client.parameter.confirm({ id });
  return id;
}

const setMode = (rule: string, mode: 'enabled' | 'shadow' | 'retired') =>
  reviewer.client.rule.setMode({ id: randomUUID(), rule, region: county, mode, reason: '本期先不派发' });
const of = (lines: RunReport['byRule'], rule: string) => lines.find((line) => line.rule === rule);
const inStore = (rule: string) =>
  office.office.db.asOwner((tx) =>
    tx.get<{ n: number }>(sql`select count(*)::integer as n from lead where rule = ${rule}`),
  );

let before: RunReport;
let other: string;

it('reckons with the numbers of the pack while the office has set none', async () => {
  before = await runIt(true);
  expect(before).toMatchObject({ shadow: [], retired: [], localValues: [] });
  expect(of(before.byRule, 'INC-01')).toMatchObject({ leads: expect.any(Number), serious: 0 });
  other = before.byRule.find(({ rule, leads }) => rule !== 'INC-01' && leads > 0)?.rule ?? '';
  expect(other).not.toBe('');
}, 300_000);

it('gives another outcome with a number of its own, and names it', async () => {
  const ids = [await setNumber('death.seriousMonths', 1), await setNumber('death.tolMonths', 0)];
  const after = await runIt(true);
  const dead = of(after.byRule, 'INC-01');
  expect(dead?.leads).toBe(of(before.byRule, 'INC-01')?.leads);
  expect(dead?.serious).toBeGreaterThan(0);
  expect(new Set(after.localValues.map(({ id }) => id))).toEqual(new Set(ids));
  expect(after.localValues).toContainEqual(
    expect.objectContaining({ parameter: 'death.seriousMonths', value: 1, basis: '沂民发〔2022〕7号' }),
  );
  expect(after.serious).toBe(before.serious + (dead?.serious ?? 0));
}, 300_000);

it('lets a rule in shadow count and enter nothing, and does not run one that was retired', async () => {
  await setMode('INC-01', 'shadow');
  await setMode(other, 'retired');
  const counted = await runIt(true);
  expect(of(counted.shadow, 'INC-01')?.leads).toBe(of(before.byRule, 'INC-01')?.leads);
  expect(counted.retired).toEqual([other]);
  expect(counted.byRule.map(({ rule }) => rule)).toEqual(
    before.byRule.map(({ rule }) => rule).filter((rule) => rule !== 'INC-01' && rule !== other),
  );
  const entered = await runIt(false);
  expect(entered.entered).toBe(counted.entered);
  expect(entered.leads).toBe(counted.byRule.reduce((sum, { leads }) => sum + leads, 0));
  expect([(await inStore('INC-01')).n, (await inStore(other)).n]).toEqual([0, 0]);
  const line = (await clerk.client.rule.list({ region: county })).items.find(({ rule }) => rule === 'INC-01');
  expect(line).toMatchObject({ mode: 'shadow', lastRun: { isShadow: true, isDry: false } });
  expect(line?.lastRun?.hits).toBe(of(before.byRule, 'INC-01')?.leads);
}, 300_000);

it('runs nothing when all that was asked for is retired, and everything again when it is enabled', async () => {
  expect(await runIt(true, [other])).toMatchObject({ leads: 0, retired: [other] });
  await setMode('INC-01', 'enabled');
  await setMode(other, 'enabled');
  const again = await runIt(false);
  expect(again.shadow).toEqual([]);
  expect(of(again.byRule, 'INC-01')?.leads).toBe(of(before.byRule, 'INC-01')?.leads);
  expect((await inStore('INC-01')).n).toBe(of(before.byRule, 'INC-01')?.leads);
}, 300_000);
