import { expect, it } from 'vitest';
import { rowsOf } from '../dataset/sql-engine.ts';
import { importText, openDatabase } from './sheet-for-tests.ts';

const pay = async (name: string, text: string): Promise<unknown> => {
  const db = await openDatabase();
  await importText(db, name, text);
  return rowsOf(
    db,
    "select row_no, strftime(benefit_month, '%Y-%m') as month, benefit_months as n, amount_fen::integer as fen, programme from payment order by row_key",
  );
};

it('turns one column a month into one row a month, leaving out months nobody was paid', async () => {
  expect(
    await pay(
      '发放/高龄津贴2025年.csv',
      '乡镇,姓名,身份证号,1月,二月,3月份,合计\n城关镇,甲一,{A},100,/,0,100\n城关镇,甲二,{B},100.5,,90,190.5',
    ),
  ).toEqual([
    { row_no: 2, month: '2025-01', n: 1, fen: 10000, programme: 'elder' },
    { row_no: 3, month: '2025-01', n: 1, fen: 10050, programme: 'elder' },
    { row_no: 3, month: '2025-03', n: 1, fen: 9000, programme: 'elder' },
  ]);
});

it('takes the benefit month from the note, the column, the title or the file name, in this order', async () => {
  expect(
    await pay(
      '一卡通发放.csv',
      '补贴项目,年度,月份,姓名,身份证号,金额,备注\n农村低保,2025,6,甲一,{A},300,\n农村低保,2025,6月,甲一,{A},900,补发3-5月\n农村低保,2025,6,甲一,{A},600,含补发5月',
    ),
  ).toEqual([
    { row_no: 2, month: '2025-06', n: 1, fen: 30000, programme: 'dibao' },
    { row_no: 3, month: '2025-03', n: 3, fen: 90000, programme: 'dibao' },
    { row_no: 4, month: '2025-06', n: 1, fen: 60000, programme: 'dibao' },
  ]);
  expect(
    await pay(
      '2025年第三季度特困发放名单.csv',
      '姓名,身份证号,银行账号,金额\n甲一,{A},6217000000000000019,3000',
    ),
  ).toEqual([{ row_no: 2, month: '2025-07', n: 3, fen: 300000, programme: 'tekun' }]);
});

it('never guesses a month: without any it says so', async () => {
  const db = await openDatabase();
  const { summary } = await importText(
    db,
    '低保金发放明细.csv',
    '姓名,身份证号,银行账号,发放金额\n甲一,{A},6217000000000000019,300',
  );
  expect(await rowsOf(db, 'select benefit_month from payment')).toEqual([{ benefit_month: null }]);
  expect(summary.alarms.some((a) => a.zh.includes('哪个月'))).toBe(true);
});

it('raises the alarm when a spreadsheet has eaten the numbers of a column', async () => {
  const db = await openDatabase();
  const { summary } = await importText(
    db,
    '低保花名册.csv',
    '户主姓名,身份证号,家庭人口,保障金额\n甲一,3.70101E+17,3,300\n甲二,370101195203021000,1,300\n甲三,{C},1,300',
  );
  expect(summary.alarms.some((a) => a.zh.includes('66.7%') && a.en.includes('as text'))).toBe(true);
  expect(await rowsOf(db, 'select head_name, head_id_state from dibao_household order by row_key')).toEqual([
    { head_name: '甲一', head_id_state: 'scientific' },
    { head_name: '甲二', head_id_state: 'truncated' },
    { head_name: '甲三', head_id_state: 'valid' },
  ]);
});

it('says so when a column of numbers of people was not used', async () => {
  const db = await openDatabase();
  const alarmsOf = async (heading: string, cells: readonly string[]): Promise<readonly string[]> => {
    const rows = cells.map((cell, n) => `甲${n},{A},鲁Q1234${n},小型轿车,${cell}`);
    const text = `所有人,身份证号,号牌号码,车辆类型,${heading}\n${rows.join('\n')}`;
    return (await importText(db, '机动车.csv', text)).summary.alarms.map((a) => a.zh);
  };
  const unused = '“经手人证件号”列是身份证号';
  const numbers = ['{A}', '{B}', '{C}', '{A}', '{B}'];
  expect((await alarmsOf('经手人证件号', numbers)).filter((zh) => zh.includes(unused))).toHaveLength(1);
  expect(await alarmsOf('颜色', ['红', '白', '黑', '灰', '蓝'])).toEqual([]);
});

it('decides year or month of 家庭收入 by its size and says so; converts units', async () => {
  const db = await openDatabase();
  const { summary } = await importText(
    db,
    '低保花名册.csv',
    '户主姓名,身份证号,家庭人口,家庭收入,保障金额（元/年）\n甲一,{A},3,12000,3600\n甲二,{B},1,9800,2400',
  );
  expect(
    await rowsOf(
      db,
      'select income_year_fen::integer as y, income_month_fen as m, amount_fen::integer as a from dibao_household order by row_key',
    ),
  ).toEqual([
    { y: 1200000, m: null, a: 30000 },
    { y: 980000, m: null, a: 20000 },
  ]);
  expect(summary.alarms.some((a) => a.zh.includes('年收入'))).toBe(true);
});

it('obeys the clerk: data set and columns of the mapping file win', async () => {
  const db = await openDatabase();
  const text = '姓名,身份证号,甲,乙\n甲一,{A},鲁Q12345,小型轿车';
  const mapping = { file: '资料.csv', dataset: 'vehicle', columns: { 甲: 'plate_no', 乙: 'vehicle_type' } };
  const { summary } = await importText(db, '资料.csv', text, { mapping });
  expect([summary.table, summary.confidence]).toEqual(['vehicle', 1]);
  expect(await rowsOf(db, 'select plate_no, vehicle_type from vehicle')).toEqual([
    { plate_no: '鲁Q12345', vehicle_type: '小型轿车' },
  ]);
  const left = await importText(db, '资料.csv', text, {
    sheetId: 2,
    mapping: { file: '资料.csv', dataset: 'none' },
  });
  expect([left.summary.table, left.summary.rowsSetAside, left.summary.rowsStructure]).toEqual([null, 1, 1]);
});

it('guesses the columns of a sheet without header by their cells, and doubts itself', async () => {
  const db = await openDatabase();
  const { summary } = await importText(
    db,
    '交警.csv',
    '甲一,{A},鲁Q12345,小型轿车,2020-01-01\n甲二,{B},鲁Q54321,小型轿车,2020-01-02',
  );
  expect(summary.confidence).toBeLessThanOrEqual(0.5);
  expect(await rowsOf(db, 'select name, plate_no from vehicle order by row_key')).toEqual([
    { name: '甲一', plate_no: '鲁Q12345' },
    { name: '甲二', plate_no: '鲁Q54321' },
  ]);
});
