import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { maskId } from '@yangguang/domain/words/id-number';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { writeKeptAnswers } from './answers/previous-run.ts';
import { explainLead } from './explain-lead.ts';
import { writeLeadsCsv } from './leads-csv.ts';
import { emptyMeta, insertRow, madeUpId, madeUpLead, makeUpRun } from './made-up-run.ts';

let db: DuckDBConnection;
let dir: string;

beforeEach(async () => {
  db = await makeUpRun();
  dir = await mkdtemp(join(tmpdir(), 'yangguang-explain-'));
  const evidence = [
    {
      dataset: 'cremation',
      file: '殡仪馆.xls',
      sheet: '2022',
      row: 17,
      fields: { died_on: '2022-01-03', total_fen: 24550, id_number: madeUpId(1) },
    },
  ];
  await insertRow(
    db,
    'lead',
    madeUpLead(1, {
      summary_zh: '张三丰 2022-01-03 死亡，此后仍发放 5 个月',
      summary_en: 'Died on 2022-01-03, paid 5 months after',
      tier: 'likely',
      amount_fen: 250000,
      evidence: JSON.stringify(evidence),
    }),
  );
  await insertRow(db, 'lead', madeUpLead(2, { grade: 'screening', rule: 'OMI-99' }));
  for (const grade of ['lead', 'screening'] as const) {
    const path = join(dir, grade === 'lead' ? 'leads.csv' : 'screening.csv');
    await writeLeadsCsv(db, path, { lang: 'zh', idNumbers: 'masked', grade });
  }
  const rule = {
    rule: 'INC-01',
    family: 'INC',
    titleZh: '死亡后仍在领取',
    titleEn: 'Paid after death',
    what: { zh: '死亡次月起仍有发放', en: 'Paid after the month of death' },
    innocent: [{ zh: '补发以前月份', en: 'Back pay' }],
    verify: { zh: '看死亡证明', en: 'See the certificate' },
    basis: ['民发〔2021〕57号 第三十四条（2021-07-01 起）'],
    parameters: [{ name: 'death.seriousYuan', value: '1000' }],
    evidence: { died_on: { zh: '死亡日期', en: 'Date of death', type: 'date' } },
    hits: 1,
  };
  const died = { zh: '死亡日期', en: 'Date of death' };
  const dataSets = { cremation: { zh: '殡葬火化名单', en: 'Cremations', columns: { died_on: died } } };
  await writeFile(
    join(dir, 'run.json'),
    JSON.stringify({ ...emptyMeta, pack: { version: '2026.11', hash: '' }, rules: [rule], dataSets }),
  );
});
afterEach(async () => {
  db.closeSync();
  await rm(dir, { recursive: true });
});

const id = (serial: number): string => `L${String(serial).padStart(16, '0')}`;

it('tells the whole why: facts, rows, rule, law, parameters, innocent causes, how to check', async () => {
  const told = await explainLead(dir, id(1), 'zh');
  for (const words of [
    '死亡后仍在领取',
    '疑点不是结论',
    '张三丰 2022-01-03 死亡，此后仍发放 5 个月',
    '涉及金额（元）：2500.00',
    '殡葬火化名单: 殡仪馆.xls [2022] 第 17 行',
    '死亡日期=2022-01-03，total_fen=245.50元',
    '疑似同一人',
    '反对：号码不完全一致',
    '民发〔2021〕57号 第三十四条（2021-07-01 起）',
    'death.seriousYuan = 1000',
    '补发以前月份',
    '看死亡证明',
  ]) {
    expect(told).toContain(words);
  }
  expect(told).toContain(maskId(madeUpId(1)));
  expect(told).not.toContain(madeUpId(1));
});

it('speaks English, and adds the answer once there is one', async () => {
  await writeKeptAnswers(dir, [
    {
      leadId: id(1),
      rule: 'INC-01',
      town: '',
      verdict: 'cleared',
      outcome: null,
      checkedBy: '王',
      checkedOn: '2026-11-20',
      rectification: null,
      exitManner: null,
    },
  ]);
  const told = await explainLead(dir, id(1).toLowerCase(), 'en');
  expect(told).toContain('Why it may be innocent\n  Back pay');
  expect(told).toContain('Date of death=2022-01-03');
  expect(told).toContain('Nothing wrong · 王 · 2026-11-20');
});

it('explains a line of a screening list even when its rule left no manual', async () => {
  expect(await explainLead(dir, id(2), 'zh')).toContain('排查名单');
});

it('says so when the lead or the folder is not there', async () => {
  await expect(explainLead(dir, 'L0', 'zh')).rejects.toMatchObject({ code: 'ANS-004' });
  await expect(explainLead(tmpdir(), 'L0', 'zh')).rejects.toMatchObject({ code: 'ANS-001' });
  await writeFile(join(dir, 'run.json'), '{}');
  await expect(explainLead(dir, id(1), 'zh')).rejects.toMatchObject({ code: 'ANS-003' });
});
