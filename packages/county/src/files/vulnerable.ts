import type { County } from '../county.ts';
import type { Row } from '../model.ts';
import { dirtyEmpty, dotted, serial, slashed } from './forms.ts';
import { type Column, field, layOut, ordinal } from './layout.ts';
import type { Output } from './output.ts';
import { kindWord } from './rosters.ts';

async function writeCertificates(county: County, out: Output): Promise<void> {
  const empty = dirtyEmpty(county.random);
  const columns: Column<Row>[] = [
    ...[
      ordinal<Row>(),
      field('乡镇', 'town'),
      field('村（社区）', 'village'),
      field('姓名', 'name'),
      field('性别', 'sex'),
    ],
    ...[field('身份证号', 'id_number'), field('残疾证号', 'certificate_no')],
    { heading: '残疾类别', value: (row) => kindWord(Number(row.disability_kind)) },
    {
      heading: '残疾等级',
      value: (row) => `${['', '一', '二', '三', '四'][Number(row.disability_grade)] ?? ''}级`,
    },
    ...[
      field('发证日期', 'issued_on', serial),
      field('有效期至', 'valid_until', dotted),
      field('证件状态', 'status'),
    ],
    ...[field('监护人姓名', 'guardian_name', empty), field('联系电话', 'phone')],
  ];
  const items = county.random.shuffle(county.lists.certificate);
  const wish = {
    name: '持证残疾人',
    title: '沂青县持证残疾人基本情况表',
    line: '单位：县残联',
    columns,
    items,
  };
  await out.xlsx('残联/残疾人证持证人员.xlsx', [layOut(wish)]);
}

async function writePoverty(county: County, out: Output): Promise<void> {
  const columns: Column<Row>[] = [
    ...[
      field('户编号', 'household_no'),
      field('人编号', 'person_no'),
      field('乡镇', 'town'),
      field('行政村', 'village'),
    ],
    ...[
      field('户主姓名', 'head_name'),
      field('户主证件号码', 'head_id'),
      field('姓名', 'name'),
      field('证件号码', 'id_number'),
    ],
    ...[
      field('与户主关系', 'relation'),
      field('户类型', 'kind'),
      field('致贫返贫风险', 'risk'),
      field('风险是否已消除', 'risk_removed'),
    ],
    ...[
      field('人均纯收入（元）', 'pc_income_year'),
      field('脱贫年度', 'lifted_year'),
      field('是否享受低保/特困', 'declared_aid'),
    ],
    ...[
      field('健康状况', 'health'),
      field('劳动技能', 'labour'),
      field('帮扶人', 'helper'),
      field('家庭住址', 'address'),
      field('联系电话', 'phone'),
    ],
  ];
  const items = county.random.shuffle(county.lists.poverty);
  const wish = { name: '全国防返贫监测信息系统导出', columns, items };
  await out.xlsx('乡村振兴局/脱贫人口和监测对象.xlsx', [layOut(wish)]);
}

async function writeMedical(county: County, out: Output): Promise<void> {
  const cost = '医疗费用（元）';
  const columns: Column<Row>[] = [
    ...[
      ordinal<Row>(),
      field('姓名', 'name'),
      field('身份证号码', 'id_number'),
      field('参保类型', 'insured_kind'),
      field('住院次数', 'admissions'),
    ],
    ...[
      field('总费用', 'total', undefined, cost),
      field('统筹支付', 'pooled', undefined, cost),
      field('大病支付', 'serious', undefined, cost),
    ],
    ...[
      field('医疗救助', 'aid', undefined, cost),
      field('个人自付金额', 'self_paid', undefined, cost),
      field('诊断', 'diagnosis'),
    ],
    ...[
      field('就诊医院', 'hospital'),
      field('入院日期', 'admitted_on', slashed),
      field('出院日期', 'discharged_on', slashed),
    ],
    ...[field('是否重特大疾病', 'serious_illness'), field('住址', 'address'), field('电话', 'phone')],
  ];
  const items = county.random.shuffle(county.lists.medical);
  await out.xlsx('医保局/大额医疗费用人员.xlsx', [
    layOut({ name: 'Sheet1', title: '城乡居民医保大额医疗费用人员名单', columns, items }),
  ]);
}

async function writeStandards(county: County, out: Output): Promise<void> {
  const columns: Column<Row>[] = [
    ...[
      ordinal<Row>(),
      field('地区', 'region'),
      field('项目', 'programme'),
      field('城乡', 'scheme'),
      field('供养方式', 'support_form'),
    ],
    ...[
      field('标准', 'amount'),
      field('单位', 'unit'),
      field('执行起', 'from_on', slashed),
      field('执行止', 'to_on', slashed),
    ],
    ...[
      field('文号', 'document_no'),
      field('上年人均消费支出', 'consumption'),
      field('最低工资', 'minimum_wage'),
      field('年度', 'year'),
    ],
  ];
  const wish = { name: '标准', title: '城乡低保和特困供养标准一览表', columns, items: county.lists.standard };
  await out.xlsx('民政局/社会救助标准表.xlsx', [layOut(wish)]);
}

/** Lists of people who may need help, and the standards. */
export async function writeVulnerable(county: County, out: Output): Promise<void> {
  await writeCertificates(county, out);
  await writePoverty(county, out);
  await writeMedical(county, out);
  await writeStandards(county, out);
}
