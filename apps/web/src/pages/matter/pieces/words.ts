import { defineWords } from '../../../words/define-words.ts';

/** Texts of what only some workflows need. */
export const words = defineWords({
  tools: { zh: '办理工具', en: 'Tools' },
  enterVisit: { zh: '录入纸质核查表', en: 'Enter a paper form' },
  blankForm: { zh: '打印空白核查表', en: 'Print a blank form' },
  calculation: { zh: '核算单', en: 'Recalculation sheet' },
  paper: { zh: (title: string) => `打印${title}`, en: (title: string) => `Print: ${title}` },
  table: { zh: (title: string) => `${title}（表）`, en: (title: string) => `${title}: table` },
  payments: { zh: '退缴情况', en: 'What was paid back' },
  owed: { zh: '应退', en: 'Owed' },
  paid: { zh: '已退', en: 'Paid' },
  left: { zh: '尚欠', en: 'Left' },
  each: { zh: '约定每月', en: 'Agreed a month' },
  partsLeft: { zh: '按约定还需', en: 'Parts left as agreed' },
  parts: { zh: (n: number) => `${n} 期`, en: (n: number) => (n === 1 ? '1 part' : `${n} parts`) },
  noPayment: { zh: '还没有缴款记录。', en: 'No payment is on record.' },
  columnOn: { zh: '缴款日期', en: 'Paid on' },
  columnAmount: { zh: '金额（元）', en: 'Amount (CNY)' },
  columnBy: { zh: '登记人', en: 'Recorded by' },
  columnRest: { zh: '此后尚欠（元）', en: 'Left afterwards (CNY)' },
  notGross: {
    zh: '应退按财政核减后的金额；工作失误造成的不向家庭追缴。',
    en: 'Owed is what finance approved, net; the office’s own mistakes are not collected from the family.',
  },
  months: { zh: '渐退各月', en: 'The months of the phase-out' },
  columnMonth: { zh: '月份', en: 'Month' },
  columnMonthly: { zh: '发放（元）', en: 'Paid (CNY)' },
  columnCheck: { zh: '按月了解', en: 'Monthly check-in' },
  stillEarning: { zh: '仍在就业或者经营', en: 'Still earning' },
  notEarning: {
    zh: '不再有收入：请登记收入回落或者突发困难',
    en: 'No longer earning: record the fall or the hardship',
  },
  unchecked: { zh: '还没有了解', en: 'Not checked yet' },
  toCome: { zh: '未到', en: 'to come' },
  shockHint: {
    zh: '患病、失业、家庭成员死亡、灾害或者收入回落的，登记后恢复救助，无须重新申请。',
    en: 'Illness, a lost job, a death, a disaster or fallen income restore the aid without a new application.',
  },
  board: { zh: '公示情况', en: 'The notice on the board' },
  boardNotYet: { zh: '还没有张贴。', en: 'It is not on the board yet.' },
  boardUp: {
    zh: (place: string, on: string) => `${on} 张贴于${place}。`,
    en: (place: string, on: string) => `Posted on ${on}: ${place}.`,
  },
  boardEnds: {
    zh: (on: string) => `公示到 ${on}，期满后登记撤下。`,
    en: (on: string) => `It hangs until ${on}; then it is taken down on record.`,
  },
  boardOver: { zh: '公示期满，请登记撤下并附记录。', en: 'Its time is over: take it down, on record.' },
  boardDown: { zh: '已撤下。', en: 'Taken down.' },
  objections: {
    zh: (n: number) => `异议 ${n} 次`,
    en: (n: number) => (n === 1 ? '1 objection' : `${n} objections`),
  },
  noObjection: {
    zh: '没有异议记录。公示期内任何人可以提出异议，也可以不署名。',
    en: 'No objection. Anybody may object while it hangs, without a name too.',
  },
  objectionOn: {
    zh: (on: string, isAnonymous: boolean) => `${on} 提出${isAnonymous ? '（匿名）' : ''}`,
    en: (on: string, isAnonymous: boolean) => `raised on ${on}${isAnonymous ? ' without a name' : ''}`,
  },
  objectionOpen: { zh: '未了', en: 'open' },
  objectionAnswered: { zh: '已答复', en: 'answered' },
  remedies: { zh: '决定之后', en: 'After the decision' },
  remedyUntil: {
    zh: (on: string) => `申请行政复议的期限到 ${on}。`,
    en: (on: string) => `Reconsideration can be asked for until ${on}.`,
  },
  remedyOpen: {
    zh: '救济途径仍开放：登记复议、诉讼，或者自行纠正。',
    en: 'Remedies are open: reconsideration, a suit, or putting it right oneself.',
  },
  underReconsideration: {
    zh: '行政复议中：复议期间原则上不停止执行；收到复议决定后登记维持或者撤销、变更。',
    en: 'Under reconsideration: it is carried out meanwhile unless stayed; record whether it is upheld or overturned.',
  },
  inCourt: {
    zh: '行政诉讼中：收到裁判文书后登记结果。',
    en: 'In court: record the outcome when the paper is here.',
  },
  suspended: {
    zh: '中止执行：恢复执行前不改变待遇。',
    en: 'Stayed: the aid does not change until it is resumed.',
  },
  corrected: { zh: '已被纠正，待恢复和补发到位：', en: 'Put right; still to be restored and back-paid:' },
  restoreNone: { zh: '还没有恢复决定。', en: 'There is no decision to restore yet.' },
  restoreAt: {
    zh: (state: string) => `恢复决定：${state}`,
    en: (state: string) => `Decision to restore: ${state}`,
  },
  backPay: {
    zh: (amount: string, from: string) => `应补发 ${amount}，自 ${from} 起`,
    en: (amount: string, from: string) => `Back-pay ${amount} from ${from}`,
  },
  noBackPay: { zh: '无须补发', en: 'No back-pay' },
  voucher: { zh: '归档须附补发凭证', en: 'Archiving needs the payment voucher' },
  wayMet: { zh: '已具备', en: 'there' },
  wayMissing: { zh: '还没有', en: 'missing' },
});
