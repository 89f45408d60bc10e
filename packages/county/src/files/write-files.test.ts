import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { read, utils } from '@e965/xlsx';
import { afterAll, expect, it } from 'vitest';
import { writeWideXlsx } from '../write-wide-xlsx.ts';
import { layOut } from './layout.ts';
import { csvBytes, toGb18030 } from './write-csv.ts';
import { writeXls } from './write-xls.ts';
import { writeXlsx } from './write-xlsx.ts';

const root = mkdtempSync(join(tmpdir(), 'county-files-'));

afterAll(() => rmSync(root, { recursive: true, force: true }));

const SHEET = layOut({
  name: '名册',
  title: '沂青县<名册>',
  columns: [
    { heading: '姓名', value: (one: { name: string; yuan: number }) => one.name },
    { heading: '金额', group: '月发放', value: ({ yuan }) => yuan, sum: true },
    { heading: '身份证号', group: '月发放', value: () => ({ raw: '371399199001010000' }) },
  ],
  items: [
    { name: '甲', yuan: 300 },
    { name: '乙', yuan: 20.5 },
  ],
  subtotalBy: () => '村',
  total: true,
  notes: ['注：一'],
  hidden: [1],
});

it('lays out title, two heading rows, lines, subtotal, total and note', () => {
  expect(SHEET.rows.map((row) => row[0] ?? null)).toEqual([
    '沂青县<名册>',
    '姓名',
    null,
    '甲',
    '乙',
    '小计',
    null,
    '合计',
    '注：一',
  ]);
  expect(SHEET.rows[5]?.[1]).toBe(320.5);
  expect(SHEET.merges).toEqual([
    [0, 0, 0, 2],
    [1, 0, 2, 0],
    [1, 1, 1, 2],
    [8, 0, 8, 2],
  ]);
  expect(SHEET.hiddenRows).toEqual([4]);
});

it('writes workbooks that another reader understands', async () => {
  await writeXlsx(join(root, 'a.xlsx'), [SHEET]);
  writeXls(join(root, 'a.xls'), [SHEET]);
  for (const name of ['a.xlsx', 'a.xls']) {
    const book = read(readFileSync(join(root, name)));
    const page = book.Sheets['名册'];
    expect(page?.A1?.v).toBe('沂青县<名册>');
    expect(page?.B4?.v).toBe(300);
    expect(page?.C4?.t).toBe('n');
    expect(page?.['!merges']).toHaveLength(4);
  }
});

it('encodes GB18030 and quotes what needs quotes', () => {
  const text = '闫萧傅琦（低保）㎡·“两委”';
  expect(new TextDecoder('gb18030').decode(toGb18030(text))).toBe(text);
  expect(csvBytes([['甲,乙', '丙"丁', null, 3]], 'utf8').toString()).toBe('"甲,乙","丙""丁",,3\r\n');
  expect([...csvBytes([['甲']], 'utf8-bom').subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
});

it('streams the same wide sheet with inline and with shared text', async () => {
  const pages = [];
  for (const strings of ['inline', 'shared'] as const) {
    const path = join(root, `${strings}.xlsx`);
    await writeWideXlsx(path, { rows: 300, columns: 12, strings });
    const book = read(readFileSync(path));
    pages.push(utils.sheet_to_json(book.Sheets['发放明细'] ?? {}, { header: 1 }));
  }
  expect(pages[0]).toHaveLength(301);
  expect(pages[1]).toEqual(pages[0]);
});
