import { expect, it } from 'vitest';
import { rowsOf } from '../dataset/sql-engine.ts';
import { idOf, importText, openDatabase } from './sheet-for-tests.ts';

const read = async (name: string, text: string, sql: string): Promise<unknown> => {
  const db = await openDatabase();
  await importText(db, name, text);
  return rowsOf(db, sql);
};

it('gives members what only the head’s row says, and not across households', async () => {
  expect(
    await read(
      '低保花名册.csv',
      [
        '乡镇,村,户主,家庭成员,与户主关系,身份证号,家庭人口,月保障金,低保类型',
        '城关镇,东村,甲一,甲一,户主,{A},2,588,农村低保',
        ',,,甲二,配偶,{B},,,',
        '城关镇,东村,甲三,甲三,户主,{C},1,300,农村低保',
        ',,,甲四,子,{D},,,',
      ].join('\n'),
      'select name, head_name, head_id, town, village, scheme from dibao_member order by row_no',
    ),
  ).toEqual([
    {
      name: '甲一',
      head_name: '甲一',
      head_id: idOf('A'),
      town: '城关镇',
      village: '东村',
      scheme: 'rural_dibao',
    },
    {
      name: '甲二',
      head_name: '甲一',
      head_id: idOf('A'),
      town: '城关镇',
      village: '东村',
      scheme: 'rural_dibao',
    },
    {
      name: '甲三',
      head_name: '甲三',
      head_id: idOf('C'),
      town: '城关镇',
      village: '东村',
      scheme: 'rural_dibao',
    },
    {
      name: '甲四',
      head_name: '甲三',
      head_id: idOf('C'),
      town: '城关镇',
      village: '东村',
      scheme: 'rural_dibao',
    },
  ]);
});

it('reads scheme and place from the lines of chapters and villages', async () => {
  expect(
    await read(
      '低保花名册.csv',
      [
        '序号,户主姓名,身份证号,家庭人口,保障人数,月保障金额,致困原因',
        '一、城市低保,,,,,,',
        '1,甲一,{A},2,2,500,因病',
        '（二）农村低保,,,,,,',
        '城关镇东村,,,,,,',
        '1,甲二,{B},1,1,300,因残',
      ].join('\n'),
      'select head_name, scheme, town, village from dibao_household order by row_no',
    ),
  ).toEqual([
    { head_name: '甲一', scheme: 'urban_dibao', town: null, village: null },
    { head_name: '甲二', scheme: 'rural_dibao', town: '城关镇', village: '东村' },
  ]);
});

it('makes one standard of each column of a table of standards', async () => {
  expect(
    await read(
      '社会救助标准.csv',
      '地区,执行时间,城市低保标准（元/月）,农村低保标准（元/年）,特困集中供养标准（元/月）\n某县,2024-01-01,700,6000,900',
      'select programme, scheme, support_form, amount_fen::integer as fen, unit from standard order by part',
    ),
  ).toEqual([
    { programme: 'dibao', scheme: 'urban', support_form: null, fen: 70000, unit: 'month' },
    { programme: 'dibao', scheme: 'rural', support_form: null, fen: 600000, unit: 'year' },
    { programme: 'tekun', scheme: null, support_form: 'centralized', fen: 90000, unit: 'month' },
  ]);
});

it('lays the consumption of its own row beside the standard of the same region and scheme', async () => {
  expect(
    await read(
      '救助标准.csv',
      '区县,救助项目,月标准,,起始时间\n,,城镇,农村,\n某县,最低生活保障标准,717,581,2022年9月1日\n某县,上年度人均消费支出,29850,16096,',
      'select scheme, amount_fen::integer as fen, consumption_fen::integer as spent from standard where amount_fen is not null order by scheme',
    ),
  ).toEqual([
    { scheme: 'rural', fen: 58100, spent: 1609600 },
    { scheme: 'urban', fen: 71700, spent: 2985000 },
  ]);
});

it('splits a range under one heading into both ends, and knows those still in office', async () => {
  expect(
    await read(
      '退出台账.csv',
      '姓名,身份证号,退出原因,停止发放年月,渐退期（起止）\n甲一,{A},收入超标,2022.01,2022.01-2022.06\n甲二,{B},死亡,2022.02,',
      "select strftime(stop_month, '%Y-%m') as stop, phase_out, strftime(phase_out_from, '%Y-%m') as begins, strftime(phase_out_to, '%Y-%m') as ends from exit_record order by row_no",
    ),
  ).toEqual([
    { stop: '2022-01', phase_out: true, begins: '2022-01', ends: '2022-06' },
    { stop: '2022-02', phase_out: null, begins: null, ends: null },
  ]);
  expect(
    await read(
      '村两委成员.csv',
      '村,姓名,身份证号,职务,任期\n东村,甲一,{A},主任,2018-2021\n东村,甲二,{B},委员,2021年1月至今',
      'select term_from::varchar as begins, term_to::varchar as ends from village_committee order by row_no',
    ),
  ).toEqual([
    { begins: '2018-01-01', ends: '2021-12-31' },
    { begins: '2021-01-01', ends: null },
  ]);
});

