import type { DuckDBConnection } from '@duckdb/node-api';
import { beforeAll, expect, it } from 'vitest';
import { appendText, rowsOf } from '../../dataset/sql-engine.ts';
import { numbered, openForLinkage } from '../made-up-sides.ts';
import { type Plan, PlanFile } from '../plan/plan.ts';
import { findNearRows, type NearRows } from './near-rows.ts';
import { readSource } from './read-sources.ts';

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
    ['surname(name)', 'born', 'town'],
    ['sound(name)', 'town'],
  ],
});
const columns = ['no', 'name', 'id', 'born', 'town'];
type Row = readonly (string | null)[];
const number = (born: string, order: number): string =>
  numbered(`130425${born}${String(order).padStart(3, '0')}`);
const slipped = (id: string): string => `${id.slice(0, 16)}${(Number(id[16]) + 1) % 10}${id.slice(17)}`;

const left: readonly Row[] = [
  ['A1', '李秀英', number('19650412', 101), null, '青石镇'],
  ['A2', '张福海', slipped(number('19480102', 33)), null, '青石镇'],
  ['A3', '王建国', null, '1970年5月1日', '龙山镇'],
  ['A4', '赵玉兰', `${number('19551111', 245).slice(0, 15)}000`, null, '青石镇'],
];
/** What brings a row in, as its id. */
const near: readonly Row[] = [
  ['equal number', '李秀英', number('19650412', 101), null, '柳河乡'],
  ['what a damaged one may have been', '张福海', number('19480102', 33), null, '柳河乡'],
  ['what a cut one may have been', '赵玉兰', number('19551111', 245), null, '柳河乡'],
  ['name and birth date in another form', '王建国', number('19700501', 81), '1970/5/1', '柳河乡'],
  ['name and the birth date in the number', '王建国', number('19700501', 82), null, '柳河乡'],
  ['surname, birth date and town', '王建邦', number('19700501', 83), '19700501', '龙山镇'],
  ['contradicted by its birth date', '孙小梅', number('19600606', 12), '1991-02-03', '柳河乡'],
  ['contradicted in another form', '孙小梅', number('19600606', 14), '1991年2月3日', '柳河乡'],
  ['damaged itself', '周强', slipped(number('19880101', 55)), null, '柳河乡'],
  ['cut itself', '周强', `${number('19880202', 255).slice(0, 15)}001`, null, '柳河乡'],
  ['fifteen digits', '周强', '130425880303555', null, '柳河乡'],
  ['missing itself', '吴淑珍', null, null, null],
];
const far: readonly Row[] = [
  ['sounds alike only', '王健国', number('19710501', 81), '1971-05-01', '龙山镇'],
  ['name alone', '王建国', number('19720501', 81), null, '龙河乡'],
  ['birth date one part away', '孙小梅', number('19600606', 16), '1960-06-07', '柳河乡'],
  ...Array.from(
    { length: 3000 },
    (_, at): Row => [
      `stranger ${at}`,
      '郑海',
      number(`19${30 + (at % 60)}0815`, 100 + (at % 800)),
      null,
      '柳河乡',
    ],
  ),
];

let db: DuckDBConnection;
beforeAll(async () => {
  db = await openForLinkage();
});

async function find(
  leftRows: readonly Row[],
  rightRows: readonly Row[],
  from: number | null,
): Promise<NearRows | null> {
  const names = columns.map((name) => `"${name}" varchar`).join(', ');
  for (const [table, rows] of [['file_l', leftRows] as const, ['file_r', rightRows] as const]) {
    await db.run(`create or replace table ${table} (${names})`);
    await appendText(db, table, rows);
  }
  await readSource(db, plan, { side: 'left', view: 'file_l', name: 'left.csv', columns });
  return findNearRows(db, plan, { side: 'right', view: 'file_r', name: 'right.csv', columns }, from);
}

const kept = async (): Promise<Set<string>> =>
  new Set((await rowsOf(db, 'select "no" from file_near')).map((row) => String(row.no)));

it('lets every row through that may belong to a left one, and of the others only a fair sample', async () => {
  const found = await find(left, [...near, ...far], 1);
  const names = await kept();
  for (const [name] of near) expect(names, String(name)).toContain(name);
  const share = far.filter(([name]) => names.has(String(name))).length / far.length;
  expect(share).toBeGreaterThan(0.04);
  expect(share).toBeLessThan(0.09);
  expect(found?.records).toBe(near.length + far.length);
  const [sample] = await rowsOf(
    db,
    `select count(*)::integer as n from file_near as f, lateral (select f."no" as _id) s where ${found?.isSample}`,
  );
  expect(Number(sample?.n) / (near.length + far.length)).toBeCloseTo(1 / 16, 1);
});

it('looks for nothing but the sample where no left row needs it', async () => {
  await find([['A1', '李秀英', number('19650412', 101), null, '青石镇']], [...near, ...far], 1);
  const names = await kept();
  expect(names).toContain('equal number');
  expect(names).toContain('missing itself');
  expect([...names].filter((name) => /what a|birth date in|surname/.test(name)).length).toBeLessThan(3);
});

it('takes numbers that end in 000 for cut short where a spreadsheet has been through the whole file', async () => {
  const rounded = Array.from(
    { length: 100 },
    (_, at): Row => [`cut ${at}`, '郑海', `13042519${30 + (at % 60)}08151000`, null, null],
  );
  const found = await find(left, [...far, ...rounded], 1);
  expect(found?.isRounded).toBe(true);
  const names = await kept();
  for (const [name] of rounded) expect(names).toContain(name);
  expect((await find(left, far, 1))?.isRounded).toBe(false);
});

it('reads a file that is not large as a whole', async () => {
  expect(await find(left, far, null)).toBeNull();
  expect(await find(left, far, far.length + 1)).toBeNull();
});
