import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { write } from '@e965/xlsx';
import yauzl from 'yauzl';

const headings = [
  '乡镇',
  '村',
  '户主姓名',
  '身份证号码',
  '保障人数',
  '发放金额(元)',
  '所属月份',
  '银行账号',
  '备注',
];

/** A short payment list as departments send it: title, unit, heading, rows, a subtotal, a total, a note. */
function listRows(rooms) {
  const random = new rooms.Random(7);
  const rows = [['沂青县农村低保金发放花名册'], ['单位：元'], headings];
  for (let i = 0; i < 24; i += 1) {
    const first17 = `371399${1940 + i}0${1 + (i % 9)}1${i % 9}${100 + i}`;
    const id = first17 + rooms.checkCharacter(first17);
    const month = i % 3 === 0 ? '2022年7月' : '202207';
    rows.push([
      '青一镇',
      `柳${i % 4}村`,
      rooms.makeName(random, '男'),
      id,
      1 + (i % 3),
      300 + i,
      month,
      `62170${i}0000000${i}`,
      '',
    ]);
    if (i % 12 === 11) rows.push(['小计', '', '', '', '', 3700, '', '', '']);
  }
  rows.push(['合计', '', '', '', '', 7500, '', '', ''], ['说明：退汇的另附名单']);
  return rows;
}

/** The undamaged files: per kind one or several, as bytes. */
export async function makeOriginals(rooms, folder) {
  const rows = listRows(rooms);
  const sheets = [
    {
      name: '发放',
      rows,
      merges: [
        [0, 0, 0, 8],
        [3, 0, 6, 0],
      ],
      hiddenRows: [5],
    },
    { name: '空表', rows: [], merges: [], hiddenRows: [] },
  ];
  await rooms.writeXlsx(join(folder, 'a.xlsx'), sheets);
  await rooms.writeWideXlsx(join(folder, 'b.xlsx'), { rows: 30, strings: 'shared' });
  const xlsx = ['a.xlsx', 'b.xlsx'].map((name) => readFileSync(join(folder, name)));
  const csv = ['utf8', 'utf8-bom', 'gb18030'].map((encoding) => rooms.csvBytes(rows, encoding));
  csv.push(Buffer.from(rows.map((row) => row.map((cell) => `"${cell}"`).join('\t')).join('\n')));
  const book = { SheetNames: ['发放'], Sheets: { 发放: gridSheet(rows) } };
  const xls = ['biff8', 'biff5', 'xlml', 'html'].map((bookType) => write(book, { bookType, type: 'buffer' }));
  const members = [
    ['低保.csv', csv[0]],
    ['发放/一月.xlsx', xlsx[0]],
    ['内层.zip', await zipOf(rooms, [['旧.csv', csv[2]]])],
  ];
  return { xlsx, xls, csv, zip: [await zipOf(rooms, members)], zipMembers: members, rooms };
}

function gridSheet(rows) {
  const sheet = { '!ref': `A1:I${rows.length}` };
  rows.forEach((row, r) => {
    row.forEach((cell, c) => {
      if (cell !== '')
        sheet[`${'ABCDEFGHI'[c]}${r + 1}`] = { t: typeof cell === 'number' ? 'n' : 's', v: cell };
    });
  });
  return sheet;
}

/** A zip of the given [name, bytes] members. A name that the writer refuses is made harmless. */
export async function zipOf({ ZipFile }, members, compress = true) {
  const zip = new ZipFile();
  for (const [name, bytes] of members) {
    const safe = name
      .replace(/^[/\\]+/, '')
      .replace(/\\/g, '/')
      .replace(/^[A-Za-z]:/, '')
      .split('/')
      .filter((part) => part !== '..')
      .join('/');
    zip.addBuffer(bytes, safe === '' || safe.endsWith('/') ? 'x' : safe, { compress });
  }
  zip.end();
  const pieces = [];
  for await (const piece of zip.outputStream) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** The members of a sound zip, as [name, bytes]. */
export function membersOf(bytes) {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(bytes, { lazyEntries: true }, (error, zip) => {
      if (error) return reject(error);
      const found = [];
      zip.on('entry', (entry) => {
        zip.openReadStream(entry, (failed, stream) => {
          if (failed) return reject(failed);
          const pieces = [];
          stream.on('data', (piece) => pieces.push(piece));
          stream.on('error', reject);
          stream.on('end', () => {
            found.push([entry.fileName, Buffer.concat(pieces)]);
            zip.readEntry();
          });
        });
      });
      zip.on('end', () => resolve(found));
      zip.on('error', reject);
      zip.readEntry();
    });
  });
}
