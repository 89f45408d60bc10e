import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Refused } from '@yangguang/contract/wire';
import { checkDigit } from '@yangguang/domain/words/id-check';
import { sql } from '@yangguang/store/sql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { TestOffice, TestVisitor } from '../../apps/server/src/test-office.ts';
import { readingOffice } from './reading-office.ts';

// What a clerk does when files are not understood: says what a sheet is, corrects rows, reads again. The files stay.
const county = '339901';
let office: TestOffice;
let clerk: TestVisitor;
let reader: TestVisitor;

const idOf = (birth: string, serial: string): string => {
  const front = `${county}${birth}${serial}`;
  return `${front}${checkDigit(front)}`;
};
const [zhang, li] = [idOf('19520302', '123'), idOf('19600711', '228')];

beforeAll(async () => {
  office = await readingOffice();
  clerk = await office.visitor('经办', { role: 'countyCaseworker', area: county });
  reader = await office.visitor('复核', { role: 'countyReviewer', area: county });
}, 120_000);
afterAll(() => office.close());

async function batchOf(files: Readonly<Record<string, string>>, title = '一批'): Promise<string> {
  const { client } = clerk;
  const batchId = randomUUID();
  await client.import.open({ id: batchId, region: county, title });
  for (const [fileName, content] of Object.entries(files))
    await client.import.upload({ batchId, fileName }, Buffer.from(content));
  await client.import.start({ id: batchId });
  return batchId;
}

async function settled(id: string) {
  for (let waits = 0; waits < 1200; waits++) {
    const batch = await clerk.client.import.get({ id });
    if (batch.state !== 'waiting') return batch;
    await sleep(100);
  }
  throw new Error(`it is still being read\n${office.logLines.slice(-5).join('')}`);
}

const readAgain = async (id: string) => {
  await clerk.client.import.reread({ id, version: (await clerk.client.import.get({ id })).version });
  return settled(id);
};

const code = async (work: Promise<unknown>): Promise<string> => {
  const thrown = await work.then(
    () => null,
    (error: unknown) => error as Refused,
  );
  return thrown?.code ?? 'no refusal';
};

const cremations = `死亡人员火化名单
姓名,身份证号,火化日期,联系电话,家庭住址
张三丰,${zhang},2022-03-05,,西乡三村
,,2022-03-06,,东乡一村
李四光,${li.slice(0, 17)},2022-03-07,,西乡三村
`;
/** Nobody could know what this is. */
const odd = `甲,乙,丙\n王小五,${zhang},2022-03-05\n赵小六,${li},2022-03-06\n`;
const broken = 'PK\u0003\u0004 this was a workbook once';

type Batch = Awaited<ReturnType<typeof settled>>;
type Sheets = Parameters<TestVisitor['client']['import']['map']>[0]['sheets'];
type Rows = Parameters<TestVisitor['client']['import']['fix']>[0]['rows'];

function have<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('it is not there');
  return value;
}
const inputOf = (batch: Batch) => have(batch.files.find(({ kind }) => kind === 'input'));
const sheetOf = (batch: Batch, at: number) => have(batch.report?.sheets[at]);
async function dryRun(batchId: string) {
  const id = randomUUID();
  await clerk.client.run.start({ id, region: county, batches: [batchId], isDry: true });
  for (;;) {
    const run = await clerk.client.run.get({ id });
    if (run.state !== 'waiting') return run;
    await sleep(100);
  }
}

const sheet = { sheet: 0, dataset: 'cremation', headerRow: 1 };
const columns = [
  { place: 0, column: 'name' },
  { place: 1, column: 'id_number' },
  { place: 2, column: 'cremated_on' },
];
const map = (batch: Batch, sheets: Sheets, more: object = {}) =>
  clerk.client.import.map({
    ...{ id: randomUUID(), batchId: batch.id, version: batch.version, sheets, reason: '殡仪馆电话确认' },
    ...more,
  });
