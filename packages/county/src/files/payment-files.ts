import type { County } from '../county.ts';
import type { Payment } from '../model.ts';
import { oldDecembers, oldPayments, PROGRAMME, paymentsOf, recentMonths } from '../payments.ts';
import { chinese, dotted, slashed } from './forms.ts';
import { type Column, layOut, ordinal, plainRows } from './layout.ts';
import type { Output } from './output.ts';
import { type Cell, cellText, type Sheet } from './sheet.ts';
import { csvBytes } from './write-csv.ts';

const BANK = '沂青县农村商业银行';

/** The list the civil-affairs office itself pays by. */
const OFFICE_COLUMNS: readonly Column<Payment>[] = [
  ordinal(),
  { heading: '地区', value: ({ village }) => `${village.town}${village.name}` },
  { heading: '名称', value: ({ person }) => person.name },
  { heading: '身份证号码', value: ({ person }) => person.shown },
  { heading: '保障人数', value: ({ persons }) => persons, sum: true },
  { heading: '保障金(元)', value: ({ amount }) => amount, sum: true },
  { heading: '分类施保金(元)', value: ({ uplift }) => uplift, sum: true },
  { heading: '发放合计(元)', value: ({ total }) => total, sum: true },
  { heading: '账户名称', value: ({ accountName }) => accountName },
  { heading: '开户银行', value: () => BANK },
  { heading: '账号', value: ({ accountNo }) => accountNo },
];

/** The finance bureau's one-card export. */
function cardColumns(date: (cell: Cell) => Cell): Column<Payment>[] {
  return [
    { heading: '批次号', value: ({ month }) => `YKT${month.replace('-', '')}01` },
    { heading: '补贴项目', value: ({ programme }) => programme },
    { heading: '所属月份', value: ({ month }) => month.replace('-', '') },
    { heading: '乡镇', value: ({ village }) => village.town },
    { heading: '村组', value: ({ village, person }) => `${village.name}${person.group}` },
    { heading: '姓名', value: ({ person }) => person.name },
    { heading: '身份证号', value: ({ person }) => person.shown },
    { heading: '开户姓名', value: ({ accountName }) => accountName },
    { heading: '银行账号', value: ({ accountNo }) => accountNo },
    { heading: '金额', value: ({ total }) => total.toFixed(2) },
    { heading: '发放日期', value: ({ paidOn }) => date(paidOn) },
    { heading: '发放状态', value: ({ status }) => status },
    { heading: '失败原因', value: ({ failReason }) => failReason || null },
    { heading: '备注', value: ({ note }) => note || null },
  ];
}

function monthSheet(payments: readonly Payment[], name: string, title: string): Sheet {
  return layOut({ name, title, line: '单位：元', columns: OFFICE_COLUMNS, items: payments, total: true });
}

/** A workbook of one month, a sheet for each programme. */
async function writeMonthBook(county: County, out: Output, month: string): Promise<void> {
  const payments = paymentsOf(county, month);
  const sheets = Object.entries(PROGRAMME).map(([key, programme]) => {
    const title = `沂青县${cellText(chinese(month))}份${programme}发放明细表`;
    const names: Record<string, string> = {
      urban: '城市低保',
      rural: '农村低保',
      tekun: '特困',
      disability: '残疾人补贴',
      elder: '高龄',
      child: '儿童',
    };
    return monthSheet(
      payments.filter((payment) => payment.programme === programme),
      names[key] ?? key,
      title,
    );
  });
  await out.xlsx(
    `财政局/一卡通发放/${month.slice(0, 4)}年${Number(month.slice(5))}月救助资金发放表.xlsx`,
    sheets,
  );
}

/** A quarter in one workbook: three sheets, one-card headings under a title. */
async function writeQuarterBook(county: County, out: Output, months: readonly string[]): Promise<void> {
  const sheets = months.map((month) => {
    const title = `沂青县${cellText(chinese(month))}惠民惠农补贴“一卡通”发放明细`;
    return layOut({
      name: `${Number(month.slice(5))}月`,
      title,
      columns: cardColumns(dotted),
      items: paymentsOf(county, month),
    });
  });
  const first = months[0] ?? '';
  await out.xlsx(
    `财政局/一卡通发放/${first.slice(0, 4)}年${Number(first.slice(5))}月起三个月发放汇总.xlsx`,
    sheets,
  );
}

/** Twelve months: two workbooks, a quarter, GB18030 exports, one in a zip, the last in UTF-8; old Decembers apart. */
export async function writePayments(county: County, out: Output): Promise<void> {
  const months = recentMonths(county);
  const [first = '', second = ''] = months;
  await writeMonthBook(county, out, first);
  await writeMonthBook(county, out, second);
  await writeQuarterBook(county, out, months.slice(2, 5));
  const last = months.at(-1);
  for (const month of months.slice(5)) {
    const rows = plainRows(cardColumns(month === last ? (cell) => cell : slashed), paymentsOf(county, month));
    const name = `一卡通发放明细${month.replace('-', '')}.csv`;
    if (month === months.at(-2))
      await out.zip(`财政局/一卡通发放/${month}一卡通.zip`, [[name, csvBytes(rows, 'gb18030')]]);
    else out.csv(`财政局/一卡通发放/${name}`, rows, month === last ? 'utf8-bom' : 'gb18030');
  }
  for (const month of oldDecembers(county)) {
    const title = `沂青县${cellText(chinese(month))}份城乡低保金发放明细表`;
    const all = oldPayments(county, month);
    const of = (programme: string): Payment[] => all.filter((payment) => payment.programme === programme);
    await out.xlsx(`财政局/往年发放/${month.slice(0, 4)}年12月低保发放.xlsx`, [
      monthSheet(of(PROGRAMME.rural), '农村低保', title),
      monthSheet(of(PROGRAMME.urban), '城市低保', title),
    ]);
  }
}
