import type { County } from '../county.ts';
import type { Row } from '../model.ts';
import { chinese, compact, dotted, mixed, perMonth, slashed, yuanSign } from './forms.ts';
import { type Column, field, layOut, ordinal, plainRows } from './layout.ts';
import type { Output } from './output.ts';

async function writeRelief(county: County, out: Output): Promise<void> {
  const date = mixed(county.random);
  const columns: Column<Row>[] = [
    ...[
      ordinal<Row>(),
      field('乡镇', 'town'),
      field('村', 'village'),
      field('姓名', 'name'),
      field('身份证号', 'id_number'),
    ],
    ...[
      field('家庭住址', 'address'),
      field('家庭人口', 'household_size'),
      field('救助类型', 'kind'),
      field('救助事由', 'cause'),
    ],
    ...[
      field('申请时间', 'applied_on', date),
      field('受理时间', 'accepted_on', date),
      field('审批时间', 'approved_on', date),
    ],
    ...[
      field('先行救助', 'pay_first'),
      field('救助时间', 'paid_on', date),
      { ...field('救助金额', 'amount'), sum: true },
    ],
    ...[
      field('救助方式', 'method'),
      field('审批单位', 'approver'),
      field('经办人', 'handler'),
      field('备注', 'note'),
    ],
  ];
  const items = [...county.lists.relief].sort((a, b) =>
    String(a.applied_on) < String(b.applied_on) ? -1 : 1,
  );
  await out.xlsx('民政局/临时救助台账.xlsx', [
    layOut({ name: '台账', title: '沂青县临时救助台账', columns, items, total: true }),
  ]);
}

async function writeApplications(county: County, out: Output): Promise<void> {
  const columns: Column<Row>[] = [
    ...[ordinal<Row>(), field('申请日期', 'applied_on', slashed), field('受理日期', 'accepted_on', slashed)],
    ...[
      field('申请人', 'name'),
      field('身份证号', 'id_number'),
      field('所属乡镇', 'town'),
      field('村居', 'village'),
    ],
    ...[
      field('申请类别', 'category'),
      field('家庭人口', 'household_size'),
      field('是否近亲属', 'is_relative'),
    ],
    ...[field('信息核对授权', 'authorised'), field('入户日期', 'investigation_on', slashed)],
    ...[field('起', 'notice_from', slashed, '初审公示'), field('止', 'notice_to', slashed, '初审公示')],
    ...[
      field('上报日期', 'submitted_on', slashed),
      field('审批结果', 'decision'),
      field('批准/不予批准日期', 'decided_on', slashed),
    ],
    ...[
      field('批准金额', 'amount', perMonth),
      field('告知书送达日期', 'delivered_on', slashed),
      field('起发月', 'started_month', chinese),
    ],
  ];
  const sheet = layOut({
    name: 'Sheet1',
    title: '社会救助申请受理台账',
    columns,
    items: county.lists.application,
  });
  await out.xlsx('民政局/社会救助申请受理台账.xlsx', [sheet]);
  const result = '入户核查结果';
  const rejected: Column<Row>[] = [
    ...[
      ordinal<Row>(),
      field('申请人', 'name'),
      field('身份证号', 'id_number'),
      field('家庭人口', 'household_size'),
    ],
    ...[
      field('乡镇（街道）', 'town'),
      field('村（居委会）', 'village'),
      field('家庭收入', 'income', yuanSign),
    ],
    ...[
      field('家庭财产', 'assets'),
      field('申请救助时间', 'applied_on', dotted),
      field('申请救助类别', 'category'),
    ],
    field('未批准救助原因', 'reason'),
    field('核查结果（是否达到救助条件、并注明享受何种救助）', 'result', undefined, result),
    field('调查人', 'investigator', undefined, result),
  ];
  const title = '沂青县社会救助家庭排查情况统计表（申请社会救助审批未通过）';
  await out.xlsx('民政局/附件2 审批未通过家庭统计表.xlsx', [
    layOut({ name: '附件2', title, columns: rejected, items: county.lists.rejected }),
  ]);
}