const fix = (batch: Batch, rows: Rows) =>
  clerk.client.import.fix({
    ...{ id: randomUUID(), batchId: batch.id, version: batch.version, rows },
    reason: '电话核对',
  });
const cell = (row: number, place: number, value: string) => ({ sheet: 0, row, cells: [{ place, value }] });

let unknown: Batch;
it('a sheet nobody could know, and a broken workbook, are shown and not used', async () => {
  unknown = await settled(await batchOf({ '某局/不明.csv': odd, '某局/坏.xlsx': broken }));
  expect([unknown.state, have(unknown.failure).code]).toEqual(['failed', 'BAT-106']);
  expect(have(unknown.report).sheets.map(({ file, table, rowsIn }) => [file, table, rowsIn])).toEqual([
    ['某局/不明.csv', null, 3],
    ['某局/坏.xlsx', null, 0],
  ]);
  expect(have(sheetOf(unknown, 1).alarms[0]).zh).toMatch(/^IMP-1\d\d /);
  const preview = await reader.client.import.preview({ id: unknown.id, sheet: 0 });
  expect(preview).toMatchObject({ headerRow: null, byHand: null });
  expect(JSON.stringify(preview)).not.toContain(zhang);
  const masked = ['王*', `${zhang.slice(0, 6)}********${zhang.slice(-4)}`, '2022-03-05'];
  expect(have(preview.rows[1]).cells).toEqual(masked);
}, 120_000);

it.each<[what: string, sheets: Sheets]>([
  ['no such data set', [{ ...sheet, dataset: 'no_such_list', columns }]],
  ['no such column of it', [{ ...sheet, columns: [{ place: 0, column: 'no_such' }] }]],
  ['no such column of the sheet', [{ ...sheet, columns: [{ place: 3, column: 'name' }] }]],
  ['a column of the sheet twice', [{ ...sheet, columns: [...columns, { place: 0, column: 'note' }] }]],
  ['two for one column', [{ ...sheet, columns: columns.map((one) => ({ ...one, column: 'name' })) }]],
  ['no column at all', [{ ...sheet, columns: [] }]],
  ['a workbook that cannot be read', [{ ...sheet, sheet: 1, columns }]],
  ['no such sheet', [{ ...sheet, sheet: 2, columns }]],
])('a mapping that does not hold is refused: %s', async (_what, sheets) => {
  expect(await code(map(unknown, sheets))).toBe('BAT-111');
});

it('a mapping is for who may import, of what was looked at, and once', async () => {
  const sheets = [{ ...sheet, columns }];
  const act = {
    id: randomUUID(),
    batchId: unknown.id,
    version: unknown.version,
    sheets,
    reason: '殡仪馆电话确认',
  };
  expect(await code(map(unknown, sheets, { version: unknown.version + 1 }))).toBe('BAT-110');
  expect(await code(reader.client.import.map(act))).toBe('API-103');
  expect(await clerk.client.import.map(act)).toMatchObject({ no: 1 });
  expect(await clerk.client.import.map(act)).toMatchObject({ no: 1 });
  expect(await code(clerk.client.import.map({ ...act, reason: '别的理由' }))).toBe('BAT-101');
});

it('the sheet is read as the clerk says, in the batch and in a run over it; a reading of no result changes nothing', async () => {
  const second = await readAgain(unknown.id);
  expect([second.state, second.failure, have(second.rows).rowsTaken]).toEqual(['done', null, 2]);
  expect(sheetOf(second, 0).table).toBe('cremation');
  expect(second.readings.map(({ no, state, acts }) => [no, state, acts])).toEqual([
    [1, 'failed', 0],
    [2, 'done', 1],
  ]);
  const [act] = second.acts;
  expect(act).toMatchObject({
    kind: 'mapping',
    reason: '殡仪馆电话确认',
    by: { name: '经办' },
    isApplied: true,
  });
  expect(have((await clerk.client.import.preview({ id: unknown.id, sheet: 0 })).byHand).no).toBe(1);
  // Without the clerk's word nothing would be recognised, and the run would fail with BAT-106.
  const run = await dryRun(unknown.id);
  expect([run.state, run.failure]).toEqual(['done', null]);

  await map(second, [{ sheet: 0, dataset: 'none' }]);
  const third = await readAgain(unknown.id);
  expect([third.state, have(third.rows).rowsTaken]).toEqual(['done', 2]);
  expect([third.reading, third.waitingActs]).toEqual([2, 1]);
  expect(third.readings[2]).toMatchObject({ no: 3, state: 'failed', failure: { code: 'BAT-106' } });
}, 120_000);

