import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { checkDigit } from '@yangguang/domain/words/id-check';
import { sql } from '@yangguang/store/sql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openLog } from '../../log/open-log.ts';
import { type TestOffice, testOffice, type TestVisitor } from '../../test-office.ts';
import { jobKinds } from '../all.ts';
import { openWorker, type Worker } from '../open-worker.ts';
import { checkPlace } from '../start-work.ts';

// A run from its start over the wire to its leads and back to the next run's files. In place of the engine stands a
// program that says of every run the same and keeps what it was told.
const county = '339901';
const folder = mkdtempSync(join(tmpdir(), 'judged-run-'));
const first = ['339901', '19600707', '101'].join('');
const number = `${first}${checkDigit(first)}`;
let office: TestOffice;
let clerk: TestVisitor;
let worker: Worker;
const batch = '00000000-0000-4000-8000-00000000ba7c';

const face = { birth_on: '1960-07-07', town: '东乡', village: '一村' };
const faces = {
  left: { ...face, name: '李大山', id: number },
  right: { ...face, name: '李大珊', id: null },
};
const weight = {
  aspect: 'prior',
  level: 'prior',
  bits: -3.5,
  left: null,
  right: null,
  zh: '起点',
  en: 'start',
};
const finding = {
  ...{ id: 'F1', rule: 'INC-01', ruleHash: 'h', family: 'INC', grade: 'lead', severity: 'suspect' },
  ...{ identityTier: 'likely', subjectKind: 'person', subjectName: '李大山', town: '东乡', village: '一村' },
  ...{ programme: 'dibao', scheme: 'rural', period: null, amountFen: null, summaryZh: '', summaryEn: '' },
  ...{ isRestricted: false, isUnconfirmed: false, firstStep: null },
  private: {
    ...{ householdKey: null, subjectKey: 'i:1', idNumber: number, accountNo: null, facts: {}, evidence: [] },
    summary: { zh: '', en: '' },
    match: { for: null, against: null, score: -3.5, weights: [weight], faces },
  },
};
const told = { asOf: '2026-11-20', regionName: '甲县', pack: { version: '1' }, silentRules: [] };

const program = `
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
const spec = JSON.parse(readFileSync(process.argv[3], 'utf8'));
const over = join(spec.out, 'hand-over');
mkdirSync(over, { recursive: true });
writeFileSync(join(spec.out, 'run.json'), ${JSON.stringify(JSON.stringify(told))});
writeFileSync(join(over, 'households.ndjson'), '');
writeFileSync(join(over, 'findings.ndjson'), ${JSON.stringify(`${JSON.stringify(finding)}\n`)});
writeFileSync(${JSON.stringify(join(folder, 'told.json'))}, JSON.stringify({ judgements: spec.judgements }));
if (spec.judgements !== '') copyFileSync(spec.judgements, ${JSON.stringify(join(folder, 'told.csv'))});
console.log(JSON.stringify({ kind: 'done', isUsable: true }));
`;

beforeAll(async () => {
  writeFileSync(join(folder, 'program.mjs'), program);
  office = await testOffice();
  clerk = await office.visitor('县经办', { role: 'countyCaseworker', area: county });
  await office.office.db.asOwner((tx) =>
    tx.run(sql`insert into import_batch (id, region, title, state, request_hash, opened_at)
      values (${batch}, ${county}, '一批', 'done', '', now())`),
  );
  const place = checkPlace(office.office, { program: join(folder, 'program.mjs'), builtInPolicy: '' });
  const times = { beatMs: 100, leaseMs: 10_000, pollMs: 100, backOffMs: 1000 };
  const kinds = jobKinds(office.office, { ...place, priority: 0 });
  worker = await openWorker(office.office, kinds, openLog('silent', { write: () => {} }), { times });
});
afterAll(async () => {
  await worker.stop();
  await office.close();
  rmSync(folder, { recursive: true });
});

async function run(): Promise<string> {
  const id = office.office.newId();
  await clerk.client.run.start({ id, region: county, batches: [batch], isDry: false });
  for (let waits = 0; waits < 400; waits += 1) {
    const { state, failure } = await clerk.client.run.get({ id });
    if (state !== 'waiting') return failure === null ? state : JSON.stringify(failure);
    await sleep(50);
  }
  return 'still waiting';
}

const toldPath = (): string =>
  (JSON.parse(readFileSync(join(folder, 'told.json'), 'utf8')) as { judgements: string }).judgements;

it('enters what was weighed, and gives the next run what was judged, in a file that is gone afterwards', async () => {
  expect(await run()).toBe('done');
  expect(toldPath()).toBe('');
  const { items } = await clerk.client.lead.list({});
  const matterId = items[0]?.id ?? '';
  const lead = await clerk.client.lead.get({ matterId });
  expect(lead.weights).toMatchObject({ score: -3.5, items: [{ aspect: 'prior', bits: -3.5 }] });
  const judgement = {
    id: office.office.newId(),
    matterId,
    verdict: 'not_same',
    why: '村里另有其人',
  } as const;
  await clerk.client.identity.judge(judgement);
  office.setClock('2026-11-21T10:00:00+08:00');
  expect(await run()).toBe('done');
  const path = toldPath();
  expect(path).toContain(office.office.settings.DATA_DIR);
  expect(existsSync(path)).toBe(false);
  const [head, line, ...more] = readFileSync(join(folder, 'told.csv'), 'utf8').trim().split('\n');
  expect(head?.split(',')).toHaveLength(14);
  expect(line).toBe(
    `李大山,${number},1960-07-07,东乡,一村,李大珊,,1960-07-07,东乡,一村,not_same,县经办,2026-11-21T01:00:00.000Z,村里另有其人`,
  );
  expect(more).toEqual([]);
  expect(office.logLines.join('')).not.toContain(number);
});
