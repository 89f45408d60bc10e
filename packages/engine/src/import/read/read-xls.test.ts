import { utils, type WorkBook, write } from '@e965/xlsx';
import officeCrypto from 'officecrypto-tool';
import { expect, it } from 'vitest';
import { openBench } from './testing-files.ts';

const longNumber = `1101051990${'01011234'}`;

function sampleBook(): WorkBook {
  const sheet = utils.aoa_to_sheet([
    ['标题', null, null],
    ['姓名', '身份证号', '日期'],
    ['王五', longNumber, 45_000],
    [],
    [null, true, 1_234_567_890_123_456],
  ]);
  sheet['C3'] = { t: 'n', v: 45_000, z: 'yyyy-mm-dd' };
  sheet['A4'] = { t: 'e', v: 42 };
  sheet['!merges'] = [
    { s: { r: 0, c: 0 }, e: { r: 0, c: 2 } },
    { s: { r: 2, c: 0 }, e: { r: 4, c: 0 } },
  ];
  sheet['!rows'] = [{}, {}, { hidden: true }];
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, '花名册');
  utils.book_append_sheet(book, utils.aoa_to_sheet([]), '空表');
  book.Workbook = { Sheets: [{ Hidden: 1 }, {}] };
  return book;
}

it('reads BIFF under the same rules as .xlsx', async () => {
  const bench = await openBench();
  const bytes = write(sampleBook(), { type: 'buffer', bookType: 'biff8' }) as Buffer;
  const { sheets, refusals } = await bench.read('a.et', bytes, 'xls');
  expect(await bench.rows(sheets[0])).toEqual([
    [1, '标题', '标题', '标题'],
    [2, '姓名', '身份证号', '日期'],
    [3, '王五', longNumber, '2023-03-15'],
    [4, '#N/A', null, null],
    [5, '王五', 'TRUE', '1234567890123456'],
  ]);
  expect(sheets[0]).toMatchObject({ sheet: '花名册', sheetHidden: true, columns: 3, rows: 5 });
  expect(sheets[0]?.alarms[0]).toMatchObject({ code: 'long_number', columns: [2] });
  expect(refusals.map((r) => [r.code, r.sheet])).toEqual([['IMP-102', '空表']]);
});

it('marks hidden rows', async () => {
  const bench = await openBench();
  for (const bookType of ['xlsb', 'xlml'] as const) {
    const bytes = write(sampleBook(), { type: 'buffer', bookType }) as Buffer;
    const { sheets } = await bench.read(`a.${bookType}`, bytes, 'xls');
    const hidden = (await bench.rows(sheets[0])).filter((row) => Number(row[0]) < 0);
    expect([bookType, hidden]).toEqual([bookType, [[-3, '王五', longNumber, '2023-03-15']]]);
  }
});

it('reads 1904 dates', async () => {
  const bench = await openBench();
  const book = utils.book_new();
  utils.book_append_sheet(book, { '!ref': 'A1', A1: { t: 'n', v: 43_538, z: 'yyyy-mm-dd' } }, 'S');
  book.Workbook = { WBProps: { date1904: true } };
  for (const bookType of ['biff8', 'xlsb'] as const) {
    const bytes = write(book, { type: 'buffer', bookType }) as Buffer;
    const { sheets } = await bench.read(`a.${bookType}`, bytes, 'xls');
    expect([bookType, await bench.rows(sheets[0])]).toEqual([bookType, [[1, '2023-03-15']]]);
  }
});

it('does not round ID numbers in HTML saved as .xls, whatever its encoding', async () => {
  const bench = await openBench();
  const table = `<html><table><tr><td>姓名</td><td>证号</td></tr><tr><td>A</td><td>${longNumber}</td></tr><tr><td>007</td><td>2023-01-02</td></tr></table></html>`;
  const expected = [
    [1, '姓名', '证号'],
    [2, 'A', longNumber],
    [3, '007', '2023-01-02'],
  ];
  expect(await bench.rows((await bench.read('a.xls', table, 'xls')).sheets[0])).toEqual(expected);
  const gb = Buffer.concat([
    Buffer.from('<html><table><tr><td>'),
    Buffer.from([0xd0, 0xd5, 0xc3, 0xfb]),
    Buffer.from('</td></tr></table></html>'),
  ]);
  expect(await bench.rows((await bench.read('b.xls', gb, 'xls')).sheets[0])).toEqual([[1, '姓名']]);
});

it('reads SpreadsheetML, .xlsb and .ods', async () => {
  const bench = await openBench();
  for (const bookType of ['xlml', 'xlsb', 'ods'] as const) {
    const book = utils.book_new();
    utils.book_append_sheet(
      book,
      utils.aoa_to_sheet([
        ['姓名', 12.5],
        ['王五', longNumber],
      ]),
      'S',
    );
    const bytes = write(book, { type: 'buffer', bookType }) as Buffer;
    const { sheets } = await bench.read(`a.${bookType}`, bytes, 'xls');
    expect([bookType, await bench.rows(sheets[0])]).toEqual([
      bookType,
      [
        [1, '姓名', '12.5'],
        [2, '王五', longNumber],
      ],
    ]);
  }
});

it('refuses damage, and files beyond its means', async () => {
  const bench = await openBench();
  const bytes = write(sampleBook(), { type: 'buffer', bookType: 'biff8' }) as Buffer;
  expect((await bench.read('a.xls', bytes.subarray(0, 1500), 'xls')).refusals[0]?.code).toBe('IMP-105');
  expect((await bench.read('b.xls', Buffer.alloc(65 * 2 ** 20, 0x20), 'xls')).refusals[0]?.code).toBe(
    'IMP-107',
  );
});

it('refuses at once a sheet whose rows or columns lie beyond what a sheet can have', async () => {
  const bench = await openBench();
  const sheet = (row: string, cell: string): string =>
    `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="S"><Table><Row${row}><Cell${cell}><Data ss:Type="String">姓名</Data></Cell></Row></Table></Worksheet></Workbook>`;
  const far = ' ss:Index="4294967295"';
  for (const [name, xml] of [
    ['a.xls', sheet('', far)],
    ['b.xls', sheet(far, '')],
  ] as const) {
    const { sheets, refusals } = await bench.read(name, xml, 'xls');
    expect([sheets.length, refusals[0]?.code]).toEqual([0, 'IMP-105']);
  }
  expect((await bench.read('c.xls', sheet('', ''), 'xls')).sheets[0]?.rows).toBe(1);
});

it('asks for the password of a protected .xls', async () => {
  const bench = await openBench();
  const bytes = write(sampleBook(), { type: 'buffer', bookType: 'biff8' }) as Buffer;
  expect(officeCrypto.isEncrypted(bytes)).toBe(false);
  // A FILEPASS record (XOR) in place of the two records after the first BOF makes the stream a protected one.
  const bof = bytes.indexOf(Buffer.from([0x09, 0x08, 0x10, 0x00]));
  bytes.set([0x2f, 0, 8, 0, 0, 0, 0x12, 0x34, 0x56, 0x78, 0, 0], bof + 20);
  expect((await bench.read('a.xls', bytes, 'xls')).refusals[0]?.code).toBe('IMP-103');
  expect((await bench.read('b.xls', bytes, 'xls', ['wrong'])).refusals[0]?.code).toBe('IMP-104');
});