let roll: Batch;
it('rows with something wrong are listed masked; whole values are for who may import, and a read of persons', async () => {
  roll = await settled(await batchOf({ '民政局/火化名单.csv': cremations }));
  expect(roll.rows).toEqual({ rowsIn: 5, rowsTaken: 2, rowsSetAside: 1, rowsStructure: 2 });
  const { id } = roll;
  const masked = await reader.client.import.rows({ id });
  expect([masked.setAside, masked.faults]).toEqual([1, 1]);
  expect(masked.items.map(({ kind, row, column }) => [kind, row, column])).toEqual([
    ['setAside', 4, null],
    ['fault', 5, 'id_number'],
  ]);
  const cells = masked.items.map((one) => one.cells.map(({ value }) => value));
  expect(cells[1]).toEqual([`${li.slice(0, 6)}*******${li.slice(13, 17)}`]);
  expect(await code(reader.client.import.openRows({ id }))).toBe('API-103');
  const whole = await clerk.client.import.openRows({ id, kind: 'fault' });
  expect(whole.items).toMatchObject([
    {
      reason: { zh: expect.stringContaining('身份证号') },
      cells: [{ place: 1, heading: '身份证号', value: li.slice(0, 17) }],
    },
  ]);
  const log = await office.office.db.asOwner((tx) =>
    tx.rows(sql`select kind, outcome from read_log where operation = 'import.openRows' order by seq`),
  );
  expect(log).toEqual([
    { kind: 'refusal', outcome: 'refused' },
    { kind: 'person', outcome: 'given' },
  ]);
}, 120_000);

it('a row corrected wrongly stays on the list, corrected rightly it is taken, and the file is as it was', async () => {
  const { id } = roll;
  expect(await code(fix(roll, [cell(3, 0, '王五')]))).toBe('BAT-112');
  expect(await code(fix(roll, [cell(4, 9, '王五')]))).toBe('BAT-111');
  expect(await code(fix(roll, [cell(4, 0, '王\u0000五')]))).toBe('API-101');
  // 无 is no name: the row stays where it was, and so does the number with a digit too few.
  await fix(roll, [cell(4, 0, '无'), cell(5, 1, li.slice(0, 16))]);
  const second = await readAgain(id);
  expect(have(second.rows).rowsSetAside).toBe(1);
  const alarms = sheetOf(second, 0).alarms.map(({ zh }) => zh);
  expect(alarms).toContainEqual(expect.stringContaining('2 个单元格按经办人的更正读取'));
  const { items } = await clerk.client.import.openRows({ id });
  expect(items.map(({ cells }) => have(cells[0]).value)).toEqual(['无', li.slice(0, 16)]);
  expect(await code(fix(roll, [cell(4, 0, '王五')]))).toBe('BAT-110');
  await fix(second, [cell(4, 0, '王五'), cell(5, 1, li)]);
  const third = await readAgain(id);
  expect(third.rows).toMatchObject({ rowsTaken: 3, rowsSetAside: 0 });
  expect((await clerk.client.import.rows({ id })).items).toEqual([]);
  expect(third.acts.map(({ kind, items: n, isApplied }) => [kind, n, isApplied])).toEqual([
    ['cells', 2, true],
    ['cells', 2, true],
  ]);
  expect(inputOf(third).sm3).toBe(inputOf(roll).sm3);
  const acts = await office.office.db.asOwner((tx) =>
    tx.rows<{ private: Buffer }>(sql`select private from import_act where batch_id = ${id}`),
  );
  for (const act of acts) expect(act.private.toString('latin1')).not.toContain(li);
}, 120_000);

