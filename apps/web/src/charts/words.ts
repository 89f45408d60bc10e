import { defineWords } from '../words/define-words.ts';

const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

export const words = defineWords({
  asTable: { zh: '以表格查看', en: 'View as a table' },
  asChart: { zh: '以图查看', en: 'View as a chart' },
  tableOf: { zh: (title: string) => `${title}（表格）`, en: (title: string) => `${title}, as a table` },
  scrolls: {
    zh: (title: string) => `${title}，可左右滚动`,
    en: (title: string) => `${title}, scrolls sideways`,
  },
  // Burn-down
  burnDown: { zh: '未答复疑点与计划', en: 'Leads unanswered, against the plan' },
  actual: { zh: '未答复', en: 'Unanswered' },
  plan: { zh: '计划', en: 'Plan' },
  today: { zh: '今天', en: 'Today' },
  day: { zh: '日期', en: 'Day' },
  found: { zh: '发现', en: 'Found' },
  answered: { zh: '答复', en: 'Answered' },
  onPlan: {
    zh: (open: number) => `还有 ${open} 条未答复，与计划一致。`,
    en: (open: number) => `${count(open, 'lead', 'leads')} unanswered, as planned.`,
  },
  behind: {
    zh: (open: number, days: number) => `还有 ${open} 条未答复，比计划慢约 ${days} 天，需要协调。`,
    en: (open: number, days: number) =>
      `${count(open, 'lead', 'leads')} unanswered, about ${count(days, 'day', 'days')} later than planned; needs coordination.`,
  },
  ahead: {
    zh: (open: number, days: number) => `还有 ${open} 条未答复，比计划早约 ${days} 天。`,
    en: (open: number, days: number) =>
      `${count(open, 'lead', 'leads')} unanswered, about ${count(days, 'day', 'days')} earlier than planned.`,
  },
  noLeads: {
    zh: '还没有疑点。导入数据并核查后，这里显示每天还有多少未答复。',
    en: 'No leads yet. After an import and a run this shows how many are unanswered each day.',
  },
  // Flow
  flow: { zh: '疑点去向', en: 'Where the leads went' },
  flowFinding: {
    zh: (total: number, verified: number, innocent: number) =>
      `共 ${total} 条疑点，已核实 ${verified} 条，其中不属实 ${innocent} 条。疑点不是结论。`,
    en: (total: number, verified: number, innocent: number) =>
      `${count(total, 'lead', 'leads')}, ${verified} verified, ${innocent} of these innocent. A lead is not a finding.`,
  },
  place: { zh: '去向', en: 'Place' },
  number: { zh: '条数', en: 'Leads' },
  'node.found': { zh: '发现', en: 'Found' },
  'node.waiting': { zh: '待派发', en: 'Waiting' },
  'node.dispatched': { zh: '已派发', en: 'Dispatched' },
  'node.setAside': { zh: '无需核查', en: 'Set aside' },
  'node.visited': { zh: '已入户', en: 'Visited' },
  'node.toVisit': { zh: '待入户', en: 'To be visited' },
  'node.confirmed': { zh: '属实', en: 'Confirmed' },
  'node.partly': { zh: '部分属实', en: 'Partly' },
  'node.innocent': { zh: '不属实', en: 'Innocent' },
  'node.dataWrong': { zh: '数据有误', en: 'Data wrong' },
  'node.identityWrong': { zh: '不是同一人', en: 'Another person' },
  'node.awaitingAnswer': { zh: '待当事人答复', en: 'Awaiting the family' },
  'node.increased': { zh: '增发、补进', en: 'Increased or added' },
  'node.kept': { zh: '继续保障', en: 'Kept' },
  'node.reduced': { zh: '减发', en: 'Reduced' },
  'node.stopped': { zh: '停发、渐退', en: 'Stopped or phased out' },
  'node.converted': { zh: '转类', en: 'Converted' },
  'node.deciding': { zh: '决定办理中', en: 'Being decided' },
  'node.none': { zh: '尚无决定', en: 'No decision yet' },
  // Towns
  towns: { zh: '各乡镇情况', en: 'The towns' },
  townsFinding: {
    zh: (towns: number, escalated: number) =>
      `${towns} 个乡镇（街道），按区划顺序排列；需要协调的疑点共 ${escalated} 条。`,
    en: (towns: number, escalated: number) =>
      `${count(towns, 'town', 'towns')} in official order; ${count(escalated, 'lead needs', 'leads need')} coordination.`,
  },
  schematic: {
    zh: '示意图，不是地图。颜色越深，未答复的越多；没有疑点的留白。',
    en: 'A schematic grid, not a map. The darker, the more is unanswered; white means no leads.',
  },
  town: { zh: '乡镇（街道）', en: 'Town' },
  received: { zh: '收到', en: 'Received' },
  answeredShort: { zh: '已答复', en: 'Answered' },
  dueSoon: { zh: '三个工作日内到期', en: 'Due within three working days' },
  overdue: { zh: '已过期限', en: 'Past their time' },
  escalated: { zh: '需要协调', en: 'Needs coordination' },
  ofReceived: {
    zh: (answered: number, received: number) => `已答复 ${answered}／收到 ${received}`,
    en: (answered: number, received: number) => `${answered} of ${received} answered`,
  },
  nothingReceived: { zh: '没有疑点', en: 'No leads' },
  coordinate: { zh: (n: number) => `需要协调 ${n} 条`, en: (n: number) => `${n} to coordinate` },
  noTowns: { zh: '本专项整治范围内没有乡镇。', en: 'There is no town in this campaign.' },
  // Added beside removed
  balance: { zh: '补进与退出', en: 'Added beside removed' },
  balanceFinding: {
    zh: (added: number, addedPeople: number, removed: number, removedPeople: number) =>
      `补进 ${added} 户 ${addedPeople} 人，退出 ${removed} 户 ${removedPeople} 人。`,
    en: (added: number, addedPeople: number, removed: number, removedPeople: number) =>
      `${count(added, 'household', 'households')} (${addedPeople} people) added, ${removed} (${removedPeople} people) removed.`,
  },
  added: { zh: '补进', en: 'Added' },
  removed: { zh: '退出', en: 'Removed' },
  kind: { zh: '方式', en: 'How' },
  households: { zh: '户数', en: 'Households' },
  people: { zh: '人数', en: 'People' },
  householdsAndPeople: {
    zh: (households: number, people: number) => `${households} 户 ${people} 人`,
    en: (households: number, people: number) => `${households} hh, ${people} people`,
  },
  // Money
  money: { zh: '金额', en: 'Money' },
  moneyFinding: {
    zh: (confirmed: string, recovered: string, backPaid: string) =>
      `核实 ${confirmed} 元，已追缴 ${recovered} 元，补发给群众 ${backPaid} 元。`,
    en: (confirmed: string, recovered: string, backPaid: string) =>
      `CNY ${confirmed} confirmed, ${recovered} recovered, ${backPaid} paid back to families.`,
  },
  item: { zh: '项目', en: 'Item' },
  amount: { zh: '金额（元）', en: 'Amount (CNY)' },
});
