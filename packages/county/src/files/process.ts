import type { County } from '../county.ts';
import { chinese, compact, dotted, mixed, perMonth, slashed, yuanSign } from './forms.ts';
import { layOut, plainRows, readColumns } from './layout.ts';
import type { Output } from './output.ts';
import { cellText } from './sheet.ts';

async function writeRelief(county: County, out: Output): Promise<void> {
  const date = mixed(county.random);
  const columns = readColumns(
    `# 乡镇:town 村:village 姓名:name 身份证号:id_number 家庭住址:address 家庭人口:household_size
    救助类型:kind 救助事由:cause 申请时间:applied_on=date 受理时间:accepted_on=date
    审批时间:approved_on=date 先行救助:pay_first 救助时间:paid_on=date 救助金额:amount+
    救助方式:method 审批单位:approver 经办人:handler 备注:note`,
    { date },
  );
  const items = [...county.lists.relief].sort((a, b) =>
    cellText(a.applied_on ?? null) < cellText(b.applied_on ?? null) ? -1 : 1,
  );
  await out.xlsx('民政局/临时救助台账.xlsx', [
    layOut({ name: '台账', title: '沂青县临时救助台账', columns, items, total: true }),
  ]);
}

async function writeApplications(county: County, out: Output): Promise<void> {
  const columns = readColumns(
    `# 申请日期:applied_on=slashed 受理日期:accepted_on=slashed 申请人:name 身份证号:id_number
    所属乡镇:town 村居:village 申请类别:category 家庭人口:household_size 是否近亲属:is_relative
    信息核对授权:authorised 入户日期:investigation_on=slashed 初审公示>起:notice_from=slashed
    初审公示>止:notice_to=slashed 上报日期:submitted_on=slashed 审批结果:decision
    批准/不予批准日期:decided_on=slashed 批准金额:amount=perMonth
    告知书送达日期:delivered_on=slashed 起发月:started_month=chinese`,
    { slashed, perMonth, chinese },
  );
  const sheet = layOut({
    name: 'Sheet1',
    title: '社会救助申请受理台账',
    columns,
    items: county.random.shuffle(county.lists.application),
  });
  await out.xlsx('民政局/社会救助申请受理台账.xlsx', [sheet]);
  const rejected = readColumns(
    `# 申请人:name 身份证号:id_number 家庭人口:household_size 乡镇（街道）:town
    村（居委会）:village 家庭收入:income=yuanSign 家庭财产:assets 申请救助时间:applied_on=dotted
    申请救助类别:category 未批准救助原因:reason
    入户核查结果>核查结果（是否达到救助条件、并注明享受何种救助）:result
    入户核查结果>调查人:investigator`,
    { yuanSign, dotted },
  );
  const title = '沂青县社会救助家庭排查情况统计表（申请社会救助审批未通过）';
  await out.xlsx('民政局/附件2 审批未通过家庭统计表.xlsx', [
    layOut({ name: '附件2', title, columns: rejected, items: county.random.shuffle(county.lists.rejected) }),
  ]);
}

async function writeExits(county: County, out: Output): Promise<void> {
  const columns = readColumns(
    `# 乡镇:town 村居:village 户主姓名:name 身份证号码:id_number 原享受类别:programme
    家庭人口:household_size 保障人数:insured_persons 退出前月保障金:amount 退出原因:reason
    退出方式:manner 停发月:stop_month=chinese 告知书文号:notice_no 是否渐退:phase_out
    渐退期>起:phase_out_from=dotted 渐退期>止:phase_out_to=dotted 联系电话:phone 备注:note`,
    { chinese, dotted },
  );
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
  const columns = readColumns(
    `# 工作人员信息>工作人员姓名:official_name 工作人员信息>工作人员身份证号:official_id
    工作人员信息>联系方式:official_phone 工作人员信息>工作单位:official_unit
    工作人员信息>职务（职级）:official_post 工作人员信息>所在镇/街道:official_town
    救助对象信息>救助对象姓名:recipient_name 救助对象信息>救助对象身份证号:recipient_id
    救助对象信息>与工作人员关系:relation 救助对象信息>户籍地址:address
    救助对象信息>家庭人口:household_size 救助对象信息>社会救助种类:programme
    救助对象信息>月保障金:amount 救助对象信息>享受起始时间:started_month=dotted
    备案时间:disclosed_on=dotted 备注:note`,
    { dotted },
  );
  const items = county.random.shuffle(county.lists.disclosure);
  await out.xlsx('民政局/近亲属备案表.xlsx', [
    layOut({ name: '备案', title: '社会救助工作人员近亲属备案表', columns, items }),
  ]);
}

/** Proxy agreements (CSV) and the roll of handlers. */
async function writeHandlers(county: County, out: Output): Promise<void> {
  const columns = readColumns(
    `救助对象:recipient_name 救助对象身份证号:recipient_id 类别:programme 代领人:proxy_name
    代领人身份证号:proxy_id 关系:relation 代领人性质:proxy_kind 代领原因:reason
    是否违背本人意愿:against_wish 协议签订日期:signed_on=compact 有效期至:valid_until=compact
    协议编号:agreement_no 卡折号:account_no 是否报区县民政局备案:filed 备案日期:filed_on=compact
    是否工作人员/村干部:proxy_is_official 乡镇:town 村:village`,
    { compact },
  );
  out.csv(
    '民政局/代领协议台账.csv',
    plainRows(columns, county.random.shuffle(county.lists.proxy)),
    'utf8-bom',
  );
  const roll = readColumns(
    `# 单位:unit 乡镇:town 姓名:name 身份证:id_number 岗位（受理/调查/审核）:post
    任职时间:from_on=dotted 离岗时间:to_on=dotted 电话:phone`,
    { dotted },
  );
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
