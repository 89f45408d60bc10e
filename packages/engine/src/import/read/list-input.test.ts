import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import officeCrypto from 'officecrypto-tool';
import { expect, it, onTestFinished } from 'vitest';
import { type InputList, listInput } from './list-input.ts';
import { xlsxOf, zipOf } from './testing-files.ts';
import { safeName } from './unpack-zip.ts';

async function list(files: Record<string, string | Buffer>, link?: string): Promise<InputList> {
  const root = await mkdtemp(join(tmpdir(), 'yg-list-'));
  onTestFinished(() => rm(root, { recursive: true }));
  const folder = join(root, 'in');
  const tempFolder = join(root, 'temp');
  await mkdir(folder);
  await mkdir(tempFolder);
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  if (link) await symlink(folder, join(folder, link));
  return listInput(folder, { tempFolder });
}

const xlsx = (): Promise<Buffer> => xlsxOf({ sheets: { S: '<sheetData/>' } });
const xls = (): Buffer =>
  write(
    { SheetNames: ['S'], Sheets: { S: utils.aoa_to_sheet([[1]]) } },
    { type: 'buffer', bookType: 'biff8' },
  ) as Buffer;

it('tells files by content, not by extension, sorted by name', async () => {
  const found = await list({
    'b/真.xls': await xlsx(),
    'a.xlsx': xls(),
    'c.et': xls(),
    'd.xls': '姓名,金额\n',
    'e.csv': '<html><table><tr><td>1</td></tr></table></html>',
    'f.xls': '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
    'g.txt': Buffer.from('姓名\t金额\n', 'utf16le'),
    'h.xls': officeCrypto.encrypt(await xlsx(), { password: 'x' }),
    'i.dat': 'a,b\n',
  });
  expect(found.files.map((f) => [f.name, f.format])).toEqual([
    ['a.xlsx', 'xls'],
    ['b/真.xls', 'xlsx'],
    ['c.et', 'xls'],
    ['d.xls', 'csv'],
    ['e.csv', 'xls'],
    ['f.xls', 'xls'],
    ['g.txt', 'csv'],
    ['h.xls', 'xlsx'],
    ['i.dat', 'csv'],
  ]);
  const sha256 = createHash('sha256').update('a,b\n').digest('hex');
  expect(found.files.at(-1)).toMatchObject({ bytes: 4, sha256 });
  expect([found.left, found.refusals]).toEqual([[], []]);
});

it('leaves alone and names what is no table', async () => {
  const found = await list(
    {
      '~$a.xlsx': 'lock',
      '.hidden': 'x',
      'a.pdf': '%PDF-1.4',
      'b.csv': '%PDF-1.7',
      'c.jpg': 'x',
      'd.docx': 'x',
      'e.doc': 'x',
      '结果/run.json': '{}',
      '结果/leads.csv': 'a,b',
      '结果/深/更.csv': 'a,b',
      'ok.csv': 'a,b',
    },
    'loop',
  );
  expect(found.files.map((f) => f.name)).toEqual(['ok.csv']);
  expect(found.left.map((l) => l.name)).toEqual([
    '.hidden',
    'a.pdf',
    'b.csv',
    'c.jpg',
    'd.docx',
    'e.doc',
    'loop',
    '~$a.xlsx',
    '结果',
  ]);
  expect(found.left.at(-1)?.why.en).toContain('earlier run');
});

it('refuses empty, binary and foreign archive files with a remedy', async () => {
  const found = await list({
    'a.csv': '',
    'b.xlsx': Buffer.from(Array.from({ length: 500 }, (_, i) => i % 32)),
    'c.rar': 'Rar!\x1a\x07',
    'd.zip': 'PK\x03\x04 broken',
    'e.xlsx': 'PK\x03\x04 broken',
    'f.xls': 'MIME-Version: 1.0\n',
  });
  expect(found.files).toEqual([]);
  expect(found.refusals.map((r) => [r.file, r.code])).toEqual([
    ['a.csv', 'IMP-101'],
    ['b.xlsx', 'IMP-108'],
    ['c.rar', 'IMP-109'],
    ['d.zip', 'IMP-112'],
    ['e.xlsx', 'IMP-105'],
    ['f.xls', 'IMP-118'],
  ]);
  for (const refusal of found.refusals)
    expect(refusal.zh && refusal.en && refusal.remedyZh && refusal.remedyEn).toBeTruthy();
});

