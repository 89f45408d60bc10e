import type { County } from '../county.ts';
import type { Row } from '../model.ts';
import { dirtyEmpty, dotted, serial, slashed } from './forms.ts';
import { type Column, layOut, readColumns } from './layout.ts';
import type { Output } from './output.ts';
import { kindWord } from './rosters.ts';

async function writeCertificates(county: County, out: Output): Promise<void> {
  const empty = dirtyEmpty(county.random);
  const columns: Column<Row>[] = [
    ...readColumns(
      `# 乡镇:town 村（社区）:village 姓名:name 性别:sex 身份证号:id_number 残疾证号:certificate_no`,
    ),
    { heading: '残疾类别', value: (row) => kindWord(Number(row.disability_kind)) },
    {
      heading: '残疾等级',
      value: (row) => `${['', '一', '二', '三', '四'][Number(row.disability_grade)] ?? ''}级`,
    },
    ...readColumns(
      `发证日期:issued_on=serial 有效期至:valid_until=dotted 证件状态:status
    监护人姓名:guardian_name=empty 联系电话:phone`,
      { serial, dotted, empty },
    ),
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
  const columns =
    readColumns(`户编号:household_no 人编号:person_no 乡镇:town 行政村:village 户主姓名:head_name
    户主证件号码:head_id 姓名:name 证件号码:id_number 与户主关系:relation 户类型:kind
    致贫返贫风险:risk 风险是否已消除:risk_removed 人均纯收入（元）:pc_income_year
    脱贫年度:lifted_year 是否享受低保/特困:declared_aid 健康状况:health 劳动技能:labour
    帮扶人:helper 家庭住址:address 联系电话:phone`);
  const items = county.random.shuffle(county.lists.poverty);
  const wish = { name: '全国防返贫监测信息系统导出', columns, items };
  await out.xlsx('乡村振兴局/脱贫人口和监测对象.xlsx', [layOut(wish)]);
}

async function writeMedical(county: County, out: Output): Promise<void> {
  const columns = readColumns(
    `# 姓名:name 身份证号码:id_number 参保类型:insured_kind 住院次数:admissions
    医疗费用（元）>总费用:total 医疗费用（元）>统筹支付:pooled 医疗费用（元）>大病支付:serious
    医疗费用（元）>医疗救助:aid 医疗费用（元）>个人自付金额:self_paid 诊断:diagnosis
    就诊医院:hospital 入院日期:admitted_on=slashed 出院日期:discharged_on=slashed
    是否重特大疾病:serious_illness 住址:address 电话:phone`,
    { slashed },
  );
  const items = county.random.shuffle(county.lists.medical);
  await out.xlsx('医保局/大额医疗费用人员.xlsx', [
    layOut({ name: 'Sheet1', title: '城乡居民医保大额医疗费用人员名单', columns, items }),
  ]);
}

async function writeStandards(county: County, out: Output): Promise<void> {
  const columns = readColumns(
    `# 地区:region 项目:programme 城乡:scheme 供养方式:support_form 标准:amount 单位:unit
    执行起:from_on=slashed 执行止:to_on=slashed 文号:document_no 上年人均消费支出:consumption
    最低工资:minimum_wage 年度:year`,
    { slashed },
  );
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
