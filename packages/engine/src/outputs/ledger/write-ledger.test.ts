import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { headSerial, makeUpLeads } from '../made-up-leads.ts';
import { madeUpMeta } from '../made-up-meta.ts';
import { madeUpId } from '../made-up-run.ts';
import { type ReadBack, readBack } from '../read-back.ts';
import { writeLedger } from './write-ledger.ts';

const folder = mkdtempSync(join(tmpdir(), 'ledger-'));
let db: DuckDBConnection;
let zh: ReadBack;

beforeAll(async () => {
  db = await makeUpLeads(30);
  zh = readBack(await writeLedger(db, join(folder, 'zh'), madeUpMeta));
});
afterAll(() => rmSync(folder, { recursive: true }));

it('has its tabs in order, omissions before wrong inclusion', () => {
  const families = ['OMI 漏保', 'INC 错保', 'KIN 关系保人情保', 'PAY 资金发放'];
  const all = ['封面', '先看这些', '一户一卡', ...families, '排查名单', '规则说明', '数据质量', '可选值'];
  expect(zh.names).toEqual(all);
});

it('says on the cover what a lead is not, both sides, and that the rows balance', () => {
  const rows = zh.rows('封面');
  expect(JSON.stringify(rows)).toContain('疑点不是结论');
  const figures = rows[rows.findIndex((row) => row.includes('可能漏保、少享')) + 1];
  // Omission: leads, households, persons, yuan; then the same for wrong payment (30 deaths, 1 kin, 1 village).
  expect(figures).toEqual([30, 30, 30, 0, 32, 30, 31, 147_000]);
  const totals = rows[rows.findIndex((row) => row.includes('是否平衡')) + 1];
  expect(totals).toEqual([2, 1226, 1198, 3, 25, '平衡']);
});

it('takes omissions and wrong payments in turn for the first twenty, each once, linked to its card', () => {
  const rows = zh.rows('先看这些').slice(3);
  expect(rows).toHaveLength(20);
  expect(new Set(rows.map((row) => row[1])).size).toBe(20);
  expect(String(rows[0]?.[5])).toContain('OMI-08');
  const links = [...zh.links('先看这些').values()];
  expect(links).toHaveLength(20);
  for (const [index, target] of links.entries()) {
    const row = Number(/A(\d+)$/.exec(target)?.[1]);
    const card = String(zh.rows('一户一卡')[row - 1]?.[0]);
    expect(`卡 ${card.split(' · ')[0]}`).toBe(rows[index]?.[8]);
  }
});

it('folds all leads of a household into one card with what it draws and the lawful best combination', () => {
  const rows = zh.rows('一户一卡');
  const from = rows.findIndex((row) => String(row[0]).includes('赵户7'));
  const card = JSON.stringify(rows.slice(from, from + 12));
  expect(rows.filter((row) => String(row[0]).includes(' · 赵户7 · '))).toHaveLength(1);
  for (const part of ['OMI-08', 'INC-01', '赵户7（本人，保障）、钱员7（配偶）', '低保', '特困供养'])
    expect(card).toContain(part);
  // Dibao 980 and tekun 1,200 exclude each other: the higher stays. The old-age subsidy ended in March.
  expect(card).toContain('最高组合为 特困供养 1,200.00');
  expect(card).not.toContain('高龄补贴');
});

it('lists every active lead once with its answer columns, and never the quiet or the gone', () => {
  const rows = zh.rows('INC 错保');
  const header = rows.findIndex((row) => row[0] === '疑点编号');
  expect(rows[header]?.slice(-6)).toEqual(['核查结果', '处理意见', '核查人', '日期', '整改', '退保方式']);
  expect(rows.slice(header + 1)).toHaveLength(30);
  const identity = zh.rows('OMI 漏保').at(-1)?.[12];
  expect(identity).toBe('疑似同一人\n支持：姓名、出生日期相同\n存疑：一方证号缺末位');
  expect(zh.text).not.toContain('已核清"');
  expect(zh.text).not.toContain('"已消失');
  expect(zh.rows('可选值').map((row) => row[0])).toEqual([
    '属实',
    '查无问题',
    '身份不符',
    '数据有误',
    ...Array(12).fill(undefined),
  ]);
});

it('masks numbers unless told otherwise, and writes the same bytes twice', async () => {
  expect(zh.text).not.toContain(madeUpId(headSerial(3)));
  expect(zh.text).not.toContain('13800001234');
  const again = await writeLedger(db, join(folder, 'again'), madeUpMeta);
  expect(readFileSync(again).equals(readFileSync(join(folder, 'zh', '疑点台账.xlsx')))).toBe(true);
  expect(statSync(again).mode & 0o777).toBe(0o600);
  const full = readBack(
    await writeLedger(db, join(folder, 'en'), { ...madeUpMeta, lang: 'en', idNumbers: 'full' }),
  );
  expect(full.text).toContain(madeUpId(headSerial(3)));
  expect(full.names.slice(0, 4)).toEqual(['Cover', 'First', 'Cards', 'OMI Omission']);
  expect(full.text).toContain('A lead is not a verdict');
});
