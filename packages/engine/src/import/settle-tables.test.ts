import { expect, it } from 'vitest';
import { rowsOf } from '../dataset/sql-engine.ts';
import { householdsFromMembers, markCurrent } from './settle-tables.ts';
import { importText, openDatabase, sources } from './sheet-for-tests.ts';

const head = '乡镇,户主姓名,身份证号,家庭人口,保障金额';

it('keeps only the newest version not after the as-of date, town by town', async () => {
  const db = await openDatabase();
  const files = [
    ['低保花名册2025-03-31.csv', '城关镇,甲一,{A},1,300\n城关镇,甲二,{B},1,300'],
    ['低保花名册2025-06-30.csv', '城关镇,甲一,{A},1,320'],
    ['低保花名册2025-09-30.csv', '城关镇,甲一,{A},1,340'],
    ['河东镇低保花名册2025-01-31.csv', '河东镇,甲三,{C},1,300'],
  ] as const;
  for (const [i, [name, rows]] of files.entries())
    await importText(db, name, `${head}\n${rows}`, { sheetId: i + 1 });
  await markCurrent(db, '2025-07-31', sources);
  expect(await rowsOf(db, 'select sheet_id from dibao_household where is_current order by row_key')).toEqual([
    { sheet_id: 2 },
    { sheet_id: 4 },
  ]);
  await markCurrent(db, '2025-12-31', sources);
  expect(await rowsOf(db, 'select sheet_id from dibao_household where is_current order by row_key')).toEqual([
    { sheet_id: 3 },
    { sheet_id: 4 },
  ]);
});

it('unites lists of different people whatever their dates, and never supersedes payments', async () => {
  const db = await openDatabase();
  await importText(db, '城市低保花名册2025-03.csv', `${head}\n城关镇,甲一,{A},1,300`);
  await importText(db, '农村低保花名册2025-06.csv', `${head}\n城关镇,甲二,{B},1,300`, { sheetId: 2 });
  for (const month of [5, 6])
    await importText(
      db,
      `2025年${month}月低保发放表.csv`,
      '姓名,身份证号,银行账号,金额\n甲一,{A},6217000000000000019,300',
      { sheetId: month },
    );
  await markCurrent(db, '2025-12-31', sources);
  expect(
    await rowsOf(
      db,
      'select (select count(*)::integer from dibao_household where is_current) as a, (select count(*)::integer from payment where is_current) as b',
    ),
  ).toEqual([{ a: 2, b: 2 }]);
});

it('makes household rows from a list of members with amounts, for heads no household list names', async () => {
  const db = await openDatabase();
  await importText(db, '低保花名册.csv', `${head}\n城关镇,甲一,{A},2,300`);
  await importText(
    db,
    '低保家庭成员.csv',
    '户主姓名,户主身份证号,成员姓名,成员身份证号,与户主关系,保障金额\n甲一,{A},甲一,{A},本人,300\n甲二,{B},甲三,{C},子,500\n甲二,{B},甲二,{B},户主,500',
    { sheetId: 2 },
  );
  expect(await householdsFromMembers(db)).toBe(1);
  expect(
    await rowsOf(
      db,
      'select head_name, amount_fen::integer as fen, row_no, part from dibao_household where sheet_id = 2',
    ),
  ).toEqual([{ head_name: '甲二', fen: 50000, row_no: 4, part: 99 }]);
});
