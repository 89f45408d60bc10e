import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { RunMeta } from '../../run/run-meta.ts';
import { emptyMeta, insertRow, madeUpId, madeUpLead, makeUpRun } from '../made-up-run.ts';
import { writeReport } from './write-report.ts';

let db: DuckDBConnection;
let dir: string;

beforeEach(async () => {
  db = await makeUpRun();
  dir = await mkdtemp(join(tmpdir(), 'yangguang-report-'));
});
afterEach(async () => {
  db.closeSync();
  await rm(dir, { recursive: true });
});

async function page(meta: Partial<RunMeta> = {}): Promise<string> {
  return readFile(await writeReport(db, dir, { ...emptyMeta, ...meta }), 'utf8');
}

/** The words of one element by id, tags removed. */
function textOfElement(source: string, id: string): string {
  const start = source.indexOf(`id="${id}"`);
  expect(start, `no element ${id}`).toBeGreaterThan(0);
  const end = source.indexOf('</section>', start);
  return source
    .slice(start, end)
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
}

it('says what an empty result means instead of giving an all-clear', async () => {
  const source = await page();
  expect(textOfElement(source, 'overview')).toContain('没有疑点不等于没有问题');
  expect(source).toContain('疑点不是结论');
  expect(source).toContain('A lead is never a verdict');
});

it('counts wrong inclusion and omission side by side and leaves out screening, quiet and gone leads', async () => {
  await insertRow(
    db,
    'lead',
    madeUpLead(1, { severity: 'serious', household_key: 'h1', amount_fen: 123456 }),
  );
  await insertRow(
    db,
    'lead',
    madeUpLead(2, { subject_kind: 'household', household_key: 'h1', insured_persons: 3 }),
  );
  await insertRow(db, 'lead', madeUpLead(3, { rule: 'OMI-01', family: 'OMI', amount_fen: 50000 }));
  await insertRow(db, 'lead', madeUpLead(4, { grade: 'screening' }));
  await insertRow(db, 'lead', madeUpLead(5, { quiet: true }));
  await insertRow(db, 'lead', madeUpLead(6, { change: 'gone' }));
  const overview = textOfElement(await page(), 'overview');
  expect(overview).toContain('发现疑点 3 条，涉及 1 户 4 人');
  expect(overview).toMatch(/可能错保、错发 Possible[^0-9]*2 条疑点/);
  expect(overview).toMatch(/可能漏保、少享 Possible[^0-9]*1 条疑点/);
  expect(overview).toContain('1,234.56');
  expect(overview).toContain('排查名单（范围较宽，按序排查，不是疑点）：1 条');
});

it('holds no ID number and no full name, whatever the leads say', async () => {
  await insertRow(
    db,
    'lead',
    madeUpLead(1, {
      summary_zh: `张三丰（${madeUpId(1)}）`,
      evidence: JSON.stringify([{ fields: { id: madeUpId(1) } }]),
      household_head_id: madeUpId(9),
      phone: '13800001234',
    }),
  );
  const source = await page();
  expect(source).toContain('张*');
  expect(source).not.toContain('张三丰');
  expect(source).not.toContain('13800001234');
  expect(source.match(/\d{17}[\dX]/g)).toBeNull();
});

it('does not name those of restricted leads, and counts them', async () => {
  await insertRow(db, 'lead', madeUpLead(1, { subject_name: '欧阳某', restricted: true }));
  const source = await page();
  expect(source).not.toContain('欧*');
  expect(textOfElement(source, 'overview')).toContain('限阅：1 条');
});

it('keeps towns in the order of names, not of counts', async () => {
  for (let serial = 1; serial <= 5; serial++) {
    await insertRow(db, 'lead', madeUpLead(serial, { town: serial < 5 ? '张庄镇' : '白沙镇' }));
  }
  const towns = textOfElement(await page(), 'towns');
  expect(towns.indexOf('白沙镇')).toBeGreaterThan(0);
  expect(towns.indexOf('白沙镇')).toBeLessThan(towns.indexOf('张庄镇'));
});

it('prints the reconciliation of every sheet and marks one that does not balance', async () => {
  const file = {
    sheet: '',
    table: 'cremation',
    titleZh: '殡葬火化名单',
    titleEn: 'Cremations',
    confidence: 0.93,
    rowsIn: 100,
    rowsTaken: 96,
    rowsSetAside: 1,
    rowsStructure: 3,
    alarms: [],
    mapping: [],
    sourceOn: null,
  };
  const source = await page({
    files: [
      { ...file, file: '平.csv' },
      { ...file, file: '歪.csv', rowsTaken: 95 },
    ],
  });
  const data = textOfElement(source, 'reconciliation-data-caption');
  expect(data).toContain('100 96 1 3 ✓ 平');
  expect(data).toContain('100 95 1 3 ✗ 不平');
});

it('names the file that would enable a silent rule and the numbers to fill in', async () => {
  const source = await page({
    silentRules: [
      {
        rule: 'INC-05',
        titleZh: '名下有车辆',
        titleEn: 'Owns a vehicle',
        missing: [{ table: 'vehicle', zh: '机动车登记', en: 'Vehicle registrations' }],
      },
    ],
    numbersToFill: [
      {
        name: 'dibao.rural',
        zh: '农村低保标准',
        en: 'Rural standard',
        why: { zh: '算补差', en: 'For the gap' },
      },
    ],
  });
  expect(textOfElement(source, 'gaps')).toContain(
    'INC-05 名下有车辆 Owns a vehicle 机动车登记 Vehicle registrations',
  );
  expect(textOfElement(source, 'numbers')).toContain('农村低保标准');
});

it('escapes what the files say and allows only its own script and style', async () => {
  await insertRow(db, 'lead', madeUpLead(1, { town: '<img src=x onerror=alert(1)>' }));
  const source = await page();
  expect(source).not.toContain('<img');
  for (const [tag, rule] of [
    ['script', 'script-src'],
    ['style', 'style-src'],
  ] as const) {
    const inline = new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(source)?.[1] ?? '';
    const hash = createHash('sha256').update(inline).digest('base64');
    expect(source).toContain(`${rule} 'sha256-${hash}'`);
  }
  expect(source).not.toMatch(/\sstyle="|\son[a-z]+="|https?:\/\//);
});

it('stays small when there are very many leads', async () => {
  await insertRow(db, 'lead', madeUpLead(0));
  await db.run(
    `INSERT INTO lead BY NAME
     SELECT lead.* REPLACE ('N' || i AS lead_id, 'p' || i AS subject_key) FROM lead, range(100000) t(i)`,
  );
  expect((await page()).length).toBeLessThan(200_000);
});
