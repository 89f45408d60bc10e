import type { County } from '../county.ts';
import type { Person, Row } from '../model.ts';
import { chinese, dotted, slashed, tenThousands, thousands, words } from './forms.ts';
import { type Column, field, layOut, ordinal, plainRows } from './layout.ts';
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
    ...[ordinal<Row>(), field('被核对人姓名', 'name'), field('被核对人身份证号', 'id_number')],
    { heading: '核对结果（有/无不动产）', value: result },
    ...[
      field('不动产权证号', 'certificate_no'),
      field('坐落', 'location'),
      field('规划用途', 'use_kind'),
      field('房屋性质', 'property_kind'),
    ],
    ...[field('建筑面积（㎡）', 'area'), field('权利人份额(%)', 'share'), field('共有人', 'co_owner')],
    ...[
      field('登记时间', 'registered_on', slashed),
      field('权属状态', 'status'),
      field('是否安置房', 'resettlement'),
      field('是否出租', 'rented'),
    ],
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
  const columns: Column<Row>[] = [
    ...[
      ordinal<Row>(),
      field('企业名称', 'company'),
      field('统一社会信用代码', 'credit_code'),
      field('市场主体类型', 'kind'),
    ],
    ...[
      field('人员身份', 'role'),
      field('姓名', 'name'),
      field('证件号码', 'id_number'),
      field('注册资本（万元）', 'capital', tenThousands),
    ],
    ...[field('出资比例(%)', 'share'), field('成立日期', 'founded_on', chinese), field('登记状态', 'status')],
    ...[
      field('最近纳税月份', 'last_tax_month', dotted),
      field('参保人数', 'employees'),
      field('经营范围', 'scope'),
    ],
  ];
  const items = county.random.shuffle(county.lists.business);
  const sole = items.filter((row) => row.kind === '个体工商户');
  const companies = items.filter((row) => row.kind !== '个体工商户');
  await out.xlsx('市场监管局/市场主体登记信息.xlsx', [
    layOut({ name: '企业', title: '市场主体登记信息（企业）', columns, items: companies }),
    layOut({ name: '个体', title: '市场主体登记信息（个体工商户）', columns, items: sole }),
  ]);
}

async function writeLabour(county: County, out: Output): Promise<void> {
  const insurance: Column<Row>[] = [
    ...[
      field('姓名', 'name'),
      field('社会保障号码', 'id_number'),
      field('参保单位', 'unit'),
      field('险种类型', 'insurance_kind'),
    ],
    ...[
      field('缴费人员类别', 'payer_kind'),
      field('参保状态', 'status'),
      field('缴费基数', 'base'),
      field('缴费开始年月', 'from_month'),
    ],
    ...[
      field('缴费终止年月', 'to_month'),
      field('最近缴费月', 'last_paid_month'),
      field('累计缴费月数', 'months_paid'),
    ],
    field('工伤生活护理费', 'injury_nursing'),
  ];
  out.csv(
    '人社局/社会保险参保缴费.csv',
    plainRows(insurance, county.random.shuffle(county.lists.insurance)),
    'utf8',
  );
  const pension: Column<Row>[] = [
    ...[
      ordinal<Row>(),
      field('姓名', 'name'),
      field('身份证号', 'id_number'),
      field('待遇类型', 'kind', words({ 城乡居民: '城乡居民养老', 企业职工: '企业职工养老' })),
    ],
    ...[
      field('月养老金', 'monthly', thousands),
      field('其中基础养老金', 'basic'),
      field('领取起始年月', 'started_month', dotted),
      field('待遇状态', 'status'),
    ],
  ];
  const pensions = county.random.shuffle(county.lists.pension);
  await out.xlsx('人社局/养老待遇发放.xlsx', [
    layOut({ name: '养老', title: '养老保险待遇发放明细', columns: pension, items: pensions }),
  ]);
  const post: Column<Row>[] = [
    ...[
      ordinal<Row>(),
      field('姓名', 'name'),
      field('身份证号', 'id_number'),
      field('公益性岗位名称', 'post'),
      field('用人单位', 'unit'),
    ],
    ...[
      field('月岗位补贴', 'wage'),
      field('上岗时间', 'from_on', dotted),
      field('到期时间', 'to_on', dotted),
      field('镇街', 'town'),
      field('村', 'village'),
    ],
  ];
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
  const columns: Column<Row>[] = [
    ...[
      ordinal<Row>(),
      field('乡镇（街道）', 'town'),
      field('姓名', 'name'),
      field('身份证号码', 'id_number'),
      field('是否比中', 'hit'),
    ],
    ...[
      field('缴存单位', 'unit'),
      field('月缴存额', 'monthly'),
      field('缴存基数', 'base'),
      field('账户余额', 'balance'),
    ],
    ...[field('公积金账户状态', 'status'), field('最近缴存年月', 'last_paid_month')],
  ];
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
  const tax: Column<Row>[] = [
    ...[
      field('扣缴义务人', 'withholder'),
      field('纳税人姓名', 'name'),
      field('身份证件号码', 'id_number'),
      field('所得项目', 'item'),
    ],
    ...[field('税款所属期', 'period'), field('收入额', 'income', thousands)],
  ];
  out.csv('税务局/个人所得税申报.csv', plainRows(tax, county.lists.tax), 'gb18030');
  const veteran: Column<Row>[] = [
    ...[
      field('姓名', 'name'),
      field('身份证号', 'id_number', scientific),
      field('优抚类别', 'kind'),
      field('月补助金额', 'amount'),
    ],
    ...[
      field('享受起始年月', 'started_month'),
      field('状态', 'status'),
      field('乡镇', 'town'),
      field('村', 'village'),
    ],
  ];
  out.csv('退役军人事务局/优抚对象.csv', plainRows(veteran, county.lists.veteran), 'gb18030');
}

/** 3.71399E+17: what is left of a number column saved as CSV. */
function scientific(cell: Cell): Cell {
  return typeof cell === 'string' ? `${cell.slice(0, 1)}.${cell.slice(1, 6)}E+17` : cell;
}