it('takes the day a household split off, the day it was set up only where that is all there is', async () => {
  const days = 'select split_on::varchar as day from hukou order by row_no';
  expect(
    await read(
      '户籍信息.csv',
      'HH,HZXM,YHZGX,XM,GMSFHM,立户日期,分户日期\n1,甲一,户主,甲一,{A},19920803,\n2,甲二,户主,甲二,{B},19920803,20190501',
      days,
    ),
  ).toEqual([{ day: null }, { day: '2019-05-01' }]);
  expect(
    await read(
      '户籍信息.csv',
      '户号,户主,与户主关系,姓名,身份证号,立户日期\n1,甲一,户主,甲一,{A},19920803',
      days,
    ),
  ).toEqual([{ day: '1992-08-03' }]);
});

it('reads town and village from an address, kept or not', async () => {
  const place = (table: string): string => `select town, village from ${table}`;
  const address = '某省某市某县林溪镇大坪村2组';
  expect(
    await read(
      '残疾人两项补贴名册.csv',
      `姓名,残疾证号,身份证号,困难生活补贴,起始月,地址\n甲一,,{A},80,201905,${address}`,
      place('disability_subsidy'),
    ),
  ).toEqual([{ town: '林溪镇', village: '大坪村' }]);
  expect(
    await read(
      '低保花名册.csv',
      `户主姓名,身份证号,家庭人口,月保障金额,村,家庭住址\n甲一,{A},2,300,大坪,${address}`,
      place('dibao_household'),
    ),
  ).toEqual([{ town: '林溪镇', village: '大坪' }]);
});

it('finds a share in the words about co-owners', async () => {
  expect(
    await read(
      '不动产登记.csv',
      '权利人,证件号,坐落,规划用途,建筑面积,共有情况\n甲一,{A},某路1号,住宅,90,按份共有 1/4\n甲二,{B},某路2号,住宅,90,占25%\n甲三,{C},某路3号,住宅,90,单独所有',
      'select share from real_estate order by row_no',
    ),
  ).toEqual([{ share: 0.25 }, { share: 0.25 }, { share: null }]);
});

it('lets 实发金额 be the total beside the allowance, whatever their order', async () => {
  expect(
    await read(
      '2021年11月低保发放表.csv',
      '姓名,身份证号,实发金额(元),保障金,分类施保,账号\n甲一,{A},588,500,88,6217000000000000019',
      'select amount_fen::integer as amount, uplift_fen::integer as uplift, total_fen::integer as total from payment',
    ),
  ).toEqual([{ amount: 50000, uplift: 8800, total: 58800 }]);
});

it('reads 从何月停发 as a time, and 性质 by its cells where they are words it knows', async () => {
  const db = await openDatabase();
  await importText(
    db,
    '退出名单.csv',
    '姓名,身份证号,退出的原因,从何月停发\n甲一,{A},收入超标,2024年3月\n甲二,{B},死亡,2024年5月',
  );
  expect(
    await rowsOf(db, "select strftime(stop_month, '%Y-%m') as m from exit_record order by row_key"),
  ).toEqual([{ m: '2024-03' }, { m: '2024-05' }]);
  await importText(
    db,
    '服刑人员.csv',
    '姓名,身份证号,罪名,入监时间,性质\n甲一,{A},盗窃罪,2023-02-01,监狱服刑\n甲二,{B},盗窃罪,2023-02-01,社区矫正',
  );
  expect(await rowsOf(db, 'select kind from inmate order by row_key')).toEqual([
    { kind: 'prison' },
    { kind: 'community_correction' },
  ]);
});

it('takes a plain yes about taxes for the month of the data', async () => {
  expect(
    await read(
      '市场主体登记2024年5月.csv',
      '企业名称,统一社会信用代码,法定代表人,身份证号,登记状态,近一年纳税,是否有雇员\n甲店,,甲一,{A},存续,有,否\n乙店,,甲二,{B},存续,无,是',
      "select strftime(last_tax_month, '%Y-%m') as taxed, employees from business order by row_no",
    ),
  ).toEqual([
    { taxed: '2024-05', employees: 0 },
    { taxed: null, employees: 1 },
  ]);
});
