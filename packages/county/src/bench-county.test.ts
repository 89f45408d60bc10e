import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { generateBench } from './bench-county.ts';

it('writes exactly the rows asked for', () => {
  const folder = mkdtempSync(join(tmpdir(), 'county-bench-'));
  const { files } = generateBench({ folder, recipients: 400, paymentRows: 5003, comparisonRows: 6000 });
  const lines = readdirSync(folder).map((name) => ({
    name,
    rows: readFileSync(join(folder, name), 'utf8').split('\r\n').length - 2,
  }));
  rmSync(folder, { recursive: true, force: true });
  const sum = (wanted: (name: string) => boolean): number =>
    lines.filter(({ name }) => wanted(name)).reduce((total, { rows }) => total + rows, 0);
  expect(lines).toHaveLength(files);
  expect(sum((name) => name.startsWith('一卡通'))).toBe(5003);
  expect(sum((name) => name === '低保家庭成员.csv')).toBe(400);
  expect(sum((name) => !/一卡通|低保/.test(name))).toBe(6000);
});
