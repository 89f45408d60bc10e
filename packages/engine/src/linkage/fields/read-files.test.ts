import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { engineMemory, linkFiles, type LinkOutcome } from '../link-files.ts';
import { numbered } from '../made-up-sides.ts';
import { type Plan, PlanFile } from '../plan/plan.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'yangguang-read-files-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const plan: Plan = PlanFile.parse({
  id: 'no',
  fields: {
    name: { type: 'person_name', column: 'name' },
    id: { type: 'id_number', column: 'id' },
    born: { type: 'date', column: 'born', else: 'id' },
    town: { type: 'text', column: 'town' },
  },
  compare: [
    { by: 'id_number', field: 'id' },
    { by: 'person_name', field: 'name' },
    { by: 'date', field: 'born' },
    { by: 'place', fields: ['town'] },
  ],
  block: [
    ['id'],
    ['solved(id)'],
    ['head15(id)'],
    ['name', 'born'],
    ['name', 'town'],
    ['sound(name)', 'born'],
  ],
  one_to_one: true,
});

const pick = (text: string, n: number): string => [...text][n % [...text].length] ?? '';
const surnames = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗';
const given = '建国军明华平文志永胜利福海玉金春生成荣林清德学庆民忠强新祥东';

/** Person `n` of a county that is arithmetic only; some lack a number, some numbers are wrong in one digit. */
function row(no: string, n: number, hash: number): string {
  const mixed = (n * 2654435761) % 4294967291;
  const born = `${1930 + (mixed % 80)}${String(1 + (mixed % 12)).padStart(2, '0')}${String(1 + ((mixed >> 3) & 15)).padStart(2, '0')}`;
  const id = numbered(`13042${1 + (mixed % 9)}${born}${String(100 + (n % 900))}`);
  const damaged =
    hash % 20 === 0
      ? ''
      : hash % 20 === 1
        ? `${id.slice(0, 16)}${(Number(id[16]) + 3) % 10}${id.slice(17)}`
        : id;
  const name = pick(surnames, mixed) + pick(given, (mixed >> 5) & 1023) + pick(given, n);
  return [
    no,
    name,
    damaged,
    hash % 3 === 0 ? '' : `${born.slice(0, 4)}-${born.slice(4, 6)}-${born.slice(6)}`,
    `${pick('青石龙山柳河', n)}镇`,
  ].join(',');
}

/** 300 people on the left, 200 of them among 3,000 on the right. */
function writeRegisters(reversed = false): void {
  const write = (file: string, rows: string[]): void =>
    writeFileSync(
      join(folder, file),
      ['no,name,id,born,town', ...(reversed ? rows.reverse() : rows), ''].join('\n'),
    );
  write(
    'left.csv',
    Array.from({ length: 300 }, (_, n) => row(`L${n}`, n, n * 7 + 3)),
  );
  write(
    'right.csv',
    Array.from({ length: 3000 }, (_, at) => row(`R${at}`, at + 100, at * 11 + 5)),
  );
}

interface Run {
  readonly outcome: LinkOutcome;
  readonly pairs: string;
  readonly told: readonly string[];
}

async function run(more: object = {}, stopAt = 'never'): Promise<Run> {
  const told: string[] = [];
  const progress = {
    file: () => {},
    stage: (_: string, en: string) => {
      told.push(en);
      if (en.startsWith(stopAt)) throw new Error('killed');
    },
    done: () => {},
  };
  const files = {
    left: join(folder, 'left.csv'),
    right: join(folder, 'right.csv'),
    out: join(folder, 'pairs.csv'),
  };
  const rest = {
    judgements: null,
    models: folder,
    looks: () => false,
    explain: null,
    elapsed: () => 0,
    memoryLimit: '400MB',
  };
  const outcome = await linkFiles(
    { ...files, ...rest, plan, workFolder: join(folder, 'work'), ...more },
    progress,
    new AbortController().signal,
  );
  return { outcome, told, pairs: readFileSync(files.out, 'utf8') };
}

const links = (text: string): Set<string> =>
  new Set(
    text
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(',').slice(0, 2).join(' ')),
  );
