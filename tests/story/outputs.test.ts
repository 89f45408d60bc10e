import { mkdirSync, copyFileSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { checkInto, demoCounty, type Ended, type Scratch, scratchFolder } from './checked-county.ts';
import { type LeadLine, parseCsv, readLeads } from './read-leads.ts';
import { idNumbersIn, leadIdsIn, listFiles, readText } from './result-files.ts';

let scratch: Scratch;
let county = '';
let masked = '';
let full = '';
let printed: Ended;

beforeAll(async () => {
  scratch = scratchFolder();
  [county, masked, full] = [scratch.path('county'), scratch.path('masked'), scratch.path('full')];
  await demoCounty(county, 5, 300);
  printed = await checkInto(masked, county);
  await checkInto(full, county, '--id-numbers', 'full');
}, 240_000);
afterAll(() => scratch.clean());

const promised = [
  ...['lead_id', 'rule', 'rule_title', 'severity', 'subject_kind', 'subject_name', 'id_number'],
  ...['household_head_id', 'town', 'village', 'period', 'amount_yuan', 'identity_tier', 'summary'],
  ...['evidence', 'scheme', 'file_number', 'group', 'address', 'phone', 'insured_persons'],
  ...['month_amount_yuan', 'start_month', 'source_date', 'change'],
];

it.each(['leads.csv', 'screening.csv'] as const)(
  '%s keeps its promise to whoever reads it by program',
  (file) => {
    const bytes = readFileSync(join(masked, file));
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [headings = []] = parseCsv(bytes.toString('utf8').slice(1));
    expect(headings.slice(0, promised.length)).toEqual(promised);
    const lines = readLeads(masked, file);
    expect(lines.length).toBeGreaterThan(100);
    const ids = lines.map((line) => line.lead_id ?? '');
    expect(ids).toEqual([...new Set(ids)].sort());
    for (const line of lines) {
      expect(line).toMatchObject({
        lead_id: expect.stringMatching(/^L[0-9a-f]{16}$/),
        rule: expect.stringMatching(/^(IDQ|INC|OMI|KIN|HHS|PAY|PXY|STD)-\d\d$/),
        severity: expect.stringMatching(/^(info|suspect|serious)$/),
        subject_kind: expect.stringMatching(/^(person|household|account|village|town|unit|official)$/),
        identity_tier: expect.stringMatching(/^(same|likely|number_only|)$/),
        period: expect.stringMatching(/^(\d{4}-\d\d(\/\d{4}-\d\d)?|)$/),
        amount_yuan: expect.stringMatching(/^(-?\d+\.\d\d|)$/),
        change: '',
      });
      const evidence = JSON.parse(line.evidence ?? '') as Record<string, unknown>[];
      expect(evidence.length, `${line.lead_id} rests on nothing`).toBeGreaterThan(0);
      for (const row of evidence)
        expect(row).toMatchObject({
          dataset: expect.any(String),
          file: expect.any(String),
          row: expect.any(Number),
        });
    }
  },
);

it('writes every file it speaks of, and every workbook opens', async () => {
  const files = listFiles(masked);
  expect(files).toEqual(
    expect.arrayContaining([
      ...['leads.csv', 'screening.csv', '疑点台账.xlsx', '统计.xlsx', '报告.html', '导入情况.xlsx'],
      ...['import-report.json', 'run.json', '限阅/限阅疑点.xlsx'],
      expect.stringMatching(/^乡镇\/[^/]+镇\.xlsx$/),
      expect.stringMatching(/^乡镇\/[^/]+镇\/[^/]+村\.xlsx$/),
      expect.stringMatching(/^底册\/附件1/),
      expect.stringMatching(/^底册\/附件2/),
      expect.stringMatching(/^底册\/四类人群/),
      expect.stringMatching(/^比对名单\/.+\.xlsx$/),
      expect.stringMatching(/mapping\.yml$/),
    ]),
  );
  for (const file of files) expect((await readText(join(masked, file))).length, file).toBeGreaterThan(20);
});

it('shows no ID number anywhere unless asked to, and then shows them', async () => {
  // A department can answer about whole numbers only; its list says so and goes to it alone.
  for (const file of listFiles(masked).filter((name) => !name.startsWith('比对名单/'))) {
    expect(idNumbersIn(await readText(join(masked, file))).slice(0, 3), file).toEqual([]);
  }
  const shown = (lines: LeadLine[]): LeadLine[] =>
    lines.filter(({ id_number: id = '' }) => idNumbersIn(id).length > 0);
  expect(shown(readLeads(full, 'leads.csv')).length).toBeGreaterThan(100);
  // Masking changes what is shown, never what is found.
  expect(readLeads(full, 'leads.csv').map((line) => line.lead_id)).toEqual(
    readLeads(masked, 'leads.csv').map((line) => line.lead_id),
  );
});

it("no town's or village's file holds another's person, and none is left out", async () => {
  const lines = [...readLeads(full, 'leads.csv'), ...readLeads(full, 'screening.csv')];
  const restricted = new Set(leadIdsIn(await readText(join(full, '限阅/限阅疑点.xlsx'))));
  expect(restricted.size).toBeGreaterThan(0);
  const files = listFiles(full).filter((file) => file.startsWith('乡镇/'));
  const found: string[] = [];
  for (const file of files) {
    const [, town = '', village] = file.replace('.xlsx', '').split('/');
    const own = lines.filter((line) => isAt(line, town, village));
    const text = await readText(join(full, file));
    const numbers = new Set(own.flatMap((line) => [line.id_number, line.household_head_id]));
    expect(
      idNumbersIn(text).filter((id) => !numbers.has(id)),
      file,
    ).toEqual([]);
    const expected = own.map((line) => line.lead_id ?? '').filter((id) => !restricted.has(id));
    expect(leadIdsIn(text), file).toEqual(expected.sort());
    if (village === undefined) found.push(...leadIdsIn(text));
  }
  const towns = lines.filter((line) => line.subject_kind !== 'unit').map((line) => line.lead_id ?? '');
  expect([...new Set([...found, ...restricted])]).toEqual(expect.arrayContaining(towns));
});

/** Rows without a place go to the files of the unknown ones. */
function isAt(line: LeadLine, town: string, village: string | undefined): boolean {
  const townOf = line.town || '未知乡镇';
  return townOf === town && (village === undefined || (line.village || '未知村居') === village);
}

it('every row of every sheet is taken, set aside or a title, total or note', () => {
  const report = JSON.parse(readFileSync(join(masked, 'import-report.json'), 'utf8')) as ImportReport;
  expect(report.sheets.length).toBeGreaterThan(50);
  for (const { file, sheet, rows } of report.sheets)
    expect(rows.taken + rows.setAside + rows.structure, `${file} ${sheet}`).toBe(rows.in);
  const sum = (pick: (rows: Rows) => number): number =>
    report.sheets.reduce((total, { rows }) => total + pick(rows), 0);
  expect(printed.printed).toContain(
    `${sum((rows) => rows.in)} 行 = 采用 ${sum((rows) => rows.taken)} + 搁置 ${sum((rows) => rows.setAside)}`,
  );
  // Counted without the product: lines with anything in them.
  const texts = report.sheets.filter(({ file }) => file.endsWith('.csv') && !file.includes('.zip'));
  expect(texts.length).toBeGreaterThan(5);
  for (const { file, rows } of texts) {
    const lines = readFileSync(join(county, file), 'latin1').split(/\r\n|\n/);
    expect(lines.filter((line) => /[^,\s"\u00ef\u00bb\u00bf]/.test(line)).length, file).toBe(rows.in);
  }
});

interface Rows {
  readonly in: number;
  readonly taken: number;
  readonly setAside: number;
  readonly structure: number;
}
interface ImportReport {
  readonly sheets: readonly { readonly file: string; readonly sheet: string; readonly rows: Rows }[];
}

/** Outputs are written two at a time: which of two begins first, and so the order of their times, is nobody's promise. */
function bytesOf(path: string): string {
  const text = readFileSync(path, 'latin1');
  return basename(path) === 'run.json' ? text.slice(0, text.indexOf('"startedAt"')) : text;
}

it('the same files give the same bytes', async () => {
  const again = scratch.path('again');
  await checkInto(again, county);
  expect(listFiles(again)).toEqual(listFiles(masked));
  for (const file of listFiles(masked)) {
    const [one, other] = [again, masked].map((folder) => bytesOf(join(folder, file)));
    expect(one === other, `${file} differs`).toBe(true);
  }
}, 120_000);

it('neither the order of files nor where they lie changes what is found', async () => {
  const shuffled = scratch.path('shuffled');
  mkdirSync(shuffled);
  const letters = 'zyxwvutsrqponmlkjihgfedcba';
  for (const [at, file] of listFiles(county).entries()) {
    const prefix = `${letters[Math.floor(at / 26)] ?? ''}${letters[at % 26] ?? ''}`;
    if (!basename(file).startsWith('~$'))
      copyFileSync(join(county, file), join(shuffled, `${prefix}-${basename(file)}`));
  }
  const out = scratch.path('shuffled-out');
  await checkInto(out, shuffled);
  for (const file of ['leads.csv', 'screening.csv'] as const)
    expect(readLeads(out, file).map(withoutFiles)).toEqual(readLeads(masked, file).map(withoutFiles));
}, 120_000);

const withoutFiles = (line: LeadLine): LeadLine => ({
  ...line,
  evidence: (line.evidence ?? '').replaceAll(/"file":"(?:[^"\\]|\\.)*"/g, '"file":""'),
});

it('only the owner may look into the result', () => {
  expect(statSync(masked).mode & 0o077).toBe(0);
  const personal = /^(leads|screening)\.csv$|\.xlsx$|报告\.html$/;
  for (const file of listFiles(masked).filter((name) => personal.test(name)))
    expect(statSync(join(masked, file)).mode & 0o077, file).toBe(0);
});

it('a cell that a spreadsheet would run is shown as text', async () => {
  const folder = scratch.path('formula');
  mkdirSync(folder);
  const addresses = ['=cmd|1', '+8613', '-2+3', '@SUM(A1)'];
  const names = ['张一', '张二', '张三', '张四'];
  const roster = addresses.map(
    (address, at) => `甲镇,乙村,${names[at] ?? ''},1234567890123456,1,1,500,2022-01,${address}`,
  );
  const payments = names.map((name) => `甲镇,乙村,${name},1234567890123456,500,2022-07`);
  const write = (file: string, lines: string[]): void =>
    writeFileSync(join(folder, file), `${lines.join('\r\n')}\r\n`);
  write('2022年7月农村低保花名册.csv', [
    '乡镇,村居,户主姓名,户主身份证号,家庭人口,保障人数,月保障金额,享受起始时间,家庭住址',
    ...roster,
  ]);
  write('2022年7月低保金发放明细.csv', ['乡镇,村居,姓名,身份证号,发放金额,发放月份', ...payments]);
  const out = scratch.path('formula-out');
  await checkInto(out, folder);
  const [, ...lines] = parseCsv(readFileSync(join(out, 'leads.csv'), 'utf8').slice(1));
  expect(lines.flat()).toEqual(expect.arrayContaining(addresses.map((address) => `'${address}`)));
  expect(lines.flat().filter((cell) => /^[=+\-@]/.test(cell))).toEqual([]);
});
