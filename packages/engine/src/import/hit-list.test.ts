import { expect, it } from 'vitest';
import { rowsOf } from '../dataset/sql-engine.ts';
import { idOf, importText, openDatabase } from './sheet-for-tests.ts';

it('takes only the positive rows of the office list sent back with a result', async () => {
  const db = await openDatabase();
  const { summary } = await importText(
    db,
    '交警/低保对象车辆比对结果.csv',
    [
      '序号,户主姓名,身份证号,家庭人口,比对结果',
      '1,甲一,{A},3,有车 鲁Q12345',
      '2,甲二,{B},1,无',
      '3,甲三,{C},2,未查到',
      '4,甲四,{D},2,',
    ].join('\n'),
  );
  expect(summary.table).toBe('vehicle');
  expect([summary.rowsTaken, summary.rowsSetAside, summary.rowsStructure]).toEqual([4, 0, 1]);
  expect(await rowsOf(db, 'select name, id_number, plate_no, row_no from vehicle')).toEqual([
    { name: '甲一', id_number: idOf('A'), plate_no: '鲁Q12345', row_no: 2 },
  ]);
  expect(await rowsOf(db, 'select * from dibao_household')).toEqual([]);
});

it('spreads a means-check report over the data sets of its columns', async () => {
  const db = await openDatabase();
  const { summary } = await importText(
    db,
    '社会救助家庭经济状况核对报告.csv',
    [
      '姓名,身份证号,车辆信息,房产信息,工商登记,公积金,养老金,死亡信息',
      '甲一,{A},鲁Q12345 小型轿车,无,无,未查到,235.5元/月,健在',
      '甲二,{B},否,某路1号住宅,某公司 法定代表人,1000元,无,2024-05-06',
    ].join('\n'),
  );
  expect(summary.table?.split('+').sort()).toEqual([
    'business',
    'cremation',
    'housing_fund',
    'pension',
    'real_estate',
    'vehicle',
  ]);
  expect(await rowsOf(db, 'select plate_no, vehicle_class from vehicle')).toEqual([
    { plate_no: '鲁Q12345', vehicle_class: 'car' },
  ]);
  expect(await rowsOf(db, 'select id_number, monthly_fen from pension')).toEqual([
    { id_number: idOf('A'), monthly_fen: 23550n },
  ]);
  expect(await rowsOf(db, 'select name, cast(died_on as varchar) as died_on from cremation')).toEqual([
    { name: '甲二', died_on: '2024-05-06' },
  ]);
  expect(await rowsOf(db, 'select use_kind, location from real_estate')).toEqual([
    { use_kind: 'dwelling', location: '某路1号住宅' },
  ]);
  expect(await rowsOf(db, 'select role, monthly_fen from business, housing_fund')).toEqual([
    { role: 'legal_representative', monthly_fen: 100000n },
  ]);
});

it('reads groups of columns under one source each, keeping each fact in its own column', async () => {
  const db = await openDatabase();
  const { summary } = await importText(
    db,
    '核对结果.csv',
    [
      '姓名,身份证号,车辆信息,,房产信息,',
      ',,号牌号码,初次登记日期,坐落,建筑面积',
      '甲一,{A},鲁Q12345,2020-01-05,,',
      '甲二,{B},,,某小区1号,88.5',
    ].join('\n'),
  );
  expect(summary.rowsTaken).toBe(2);
  expect(
    await rowsOf(db, 'select plate_no, cast(first_registered_on as varchar) as day from vehicle'),
  ).toEqual([{ plate_no: '鲁Q12345', day: '2020-01-05' }]);
  expect(await rowsOf(db, 'select name, location, area_m2 from real_estate')).toEqual([
    { name: '甲二', location: '某小区1号', area_m2: 88.5 },
  ]);
});

it('takes a no to 是否健在 as the hit, and an ordinary roster as no hit list', async () => {
  const db = await openDatabase();
  await importText(db, '高龄老人生存核查反馈.csv', '姓名,身份证号,是否健在\n甲一,{A},是\n甲二,{B},否');
  expect(await rowsOf(db, 'select name from cremation')).toEqual([{ name: '甲二' }]);
  const { summary } = await importText(
    db,
    '附件1在保.csv',
    [
      '社会救助家庭排查情况统计表（在保）,,,,,,,',
      '申请人,身份证号,家庭人口,乡镇（街道）,救助类别,保障金额,致困原因,入户核查结果',
      '甲一,{A},3,城关镇,农村低保,300,因病,符合',
      '甲二,{B},3,城关镇,农村低保,300,因病,不符合',
    ].join('\n'),
    { sheetId: 2 },
  );
  expect([summary.table, summary.rowsTaken]).toEqual(['dibao_household', 2]);
});

it('leaves a roll that asks for car and house itself a roll', async () => {
  const db = await openDatabase();
  const { summary } = await importText(
    db,
    '农村低保花名册.csv',
    '户主姓名,身份证号,家庭人口,保障金额,致困原因,有无车辆,有无房产,有无工商登记\n甲一,{A},3,300,因病,无,有,无',
  );
  expect([summary.table, summary.rowsTaken]).toEqual(['dibao_household', 1]);
});

it('tells found from not found in any wording and keeps a plain yes out of the note', async () => {
  const db = await openDatabase();
  const words = ['比中', '√', '2辆', '异常', '—', '无记录', '经查无', '正常', '0辆', '名下有车已报废'];
  await importText(
    db,
    '车管所/低保对象车辆比对结果.csv',
    [
      '序号,户主姓名,身份证号,比对结果',
      ...words.map((w, i) => `${i + 1},甲${'一二三四五六七八九十'[i]},{A},${w}`),
    ].join('\n'),
  );
  expect(await rowsOf(db, 'select row_no, note from vehicle order by row_no')).toEqual([
    { row_no: 2, note: null },
    { row_no: 3, note: null },
    { row_no: 4, note: null },
    { row_no: 5, note: null },
    { row_no: 11, note: '名下有车已报废' },
  ]);
});
