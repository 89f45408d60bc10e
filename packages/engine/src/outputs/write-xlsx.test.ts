import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { read, utils, type WorkBook } from '@e965/xlsx';
import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { createWorkbook, type WorkbookOptions } from './write-xlsx.ts';
import { dayNumber, yuanText } from './xlsx/cell.ts';
import { cleanSheetName, uniqueSheetName } from './xlsx/sheet-name.ts';
import type { SheetSpec } from './xlsx/sheet-spec.ts';
import type { Cell } from './xlsx/cell.ts';

const folder = mkdtempSync(join(tmpdir(), 'write-xlsx-'));
afterAll(() => rmSync(folder, { recursive: true }));

const META: WorkbookOptions = { title: '测试 & <试>', createdOn: '2026-10-31' };
const COLUMNS: SheetSpec['columns'] = [
  { heading: '证号', width: 20, kind: 'text' },
  { heading: '金额', width: 12, kind: 'money' },
  { heading: '日期', width: 12, kind: 'date' },
  { heading: '说明', width: 30, kind: 'wrap' },
  { heading: '结果', width: 10, kind: 'text', list: ['属实', '查无问题'] },
];

async function write(
  name: string,
  spec: SheetSpec,
  rows: readonly (readonly Cell[])[],
  options = META,
): Promise<string> {
  const path = join(folder, `${name}.xlsx`);
  const book = createWorkbook(path, options);
  const sheet = book.sheet('名单', spec);
  for (const row of rows) await sheet.row(row);
  await sheet.close();
  await book.close();
  return path;
}

const parse = (path: string): WorkBook => read(readFileSync(path), { cellStyles: true, cellNF: true });

const table = (book: WorkBook, name: string): unknown[][] =>
  utils.sheet_to_json(book.Sheets[name] ?? {}, { header: 1, raw: true });

it('writes text, exact money, real dates and a header under the title', async () => {
  const rows = [['440524188001010014', 12_345_678_901n, '2026-02-28', '行一\n行二', null]];
  const book = parse(
    await write('kinds', { columns: COLUMNS, title: '标题', subtitle: ['副题'], filter: true }, rows),
  );
  const got = table(book, '名单');
  expect(got[0]?.[0]).toBe('标题');
  expect(got[2]).toEqual(['证号', '金额', '日期', '说明', '结果']);
  expect(got[3]?.slice(0, 4)).toEqual([
    '440524188001010014',
    123456789.01,
    new Date('2026-02-28'),
    '行一\n行二',
  ]);
  const sheet = book.Sheets['名单'];
  expect(sheet?.['A4']).toMatchObject({ t: 's' });
  expect(sheet?.['B4'].z).toBe('#,##0.00');
  expect(sheet?.['!autofilter']).toEqual({ ref: 'A3:E4' });
  expect(book.Props).toMatchObject({ Title: '测试 & <试>' });
});

it('offers the allowed values through a hidden sheet', async () => {
  const path = await write('lists', { columns: COLUMNS }, [['1', 1, null, null, null]]);
  const book = parse(path);
  expect(book.Workbook?.Sheets?.map((s) => [s.name, s.Hidden])).toEqual([
    ['名单', 0],
    ['可选值', 1],
  ]);
  expect(table(book, '可选值')).toEqual([['属实'], ['查无问题']]);
});

it('gives the same bytes twice and a private file', async () => {
  const rows = [['a', 1, '2026-01-01', 'b', '属实']];
  const first = await write('same-1', { columns: COLUMNS }, rows);
  const second = await write('same-2', { columns: COLUMNS }, rows);
  expect(readFileSync(first).equals(readFileSync(second))).toBe(true);
  expect(statSync(first).mode & 0o777).toBe(0o600);
});

it('continues a full sheet in the next one, with title and header again', async () => {
  const rows = Array.from({ length: 7 }, (_, i) => [`行${i}`]);
  const spec: SheetSpec = { columns: [{ heading: '名', width: 8, kind: 'text' }], title: '题' };
  const book = parse(await write('full', spec, rows, { ...META, sheetRows: 5 }));
  expect(book.SheetNames).toEqual(['名单', '名单(2)', '名单(3)']);
  expect(table(book, '名单').map((r) => r[0])).toEqual(['题', '名', '行0', '行1', '行2']);
  expect(table(book, '名单(3)').map((r) => r[0])).toEqual(['题', '名', '行6']);
});

