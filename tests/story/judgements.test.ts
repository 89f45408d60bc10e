import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { checkDigit } from '@yangguang/domain/words/id-check';
import type { TestOffice, TestVisitor } from '@yangguang/server/test-office';
import { sql } from '@yangguang/store/sql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readingOffice } from './reading-office.ts';

// What a person judged at a lead holds for every later run over the same files: from the desk's door to the linkage.
const county = '371399';
const batchId = randomUUID();
let office: TestOffice;
let clerk: TestVisitor;

/** A number nobody has: of a county that does not exist. */
function number(birth: string, serial: string): string {
  const first = `${county}${birth}${serial}`;
  return `${first}${checkDigit(first)}`;
}

/** Written with one digit wrong, as a clerk would. */
function mistyped(whole: string): string {
  return `${whole.slice(0, 15)}${(Number(whole[15]) + 1) % 10}${whole.slice(16)}`;
}

const people = [
  ['龚志强', number('19480312', '101'), false],
  ['孟庆华', number('19510624', '202'), true],
  ['潘秀英', number('19391105', '304'), true],
  ['江海燕', number('19560918', '406'), false],
] as const;

const payments = [
  '批次号,补贴项目,年度,期次,乡镇,村组,姓名,身份证号,开户姓名,银行账号,金额,发放状态,备注',
  ...people.map(
    ([name, id], n) =>
      `B1,农村低保金,2025,6,白泉镇,南吴家沟村,${name},${id},${name},62170000000000${n}0019,600,成功,`,
  ),
].join('\n');
const cremations = [
  '逝者姓名,性别,证件号码,原家庭住址,死亡时间,火化时间,经办人,身份证号,与死者关系,电话',
  ...people.map(
    ([name, id, isWrong]) =>
      `${name},男,${isWrong ? mistyped(id) : id},沂青县白泉镇南吴家沟村,2025-01-02,2025-01-04,,,,`,
  ),
].join('\n');

beforeAll(async () => {
  office = await readingOffice();
  await office.office.db.asOwner((tx) =>
    tx.run(sql`insert into division (code, name, is_local) values ('37', '山东省', false), ('3713', '临沂市', false),
      (${county}, '沂青县', true)`),
  );
  clerk = await office.visitor('经办', { role: 'countyCaseworker', area: county });
  const { client } = clerk;
  await client.import.open({ id: batchId, region: county, title: '2025年6月数据' });
  for (const [fileName, content] of [
    ['发放明细.csv', payments],
    ['火化名单.csv', cremations],
  ] as const)
    await client.import.upload({ batchId, fileName }, new TextEncoder().encode(content));
  await client.import.start({ id: batchId });
  await until(async () => (await client.import.get({ id: batchId })).state !== 'waiting');
}, 900_000);
afterAll(() => office.close());

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let waits = 0; waits < 16_000; waits += 1) {
    if (await isSo()) return;
    await sleep(50);
  }
  throw new Error(`it did not come to that\n${office.logLines.join('')}`);
}

async function run(): Promise<string> {
  const id = randomUUID();
  await clerk.client.run.start({ id, region: county, batches: [batchId], isDry: false });
  await until(async () => (await clerk.client.run.get({ id })).state !== 'waiting');
  const { state, failure } = await clerk.client.run.get({ id });
  expect([state, failure]).toEqual(['done', null]);
  return id;
}

interface Lead {
  readonly name: string;
  readonly tier: string;
  readonly matter_id: string;
  readonly last_run_id: string;
}
const deaths = async (): Promise<Map<string, Lead>> => {
  const rows = await office.office.db.asOwner((tx) =>
    tx.rows<Lead>(sql`select subject_name as name, identity_tier as tier, matter_id, last_run_id from lead
      where rule = 'INC-01'`),
  );
  return new Map(rows.map((row) => [row.name, row]));
};
const judge = (matterId: string, verdict: 'same' | 'not_same', why: string) =>
  clerk.client.identity.judge({ id: randomUUID(), matterId, verdict, why });

it('a pair judged not the same is found no more, the others are; and it is again when somebody judged otherwise', async () => {
  const first = await run();
  const before = await deaths();
  expect([...before.keys()].sort()).toEqual(people.map(([name]) => name).sort());
  const matterId = before.get('孟庆华')?.matter_id ?? '';
  const { weights } = await clerk.client.lead.get({ matterId });
  if (weights === null) throw new Error('nothing was weighed');
  expect(weights.items.reduce((sum, { bits }) => sum + bits, 0)).toBeCloseTo(weights.score, 6);
  expect(weights.items[0]?.aspect).toBe('prior');
  const { faces } = await clerk.client.identity.list({ matterId });
  expect(faces?.left.name).toBe('孟*');
  await judge(matterId, 'not_same', '村里另有其人，已走访');

  office.setClock('2026-11-21T10:00:00+08:00');
  const second = await run();
  const after = await deaths();
  const foundBy = new Map([...after].map(([name, lead]) => [name, lead.last_run_id]));
  expect(foundBy).toEqual(
    new Map([...before.keys()].map((name) => [name, name === '孟庆华' ? first : second])),
  );

  await judge(matterId, 'same', '公安核实就是此人');
  office.setClock('2026-11-21T11:00:00+08:00');
  const third = await run();
  expect((await deaths()).get('孟庆华')?.last_run_id).toBe(third);
  expect(office.logLines.join('')).not.toMatch(/(?<!\d)\d{17}[\dX](?!\d)/);
}, 900_000);
