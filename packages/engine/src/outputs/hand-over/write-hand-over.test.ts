import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { headSerial, makeUpLeads } from '../made-up-leads.ts';
import { insertRow, madeUpId, madeUpLead } from '../made-up-run.ts';
import { writeHandOver } from './write-hand-over.ts';

const folder = mkdtempSync(join(tmpdir(), 'hand-over-'));
afterAll(() => rmSync(folder, { recursive: true }));

const rules = {
  hashes: new Map([['INC-01', 'abc']]),
  basis: new Map([['INC-01', ['《办法》第一条']]]),
};

interface Line {
  readonly private: Record<string, unknown>;
  readonly [name: string]: unknown;
}

async function handOver(name: string, db: Awaited<ReturnType<typeof makeUpLeads>>) {
  const dir = join(folder, name);
  await db.run(
    `create table finding as select rule, subject_key, 'norm of ' || subject_key as norm from lead`,
  );
  await writeHandOver(db, dir, rules);
  const read = (file: string): Line[] =>
    readFileSync(join(dir, 'hand-over', file), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Line);
  return { dir, findings: read('findings.ndjson'), households: read('households.ndjson') };
}

it('gives leads and screening entries, but not what is quiet or gone, with whole numbers under private only', async () => {
  const db = await makeUpLeads(2);
  const account = '6222021234567890128';
  await insertRow(
    db,
    'lead',
    madeUpLead(950, {
      subject_kind: 'account',
      subject_name: account,
      id_number: null,
      summary_zh: `账户${account}，证件${madeUpId(3)}`,
    }),
  );
  const { findings } = await handOver('a', db);
  // Two households of two leads, restricted, screening, village and account; the quiet one and the one that is gone stay away.
  expect(findings).toHaveLength(8);
  expect(findings.map((f) => f['id'])).toEqual(findings.map((f) => String(f['id'])).sort());
  expect(findings.map((f) => f['grade']).filter((g) => g === 'screening')).toHaveLength(1);
  expect(findings.filter((f) => f['isRestricted'] === true).map((f) => f['rule'])).toEqual(['KIN-01']);
  for (const { private: hidden, id: _, ...open } of findings) {
    expect(JSON.stringify(open)).not.toMatch(/\d{15,}/);
    expect(hidden).toHaveProperty('evidence');
  }
  const one = findings.find((f) => f.private['accountNo'] === account);
  expect(one?.['subjectName']).toBe(`${'*'.repeat(15)}0128`);
  const paid = findings.find((f) => f.private['idNumber'] === madeUpId(headSerial(0)));
  expect(paid).toMatchObject({ rule: 'INC-01', ruleHash: 'abc', private: { basis: ['《办法》第一条'] } });
  expect(paid?.private).toMatchObject({ subjectKey: `norm of i:${madeUpId(headSerial(0))}` });
  expect(JSON.stringify(paid?.private['summary'])).toContain(madeUpId(headSerial(0)));
});

it('gives every household once, with its members, head first, and an identity that no row order changes', async () => {
  const { dir, households, findings } = await handOver('b', await makeUpLeads(3));
  expect(households).toHaveLength(3);
  expect(households[0]).toMatchObject({
    programme: 'dibao',
    scheme: 'rural',
    monthlyFen: 98_000,
    fromMonth: '2019-04',
    private: {
      key: 'h0',
      identity: `dibao|${madeUpId(headSerial(0))}`,
      members: [
        { name: '赵户0', relation: 'self', isInsured: true },
        { name: '钱员0', relation: 'spouse', isInsured: false },
      ],
    },
  });
  const keys = new Set(households.map((h) => h.private['key']));
  const named = findings.map((f) => f.private['householdKey']).filter((key) => key !== null);
  expect(named.length).toBeGreaterThan(0);
  expect(named.every((key) => keys.has(key))).toBe(true);
  expect(statSync(join(dir, 'hand-over')).mode & 0o777).toBe(0o700);
  expect(statSync(join(dir, 'hand-over', 'findings.ndjson')).mode & 0o777).toBe(0o600);
});

it('gives the weights and the two mentions where the run has them, and nothing where it has not', async () => {
  const without = await handOver('c', await makeUpLeads(1));
  for (const { private: hidden } of without.findings)
    expect(hidden['match']).toMatchObject({ score: null, weights: [], faces: null });
  const db = await makeUpLeads(1);
  await db.run('alter table lead add column match_score double');
  await db.run('alter table lead add column match_weights varchar');
  await db.run('alter table lead add column match_faces varchar');
  const weights = [
    { aspect: 'prior', level: 'prior', bits: -17.5, left: null, right: null, zh: '起', en: 'start' },
  ];
  const face = { name: '张三', id: null, birth_on: '1960-07-07', town: '东乡', village: null };
  await db.run('update lead set match_score = -17.5, match_weights = $1, match_faces = $2', [
    JSON.stringify(weights),
    JSON.stringify({ left: face, right: face }),
  ]);
  const { findings } = await handOver('d', db);
  expect(findings.length).toBe(without.findings.length);
  for (const { private: hidden } of findings)
    expect(hidden['match']).toMatchObject({ score: -17.5, weights, faces: { left: face, right: face } });
});
