import type { County } from '../county.ts';
import type { Row } from '../model.ts';
import { chinese, compact, dotted, mixed, serial, slashed } from './forms.ts';
import { type Column, field, layOut, ordinal, plainRows } from './layout.ts';
import type { Output } from './output.ts';

/** The funeral home's list: dates as spreadsheet day numbers, the handler beside the dead. */
async function writeCremations(county: County, out: Output): Promise<void> {
  const columns: Column<Row>[] = [
    ...[
      ordinal<Row>(),
      field('逝者姓名', 'name'),
      field('性别', 'sex'),
      field('身份证号', 'id_number'),
      field('原家庭住址', 'address'),
    ],
    ...[
      field('死亡时间', 'died_on', dotted),
      field('火化时间', 'cremated_on', serial),
      field('火化单位', 'place'),
    ],
    ...[field('死亡原因', 'cause'), field('经办人', 'handler_name'), field('经办人身份证号', 'handler_id')],
    ...[field('与死者关系', 'relation'), field('电话', 'phone')],
  ];
  const items = county.random.shuffle(county.lists.cremation);
  const notes = ['注：外地火化的遗体不在本表之内。'];
  await out.xlsx('殡仪馆/火化名单.xlsx', [
    layOut({ name: '火化登记', title: '沂青县殡仪馆遗体火化登记表', columns, items, notes }),
  ]);
}

/** The police: cancelled registrations and the register of households asked for. */
async function writePolice(county: County, out: Output): Promise<void> {
  const cancelled: Column<Row>[] = [
    ...[
      field('姓名', 'name'),
      field('曾用名', 'former_name'),
      field('性别', 'sex'),
      field('公民身份号码', 'id_number'),
    ],
    ...[
      field('出生日期', 'birth_on', compact),
      field('死亡日期', 'died_on', compact),
      field('所属派出所', 'station'),
    ],
    ...[
      field('户籍地址', 'address'),
      field('注销原因', 'reason'),
      field('注销日期', 'cancelled_on', compact),
    ],
  ];
  out.csv(
    '公安局/户籍注销人员.csv',
    plainRows(cancelled, county.random.shuffle(county.lists.cancellation)),
    'gb18030',
  );
  const hukou: Column<Row>[] = [
    ...[
      field('户号', 'hukou_no'),
      field('户主', 'head_name'),
      field('户主身份证号', 'head_id'),
      field('与户主关系', 'relation'),
    ],
    ...[
      field('姓名', 'name'),
      field('曾用名', 'former_name'),
      field('公民身份号码', 'id_number'),
      field('性别', 'sex'),
    ],
    ...[field('出生日期', 'birth_on', compact), field('户籍地址', 'address'), field('户类型', 'hukou_kind')],
    ...[field('立户/分户日期', 'split_on', slashed), field('婚姻状况', 'marriage'), field('备注', 'note')],
  ];
  await out.xlsx('公安局/户籍信息查询结果.xlsx', [
    layOut({ name: '查询结果', columns: hukou, items: county.lists.hukou }),
  ]);
  const vehicle: Column<Row>[] = [
    ...[
      ordinal<Row>(),
      field('所有人', 'name'),
      field('身份证明号码', 'id_number'),
      field('号牌种类', 'plate_kind'),
    ],
    ...[
      field('号牌号码', 'plate_no'),
      field('车辆类型', 'vehicle_type'),
      field('车辆品牌', 'brand'),
      field('使用性质', 'use_kind'),
    ],
    ...[
      field('初次登记日期', 'first_registered_on', slashed),
      field('机动车状态', 'status'),
      field('车辆购值', 'original_value'),
    ],
    ...[field('车辆现值', 'value'), field('检验有效期止', 'inspection_until', slashed)],
  ];
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
  const columns: Column<Row>[] = [
    ...[field('当事人姓名', 'name'), field('当事人身份证号', 'id_number'), field('配偶姓名', 'spouse_name')],
    ...[
      field('配偶身份证号', 'spouse_id'),
      field('登记类别', 'kind'),
      field('登记日期', 'registered_on', chinese),
      field('登记机关', 'organ'),
    ],
  ];
  out.csv(
    '婚姻登记处/婚姻登记.csv',
    plainRows(columns, county.random.shuffle(county.lists.marriage)),
    'gb18030',
  );
}

/** Payroll (retired people on a second sheet), village committees, prisoners. */
async function writeOffices(county: County, out: Output): Promise<void> {
  const payroll: Column<Row>[] = [
    ...[
      ordinal<Row>(),
      field('单位名称', 'unit'),
      field('单位编码', 'unit_code'),
      field('姓名', 'name'),
      field('身份证号', 'id_number'),
    ],
    ...[field('人员类别', 'staff_kind'), field('职务', 'post'), field('参加工作时间', 'joined_on', dotted)],
    ...[field('工资发放状态', 'pay_status'), field('月应发工资', 'wage')],
  ];
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
  const committee: Column<Row>[] = [
    ...[
      ordinal<Row>(),
      field('乡镇', 'town'),
      field('村', 'village'),
      field('姓名', 'name'),
      field('身份证号码', 'id_number'),
    ],
    ...[
      field('性别', 'sex'),
      field('政治面貌', 'political'),
      field('现任职务', 'post'),
      field('起', 'term_from', date, '任职时间'),
    ],
    ...[
      field('止', 'term_to', (cell) => (cell === null ? '至今' : date(cell)), '任职时间'),
      field('届次', 'session'),
      field('报酬（元/月）', 'pay'),
      field('联系电话', 'phone'),
    ],
  ];
  const sheet = {
    name: '两委',
    title: '全县村（社区）“两委”成员花名册',
    columns: committee,
    items: county.random.shuffle(county.lists.committee),
  };
  await out.xlsx('组织部/村两委成员.xlsx', [layOut(sheet)]);
  const inmate: Column<Row>[] = [
    ...[
      ordinal<Row>(),
      field('姓名', 'name'),
      field('身份证号', 'id_number'),
      field('罪名', 'crime'),
      field('刑期起', 'term_from', chinese),
    ],
    ...[
      field('刑期止', 'term_to', chinese),
      field('释放日期', 'released_on', chinese),
      field('羁押场所', 'place'),
      field('类别', 'kind'),
      field('住址', 'address'),
    ],
  ];
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
