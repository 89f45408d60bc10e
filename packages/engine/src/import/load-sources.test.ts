import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { PackError } from '../pack/pack-error.ts';
import { loadSources } from './load-sources.ts';
import { SOURCES_DIR, sources } from './sheet-for-tests.ts';
import { findColumn } from './source.ts';

function overlay(table: string, text: string): string {
  const dir = mkdtempSync(join(tmpdir(), 'sources-'));
  mkdirSync(join(dir, table));
  writeFileSync(join(dir, table, 'source.yml'), text);
  return dir;
}

function faultOf(act: () => unknown): PackError {
  try {
    act();
  } catch (error) {
    if (error instanceof PackError) return error;
    throw error;
  }
  throw new Error('no fault');
}

it('knows the 36 data sets, each person slot with its name and number column, each category with values', () => {
  expect(sources.length).toBe(36);
  for (const source of sources) {
    for (const slot of source.persons) {
      expect([findColumn(source, slot.name)?.type, findColumn(source, slot.id)?.type]).toEqual([
        'name',
        'id',
      ]);
    }
    for (const column of source.columns) {
      expect(column.headings.length).toBeGreaterThan(0);
      expect(column.type !== 'cat' || new Set(column.values.values()).size > 1).toBe(true);
    }
  }
});

it('lets a locality add a heading, a value, a keyword and a whole data set', () => {
  const dir = overlay(
    'vehicle',
    'table: vehicle\nnames: { 铁牛: 5 }\ncolumns:\n  plate_no: { headings: [铁牛牌子] }\n  status: { values: { scrapped: [拆了] } }\n',
  );
  mkdirSync(join(dir, 'bees'));
  writeFileSync(
    join(dir, 'bees', 'source.yml'),
    'id: D90\ntable: bees\nzh: 养蜂\nen: Bees\ndepartment: 农业\nkind: asset\npersons:\n  - { slot: person, name: name, id: id_number, words: [蜂农] }\ncolumns:\n  name: { type: name, zh: 姓名, en: Name }\n  id_number: { type: id, zh: 身份证号, en: ID }\n',
  );
  const loaded = loadSources([SOURCES_DIR, dir]);
  const vehicle = loaded.find((s) => s.table === 'vehicle');
  expect(vehicle && findColumn(vehicle, 'plate_no')?.headings).toEqual(
    expect.arrayContaining(['铁牛牌子', '车牌号']),
  );
  expect(vehicle && findColumn(vehicle, 'status')?.values.get('拆了')).toBe('scrapped');
  expect(vehicle?.names.get('车辆')).toBe(6);
  expect(loaded.map((s) => s.table)).toContain('bees');
});

it('names file, line and remedy of every fault', () => {
  const unknownKey = faultOf(() =>
    loadSources([SOURCES_DIR, overlay('vehicle', 'table: vehicle\nkolumns: {}\n')]),
  );
  expect([unknownKey.code, unknownKey.line]).toEqual(['PACK-02', 1]);
  const noType = faultOf(() =>
    loadSources([
      SOURCES_DIR,
      overlay('vehicle', 'table: vehicle\ncolumns:\n  colour: { headings: [颜色] }\n'),
    ]),
  );
  expect([noType.code, noType.line, noType.file.endsWith('source.yml')]).toEqual(['PACK-43', 3, true]);
  const noColumn = faultOf(() =>
    loadSources([SOURCES_DIR, overlay('vehicle', 'table: vehicle\nneeds: [wings]\n')]),
  );
  expect([noColumn.code, noColumn.zh.includes('wings')]).toEqual(['PACK-42', true]);
  expect(faultOf(() => loadSources(['/nowhere'])).code).toBe('PACK-40');
});