it('the same file again says so, and takes the place of the first, whose corrections go with it', async () => {
  const { id } = roll;
  const twin = await settled(await batchOf({ '火化 再报.csv': cremations }, '再报'));
  const before = { batchId: id, title: '一批', name: '民政局/火化名单.csv', state: 'done' };
  expect(inputOf(twin).sameAs).toMatchObject([before]);
  expect(inputOf(roll).sameAs).toEqual([]);
  await clerk.client.import.revoke({ id, reason: '由再报的一批代替', replacedBy: twin.id });
  const gone = await clerk.client.import.get({ id });
  expect(gone).toMatchObject({ state: 'revoked', replacedBy: twin.id, revokedBy: { name: '经办' } });
  expect(await code(clerk.client.import.rows({ id }))).toBe('API-104');
  expect(await code(fix(gone, [cell(4, 0, '王五')]))).toBe('API-104');
  const left = await office.office.db.asOwner((tx) =>
    tx.rows(sql`select 1 from import_act where batch_id = ${id} and private is not null`),
  );
  expect(left).toEqual([]);
}, 120_000);
let mixed: Batch;
it('says what the data are worth by data set, sender and batch, adding up on every level', async () => {
  mixed = await settled(await batchOf({ '民政局/火化名单.csv': cremations, '不明.csv': odd }));
  const quality = await reader.client.import.quality({ region: county, batches: [mixed.id] });
  const levels = [[quality.total], quality.byDataSet, quality.bySender, quality.byBatch];
  for (const one of levels.flat())
    expect(one.rowsIn).toBe(one.rowsTaken + one.rowsSetAside + one.rowsStructure);
  const sums = levels.map((level) => level.reduce((all, one) => all + one.rowsIn, 0));
  expect(sums).toEqual(levels.map(() => have(mixed.rows).rowsIn));
  expect(quality.byDataSet.map(({ table, rowsSetAside }) => [table, rowsSetAside])).toEqual([
    ['cremation', 1],
    [null, 3],
  ]);
  expect(have(quality.byDataSet[0]).byFault).toMatchObject([
    { column: 'id_number', columnTitle: { zh: '身份证号' }, cells: 1, share: 0.3333 },
  ]);
  expect(quality.bySender.map(({ sender, tables }) => [sender, tables])).toEqual([
    ['民政局', ['cremation']],
    [null, []],
  ]);
}, 120_000);

it('says before any run which rules each missing list would enable, and which wait for others as well', async () => {
  const { dataSets, rules } = await reader.client.import.coverage({ region: county, batches: [mixed.id] });
  const of = (table: string) => have(dataSets.find((one) => one.table === table));
  expect(of('cremation')).toMatchObject({ batches: 1, rows: 2, enables: [], partly: [] });
  const waiting = rules.filter(({ isReady, status }) => !isReady && status === 'active');
  expect(waiting.map(({ rule }) => rule)).toContain('INC-01');
  for (const { rule, missing } of waiting)
    for (const table of new Set(missing.flat())) {
      const isEnough = missing.every((group) => group.includes(table));
      expect([of(table).enables.includes(rule), of(table).partly.includes(rule)]).toEqual([
        isEnough,
        !isEnough,
      ]);
    }
  expect(await code(reader.client.import.coverage({ region: '339902' }))).toBe('API-104');
  expect(await code(reader.client.import.quality({ region: county, batches: [randomUUID()] }))).toBe(
    'API-104',
  );
  const sets = (await reader.client.import.dataSets({})).dataSets;
  expect(have(sets.find(({ table }) => table === 'cremation')).columns).toContainEqual(
    expect.objectContaining({ name: 'id_number', isPerson: true }),
  );
});
