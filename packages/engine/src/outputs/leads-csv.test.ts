import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import Papa from 'papaparse';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { LEADS_CSV_COLUMNS, type LeadsCsvOptions, writeLeadsCsv } from './leads-csv.ts';
import { insertRow, madeUpId, madeUpLead, makeUpRun } from './made-up-run.ts';

const folder = mkdtempSync(join(tmpdir(), 'leads-csv-'));
const path = join(folder, 'leads.csv');
let db: DuckDBConnection;

beforeAll(async () => {
  db = await makeUpRun();
  const fields = {
    name: '李四',
    id_number: madeUpId(2),
    account_no: '6217001234567890123',
    phone: '13812345678',
    note: `="${madeUpId(3)}"`,
  };
  const leads = [
    madeUpLead(2, {
      id_number: madeUpId(2),
      period_from: '2026-01',
      period_to: '2026-03',
      amount_fen: 123_405,
      tier: 'likely',
      summary_zh: `李四（${madeUpId(2)}）：甲,"乙"\r\n丙`,
      summary_en: 'Li Si',
      evidence: JSON.stringify([{ dataset: 'cremation', file: '火化.xlsx', sheet: '1', row: 7, fields }]),
      address: '=cmd()',
      phone: '13812345678',
      month_amount_fen: 50_000,
      insured_persons: 2,
      source_on: '2026-09-30',
      change: 'new',
    }),
    madeUpLead(1, {
      subject_kind: 'household',
      id_number: null,
      household_head_id: madeUpId(1),
      period_from: '2026-05',
      period_to: '2026-05',
    }),
    madeUpLead(3, { quiet: true }),
    madeUpLead(4, { grade: 'screening' }),
    madeUpLead(5, { change: 'gone' }),
  ];
  for (const lead of leads) await insertRow(db, 'lead', lead);
});
afterAll(() => rmSync(folder, { recursive: true }));

async function written(options: Partial<LeadsCsvOptions> = {}): Promise<Record<string, string>[]> {
  await writeLeadsCsv(db, path, { lang: 'zh', idNumbers: 'masked', grade: 'lead', ...options });
  const content = readFileSync(path, 'utf8');
  expect(
    content.startsWith('\ufefflead_id,rule,rule_title,severity,subject_kind,subject_name,id_number,'),
  ).toBe(true);
  expect(content.replaceAll('\r\n', '').replace(/"[^"]*"/g, '')).not.toContain('\n');
  return Papa.parse<Record<string, string>>(content.slice(1), { header: true, skipEmptyLines: true }).data;
}

it('writes one private line a lead, sorted, without the quiet ones', async () => {
  const rows = await written();
  expect(rows.map((row) => [row.lead_id?.at(-1), row.change])).toEqual([
    ['1', ''],
    ['2', 'new'],
    ['5', 'gone'],
  ]);
  expect(Object.keys(rows[0] ?? {})).toEqual([...LEADS_CSV_COLUMNS]);
  expect(rows[0]).toMatchObject({ period: '2026-05', amount_yuan: '', rule_title: '死亡后仍在领取' });
  expect(rows[1]).toMatchObject({
    period: '2026-01/2026-03',
    amount_yuan: '1234.05',
    month_amount_yuan: '500.00',
    identity_tier: 'likely',
    source_date: '2026-09-30',
  });
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect((await written({ grade: 'screening' })).map((row) => row.lead_id?.at(-1))).toEqual(['4']);
});

it('masks everywhere, evidence and summary included', async () => {
  const content = JSON.stringify(await written());
  for (const secret of [madeUpId(1), madeUpId(2), madeUpId(3), '6217001234567890123', '13812345678']) {
    expect(content).not.toContain(secret);
  }
  const rows = await written();
  expect(rows[0]?.id_number).toBe(`${madeUpId(1).slice(0, 6)}********${madeUpId(1).slice(-4)}`);
  const [item] = JSON.parse(rows[1]?.evidence ?? '');
  expect(item).toMatchObject({
    dataset: 'cremation',
    row: 7,
    fields: { name: '李四', phone: '138****5678' },
  });
});

it('gives full numbers at her word, and still nothing a spreadsheet would run', async () => {
  const [, row] = await written({ idNumbers: 'full', lang: 'en' });
  expect(row).toMatchObject({
    id_number: madeUpId(2),
    phone: '13812345678',
    address: "'=cmd()",
    summary: 'Li Si',
    rule_title: 'Paid after death',
  });
  expect(JSON.parse(row?.evidence ?? '')[0].fields.account_no).toBe('6217001234567890123');
});
