import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { RunMeta } from '../../run/run-meta.ts';
import { emptyMeta, insertRow, madeUpId, makeUpRun } from '../made-up-run.ts';
import { readGrids } from '../read-grids.ts';
import { faultName } from './fault-names.ts';
import { writeImportReport } from './write-import-report.ts';

let db: DuckDBConnection;
let dir: string;

beforeEach(async () => {
  db = await makeUpRun();
  dir = await mkdtemp(join(tmpdir(), 'yangguang-import-'));
});
afterEach(async () => {
  db.closeSync();
  await rm(dir, { recursive: true });
});

const meta: RunMeta = {
  ...emptyMeta,
  files: [
    {
      file: '民政/火化.xlsx',
      sheet: '一月',
      table: 'cremation',
      titleZh: '殡葬火化名单',
      titleEn: 'Cremations',
      confidence: 0.9312,
      rowsIn: 10,
      rowsTaken: 7,
      rowsSetAside: 2,
      rowsStructure: 1,
      alarms: [{ zh: '有公式没有结果', en: 'Formula without a result' }],
      mapping: [
        { heading: '死者', column: 'name' },
        { heading: '证件', column: 'id_number' },
        { heading: '火化炉', column: null },
      ],
      sourceOn: '2022-01-31',
    },
  ],
};

async function addSheet(): Promise<void> {
  await insertRow(db, 'import_sheet', {
    sheet_id: 1,
    file: '民政/火化.xlsx',
    sheet: '一月',
    table_name: 'cremation',
  });
  const row = {
    sheet_id: 1,
    code: 'no_subject',
    reason_zh: '没有姓名和证件号',
    reason_en: 'No name and no number',
  };
  await insertRow(db, 'set_aside', { ...row, row_no: 9, cells: JSON.stringify([null, '', '=1+1']) });
  await insertRow(db, 'set_aside', {
    ...row,
    row_no: 4,
    cells: JSON.stringify(['甲,乙', madeUpId(1), '2号']),
  });
  await insertRow(db, 'cell_fault', {
    sheet_id: 1,
    row_no: 3,
    column_name: 'id_number',
    code: 'id_truncated',
    raw: madeUpId(2),
  });
}

it('sends rows back with their number, reason and original cells, readable by the owner only', async () => {
  await addSheet();
  await writeImportReport(db, dir, meta);
  const names = await readdir(join(dir, 'set-aside'));
  expect(names).toEqual(['民政_火化.xlsx_一月.csv']);
  const path = join(dir, 'set-aside', names[0] ?? '');
  expect(await readFile(path, 'utf8')).toBe(
    `\ufeff原行号,挑出原因,死者,证件,火化炉\r\n4,没有姓名和证件号,"甲,乙",${madeUpId(1)},2号\r\n9,没有姓名和证件号,,,'=1+1\r\n`,
  );
  expect((await stat(path)).mode & 0o777).toBe(0o600);
});

it('numbers columns whose heading is empty or unknown', async () => {
  await insertRow(db, 'import_sheet', { sheet_id: 1, file: 'x.csv', sheet: '' });
  await insertRow(db, 'set_aside', { sheet_id: 1, row_no: 2, reason_zh: '未识别', cells: '["a","b"]' });
  await writeImportReport(db, dir, emptyMeta);
  expect(await readFile(join(dir, 'set-aside', 'x.csv'), 'utf8')).toBe(
    '\ufeff原行号,挑出原因,第1列,第2列\r\n2,未识别,a,b\r\n',
  );
});

it('keeps two sheets whose names fall together apart', async () => {
  await insertRow(db, 'import_sheet', { sheet_id: 1, file: 'a/b.csv', sheet: '' });
  await insertRow(db, 'import_sheet', { sheet_id: 2, file: 'a_b.csv', sheet: '' });
  for (const id of [1, 2]) await insertRow(db, 'set_aside', { sheet_id: id, row_no: 1, cells: '["x"]' });
  await writeImportReport(db, dir, emptyMeta);
  expect((await readdir(join(dir, 'set-aside'))).sort()).toEqual(['a_b-2.csv', 'a_b.csv']);
});

it('reports recognition, mapping, rows and faults to people and to programs, without any cell content', async () => {
  await addSheet();
  await writeImportReport(db, dir, meta);
  const book = await readGrids(join(dir, '导入情况.xlsx'));
  expect(book['文件']?.[3]).toEqual([
    '民政/火化.xlsx',
    '一月',
    '殡葬火化名单',
    '93%',
    '2022-01-31',
    '10',
    '7',
    '2',
    '1',
    '平',
    '有公式没有结果',
  ]);
  expect(book['列对应']?.slice(2).map((cells) => cells.slice(3))).toEqual([
    ['死者', 'name'],
    ['证件', 'id_number'],
    ['火化炉', '（不用）'],
  ]);
  expect(book['单元格毛病']?.[2]?.slice(2)).toEqual(['证件', '身份证号尾数丢失（被截成 0）', '1']);
  expect(book['挑出的行']?.[2]).toEqual(['民政/火化.xlsx', '一月', '没有姓名和证件号', '2']);
  const json = await readFile(join(dir, 'import-report.json'), 'utf8');
  expect(JSON.parse(json)).toMatchObject({
    sheets: [
      {
        file: '民政/火化.xlsx',
        table: 'cremation',
        confidence: 0.931,
        rows: { in: 10, taken: 7, setAside: 2, structure: 1, balanced: true },
        faults: [{ column: 'id_number', code: 'id_truncated', cells: 1 }],
      },
    ],
  });
  expect(json).not.toContain(madeUpId(1));
  expect(json).not.toContain(madeUpId(2));
});

it('puts every fault code the importer writes into words', () => {
  expect(faultName('money_does_not_add_up')).toEqual({
    zh: '金额算式两边不等',
    en: 'Amount whose sum does not add up',
  });
  expect(faultName('category_unknown').zh).toBe('类别不认识');
  expect(faultName('date_month_only').en).toBe('Date only to the month');
  expect(faultName('strange').zh).toBe('strange');
});
