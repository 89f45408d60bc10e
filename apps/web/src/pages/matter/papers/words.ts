import { defineWords } from '../../../words/define-words.ts';

/** Texts of the papers that are printed from a matter. */
export const words = defineWords({
  print: { zh: '打印', en: 'Print' },
  preview: { zh: '打印预览', en: 'Print preview' },
  fill: { zh: '填入完整姓名和内容', en: 'Put in names and texts in full' },
  masked: {
    zh: '姓名和个人内容现为遮盖。正式印发前点“填入完整姓名和内容”，写明理由，留痕。',
    en: 'Names and personal texts are masked. Before it is issued put them in in full, for a reason that is recorded.',
  },
  design: {
    zh: '样式由系统设计，不是法定格式；所引条款、期限须经本机关法制人员核对后才能印发。',
    en: 'The layout is this product’s own, no statutory form. Articles and time limits are checked by the office’s legal section before it is issued.',
  },
  onlyHeld: {
    zh: '只列出本件已登记的内容；没有登记的留空待填。',
    en: 'Only what the matter holds is printed; what is not on record is left blank.',
  },
  noPaper: { zh: '本件没有这种文书。', en: 'This matter has no such paper.' },
  no: { zh: '文号', en: 'No.' },
  to: { zh: (name: string) => `${name}：`, en: (name: string) => `To ${name}:` },
  blank: { zh: '＿＿＿＿＿＿', en: '____________' },
  seal: { zh: '（印章）', en: '(seal)' },
  day: { zh: '年　月　日', en: 'Date' },
  receiptTitle: { zh: '送达回证', en: 'Delivery receipt' },
  receiptPaper: { zh: '文书名称、文号', en: 'Paper and number' },
  receiptTo: { zh: '受送达人', en: 'Served on' },
  receiptBearer: { zh: '送达人', en: 'Bearer' },
  receiptMethod: { zh: '送达方式', en: 'Method' },
  receiptWhen: { zh: '送达时间', en: 'Served on (day)' },
  receiptWhere: { zh: '送达地点', en: 'Place' },
  receiptBy: { zh: '收件人签名', en: 'Signature of the recipient' },
  receiptRelation: { zh: '与受送达人关系', en: 'Relation' },
  receiptWitness: { zh: '见证人', en: 'Witness' },
  receiptRefused: { zh: '拒收情形', en: 'Refusal' },
  receiptRemark: { zh: '备注', en: 'Remark' },
  evidenceTitle: { zh: '关于补充提供证明材料的告知书', en: 'Request for evidence' },
  evidenceBody: {
    zh: '在社会救助专项整治中，您户有以下情况需要核实。这只是待核实的情况，不是结论。',
    en: 'In the rectification of social assistance the following has to be checked about your household. It is a matter to be checked, no finding.',
  },
  evidenceAsk: {
    zh: (until: string) =>
      `请于 ${until} 前提供能说明情况的材料；没有书面材料的，可以口头陈述，由工作人员记录。`,
    en: (until: string) =>
      `Please hand in by ${until} what explains it; without papers you may speak, and an officer writes it down.`,
  },
  evidenceNoStop: {
    zh: '逾期没有提供的，将依法核查后作出决定，不会仅因没有回复就停发。',
    en: 'Without an answer the office checks by law before it decides; aid is never stopped for a missing answer alone.',
  },
  hearingTitle: { zh: '听取意见告知书', en: 'Notice of hearing' },
  hearingBody: {
    zh: '本机关拟对您户的救助作出改变。作出决定前，您有权说明情况、提出意见。',
    en: 'The office intends to change your household’s aid. Before it decides you may explain and object.',
  },
  hearingAsk: {
    zh: (until: string) => `请于 ${until} 前当面、书面或者电话说明；可以委托他人。`,
    en: (until: string) =>
      `Please speak up by ${until}, in person, in writing or by telephone; somebody may speak for you.`,
  },
  decisionNoticeTitle: { zh: '决定书送达告知', en: 'Service of the decision' },
  recoveryTitle: { zh: '责令退回通知书', en: 'Order to pay back' },
  reminderTitle: { zh: '催告书', en: 'Reminder' },
  rectifyTitle: { zh: '责令整改通知书', en: 'Order to rectify' },
  noticeAsk: {
    zh: (until: string) => `请于 ${until} 前办理或者答复。`,
    en: (until: string) => `Please act or answer by ${until}.`,
  },
  points: { zh: '告知事项', en: 'What it says' },
  contactAt: { zh: (phone: string) => `咨询电话：${phone}`, en: (phone: string) => `Telephone: ${phone}` },
  contact: { zh: '咨询电话', en: 'Telephone' },
  decisionTitle: { zh: '社会救助决定书', en: 'Decision on social assistance' },
  decisionFacts: { zh: '事实', en: 'Facts' },
  decisionReason: { zh: '理由', en: 'Reasons' },
  decisionBasis: { zh: '依据', en: 'Basis' },
  decisionResult: { zh: '决定', en: 'Decision' },
  decisionSays: {
    zh: (kind: string, amount: string, from: string) => `${kind}：自 ${from} 起，每月 ${amount}。`,
    en: (kind: string, amount: string, from: string) => `${kind}: ${amount} a month from ${from}.`,
  },
  decisionEnds: {
    zh: (kind: string, from: string) => `${kind}：自 ${from} 起不再发给。`,
    en: (kind: string, from: string) => `${kind}: nothing is paid from ${from} on.`,
  },
  remedyTitle: { zh: '救济途径', en: 'Remedy' },
  remedy: {
    zh: (where: string) =>
      `对本决定不服的，可以自收到之日起六十日内申请行政复议，或者六个月内提起行政诉讼。复议机关和管辖法院：${where}。`,
    en: (where: string) =>
      `Whoever disagrees may ask for reconsideration within sixty days of receipt, or go to court within six months. Where: ${where}.`,
  },
  publicTitle: { zh: '社会救助公示单', en: 'Public notice of social assistance' },
  publicSheet: { zh: '公示单编号', en: 'Number of the sheet' },
  publicPlace: { zh: '公示地点', en: 'Place' },
  publicFrom: { zh: '张贴日期', en: 'Posted on' },
  publicUntil: { zh: '公示至', en: 'Until' },
  publicName: { zh: '申请人姓名', en: 'Applicant' },
  publicMembers: { zh: '家庭成员人数', en: 'Members of the family' },
  publicAmount: { zh: '拟给予金额（元／月）', en: 'Amount proposed (CNY a month)' },
  publicObject: {
    zh: '对公示有异议的，可以在公示期内向乡镇人民政府（街道办事处）或者县级民政部门提出，也可以不署名。',
    en: 'Objections may be raised with the town or the county’s civil affairs office while the notice hangs, with or without a name.',
  },
  publicLaw: {
    zh: '只公示姓名、家庭成员人数、金额：民发〔2021〕57号第二十四条。不得出现身份证号、账号、电话、病情。',
    en: 'Name, number of members and amount only: 民发〔2021〕57号 art. 24. Never numbers, telephones or illness.',
  },
  recoveryAmount: { zh: '应退金额', en: 'To be paid back' },
  recoveryPeriod: { zh: '所属期间', en: 'Period' },
  recoveryCause: { zh: '原因', en: 'Cause' },
  recoveryHow: {
    zh: '一次缴清有困难的，可以约定分期；约定的每月金额须给家庭留足基本生活。',
    en: 'Whoever cannot pay at once may agree on parts that leave the family enough to live on.',
  },
  warningTitle: { zh: '入户核查告诫书', en: 'Warning about the visit' },
  warningBody: {
    zh: '工作人员依法入户核查时未能入户。请配合核查；确有不便的，可以约定时间。',
    en: 'The officers could not enter for a lawful visit. Please let it be made; another time can be agreed.',
  },
  agreementTitle: { zh: '代领社会救助金协议书', en: 'Agreement on collecting aid for somebody' },
  agreementParties: {
    zh: '甲方（救助对象或者监护人）、乙方（代领人）、丙方（乡镇人民政府、街道办事处）',
    en: 'Party A (recipient or guardian), party B (proxy), party C (town)',
  },
  agreementDuty: {
    zh: '乙方代领的救助金全额用于甲方生活，按月交付并由甲方签收，不得抵扣、借用、截留；丙方定期查验、走访甲方。',
    en: 'What party B collects is for party A’s living in full, handed over and signed for every month, never set off, lent or kept back; party C checks and visits party A.',
  },
  agreementEnd: {
    zh: '甲方或者监护人可以随时变更、终止；挪用的追回并依法处理。签订后报县级民政部门备案。',
    en: 'Party A or the guardian may change or end it at any time; misuse is recovered and dealt with by law. It is filed with the county.',
  },
  answerTitle: { zh: '信访答复意见书', en: 'Answer to a petition' },
  answerBody: {
    zh: (gist: string, outcome: string) => `您反映的“${gist}”事项，处理意见：${outcome}。`,
    en: (gist: string, outcome: string) => `On what you raised (${gist}) the outcome is: ${outcome}.`,
  },
  answerRemedy: {
    zh: '对本意见不服的，可以自收到之日起三十日内请求上一级机关复查。',
    en: 'Whoever disagrees may ask the level above to examine it again within thirty days of receipt.',
  },
  signHere: { zh: (who: string) => `${who}（签名）`, en: (who: string) => `${who} (signature)` },
  partyA: { zh: '甲方或者监护人', en: 'Party A or guardian' },
  partyB: { zh: '乙方', en: 'Party B' },
  partyC: { zh: '丙方', en: 'Party C' },
  recipient: { zh: '收件人', en: 'Recipient' },
  bearer: { zh: '送达人', en: 'Bearer' },
  witness: { zh: '见证人', en: 'Witness' },
});
