import type { County } from '../county.ts';
import { chinese, compact, dotted, mixed, serial, slashed } from './forms.ts';
import { layOut, plainRows, readColumns } from './layout.ts';
import type { Output } from './output.ts';
import type { Cell } from './sheet.ts';

/** The funeral home's list: dates as spreadsheet day numbers, the handler beside the dead. */
async function writeCremations(county: County, out: Output): Promise<void> {
  const columns = readColumns(
    `# 逝者姓名:name 性别:sex 身份证号:id_number 原家庭住址:address 死亡时间:died_on=dotted
    火化时间:cremated_on=serial 火化单位:place 死亡原因:cause 经办人:handler_name
    经办人身份证号:handler_id 与死者关系:relation 电话:phone`,
    { dotted, serial },
  );
  const items = county.random.shuffle(county.lists.cremation);
  const notes = ['注：外地火化的遗体不在本表之内。'];
  await out.xlsx('殡仪馆/火化名单.xlsx', [
    layOut({ name: '火化登记', title: '沂青县殡仪馆遗体火化登记表', columns, items, notes }),
  ]);
}

/** The police: cancelled registrations and the register of households asked for. */
async function writePolice(county: County, out: Output): Promise<void> {
  const cancelled = readColumns(
    `姓名:name 曾用名:former_name 性别:sex 公民身份号码:id_number 出生日期:birth_on=compact
    死亡日期:died_on=compact 所属派出所:station 户籍地址:address 注销原因:reason
    注销日期:cancelled_on=compact`,
    { compact },
  );
  out.csv(
    '公安局/户籍注销人员.csv',
    plainRows(cancelled, county.random.shuffle(county.lists.cancellation)),
    'gb18030',
  );
  const hukou = readColumns(
    `户号:hukou_no 户主:head_name 户主身份证号:head_id 与户主关系:relation 姓名:name
    曾用名:former_name 公民身份号码:id_number 性别:sex 出生日期:birth_on=compact
    户籍地址:address 户类型:hukou_kind 立户/分户日期:split_on=slashed 婚姻状况:marriage
    备注:note`,
    { compact, slashed },
  );
  await out.xlsx('公安局/户籍信息查询结果.xlsx', [
    layOut({ name: '查询结果', columns: hukou, items: county.lists.hukou }),
  ]);
  const vehicle = readColumns(
    `# 所有人:name 身份证明号码:id_number 号牌种类:plate_kind 号牌号码:plate_no
    车辆类型:vehicle_type 车辆品牌:brand 使用性质:use_kind
    初次登记日期:first_registered_on=slashed 机动车状态:status 车辆购值:original_value
    车辆现值:value 检验有效期止:inspection_until=slashed`,
    { slashed },
  );
  const items = county.random.shuffle(county.lists.vehicle);
  const sheet = {
    name: '机动车',
    title: '机动车登记信息查询结果',
    line: '查询单位：交警大队',
    columns: vehicle,
    items,
  };
  await out.xlsx('公安局/交警大队-机动车登记.xlsx', [layOut({ ...sheet, hidden: [2, 7] })]);
}

async function writeMarriages(county: County, out: Output): Promise<void> {
  const columns = readColumns(
    `当事人姓名:name 当事人身份证号:id_number 配偶姓名:spouse_name 配偶身份证号:spouse_id
    登记类别:kind 登记日期:registered_on=chinese 登记机关:organ`,
    { chinese },
  );
  out.csv(
    '婚姻登记处/婚姻登记.csv',
    plainRows(columns, county.random.shuffle(county.lists.marriage)),
    'gb18030',
  );
}

/** Payroll (retired people on a second sheet), village committees, prisoners. */
async function writeOffices(county: County, out: Output): Promise<void> {
  const payroll = readColumns(
    `# 单位名称:unit 单位编码:unit_code 姓名:name 身份证号:id_number 人员类别:staff_kind
    职务:post 参加工作时间:joined_on=dotted 工资发放状态:pay_status 月应发工资:wage`,
    { dotted },
  );
  const people = county.random.shuffle(county.lists.payroll);
  const retired = people.filter((row) => row.staff_kind === '退休');
  const others = people.filter((row) => row.staff_kind !== '退休');
  const title = '沂青县财政供养人员信息表';
  await out.xlsx('财政局/财政供养人员.xlsx', [
    layOut({
      name: '在职',
      title,
      line: '填报单位：县财政局国库支付中心',
      columns: payroll,
      items: others,
      hidden: [4],
    }),
    layOut({ name: '离退休', title: `${title}（离退休）`, columns: payroll, items: retired }),
  ]);
  const date = mixed(county.random);
  const untilNow = (cell: Cell): Cell => (cell === null ? '至今' : date(cell));
  const committee = readColumns(
    `# 乡镇:town 村:village 姓名:name 身份证号码:id_number 性别:sex 政治面貌:political
    现任职务:post 任职时间>起:term_from=date 任职时间>止:term_to=untilNow 届次:session
    报酬（元/月）:pay 联系电话:phone`,
    { date, untilNow },
  );
  const sheet = {
    name: '两委',
    title: '全县村（社区）“两委”成员花名册',
    columns: committee,
    items: county.random.shuffle(county.lists.committee),
  };
  await out.xlsx('组织部/村两委成员.xlsx', [layOut(sheet)]);
  const inmate = readColumns(
    `# 姓名:name 身份证号:id_number 罪名:crime 刑期起:term_from=chinese 刑期止:term_to=chinese
    释放日期:released_on=chinese 羁押场所:place 类别:kind 住址:address`,
    { chinese },
  );
  const inmates = county.random.shuffle(county.lists.inmate);
  await out.xlsx('司法局/服刑和社区矫正人员.xlsx', [
    layOut({ name: 'Sheet1', title: '服刑、社区矫正人员名单', columns: inmate, items: inmates }),
  ]);
}

/** Lists of other departments about persons and offices. */
export async function writeRegisters(county: County, out: Output): Promise<void> {
  await writeCremations(county, out);
  await writePolice(county, out);
  await writeMarriages(county, out);
  await writeOffices(county, out);
}
