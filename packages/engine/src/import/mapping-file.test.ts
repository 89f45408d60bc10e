import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { findSheetMapping, loadMapping, MAPPING_FILE, proposeMapping } from './mapping-file.ts';
import { sources } from './sheet-for-tests.ts';

function written(text: string): string {
  const path = join(mkdtempSync(join(tmpdir(), 'mapping-')), MAPPING_FILE);
  writeFileSync(path, text);
  return path;
}

it('proposes a file that loads as it stands, least sure sheets first, hit lists included', () => {
  const text = proposeMapping(
    [
      {
        file: '交警.xlsx',
        sheet: '一',
        table: 'vehicle',
        confidence: 1,
        mapping: [
          { heading: '车牌', column: 'plate_no' },
          { heading: '序号', column: null },
        ],
      },
      {
        file: '核对.csv',
        sheet: '',
        table: 'vehicle+pension',
        confidence: 0.6,
        mapping: [{ heading: '车辆', column: 'vehicle?' }],
      },
      { file: '怪.csv', sheet: '', table: null, confidence: 0, mapping: [{ heading: '', column: null }] },
    ],
    sources,
  );
  const mapping = loadMapping(written(text), sources);
  expect(mapping?.sheets.map((s) => [s.file, s.dataset])).toEqual([
    ['怪.csv', 'none'],
    ['核对.csv', 'vehicle+pension'],
    ['交警.xlsx', 'vehicle'],
  ]);
  expect(findSheetMapping(mapping, '公安/交警.xlsx', '一')?.columns).toEqual({
    车牌: 'plate_no',
    序号: 'none',
  });
  expect(findSheetMapping(mapping, '交警.xlsx', '二')).toBeUndefined();
});

it('names line and remedy when the clerk writes a data set or column that does not exist', () => {
  expect(() => loadMapping(written('sheets:\n  - file: a.csv\n    dataset: 飞机\n'), sources)).toThrow(
    /PACK-45.*:3 .*飞机.*D27 vehicle/u,
  );
  expect(() =>
    loadMapping(
      written('sheets:\n  - file: a.csv\n    dataset: D27\n    columns: { 翅膀: wings }\n'),
      sources,
    ),
  ).toThrow(/PACK-45.*:4 .*wings/u);
  expect(loadMapping('/nowhere/x.yml', sources)).toBeNull();
});
