import type { County } from '../county.ts';
import type { Recipient } from '../model.ts';
import { ageOn } from '../months.ts';
import { chinese, dirtyEmpty, dotted, slashed } from './forms.ts';
import { type Column, layOut, ordinal, plainRows } from './layout.ts';
import type { Output } from './output.ts';
import { kindWord } from './rosters.ts';

function placed(town: string, village: string): Column<Recipient>[] {
  return [
    { heading: town, value: ({ person }) => person.village.town },
    { heading: village, value: ({ person }) => person.village.name },
  ];
}

function account(name: string, number: string): Column<Recipient>[] {
  return [
    { heading: name, value: ({ person, pay }) => pay.accountName ?? person.name },
    { heading: number, value: ({ person, pay }) => pay.accountNo ?? person.account },
  ];
}

function tekunColumns(): Column<Recipient>[] {
  const care = new Map([
    [191, '全自理'],
    [319, '半自理'],
    [478, '全失能'],
  ]);
  return [
    ordinal(),
    ...placed('乡镇（街道）', '村（居）'),
    { heading: '姓名', value: ({ person }) => person.name },
    { heading: '身份证号', value: ({ person }) => person.shown },
    { heading: '性别', value: ({ person }) => person.sex },
    { heading: '城乡', value: ({ person }) => (person.village.urban ? '城市特困' : '农村特困') },
    { heading: '供养方式', value: ({ kind }) => kind },
    { heading: '自理能力', value: (one) => care.get(one.care) ?? '全自理' },
    { heading: '供养机构', value: ({ institution }) => institution ?? '/' },
    { heading: '基本生活费', group: '月供养标准（元）', value: ({ basic }) => basic, sum: true },
    { heading: '照料护理费', group: '月供养标准（元）', value: (one) => one.care, sum: true },
    { heading: '合计', group: '月供养标准（元）', value: (one) => one.basic + one.care, sum: true },
    { heading: '享受起始时间', value: ({ started }) => dotted(started) },
    ...account('开户名', '账号'),
  ];
}

const DISABILITY_COLUMNS: readonly Column<Recipient>[] = [
  { heading: '姓名', value: ({ person }) => person.name },
  { heading: '身份证号码', value: ({ person }) => person.shown },
  {
    heading: '残疾证号',
    value: ({ person, disability }) => `${person.id}${disability?.kind ?? 4}${disability?.grade ?? 3}`,
  },
  { heading: '残疾类别', value: ({ disability }) => kindWord(disability?.kind) },
  {
    heading: '残疾等级',
    value: ({ disability }) => ['', '一级', '二级', '三级', '四级'][disability?.grade ?? 0] ?? null,
  },
  { heading: '补贴类型', value: ({ kind }) => kind },
  { heading: '生活补贴金额', value: ({ basic }) => (basic === 0 ? null : basic) },
  { heading: '护理补贴金额', value: (one) => (one.care === 0 ? null : one.care) },
  { heading: '起始月', value: ({ started }) => started.replace('-', '') },
  { heading: '是否低保', value: ({ isDibao }) => (isDibao === true ? '√' : '×') },
  { heading: '开户名', value: ({ person, pay }) => pay.accountName ?? person.name },
  { heading: '银行账号', value: ({ person, pay }) => pay.accountNo ?? person.account },
  { heading: '停发原因', value: ({ stopReason }) => stopReason ?? null },
  { heading: '停发时间', value: ({ stopped }) => stopped ?? null },
  { heading: '乡镇', value: ({ person }) => person.village.town },
  { heading: '村居', value: ({ person }) => person.village.name },
];

function elderColumns(county: County): Column<Recipient>[] {
  const amount = (yuan: number) =>
    yuan === 100 ? county.random.pick([100, 100, 100, 100, '一百', '100元/月', '1200元/年']) : yuan;
  const empty = dirtyEmpty(county.random);
  return [
    ordinal('编号'),
    ...placed('镇街', '村居'),
    { heading: '老人姓名', value: ({ person }) => person.name },
    { heading: '身份证号', value: ({ person }) => person.shown },
    { heading: '出生年月日', value: ({ person }) => slashed(person.birthOn) },
    { heading: '年龄', value: ({ person }) => ageOn(person.birthOn, county.asOf) },
    {
      heading: '档次',
      value: ({ person }) => (ageOn(person.birthOn, county.asOf) >= 90 ? '90-99' : '80-89'),
    },
    { heading: '补贴金额', value: ({ basic }) => amount(basic) },
    { heading: '起发月', value: ({ started }) => chinese(started) },
    ...account('开户人', '一卡通账号'),
    { heading: '停发原因', value: ({ stopReason }) => empty(stopReason ?? null) },
  ];
}

const CHILD_COLUMNS: readonly Column<Recipient>[] = [
  ordinal(),
  { heading: '儿童姓名', value: ({ person }) => person.name },
  { heading: '身份证号', value: ({ person }) => person.shown },
  { heading: '性别', value: ({ person }) => person.sex },
  { heading: '出生日期', value: ({ person }) => person.birthOn },
  { heading: '类别', value: ({ kind }) => (kind === '孤儿' ? '孤儿' : '事无') },
  { heading: '养育方式', value: () => '散居' },
  { heading: '监护人', value: ({ guardian }) => guardian?.name ?? null },
  { heading: '监护人身份证', value: ({ guardian }) => guardian?.id ?? null },
  { heading: '与儿童关系', value: () => '祖母' },
  { heading: '认定时间', value: ({ started }) => `${started}-01` },
  { heading: '保障金额', value: ({ basic }) => basic, sum: true },
  { heading: '开户名', value: ({ guardian, person }) => guardian?.name ?? person.name },
  { heading: '账号', value: ({ guardian, person }) => guardian?.account ?? person.account },
  ...placed('乡镇', '村'),
];

/** Tekun (two sheets), children, disability subsidies, old-age allowance. */
export async function writeBenefitRosters(county: County, out: Output): Promise<void> {
  const of = (programme: Recipient['programme']): Recipient[] =>
    county.random.shuffle(county.recipients.filter((one) => one.listed && one.programme === programme));
  const tekun = of('tekun');
  const tekunSheets = ['分散', '集中'].map((kind) => {
    const items = tekun.filter((one) => one.kind === kind);
    return layOut({
      name: `${kind}供养`,
      title: `沂青县特困人员花名册（${kind}供养）`,
      columns: tekunColumns(),
      items,
      total: true,
    });
  });
  await out.xlsx('民政局/特困人员花名册.xlsx', tekunSheets);
  const title = '沂青县孤儿和事实无人抚养儿童花名册';
  await out.xlsx('民政局/儿童福利/孤儿、事实无人抚养儿童名册.xlsx', [
    layOut({ name: '名册', title, columns: CHILD_COLUMNS, items: of('child') }),
  ]);
  out.csv('民政局/残疾人两项补贴发放名册.csv', plainRows(DISABILITY_COLUMNS, of('disability')), 'utf8-bom');
  const elders = {
    name: '高龄',
    title: '80周岁以上老年人高龄津贴花名册',
    columns: elderColumns(county),
    items: of('elder'),
  };
  await out.xlsx('民政局/高龄津贴花名册.xlsx', [
    layOut({ ...elders, notes: ['备注：90周岁以上按月发放。'] }),
  ]);
}
