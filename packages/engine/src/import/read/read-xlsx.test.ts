import officeCrypto from 'officecrypto-tool';
import { expect, it } from 'vitest';
import { openBench, xlsxOf, xlsxParts, zipOf } from './testing-files.ts';

const styles = `<numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts>
  <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
  <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="31"/><xf numFmtId="57"/><xf numFmtId="176"/></cellXfs>`;

it('reads every kind of cell as the clerk sees it', async () => {
  const bench = await openBench();
  const bytes = await xlsxOf({
    styles,
    strings:
      '<si><t>姓名</t></si><si><r><t>王</t></r><r><t xml:space="preserve">五 </t></r><rPh sb="0" eb="1"><t>ワン</t></rPh></si>',
    sheets: {
      表: `<dimension ref="A1"/><sheetData>
        <row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" t="inlineStr"><is><t>备&amp;注</t></is></c></row>
        <row r="3" hidden="1"><c r="A3" t="s"><v>1</v></c><c r="B3"><v>300.50</v></c></row>
        <row r="4"><c r="A4" t="b"><v>1</v></c><c r="B4" t="e"><v>#N/A</v></c><c r="C4" t="d"><v>2023-03-15T00:00:00</v></c></row>
        <row r="5"><c r="A5" s="1"><v>45000</v></c><c r="B5" s="2"><v>45000.5</v></c><c r="C5" s="3"><v>45000</v></c><c r="D5" s="4"><v>44986</v></c></row>
        <row r="6"/>
        <row r="7"><c r="A7"><v></v></c><c r="B7" t="inlineStr"><is><t></t></is></c></row>
        <row r="8"><c r="A8" t="str"><f>A2&amp;""</f><v>文本</v></c><c r="B8"><f>SUM(B3)</f><v>300.5</v></c><c r="C8"><f>X()</f></c><c r="D8" t="str"><f>""</f><v></v></c></row>
        </sheetData>`,
    },
  });
  const { sheets, refusals } = await bench.read('a.xlsx', bytes, 'xlsx');
  expect(refusals).toEqual([]);
  expect(await bench.rows(sheets[0])).toEqual([
    [2, '姓名', null, '备&注', null],
    [-3, '王五 ', '300.50', null, null],
    [4, 'TRUE', '#N/A', '2023-03-15', null],
    [5, '2023-03-15', '2023-03-15 12:00:00', '2023-03-15', '2023-03-01'],
    [8, '文本', '300.5', null, null],
  ]);
  expect(sheets[0]).toMatchObject({ sheet: '表', rows: 5, columns: 4, sheetHidden: false });
  expect(sheets[0]?.alarms.map((a) => [a.code, a.count])).toEqual([['no_cached_value', 1]]);
  expect(sheets[0]?.head[0]).toEqual({ rowNo: 2, cells: ['姓名', null, '备&注', null] });
  expect(sheets[0]?.tail.at(-1)?.rowNo).toBe(8);
});

it('keeps the written digits of long numbers and names their column', async () => {
  const bench = await openBench();
  const number = `1101051990${'01011234'}`;
  const sheet = `<sheetData><row><c><v>1</v></c><c><v>${number}</v></c></row><row><c><v>2</v></c><c><v>1.10105199001011E+17</v></c></row></sheetData>`;
  const { sheets } = await bench.read('a.xlsx', await xlsxOf({ sheets: { S: sheet } }), 'xlsx');
  expect(await bench.rows(sheets[0])).toEqual([
    [1, '1', number],
    [2, '2', '1.10105199001011E+17'],
  ]);
  expect(sheets[0]?.alarms[0]).toMatchObject({ code: 'long_number', count: 2, columns: [1] });
});

