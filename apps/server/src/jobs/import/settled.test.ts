import { randomUUID } from 'node:crypto';
import { testVault } from '@yangguang/store/crypto/test-vault';
import type { ImportActRow } from '@yangguang/store/import/import-act';
import { expect, it } from 'vitest';
import { asPlaced, type CellsContent, type MappingContent, settledBy } from './settled.ts';

const vault = testVault();
let no = 0;
function act(kind: ImportActRow['kind'], content: MappingContent | CellsContent | null): ImportActRow {
  const id = randomUUID();
  return {
    ...{ id, batch_id: randomUUID(), no: ++no, kind, items: 1, reason: '核对' },
    ...{ settled_by: randomUUID(), settled_at: new Date('2026-11-21T00:00:00Z') },
    private: content === null ? null : vault.seal(content, `import_act.private:${id}`),
  };
}
const sheet = (file: string, dataset: string, more: Partial<MappingContent['sheets'][number]> = {}) =>
  act('mapping', {
    sheets: [
      {
        file,
        sheet: '表',
        dataset,
        headerRow: null,
        columns: [{ place: 1, column: 'name' }],
        width: 3,
        ...more,
      },
    ],
  });
const cell = (row: number, value: string, sha256 = 'a'.repeat(64)) =>
  act('cells', { cells: [{ file: 'a.csv', sheet: '', sha256, row, place: 2, from: '旧', value }] });

it('of two words on the same sheet the later counts; a word taken back is none', () => {
  const { mapping } = settledBy(vault, [
    sheet('a.xlsx', 'vehicle'),
    sheet('a.xlsx', 'cremation', { headerRow: 2 }),
    sheet('b.xlsx', 'vehicle'),
    sheet('b.xlsx', 'auto'),
    sheet('c.xlsx', 'none'),
  ]);
  expect(mapping).toEqual([
    {
      ...{ file: 'a.xlsx', sheet: '表', dataset: 'cremation', isExact: true, headerRow: 2 },
      // Every column is named, so that nothing is recognised beside what was said.
      columns: { '#1': 'none', '#2': 'name', '#3': 'none' },
    },
    { file: 'c.xlsx', sheet: '表', dataset: 'none', isExact: true },
  ]);
});

it('of two corrections of the same cell the later counts, whatever the file is called; those of a revoked batch are gone', () => {
  const { cells } = settledBy(vault, [cell(4, '王五'), cell(5, '赵六'), cell(4, '王伍'), act('cells', null)]);
  expect(cells.map(({ row, column, value }) => [row, column, value])).toEqual([
    [4, 2, '王伍'],
    [5, 2, '赵六'],
  ]);
  expect(settledBy(vault, [cell(4, '甲'), cell(4, '乙', 'b'.repeat(64))]).cells).toHaveLength(2);
});

it('sheets follow their file into the folder of a check, out of an archive as well', () => {
  const settled = settledBy(vault, [
    sheet('局/a.zip/里/b.csv', 'vehicle'),
    sheet('a.xlsx', 'vehicle'),
    sheet('c.csv', 'none'),
  ]);
  const placed = new Map([
    ['局/a.zip', '批次2/局/a.zip'],
    ['a.xlsx', '批次2/a.xlsx'],
    ['c.csv', 'c.csv'],
  ]);
  expect(asPlaced(settled, placed).mapping.map(({ file }) => file)).toEqual([
    '批次2/局/a.zip/里/b.csv',
    '批次2/a.xlsx',
    'c.csv',
  ]);
});