async function writeExits(county: County, out: Output): Promise<void> {
  const period = '渐退期';
  const columns: Column<Row>[] = [
    ...[
      ordinal<Row>(),
      field('乡镇', 'town'),
      field('村居', 'village'),
      field('户主姓名', 'name'),
      field('身份证号码', 'id_number'),
    ],
    ...[
      field('原享受类别', 'programme'),
      field('家庭人口', 'household_size'),
      field('保障人数', 'insured_persons'),
    ],
    ...[
      field('退出前月保障金', 'amount'),
      field('退出原因', 'reason'),
      field('退出方式', 'manner'),
      field('停发月', 'stop_month', chinese),
    ],
    ...[
      field('告知书文号', 'notice_no'),
      field('是否渐退', 'phase_out'),
      field('起', 'phase_out_from', dotted, period),
    ],
    ...[field('止', 'phase_out_to', dotted, period), field('联系电话', 'phone'), field('备注', 'note')],
  ];
  const items = county.random.shuffle(county.lists.exit);
  const sheet = layOut({
    name: '退出',
    title: '沂青县低保退出人员台账',
    line: '填报单位：县民政局',
    columns,
    items,
  });
  await out.xlsx('民政局/低保退出台账.xlsx', [sheet]);
}

async function writeDisclosures(county: County, out: Output): Promise<void> {
  const [official, recipient] = ['工作人员信息', '救助对象信息'];
  const columns: Column<Row>[] = [
    ...[
      ordinal<Row>(),
      field('工作人员姓名', 'official_name', undefined, official),
      field('工作人员身份证号', 'official_id', undefined, official),
    ],
    ...[
      field('联系方式', 'official_phone', undefined, official),
      field('工作单位', 'official_unit', undefined, official),
    ],
    ...[
      field('职务（职级）', 'official_post', undefined, official),
      field('所在镇/街道', 'official_town', undefined, official),
    ],
    ...[
      field('救助对象姓名', 'recipient_name', undefined, recipient),
      field('救助对象身份证号', 'recipient_id', undefined, recipient),
    ],
    ...[
      field('与工作人员关系', 'relation', undefined, recipient),
      field('户籍地址', 'address', undefined, recipient),
    ],
    ...[
      field('家庭人口', 'household_size', undefined, recipient),
      field('社会救助种类', 'programme', undefined, recipient),
    ],
    ...[
      field('月保障金', 'amount', undefined, recipient),
      field('享受起始时间', 'started_month', dotted, recipient),
    ],
    ...[field('备案时间', 'disclosed_on', dotted), field('备注', 'note')],
  ];
  const items = county.random.shuffle(county.lists.disclosure);
  await out.xlsx('民政局/近亲属备案表.xlsx', [
    layOut({ name: '备案', title: '社会救助工作人员近亲属备案表', columns, items }),
  ]);
}

/** Proxy agreements (CSV) and the roll of handlers. */
async function writeHandlers(county: County, out: Output): Promise<void> {
  const columns: Column<Row>[] = [
    ...[
      field('救助对象', 'recipient_name'),
      field('救助对象身份证号', 'recipient_id'),
      field('类别', 'programme'),
    ],
    ...[
      field('代领人', 'proxy_name'),
      field('代领人身份证号', 'proxy_id'),
      field('关系', 'relation'),
      field('代领人性质', 'proxy_kind'),
    ],
    ...[
      field('代领原因', 'reason'),
      field('是否违背本人意愿', 'against_wish'),
      field('协议签订日期', 'signed_on', compact),
    ],
    ...[
      field('有效期至', 'valid_until', compact),
      field('协议编号', 'agreement_no'),
      field('卡折号', 'account_no'),
    ],
    ...[
      field('是否报区县民政局备案', 'filed'),
      field('备案日期', 'filed_on', compact),
      field('是否工作人员/村干部', 'proxy_is_official'),
    ],
    ...[field('乡镇', 'town'), field('村', 'village')],
  ];
  out.csv(
    '民政局/代领协议台账.csv',
    plainRows(columns, county.random.shuffle(county.lists.proxy)),
    'utf8-bom',
  );
  const roll: Column<Row>[] = [
    ...[
      ordinal<Row>(),
      field('单位', 'unit'),
      field('乡镇', 'town'),
      field('姓名', 'name'),
      field('身份证', 'id_number'),
    ],
    ...[
      field('岗位（受理/调查/审核）', 'post'),
      field('任职时间', 'from_on', dotted),
      field('离岗时间', 'to_on', dotted),
      field('电话', 'phone'),
    ],
  ];
  const items = county.random.shuffle(county.lists.caseworker);
  await out.xlsx('民政局/社会救助经办人员名册.xlsx', [
    layOut({ name: '经办人员', title: '社会救助经办人员名册', columns: roll, items }),
  ]);
}

/** The office's own ledgers. */
export async function writeLedgers(county: County, out: Output): Promise<void> {
  await writeRelief(county, out);
  await writeApplications(county, out);
  await writeExits(county, out);
  await writeDisclosures(county, out);
  await writeHandlers(county, out);
}