it('reads prefixed, strict, absolute-target and 1904 workbooks, and cells without addresses', async () => {
  const bench = await openBench();
  const prefixed = `<?xml version="1.0"?><!DOCTYPE w><x:worksheet xmlns:x="u"><x:sheetData><x:row><x:c t="s"><x:v>0</x:v></x:c><x:c s="1"><x:v>43538</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
  const bytes = await xlsxOf({
    styles,
    strings: '<si><t>甲</t></si>',
    sheets: { S: prefixed },
    target: '/xl/',
    relations: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
    workbookPr: '<workbookPr date1904="1"/>',
  });
  const { sheets } = await bench.read('a.xlsx', bytes, 'xlsx');
  expect(await bench.rows(sheets[0])).toEqual([[1, '甲', '2023-03-15']]);
});

it('fills merged cells down and right, keeps own values, and reports overlaps', async () => {
  const bench = await openBench();
  const cell = (r: string, v: string): string => `<c r="${r}" t="inlineStr"><is><t>${v}</t></is></c>`;
  const sheet = `<sheetData><row r="1">${cell('A1', '标题')}</row>
    <row r="2">${cell('A2', '户主')}${cell('B2', 'b2')}${cell('C2', 'c2')}</row>
    <row r="3">${cell('B3', 'b3')}</row><row r="4">${cell('A4', '自有')}${cell('B4', 'b4')}</row><row r="9">${cell('B9', 'b9')}</row></sheetData>
    <mergeCells><mergeCell ref="A1:C1"/><mergeCell ref="A2:A6"/><mergeCell ref="A3:B3"/><mergeCell ref="C8:C1048576"/></mergeCells>`;
  const { sheets } = await bench.read('a.xlsx', await xlsxOf({ sheets: { S: sheet } }), 'xlsx');
  expect(await bench.rows(sheets[0])).toEqual([
    [1, '标题', '标题', '标题'],
    [2, '户主', 'b2', 'c2'],
    [3, '户主', 'b3', null],
    [4, '自有', 'b4', null],
    [9, null, 'b9', null],
  ]);
  expect(sheets[0]?.head[2]?.cells).toEqual(['户主', 'b3', null]);
  expect(sheets[0]?.merges).toHaveLength(4);
  expect(sheets[0]?.alarms.map((a) => [a.code, a.count])).toEqual([['overlapping_merge', 1]]);
});

it('widens the table when a late row is wider, losing nothing', async () => {
  const bench = await openBench();
  const rows = Array.from(
    { length: 5000 },
    (_, i) => `<row><c><v>${i}</v></c>${i === 4321 ? '<c r="H4322"><v>7</v></c>' : ''}</row>`,
  );
  const { sheets } = await bench.read(
    'a.xlsx',
    await xlsxOf({ sheets: { S: `<sheetData>${rows.join('')}</sheetData>` } }),
    'xlsx',
  );
  expect(sheets[0]).toMatchObject({ rows: 5000, columns: 8 });
  const counted = await bench.db.runAndReadAll(
    `select count(*), sum(c0::int), max(c7), max(row_no) from "${sheets[0]?.table}"`,
  );
  expect(counted.getRows()[0]?.map(String)).toEqual(['5000', '12497500', '7', '5000']);
});

it('reports empty, hidden and damaged sheets one by one', async () => {
  const bench = await openBench();
  const good = '<sheetData><row><c><v>1</v></c></row></sheetData>';
  const bytes = await xlsxOf({
    sheets: {
      好: good,
      空: '<sheetData/>',
      坏: '<sheetData><row><c><v>1</c></row>',
      藏: good,
      串: '<sheetData><row><c t="s"><v>9</v></c></row></sheetData>',
      远: '<sheetData><row><c r="XFD1"><v>1</v></c></row></sheetData>',
    },
    hidden: ['藏'],
  });
  const { sheets, refusals } = await bench.read('a.xlsx', bytes, 'xlsx');
  expect(sheets.map((s) => [s.sheet, s.sheetHidden])).toEqual([
    ['好', false],
    ['藏', true],
  ]);
  expect(refusals.map((r) => [r.code, r.sheet, r.isEmptyNote])).toEqual([
    ['IMP-102', '空', true],
    ['IMP-105', '坏', false],
    ['IMP-105', '串', false],
    ['IMP-113', '远', false],
  ]);
});

it('opens protected workbooks with one of the passwords, and says so otherwise', async () => {
  const bench = await openBench();
  const bytes = await xlsxOf({ sheets: { S: '<sheetData><row><c><v>1</v></c></row></sheetData>' } });
  const locked = officeCrypto.encrypt(bytes, { password: '民政2026' });
  const opened = await bench.read('a.xlsx', locked, 'xlsx', ['wrong', '民政2026']);
  expect(await bench.rows(opened.sheets[0])).toEqual([[1, '1']]);
  expect((await bench.read('b.xlsx', locked, 'xlsx')).refusals[0]?.code).toBe('IMP-103');
  expect((await bench.read('c.xlsx', locked, 'xlsx', ['wrong'])).refusals[0]?.code).toBe('IMP-104');
});

it('refuses truncated zips, failing checksums and bombs', async () => {
  const bench = await openBench();
  const sheet = '<sheetData><row><c><v>12345</v></c></row></sheetData>';
  const bytes = await xlsxOf({ sheets: { S: sheet } });
  expect((await bench.read('a.xlsx', bytes.subarray(0, -30), 'xlsx')).refusals[0]?.code).toBe('IMP-105');
  const stored = await zipOf(xlsxParts({ sheets: { S: sheet } }), false);
  stored[stored.indexOf('12345')] = 0x39;
  expect((await bench.read('b.xlsx', stored, 'xlsx')).refusals[0]).toMatchObject({
    code: 'IMP-105',
    sheet: 'S',
  });
  const parts = { ...xlsxParts({ sheets: { S: sheet } }), 'xl/media/x.bin': Buffer.alloc(210 * 2 ** 20) };
  expect((await bench.read('c.xlsx', await zipOf(parts), 'xlsx')).refusals[0]?.code).toBe('IMP-106');
});