it('merges, links and joins group headers', async () => {
  const path = join(folder, 'merge.xlsx');
  const book = createWorkbook(path, META);
  const columns = [1, 2, 3].map((n) => ({ heading: `列${n}`, width: 8, kind: 'text' as const }));
  const sheet = book.sheet('甲', { columns, groupHeaders: [{ label: '组', from: 1, to: 2 }] });
  await sheet.row([
    { value: '去', link: { sheet: "乙's", cell: 'A3' } },
    { value: '宽', span: 2 },
  ]);
  await sheet.close();
  const other = book.sheet("乙's", { columns, header: false });
  await other.row(['x'], { pageBreakAfter: true });
  await other.close();
  await book.close();
  const parsed = parse(path);
  expect(table(parsed, '甲')[0]).toEqual(['列1', '组']);
  expect(table(parsed, '甲')[1]).toEqual([undefined, '列2', '列3']);
  const merges = (parsed.Sheets['甲']?.['!merges'] ?? []).map((range) => utils.encode_range(range));
  expect(merges.sort()).toEqual(['A1:A2', 'B1:C1', 'B3:C3']);
  expect(parsed.Sheets['甲']?.['A3'].l.Target).toBe("#'乙''s'!A3");
});

it('shows the tabs in the order asked for, whatever the order of writing', async () => {
  const path = join(folder, 'order.xlsx');
  const book = createWorkbook(path, META);
  for (const [name, tabOrder] of [
    ['卡', 2],
    ['封面', 0],
    ['先看', 1],
  ] as const) {
    const sheet = book.sheet(name, { columns: COLUMNS, filter: true, tabOrder });
    await sheet.row([name]);
    await sheet.close();
  }
  await book.close();
  const parsed = parse(path);
  expect(parsed.SheetNames).toEqual(['封面', '先看', '卡', '可选值']);
  expect(table(parsed, '先看')[1]).toEqual(['先看']);
  const titles = parsed.Workbook?.Names?.filter((n) => n.Name === '_xlnm.Print_Titles');
  expect(titles?.map((n) => [n.Sheet, n.Ref])).toEqual([
    [0, "'封面'!$1:$1"],
    [1, "'先看'!$1:$1"],
    [2, "'卡'!$1:$1"],
  ]);
});

it('never lets text become a formula and never writes a character XML forbids', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.constantFrom('=1+1', '+86', '-x', '@a', '\t=1', '\u0000\t', '\ud800=1', 'a\u0000b', '\ud800'),
        ),
      ),
      async (texts) => {
        const spec: SheetSpec = { columns: [{ heading: 'h', width: 9, kind: 'text' }] };
        const parsed = parse(
          await write(
            'fuzz',
            spec,
            texts.map((t) => [t]),
          ),
        );
        texts.forEach((_text, i) => {
          const cell = parsed.Sheets['名单']?.[`A${i + 2}`];
          expect(cell?.f).toBeUndefined();
          expect(String(cell?.v ?? '')).not.toMatch(/^[=+\-@\t]/);
        });
      },
    ),
    { numRuns: 60 },
  );
});

it('cleans sheet names and keeps them apart', () => {
  expect(cleanSheetName("'a[b]:c*d?e/f\\g'")).toBe('a b c d e f g');
  expect(cleanSheetName('')).toBe('Sheet');
  expect(cleanSheetName('镇'.repeat(40))).toHaveLength(31);
  const long = 'x'.repeat(31);
  expect(uniqueSheetName(long, new Set([long]))).toBe(`${'x'.repeat(28)}(2)`);
});

it('counts money and days exactly', () => {
  expect([yuanText(-5), yuanText(100), yuanText(900719925474099301n)]).toEqual([
    '-0.05',
    '1.00',
    '9007199254740993.01',
  ]);
  expect([dayNumber('1900-03-01'), dayNumber('2026-11-21'), dayNumber('2026-11')]).toEqual([
    61,
    46347,
    undefined,
  ]);
});

it('refuses a second open sheet and reports a path that cannot be written', async () => {
  const book = createWorkbook(join(folder, 'nowhere', 'x.xlsx'), META);
  const sheet = book.sheet('a', { columns: COLUMNS });
  expect(() => book.sheet('b', { columns: COLUMNS })).toThrow(/still open/);
  const work = async (): Promise<void> => {
    for (let i = 0; i < 30_000; i += 1) await sheet.row(['x'.repeat(100)]);
    await sheet.close();
    await book.close();
  };
  await expect(work()).rejects.toThrow(/ENOENT/);
});
