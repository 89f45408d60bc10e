import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeCorrections, type CellCorrection } from '../../import/corrections.ts';
import { writeMapping } from '../../import/mapping-file.ts';
import { idOf } from '../../import/sheet-for-tests.ts';
import type { SheetPreview } from '../../import/sheet-preview.ts';
import { runCheck } from '../../run/run-check.ts';
import type { CheckOptions, CheckResult } from '../../run/run-options.ts';
import type { SheetRow } from './write-sheets.ts';

// What a server's clerk sees of a folder, corrects, and sees again.
let home = '';
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'yangguang-sheets-'));
});
afterAll(() => rmSync(home, { recursive: true }));

const policy = fileURLToPath(new URL('../../../../../policy', import.meta.url));
const quiet = { file: () => undefined, stage: () => undefined, done: () => undefined };
let runs = 0;

async function look(
  files: Readonly<Record<string, string>>,
  more: { cells?: readonly CellCorrection[]; mapping?: Parameters<typeof writeMapping>[0] } = {},
): Promise<{ result: CheckResult; previews: SheetPreview[]; rows: SheetRow[]; report: Report }> {
  const place = join(home, String(++runs));
  const [folder, out] = [join(place, 'in'), join(place, 'out')];
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  writeFileSync(join(place, 'cells.json'), writeCorrections(more.cells ?? []));
  writeFileSync(join(place, 'mapping.json'), writeMapping(more.mapping ?? []));
  const options: CheckOptions = {
    ...{ folder, out, builtInPolicy: policy, policy: [], idNumbers: 'masked', lang: 'zh', force: false },
    ...{ inspect: true, handOver: true, passwords: [], region: '371399', now: '2026-11-21T00:00:00Z' },
    corrections: join(place, 'cells.json'),
    byHand: join(place, 'mapping.json'),
    elapsed: () => 0,
    signal: new AbortController().signal,
  };
  const result = await runCheck(options, quiet);
  const read = (name: string): string => readFileSync(join(out, name), 'utf8');
  return {
    result,
    previews: (JSON.parse(read('sheets/preview.json')) as { sheets: SheetPreview[] }).sheets,
    rows: read('sheets/rows.ndjson')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as SheetRow),
    report: JSON.parse(read('import-report.json')) as Report,
  };
}

interface Report {
  readonly sheets: readonly {
    readonly file: string;
    readonly table: string | null;
    readonly rows: { readonly in: number; readonly taken: number; readonly setAside: number };
    readonly alarms: readonly { readonly zh: string }[];
  }[];
}

const roll = `死亡人员火化名单
姓名,身份证号,火化日期,联系电话,家庭住址
张三丰,${idOf('A')},2022-03-05,13812345678,沂水镇东关村12号
,,2022-03-06,,东关村
李四光,${idOf('B').slice(0, 17)},2022-03-07,,西关村
`;
const shaOf = (text: string): string => createHash('sha256').update(text).digest('hex');

it('shows the first rows masked, with what each column was taken for and how sure that is', async () => {
  const { previews, report } = await look({ '火化名单.csv': roll });
  expect(report.sheets[0]).toMatchObject({ table: 'cremation', rows: { in: 5, taken: 2, setAside: 1 } });
  const [preview] = previews;
  expect(preview?.titles).toEqual(['死亡人员火化名单']);
  expect(preview?.columns.map(({ heading, kind }) => [heading, kind])).toEqual([
    ['姓名', 'name'],
    ['身份证号', 'id'],
    ['火化日期', 'text'],
    ['联系电话', 'phone'],
    ['家庭住址', 'address'],
  ]);
  expect(preview?.columns[1]?.confidence).toBeGreaterThan(0.6);
  expect(preview?.rows[0]).toEqual({
    row: 3,
    cells: [
      '张*',
      `${idOf('A').slice(0, 6)}********${idOf('A').slice(-4)}`,
      '2022-03-05',
      '138****5678',
      '沂水镇东关村***',
    ],
  });
  expect(preview?.offers[0]).toMatchObject({ table: 'cremation' });
});

it('tells the rows and cells with something wrong, and reads a corrected row as corrected', async () => {
  const first = await look({ '火化名单.csv': roll });
  expect(first.rows).toEqual([
    expect.objectContaining({
      kind: 'setAside',
      row: 4,
      code: 'IMP-301',
      cells: [null, null, '2022-03-06', null, '东关村'],
    }),
    expect.objectContaining({
      kind: 'fault',
      row: 5,
      column: 'id_number',
      place: 1,
      value: idOf('B').slice(0, 17),
    }),
  ]);
  const cell = { sha256: shaOf(roll), sheet: '' };
  const second = await look(
    { '另一个名字.csv': roll },
    {
      cells: [
        { ...cell, row: 4, column: 0, value: "王'五" },
        { ...cell, row: 5, column: 1, value: idOf('B') },
        { ...cell, sha256: '0'.repeat(64), row: 3, column: 0, value: '别的文件' },
      ],
    },
  );
  expect(second.rows).toEqual([]);
  expect(second.report.sheets[0]).toMatchObject({ rows: { taken: 3, setAside: 0 } });
  expect(second.report.sheets[0]?.alarms.map(({ zh }) => zh)).toContain(
    '2 个单元格按经办人的更正读取，原文件未改动',
  );
  expect(second.previews[0]?.rows.map(({ cells }) => cells[0])).toEqual(['张*', '王*', '李*']);
});

it('shows what it could not recognise as well, and reads it as somebody says, by heading or by place', async () => {
  const odd = `甲,,乙\n张三丰,${idOf('A')},2022-03-05\n李四光,${idOf('B')},2022-03-06\n`;
  const first = await look({ '不明.csv': odd });
  expect(first.result.exit).toBe(3);
  expect(first.report.sheets[0]).toMatchObject({
    table: null,
    rows: { setAside: first.report.sheets[0]?.rows.in },
  });
  expect(first.previews[0]?.rows.some(({ cells }) => cells.includes('张*'))).toBe(true);
  expect(JSON.stringify(first.previews)).not.toContain(idOf('A'));
  expect(first.previews[0]?.headerRow).toBe(null);
  const mapping = {
    file: '不明.csv',
    dataset: 'cremation',
    headerRow: 1,
    columns: { 甲: 'name', '#2': 'id_number', 乙: 'cremated_on' },
  };
  const second = await look({ '不明.csv': odd }, { mapping: [mapping] });
  expect(second.result.exit).toBe(0);
  expect(second.report.sheets[0]).toMatchObject({ table: 'cremation', rows: { taken: 2, setAside: 0 } });
  expect(second.previews[0]).toMatchObject({
    headerRow: 1,
    columns: [{ heading: '甲' }, { heading: '' }, { heading: '乙' }],
  });
  const left = await look({ '火化名单.csv': roll }, { mapping: [{ file: '火化名单.csv', dataset: 'none' }] });
  expect(left.rows.map(({ code }) => code)).toEqual(['IMP-202', 'IMP-202', 'IMP-202']);
});
