import type { County } from '../county.ts';
import type { Household, Member } from '../model.ts';
import { oldAmount, oldDecembers, onRosterIn } from '../payments.ts';
import { chinese, dotted, mixed, short, thousands } from './forms.ts';
import { type Column, layOut, ordinal, plainRows, readColumns } from './layout.ts';
import type { Output } from './output.ts';
import { cellText } from './sheet.ts';

const BANK = '沂青县农村商业银行';
const KINDS = ['', '视力', '听力', '言语', '肢体', '智力', '精神', '多重'];

/** Words for a disability's kind. */
export function kindWord(kind: number | undefined): string | null {
  return kind === undefined ? null : (KINDS[kind] ?? null);
}

function line(county: County, unit: string): string {
  return `填报单位：${unit}        填报日期：${cellText(chinese(county.asOf))}        单位：元、人`;
}

function byVillage(households: readonly Household[]): Household[] {
  const keyed = households.map((household) => {
    const { village, name } = household.head;
    return { household, key: `${village.town}/${village.name}/${name}` };
  });
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ household }) => household);
}

function ruralColumns(county: County): Column<Household>[] {
  const date = mixed(county.random);
  return [
    ordinal(),
    { heading: '乡镇（街道）', value: ({ head }) => head.village.town },
    { heading: '村（居委会）', value: ({ head }) => head.village.name },
    { heading: '组别', value: ({ head }) => head.group },
    { heading: '户主姓名', value: ({ head }) => head.name },
    { heading: '身份证号码', value: ({ head }) => head.shown },
    { heading: '家庭人口数', value: ({ size }) => size, sum: true },
    { heading: '保障人数', value: ({ insured }) => insured, sum: true },
    { heading: '保障方式', value: ({ mode }) => mode },
    { heading: '家庭月收入', value: ({ income }) => income },
    { heading: '致困原因', value: ({ cause }) => cause },
    { heading: '保障金(元)', group: '月发放金额', value: ({ amount }) => amount, sum: true },
    { heading: '分类施保金(元)', group: '月发放金额', value: ({ uplift }) => uplift, sum: true },
    {
      heading: '发放合计(元)',
      group: '月发放金额',
      value: ({ amount, uplift }) => amount + uplift,
      sum: true,
    },
    { heading: '享受起始时间', value: ({ started }) => started.replace('-', '.') },
    { heading: '批准时间', value: ({ approvedOn }) => date(approvedOn) },
    { heading: '低保证号', value: ({ fileNo }) => fileNo },
    { heading: '账户名称', group: '一卡通', value: ({ head, pay }) => pay.accountName ?? head.name },
    { heading: '开户银行', group: '一卡通', value: () => BANK },
    { heading: '账号', group: '一卡通', value: ({ head, pay }) => pay.accountNo ?? head.account },
    { heading: '联系电话', value: ({ phone }) => phone },
    { heading: '待遇状态', value: ({ status }) => status },
    { heading: '备注', value: () => null },
  ];
}

const URBAN_COLUMNS: readonly Column<Household>[] = [
  ordinal(),
  { heading: '镇街', value: ({ head }) => head.village.town },
  { heading: '社区名称', value: ({ head }) => head.village.name },
  { heading: '申请人', value: ({ head }) => head.name },
  { heading: '公民身份号码', value: ({ head }) => head.shown },
  { heading: '家庭人口', value: ({ size }) => size, sum: true },
  { heading: '低保人数', value: ({ insured }) => insured, sum: true },
  { heading: '按户/单人保', value: ({ mode }) => mode },
  { heading: '家庭年收入(元)', value: ({ income }) => income * 12 },
  { heading: '月保障金', value: ({ amount }) => amount, sum: true },
  { heading: '分类施保金额', value: ({ uplift }) => uplift, sum: true },
  { heading: '合计', value: ({ amount, uplift }) => amount + uplift, sum: true },
  { heading: '低保开始年月', value: ({ started }) => short(started) },
  { heading: '审批日期', value: ({ approvedOn }) => approvedOn },
  { heading: '档案编号', value: ({ fileNo }) => fileNo },
  { heading: '一卡通账号', value: ({ head, pay }) => pay.accountNo ?? head.account },
  { heading: '电话', value: ({ phone }) => phone },
  { heading: '家庭住址', value: ({ head }) => head.address },
  { heading: '状态', value: ({ status }) => status },
];

interface Line {
  readonly household: Household;
  readonly member: Member;
}