const fromLastRun = /^Taken from the last run: /;

it('links a large file by its near rows as it would whole, but for a handful', async () => {
  writeRegisters();
  const [whole, near] = [await run(), await run({ nearFrom: 1 })];
  const [all, found] = [links(whole.pairs), links(near.pairs)];
  expect(all.size).toBeGreaterThan(190);
  const differing =
    [...all].filter((pair) => !found.has(pair)).length + [...found].filter((pair) => !all.has(pair)).length;
  expect(differing).toBeLessThanOrEqual(3);
  // The chance of a pair is that among all rows of the file, not among those that were let through.
  expect(near.outcome.report.prior / whole.outcome.report.prior).toBeCloseTo(1, 1);
  expect(near.outcome.report.right?.records).toBe(3000);
  expect(near.outcome.report.right?.name).toBe('right.csv');
});

it('gives the same bytes for the same rows in another order, near rows included', async () => {
  writeRegisters();
  const [whole, near] = [await run(), await run({ nearFrom: 1 })];
  writeRegisters(true);
  expect((await run()).pairs).toBe(whole.pairs);
  expect((await run({ nearFrom: 1 })).pairs).toBe(near.pairs);
});

it('keeps nothing unless it is asked to', async () => {
  writeRegisters();
  await run();
  expect(readdirSync(join(folder, 'work'))).not.toContain('kept');
});

it.each([{}, { nearFrom: 1 }])('goes on from what a run that was killed had finished (%o)', async (more) => {
  writeRegisters();
  const { pairs } = await run(more);
  await expect(run({ ...more, keepsSources: true }, 'Normalising')).rejects.toThrow('killed');
  await expect(run({ ...more, keepsSources: true }, 'Learning')).rejects.toThrow('killed');
  const last = await run({ ...more, keepsSources: true });
  expect(last.told.filter((en) => fromLastRun.test(en))).toEqual([
    'Taken from the last run: the normalised tables',
  ]);
  expect(last.pairs).toBe(pairs);
});

it('reads anew what has changed, and only that', async () => {
  writeRegisters();
  await run({ keepsSources: true });
  const right = join(folder, 'right.csv');
  writeFileSync(right, readFileSync(right, 'utf8').replace('R150,', 'R9150,'));
  const changed = await run({ keepsSources: true });
  expect(changed.told.filter((en) => fromLastRun.test(en))).toEqual(['Taken from the last run: left.csv']);
  expect(changed.pairs).toContain(',R9150,');
  expect(changed.outcome.report.right?.records).toBe(3000);
  utimesSync(right, 1_000_000_000, 1_000_000_000);
  expect((await run({ keepsSources: true })).told.filter((en) => fromLastRun.test(en))).toHaveLength(1);
  const other = { ...plan, threshold: 0.6 };
  expect((await run({ keepsSources: true, plan: other })).told.some((en) => fromLastRun.test(en))).toBe(
    false,
  );
});

it('never uses a stage that was half written', async () => {
  writeRegisters();
  const { pairs } = await run({ keepsSources: true });
  const kept = join(folder, 'work', 'kept');
  const manifest = readFileSync(join(kept, 'sides', 'manifest.json'), 'utf8');
  rmSync(join(kept, 'sides'), { recursive: true });
  mkdirSync(join(kept, 'sides.part'));
  writeFileSync(join(kept, 'sides.part', 'manifest.json'), manifest);
  writeFileSync(join(kept, 'sides.part', 'side_l.parquet'), 'PAR1');
  const again = await run({ keepsSources: true });
  expect(again.told.filter((en) => fromLastRun.test(en))).toHaveLength(2);
  expect(again.pairs).toBe(pairs);
  expect(readdirSync(kept).sort()).toEqual(['left', 'right', 'sides']);
});

it('leaves room beside the SQL engine, without starving it', () => {
  expect(['100MB', '400MB', '600MB', '800MB', '4GB', 'all'].map(engineMemory)).toEqual([
    '100MB',
    '400MB',
    '400MB',
    '480MB',
    '2400MB',
    'all',
  ]);
});
