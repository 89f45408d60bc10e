import type { County } from '../county.ts';
import type { Person, Row } from '../model.ts';
import { chinese, dotted, slashed, tenThousands, thousands, words } from './forms.ts';
import { type Column, layOut, plainRows, readColumns } from './layout.ts';
import type { Output } from './output.ts';
import type { Cell } from './sheet.ts';

function sampleOfRoster(county: County, share: number): Person[] {
  const listed = county.dibao.filter((household) => household.listed && county.random.chance(share));
  return listed.map(({ head }) => head).filter((head) => head.shown === head.id);
}

/** The check centre's report: everybody asked about, 无 where nothing was found. */
async function writeEstateReport(county: County, out: Output): Promise<void> {
  const found = new Set(county.lists.estate.map((row) => row.name));
  const nothing = sampleOfRoster(county, 0.4)
    .filter(({ name }) => !found.has(name))
    .map((person): Row => ({ name: person.name, id_number: person.id, certificate_no: null }));
  const result = (row: Row): Cell => (row.certificate_no === null ? '无' : '有');
  const columns: Column<Row>[] = [
    ...readColumns(`# 被核对人姓名:name 被核对人身份证号:id_number`),
    { heading: '核对结果（有/无不动产）', value: result },
    ...readColumns(
      `不动产权证号:certificate_no 坐落:location 规划用途:use_kind 房屋性质:property_kind
    建筑面积（㎡）:area 权利人份额(%):share 共有人:co_owner 登记时间:registered_on=slashed
    权属状态:status 是否安置房:resettlement 是否出租:rented`,
      { slashed },
    ),
  ];
  const items = county.random.shuffle([...county.lists.estate, ...nothing]);
  const wish = {
    name: '核对报告',
    title: '居民家庭经济状况核对报告（不动产登记信息）',
    line: '核对单位：县居民家庭经济状况核对中心',
    columns,
    items,
  };
  await out.xlsx('自然资源局/不动产核对报告.xlsx', [
    layOut({ ...wish, notes: ['说明：本报告仅供社会救助核对使用。'] }),
  ]);
}

/** Companies on one sheet, sole traders on the other. */
async function writeBusinesses(county: County, out: Output): Promise<void> {
  const columns = readColumns(
    `# 企业名称:company 统一社会信用代码:credit_code 市场主体类型:kind 人员身份:role 姓名:name
    证件号码:id_number 注册资本（万元）:capital=tenThousands 出资比例(%):share
    成立日期:founded_on=chinese 登记状态:status 最近纳税月份:last_tax_month=dotted
    参保人数:employees 经营范围:scope`,
    { tenThousands, chinese, dotted },
  );
  const items = county.random.shuffle(county.lists.business);
  const sole = items.filter((row) => row.kind === '个体工商户');
  const companies = items.filter((row) => row.kind !== '个体工商户');
  await out.xlsx('市场监管局/市场主体登记信息.xlsx', [
    layOut({ name: '企业', title: '市场主体登记信息（企业）', columns, items: companies }),
    layOut({ name: '个体', title: '市场主体登记信息（个体工商户）', columns, items: sole }),
  ]);
}

async function writeLabour(county: County, out: Output): Promise<void> {
  const insurance = readColumns(`姓名:name 社会保障号码:id_number 参保单位:unit 险种类型:insurance_kind
    缴费人员类别:payer_kind 参保状态:status 缴费基数:base 缴费开始年月:from_month
    缴费终止年月:to_month 最近缴费月:last_paid_month 累计缴费月数:months_paid
    工伤生活护理费:injury_nursing`);
  out.csv(
    '人社局/社会保险参保缴费.csv',
    plainRows(insurance, county.random.shuffle(county.lists.insurance)),
    'utf8',
  );
  const inWords = words({ 城乡居民: '城乡居民养老', 企业职工: '企业职工养老' });
  const pension = readColumns(
    `# 姓名:name 身份证号:id_number 待遇类型:kind=inWords 月养老金:monthly=thousands
    其中基础养老金:basic 领取起始年月:started_month=dotted 待遇状态:status`,
    { inWords, thousands, dotted },
  );
  const pensions = county.random.shuffle(county.lists.pension);
  await out.xlsx('人社局/养老待遇发放.xlsx', [
    layOut({ name: '养老', title: '养老保险待遇发放明细', columns: pension, items: pensions }),
  ]);
  const post = readColumns(
    `# 姓名:name 身份证号:id_number 公益性岗位名称:post 用人单位:unit 月岗位补贴:wage
    上岗时间:from_on=dotted 到期时间:to_on=dotted 镇街:town 村:village`,
    { dotted },
  );
  const posts = {
    name: '公益岗',
    title: '乡村公益性岗位人员名册',
    columns: post,
    items: county.random.shuffle(county.lists.publicPost),
  };
  await out.xlsx('人社局/公益性岗位人员.xlsx', [layOut(posts)]);
}

/** The fund centre sends the office's own roster back with a 比中 column. */
async function writeFundHits(county: County, out: Output): Promise<void> {
  const hits = new Set(county.lists.fund.map((row) => row.name));
  const misses = sampleOfRoster(county, 0.3)
    .filter(({ name }) => !hits.has(name))
    .map(
      (person): Row => ({ town: person.village.town, name: person.name, id_number: person.id, hit: '否' }),
    );
  const columns = readColumns(`# 乡镇（街道）:town 姓名:name 身份证号码:id_number 是否比中:hit 缴存单位:unit
    月缴存额:monthly 缴存基数:base 账户余额:balance 公积金账户状态:status
    最近缴存年月:last_paid_month`);
  const items = county.random.shuffle([...county.lists.fund, ...misses]);
  await out.xlsx('公积金中心/低保对象公积金比对结果.xlsx', [
    layOut({ name: '比对结果', title: '低保对象住房公积金比对结果', columns, items }),
  ]);
}

/** Assets and income of persons. */
export async function writeMeans(county: County, out: Output): Promise<void> {
  await writeEstateReport(county, out);
  await writeBusinesses(county, out);
  await writeLabour(county, out);
  await writeFundHits(county, out);
  const tax = readColumns(
    `扣缴义务人:withholder 纳税人姓名:name 身份证件号码:id_number 所得项目:item 税款所属期:period
    收入额:income=thousands`,
    { thousands },
  );
  out.csv('税务局/个人所得税申报.csv', plainRows(tax, county.random.shuffle(county.lists.tax)), 'gb18030');
  const veteran = readColumns(
    `姓名:name 身份证号:id_number=scientific 优抚类别:kind 月补助金额:amount
    享受起始年月:started_month 状态:status 乡镇:town 村:village`,
    { scientific },
  );
  out.csv('退役军人事务局/优抚对象.csv', plainRows(veteran, county.lists.veteran), 'gb18030');
}

/** 3.71399E+17: what is left of a number column saved as CSV. */
function scientific(cell: Cell): Cell {
  return typeof cell === 'string' ? `${cell.slice(0, 1)}.${cell.slice(1, 6)}E+17` : cell;
}