const MEMBER_COLUMNS: readonly Column<Line>[] = [
  { heading: '户主姓名', value: ({ household }) => household.head.name },
  { heading: '户主身份证号', value: ({ household }) => household.head.shown },
  { heading: '成员姓名', value: ({ member }) => member.person.name },
  { heading: '成员身份证号', value: ({ member }) => member.person.shown },
  { heading: '与户主关系', value: ({ member }) => member.relation },
  { heading: '性别', value: ({ member }) => member.person.sex },
  { heading: '出生日期', value: ({ member }) => dotted(member.person.birthOn) },
  { heading: '健康状况', value: ({ member }) => (member.disability === undefined ? '一般' : '残疾') },
  { heading: '残疾类别', value: ({ member }) => kindWord(member.disability?.kind) },
  {
    heading: '残疾等级',
    value: ({ member }) => (member.disability === undefined ? null : `${member.disability.grade}级`),
  },
  { heading: '就业状况', value: ({ member }) => member.employment },
  { heading: '月收入', value: ({ member }) => member.income },
  { heading: '是否在校', value: ({ member }) => (member.inSchool ? '是' : '否') },
  { heading: '是否享受低保', value: ({ member }) => (member.insured ? '是' : '否') },
  { heading: '乡镇', value: ({ member }) => member.person.village.town },
  { heading: '行政村', value: ({ member }) => member.person.village.name },
  { heading: '家庭住址', value: ({ household }) => household.head.address },
];

/** The rural roster, a sheet for each town; the urban one as an old binary workbook; the members; earlier years. */
export async function writeDibaoRosters(county: County, out: Output): Promise<void> {
  const listed = county.dibao.filter((household) => household.listed);
  const stamp = `${county.asOf.slice(0, 4)}年${Number(county.asOf.slice(5, 7))}月`;
  const rural = listed.filter(({ scheme }) => scheme === 'rural');
  const sheets = county.places.towns
    .map((town) => ({ town, items: byVillage(rural.filter(({ head }) => head.village.town === town)) }))
    .filter(({ items }) => items.length > 0)
    .map(({ town, items }) =>
      layOut({
        name: town,
        title: `沂青县${town}${stamp}农村最低生活保障花名册`,
        line: line(county, town),
        columns: ruralColumns(county),
        items,
        subtotalBy: ({ head }) => head.village.name,
        total: true,
        notes: [
          '注：1.本表由乡镇（街道）填报；2.保障金按差额计算，分类施保金单列。',
          '制表人：王晓        审核人：赵敏',
        ],
      }),
    );
  await out.xlsx(`民政局/${stamp}农村低保花名册.xlsx`, sheets);
  const urban = byVillage(listed.filter(({ scheme }) => scheme === 'urban'));
  const urbanSheet = {
    name: '城市低保',
    title: `沂青县${stamp}城市低保花名册`,
    columns: URBAN_COLUMNS,
    items: urban,
  };
  out.xls(`民政局/城市低保花名册（${stamp}）.xls`, [layOut({ ...urbanSheet, total: true })]);
  const lines = byVillage(listed).flatMap((household) =>
    household.members.map((member) => ({ household, member })),
  );
  out.csv('民政局/低保家庭成员信息.csv', plainRows(MEMBER_COLUMNS, lines), 'gb18030');
  for (const month of oldDecembers(county)) await writeOldRoster(county, out, month);
}

async function writeOldRoster(county: County, out: Output, month: string): Promise<void> {
  const title = `${month.slice(0, 4)}年12月`;
  const columns: Column<Household>[] = [
    ordinal(),
    { heading: '所属乡镇', value: ({ head }) => head.village.town },
    { heading: '行政村', value: ({ head }) => head.village.name },
    { heading: '户主', value: ({ head }) => head.name },
    { heading: '身份证号', value: ({ head }) => head.shown },
    { heading: '家庭人口', value: ({ size }) => size, sum: true },
    { heading: '享受人数', value: ({ insured }) => insured, sum: true },
    { heading: '城乡类型', value: ({ scheme }) => (scheme === 'urban' ? '城市低保' : '农低') },
    { heading: '月保障金', value: (household) => thousands(oldAmount(household, month, county)) },
    { heading: '纳入时间', value: ({ started }) => chinese(started) },
  ];
  const items = byVillage(onRosterIn(county, month));
  const sheet = layOut({ name: 'Sheet1', title: `沂青县${title}城乡低保花名册`, columns, items });
  await out.xlsx(`民政局/历年名册/${title}低保花名册.xlsx`, [sheet]);
}

/** Edge households, one line a person. */
export async function writeEdge(county: County, out: Output): Promise<void> {
  const date = mixed(county.random);
  const columns = readColumns(
    `# 户主姓名:head_name 户主身份证:head_id 家庭成员:name 身份证号:id_number 与户主关系:relation
    家庭人口:household_size 所在镇街:town 村居:village 居住地址:address
    月人均收入(元):income_pc_month 致贫原因:cause 认定时间:recognised_on=date
    有效期至:valid_until=date 是否单人保:single_person 联系电话:phone`,
    { date },
  );
  const villages = [...county.places.villages, ...county.places.reserved].map(({ name }) => name);
  const items = villages.flatMap((name) => county.lists.edge.filter((row) => row.village === name));
  const title = `沂青县低保边缘家庭（低收入家庭）花名册`;
  const sheet = layOut({
    name: '低保边缘',
    title,
    line: line(county, '县民政局'),
    columns,
    items,
  });
  await out.xlsx('民政局/低保边缘家庭花名册.xlsx', [
    sheet,
    { name: 'Sheet2', rows: [], merges: [], hiddenRows: [] },
  ]);
}