/** yazl writes UTF-8 names with the flag; a Chinese Windows writes GBK without it. */
function withRawName(zip: Buffer, placeholder: string, name: Buffer): Buffer {
  const bytes = Buffer.from(zip);
  expect(name.length).toBe(placeholder.length);
  for (let at = bytes.indexOf(placeholder); at >= 0; at = bytes.indexOf(placeholder, at + 1)) {
    name.copy(bytes, at);
    const isLocal = bytes.readUInt32LE(at - 30) === 0x04034b50;
    const flags = isLocal ? at - 30 + 6 : at - 46 + 8;
    bytes.writeUInt16LE(bytes.readUInt16LE(flags) & ~0x800, flags);
  }
  return bytes;
}

it('unpacks zips: Chinese names of every make, nested once, earlier results left', async () => {
  const gbkName = Buffer.concat([Buffer.from([0xb5, 0xcd, 0xb1, 0xa3]), Buffer.from('.csv')]); // 低保.csv
  const gbk = withRawName(await zipOf({ '....csvx': 'x', 'QQQQ.csv': 'a,b\n' }), 'QQQQ.csv', gbkName);
  const utf = withRawName(await zipOf({ 'RRRRRR.csv': 'a,b\n' }), 'RRRRRR.csv', Buffer.from('特困.csv'));
  const deep = await zipOf({
    'c.zip': await zipOf({ 'b.zip': await zipOf({ 'a.csv': 'a,b' }), 'b.csv': 'a,b' }),
  });
  const found = await list({
    'gbk.zip': gbk,
    'utf.zip': utf,
    'out.zip': await zipOf({
      '结果/run.json': '{}',
      '结果/x.csv': 'a',
      '数据/表.csv': 'a,b',
      '__MACOSX/._x.csv': 'x',
    }),
    'n.zip': deep,
  });
  expect(found.files.map((f) => f.name)).toEqual([
    'gbk.zip/低保.csv',
    'n.zip/c.zip/b.csv',
    'out.zip/数据/表.csv',
    'utf.zip/特困.csv',
  ]);
  expect(await readFile(found.files[0]?.path ?? '', 'utf8')).toBe('a,b\n');
  expect(found.refusals.map((r) => [r.file, r.code])).toEqual([['n.zip/c.zip/b.zip', 'IMP-111']]);
  expect(found.left.map((l) => l.name)).toContain('out.zip/结果');
});

it('never writes outside its folder, whatever a member is called', async () => {
  const zip = withRawName(
    await zipOf({ 'xx/xx/evil.csv': 'a,b\n' }),
    'xx/xx/evil.csv',
    Buffer.from('../../evil.csv'),
  );
  const found = await list({ 'z.zip': zip });
  expect(found.files.map((f) => f.name)).toEqual(['z.zip/evil.csv']);
  expect(found.files[0]?.path).toMatch(/temp[\\/]zip-1[\\/]0\.csv$/);
  expect(safeName('C:/a/../b\u0007/./c.csv')).toBe('a/b/c.csv');
});

it('refuses bombs and single damaged or protected members, and keeps the rest', async () => {
  const bomb = await zipOf({ 'zero.csv': Buffer.alloc(210 * 2 ** 20) });
  const stored = await zipOf({ 'a.csv': 'hello,1\n', 'b.csv': 'good,2\n' }, false);
  stored[stored.indexOf('hello')] = 0x78;
  const locked = await zipOf({ 'k.csv': 'a,b\n' });
  const central = locked.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  locked.writeUInt16LE(locked.readUInt16LE(central + 8) | 1, central + 8);
  const found = await list({ 'bomb.zip': bomb, 'c.zip': stored, 'locked.zip': locked });
  expect(found.refusals.map((r) => [r.file, r.code])).toEqual([
    ['bomb.zip', 'IMP-106'],
    ['c.zip/a.csv', 'IMP-112'],
    ['locked.zip/k.csv', 'IMP-110'],
  ]);
  expect(found.files.map((f) => f.name)).toEqual(['c.zip/b.csv']);
});
