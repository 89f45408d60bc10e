import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { protectFile } from '@yangguang/engine/import/read/protect-file';
import { xlsxOf, zipOf } from '@yangguang/engine/import/read/testing-files';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { command, type Scratch, scratchFolder } from './checked-county.ts';
import { listFiles } from './result-files.ts';

let scratch: Scratch;
beforeAll(() => {
  scratch = scratchFolder();
});
afterAll(() => scratch.clean());

const roster = [
  '乡镇,村居,户主姓名,户主身份证号,家庭人口,保障人数,月保障金额,享受起始时间',
  '甲镇,乙村,张一,,2,2,500,2022-01',
  '甲镇,乙村,张二,,1,1,400,2022-02',
];
const csv = (lines: readonly string[]): string => `${lines.join('\r\n')}\r\n`;
const good = { '2022年7月农村低保花名册.csv': csv(roster) };

/** The same roster as a workbook. */
const workbook = (lines: readonly string[]): Promise<Buffer> =>
  xlsxOf({ sheets: { 花名册: `<sheetData>${lines.map(rowXml).join('')}</sheetData>` } });

const rowXml = (line: string): string =>
  `<row>${line
    .split(',')
    .map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`)
    .join('')}</row>`;

/** A folder with these files. */
function folderOf(name: string, files: Readonly<Record<string, string | Buffer>>): string {
  const folder = scratch.path(name);
  for (const [file, content] of Object.entries({ ...files })) {
    mkdirSync(join(folder, file, '..'), { recursive: true });
    writeFileSync(join(folder, file), content);
  }
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** Checks a folder that holds one good roster and these files. */
async function checkBeside(
  name: string,
  files: Readonly<Record<string, string | Buffer>>,
  ...flags: string[]
): Promise<{ code: number; printed: string; complained: string }> {
  return command(
    'check',
    folderOf(name, { ...good, ...files }),
    '--out',
    scratch.path(`${name}-out`),
    ...flags,
  );
}

it('a workbook with a password is named, with what to do; with its password it is read', async () => {
  const locked = { '特困.xlsx': protectFile(await workbook(roster), '民政2026') };
  const without = await checkBeside('locked', locked);
  expect(without.code).toBe(1);
  expect(without.printed).toMatch(/^IMP-103 特困\.xlsx.*密码.*--password/m);
  const wrong = await checkBeside('locked-wrong', locked, '--password', '123456');
  expect(wrong.code).toBe(1);
  expect(wrong.printed).toMatch(/^IMP-104 特困\.xlsx/m);
  const opened = await checkBeside('locked-open', locked, '--password', '123456', '--password', '民政2026');
  expect(opened.printed).not.toContain('IMP-10');
  expect(opened.printed).toMatch(/读入 2 个文件、2 张表：6 行 = 采用 [24]/);
});

it('broken archives and workbooks are named and the rest is read', async () => {
  const whole = await zipOf({ '低保.csv': csv(roster) });
  const { code, printed } = await checkBeside('broken', {
    '断了.zip': whole.subarray(0, whole.length / 2),
    '断了.xlsx': (await workbook(roster)).subarray(0, 400),
    '空的.csv': '',
    '压缩.rar': Buffer.from('526172211a0700cf907300000d', 'hex'),
    '程序.csv': Buffer.from(Array.from({ length: 2048 }, (_, at) => (at * 7) % 256)),
  });
  expect(code).toBe(1);
  expect(printed).toMatch(/^IMP-112 断了\.zip/m);
  expect(printed).toMatch(/^IMP-(105|112) 断了\.xlsx/m);
  expect(printed).toMatch(/^IMP-101 空的\.csv/m);
  expect(printed).toMatch(/^IMP-109 压缩\.rar/m);
  expect(printed).toMatch(/^IMP-1(08|14) 程序\.csv/m);
  expect(printed).toContain('采用 2 ');
});

it('a wrong extension is no obstacle', async () => {
  const folder = folderOf('extension', {
    '2022年7月农村低保花名册.xls': await workbook(roster),
    '2022年6月农村低保花名册.xlsx': csv(roster.slice(0, 2)),
    '低保.et': await zipOf({ '2022年5月农村低保花名册.txt': csv(roster) }),
  });
  const { code, printed } = await command('check', folder, '--out', scratch.path('extension-out'));
  expect(printed).toMatch(/读入 3 个文件、3 张表：8 行 = 采用 5 /);
  expect(code).toBe(0);
});

it('a file that came twice is counted once, and said so', async () => {
  const { printed } = await checkBeside('twice', { '副本/低保花名册 - 副本.csv': csv(roster) });
  expect(printed).toMatch(/^未读 .+\.csv：与“.+”内容完全相同，只计一次/m);
  expect(printed).toContain('采用 2 ');
});

it('empty sheets, lock files, PDFs and earlier results are left alone by name', async () => {
  const { printed } = await checkBeside('aside', {
    '两张表.xlsx': await xlsxOf({ sheets: { 空表: '<sheetData/>' } }),
    '~$花名册.xlsx': Buffer.from('lock'),
    '通知.pdf': '%PDF-1.4',
    '上月结果/run.json': '{}',
    '上月结果/2022年6月农村低保花名册.csv': csv(roster),
  });
  expect(printed).toMatch(/^IMP-102 两张表\.xlsx \[空表\]/m);
  expect(printed).toMatch(/^未读 ~\$花名册\.xlsx：.*锁文件/m);
  expect(printed).toMatch(/^未读 通知\.pdf：.*PDF/m);
  expect(printed).toMatch(/^未读 上月结果：.*run\.json/m);
  expect(printed).toContain('采用 2 ');
});

it.each<[string, Readonly<Record<string, string>>]>([
  ['nothing at all', {}],
  ['only what is no table', { '通知.pdf': '%PDF-1.4', '~$a.xlsx': 'x' }],
  ['a table nobody knows', { '菜谱.csv': csv(['菜名,口味', '豆腐,辣']) }],
])('a folder with %s ends with 3 and leaves nothing behind', async (name, files) => {
  const folder = folderOf(name, files);
  const before = readdirSync(scratch.path());
  const { code, printed } = await command('check', folder);
  expect(code).toBe(3);
  expect(printed).toContain('没有可用的数据');
  expect(readdirSync(scratch.path())).toEqual(before);
  expect((await command('check', folder, '--lang', 'en')).printed).toContain('No usable input');
});

it('an existing result is replaced only with --force, and somebody’s documents never', async () => {
  const folder = folderOf('force', good);
  const out = scratch.path('force-out');
  expect((await command('check', folder, '--out', out)).code).toBe(0);
  writeFileSync(join(out, '我的笔记.txt'), '留着');
  const refused = await command('check', folder, '--out', out);
  expect(refused.code).toBe(2);
  expect(refused.complained).toMatch(/RUN-101.*--force/s);
  expect(existsSync(join(out, '我的笔记.txt'))).toBe(true);
  expect((await command('check', folder, '--out', out, '--force')).code).toBe(0);
  expect(existsSync(join(out, '我的笔记.txt'))).toBe(false);
  expect(existsSync(join(out, 'leads.csv'))).toBe(true);

  const documents = folderOf('documents', { '报告.docx': 'x' });
  expect((await command('check', folder, '--out', documents, '--force')).code).toBe(2);
  expect((await command('check', folder, '--out', folder, '--force')).code).toBe(2);
  expect((await command('check', folder, '--out', scratch.path(), '--force')).code).toBe(2);
  expect(readdirSync(documents)).toEqual(['报告.docx']);
  expect(readdirSync(folder)).toHaveLength(1);
});

it('rows that are too long, too short or blank are counted, never lost', async () => {
  const [headings = '', first = ''] = roster;
  const ragged = [
    '甲镇农村低保花名册（2022年7月）',
    headings,
    first,
    '甲镇,乙村,张三',
    '甲镇,乙村,张四,,1,1,400,2022-02,多出来,又一格',
    '',
    ',,,,,,,',
    '"甲镇","乙村","张""五","",1,1,"4,00",2022-02',
    '合计,,,,5,5,1800,',
  ];
  const folder = folderOf('ragged', { '2022年7月农村低保花名册.csv': csv(ragged) });
  const out = scratch.path('ragged-out');
  const { code, printed } = await command('check', folder, '--out', out);
  // Three rows of structure: the title, the headings, the total.
  const counted = /：7 行 = 采用 (\d) \+ 搁置 (\d) \+ 标题合计说明 3\n/.exec(printed) ?? [];
  const [taken = 0, aside = 0] = counted.slice(1).map(Number);
  expect(taken + aside).toBe(4);
  expect(code).toBe(Math.min(aside, 1));
  expect(listFiles(join(out, 'set-aside'))).toHaveLength(Math.min(aside, 1));
});

it('rows that cannot be used are set aside with their reason, fit to send back', async () => {
  const folder = folderOf('set-aside', {
    ...good,
    '2022年7月低保金发放明细.csv': csv([
      '乡镇,村居,姓名,身份证号,发放金额,发放月份',
      '甲镇,乙村,张一,,500,2022-07',
      ',,,,很多,下月',
    ]),
  });
  const out = scratch.path('set-aside-out');
  const { code, printed } = await command('check', folder, '--out', out);
  expect(printed).toContain('搁置 1 ');
  expect(code).toBe(1);
  const [file = ''] = listFiles(join(out, 'set-aside'));
  expect(file).toContain('低保金发放明细');
  expect(readFileSync(join(out, 'set-aside', file)).length).toBeGreaterThan(100);
});

it('a corrected mapping that cannot be read, a date and a rule that do not exist are usage errors', async () => {
  const folder = folderOf('usage', good);
  for (const [flags, code] of [
    [['--as-of', '2022-13-01'], 'CLI-'],
    [['--rules', 'XYZ-99'], 'RUN-103|CLI-'],
    [['--region', '37'], 'CLI-'],
    [['--previous', folder], 'ANS-001'],
  ] as const) {
    const ended = await command('check', folder, '--out', scratch.path('usage-out'), ...flags);
    expect([2, 3], flags.join(' ')).toContain(ended.code);
    expect(ended.complained, flags.join(' ')).toMatch(new RegExp(code));
    expect(existsSync(scratch.path('usage-out'))).toBe(false);
  }
});
