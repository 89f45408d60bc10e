import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UserError } from '@yangguang/domain/errors/user-error';
import { checkDigit } from '@yangguang/domain/words/id-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Plan } from './plan.ts';
import { readPlan } from './read-plan.ts';
import { suggestForFiles } from './suggest-for-files.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'yangguang-suggest-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const quiet = { file() {}, stage() {}, done() {} };

function write(name: string, rows: readonly (readonly string[])[]): string {
  const file = join(folder, name);
  writeFileSync(file, rows.map((row) => `${row.join(',')}\n`).join(''));
  return file;
}

const textFor = (left: string, right: string | null = null): Promise<string> =>
  suggestForFiles(
    { left, right, workFolder: join(folder, 'work'), memoryLimit: '400MB' },
    quiet,
    new AbortController().signal,
  );
const planFor = async (left: string, right: string | null = null): Promise<Plan> =>
  readPlan(await textFor(left, right), 'suggested');

const pick = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;
const given = [
  'anna',
  'boris',
  'clara',
  'david',
  'elena',
  'felix',
  'greta',
  'henry',
  'irene',
  'jonas',
  'karla',
];
const family = [
  'abbott',
  'berger',
  'castle',
  'dorsey',
  'easton',
  'fisher',
  'garner',
  'hooper',
  'irving',
  'jarvis',
  'keller',
  'larkin',
  'mercer',
];
const day = (n: number): string =>
  `19${40 + (n % 50)}-${String(1 + (n % 12)).padStart(2, '0')}-${String(1 + (n % 28)).padStart(2, '0')}`;

/** 400 people, every fifth of them twice, the second time with a slip in one field. */
function persons(): string[][] {
  return Array.from({ length: 480 }, (_, n) => {
    const who = n < 400 ? n : (n - 400) * 5;
    const [first, last] = [pick(given, who), pick(family, who)];
    const slip = n >= 400;
    const born = slip && n % 3 === 0 ? day(who + 1) : day(who);
    const surname = slip && n % 3 === 1 ? `${last.slice(0, -1)}x` : last;
    return [
      `r${n}`,
      `c${who}`,
      `${first} ${surname}`,
      `${first} ${surname} of ${pick(['york', 'leeds', 'bath'], who)}hill${who % 7}`,
      first,
      surname,
      born,
      `${1000 + (who % 90)}`,
    ];
  });
}
const personHeads = [
  'unique_id',
  'cluster',
  'first_and_surname',
  'full_name',
  'first_name',
  'surname',
  'dob',
  'postcode',
];

it('compares names once, never the label, and takes the unique column for the record', async () => {
  const text = await textFor(write('persons.csv', [personHeads, ...persons()]));
  const plan = readPlan(text, 'suggested');
  expect(plan.id).toBe('unique_id');
  expect(plan.compare.map((spec) => spec.by)).toEqual(['names', 'date', 'text']);
  const columns = Object.values(plan.fields).map(({ column }) => column);
  expect(columns).not.toContain('cluster');
  expect(columns).not.toContain('first_and_surname');
  // It has words of its own, which bring records together, but what it shares with the names counts once only.
  expect(columns).toContain('full_name');
  expect(text).toMatch(/# .*“cluster”.*\n# Not used, cluster/);
  expect(plan.block.length).toBeGreaterThan(2);
});

it('is the same for the same records in another order', async () => {
  const rows = persons();
  const one = await textFor(write('order.csv', [personHeads, ...rows]));
  const other = await textFor(write('order.csv', [personHeads, ...rows.toReversed()]));
  expect(other).toBe(one);
});

it('keeps a damaged field from hiding a pair: no field is in every rule', async () => {
  const plan = await planFor(write('rules.csv', [personHeads, ...persons()]));
  for (const name of Object.keys(plan.fields))
    expect(plan.block.some((rule) => rule.every((term) => !term.includes(name)))).toBe(true);
});

const surnames = '王李张刘陈杨黄赵吴周'.split('');
const syllables = '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平'.split('');
function number(n: number): string {
  const first = ['339901', day(n).replaceAll('-', ''), String(100 + (n % 800))].join('');
  return `${first}${checkDigit(first)}`;
}
const name = (n: number): string =>
  `${pick(surnames, n)}${pick(syllables, n * 7)}${pick(syllables, n * 3 + 1)}`;

it('pairs a Chinese roster with a list under other headings, and reads birth dates from the numbers', async () => {
  const roster = Array.from({ length: 300 }, (_, n) => [
    `D${n}`,
    name(n),
    number(n),
    `${pick(['东', '西'], n)}镇`,
    `${n % 20}村`,
    '低保',
  ]);
  const deaths = Array.from({ length: 200 }, (_, n) => [
    String(n + 1),
    name(n * 2),
    n % 4 === 0 ? '' : number(n * 2),
    day(n * 2),
    `${pick(['东', '西'], n * 2)}镇`,
    '火化',
  ]);
  const plan = await planFor(
    write('roster.csv', [['编号', '户主姓名', '身份证号', '乡镇', '村', '备注'], ...roster]),
    write('deaths.csv', [['序号', '姓名', '公民身份号码', '出生日期', '乡镇', '方式'], ...deaths]),
  );
  expect(plan.id).toEqual({ left: '编号', right: '序号' });
  expect(plan.model).toBe('registers');
  expect(plan.one_to_one).toBe(true);
  expect(plan.fields['id_number']).toMatchObject({
    type: 'id_number',
    left: '身份证号',
    right: '公民身份号码',
  });
  expect(plan.fields['birth']).toMatchObject({ type: 'date', right: '出生日期', else: 'id_number' });
  expect(plan.compare.map((spec) => spec.by).sort()).toEqual(['date', 'id_number', 'person_name', 'place']);
  for (const rule of [['id_number'], ['solved(id_number)'], ['head15(id_number)']])
    expect(plan.block).toContainEqual(rule);
});

it('does not take a list for one row a person in which people stand several times', async () => {
  const rows = Array.from({ length: 200 }, (_, n) => [`P${n}`, name(n % 50), number(n % 50)]);
  const file = write('payments.csv', [['编号', '姓名', '身份证号'], ...rows]);
  expect((await planFor(file, file)).one_to_one).toBe(false);
});

it('refuses a table without a column that names its records, and tables that have nothing in common', async () => {
  const repeated = write('repeated.csv', [
    ['name', 'city'],
    ['anna', 'york'],
    ['anna', 'york'],
  ]);
  await expect(planFor(repeated)).rejects.toMatchObject({ code: 'LNK-221' });
  const one = write('one.csv', [
    ['id', 'fruit'],
    ['1', 'apple'],
    ['2', 'pear'],
    ['3', 'plum'],
  ]);
  const other = write('other.csv', [
    ['id', 'tool'],
    ['1', 'hammer'],
    ['2', 'saw'],
    ['3', 'file'],
  ]);
  const refused = planFor(one, other);
  await expect(refused).rejects.toBeInstanceOf(UserError);
  await expect(refused).rejects.toMatchObject({ code: 'LNK-222' });
});
