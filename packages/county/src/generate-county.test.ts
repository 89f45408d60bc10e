import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { generateCounty } from './generate-county.ts';
import { PLANTED_RULES, type Truth } from './truth.ts';

const VILLAGE_OR_UNIT = new Set(['HHS-05', 'HHS-06', 'PAY-07', 'STD-01', 'STD-02']);

let root = '';
let small: Truth;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'county-'));
  small = await generateCounty({ folder: join(root, 'a'), households: 300, seed: 7 });
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

function fingerprints(folder: string): Record<string, string> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const hash = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');
  return Object.fromEntries(
    paths.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [path.slice(folder.length), hash(path)];
    }),
  );
}

it('writes the same bytes for the same seed and others for another', async () => {
  await generateCounty({ folder: join(root, 'b'), households: 300, seed: 7 });
  await generateCounty({ folder: join(root, 'c'), households: 300, seed: 8 });
  const [a, b, c] = ['a', 'b', 'c'].map((name) => fingerprints(join(root, name)));
  expect(b).toEqual(a);
  expect(c).not.toEqual(a);
});

it('plants cases and decoys for every rule', () => {
  for (const rule of PLANTED_RULES) {
    const planted = small.planted.filter((one) => one.rule === rule).length;
    expect({ rule, enough: planted >= (VILLAGE_OR_UNIT.has(rule) ? 1 : 3) }).toEqual({ rule, enough: true });
    expect({ rule, decoys: small.decoys.some((one) => one.rule === rule) }).toEqual({ rule, decoys: true });
  }
  const rules = new Set([...small.planted, ...small.decoys].map(({ rule }) => rule));
  expect(rules).toEqual(new Set(PLANTED_RULES));
});

it('never makes one subject both case and decoy of a rule', () => {
  const keys = (one: Truth['decoys'][number] | Truth['planted'][number]): string[] =>
    [one.idNumber, one.idNumber === undefined ? `${one.village ?? ''}/${one.subjectName}` : undefined]
      .filter((key) => key !== undefined)
      .map((key) => `${one.rule} ${key}`);
  const planted = new Set(small.planted.flatMap(keys));
  expect(small.decoys.flatMap(keys).filter((key) => planted.has(key))).toEqual([]);
});

it('damages a share of the numbers that give a case away', () => {
  const damaged = small.planted.filter(({ damage }) => damage !== undefined);
  expect(damaged.length).toBeGreaterThan(8);
  expect(damaged.length).toBeLessThan(small.planted.length / 4);
  expect(new Set(damaged.map(({ damage }) => damage)).size).toBeGreaterThanOrEqual(4);
});

it('works for other as-of dates', async () => {
  const later = await generateCounty({
    folder: join(root, 'e'),
    households: 300,
    seed: 7,
    asOf: '2023-03-31',
  });
  expect(later.planted.map(({ rule }) => rule)).toEqual(small.planted.map(({ rule }) => rule));
  const names = Object.keys(fingerprints(join(root, 'e')));
  expect(names.some((name) => name.endsWith('一卡通发放明细202303.csv'))).toBe(true);
});

it('keeps the truth beside the folder, never inside', () => {
  expect(JSON.parse(readFileSync(join(root, 'a-truth.json'), 'utf8'))).toEqual(
    JSON.parse(JSON.stringify(small)),
  );
  const inside = Object.keys(fingerprints(join(root, 'a')));
  expect(inside.some((path) => path.includes('truth'))).toBe(false);
  for (const kind of ['.xls', '.zip', '.csv', '.pdf', '.xlsx'])
    expect(inside.some((path) => path.endsWith(kind))).toBe(true);
  expect(existsSync(join(root, 'a', '民政局', '~$低保退出台账.xlsx'))).toBe(true);
});

it('grows with the households asked for', async () => {
  const large = await generateCounty({ folder: join(root, 'd'), households: 2000, seed: 7 });
  expect(large.counts.dibaoHouseholds).toBeGreaterThanOrEqual(2000);
  expect(large.counts.dibaoHouseholds).toBeLessThan(2100);
  expect(large.planted.length).toBeGreaterThan(small.planted.length);
  expect(large.counts.vehicle ?? 0).toBeGreaterThan(5 * (small.counts.vehicle ?? 0));
});
