import { defineWords } from '../../words/define-words.ts';

export const words = defineWords({
  title: { zh: '看板', en: 'Board' },
  lead: {
    zh: '数字都从事项逐件数出，点开可看到每一件。疑点不是结论；不排名、不打分。',
    en: 'Every number is counted case by case and opens its cases. A lead is not a finding; nothing is ranked or scored.',
  },
  noCampaign: {
    zh: '还没有选定专项整治。请在页面上方选择，或先建立一个。',
    en: 'No campaign is chosen. Choose one above, or create one first.',
  },
  toCampaigns: { zh: '查看专项整治', en: 'Go to campaigns' },
  counting: { zh: '正在逐件数出各项数字', en: 'Counting the cases' },
  print: { zh: '打印看板', en: 'Print the board' },
  numbers: { zh: '各项数字', en: 'The numbers' },
  'tile.leads': { zh: '疑点', en: 'Leads' },
  'tile.leads.verified': { zh: '已核实的疑点', en: 'Leads verified' },
  'tile.leads.confirmed': { zh: '核实属实', en: 'Confirmed' },
  'tile.visits.accepted': { zh: '入户核查已采信', en: 'Visits accepted' },
  'tile.decisions.new': { zh: '新增救助（户）', en: 'Households added' },
  'tile.decisions.exits': { zh: '退出救助（户）', en: 'Households that left' },
  'tile.tasks': { zh: '任务', en: 'Tasks' },
  'tile.inspections': { zh: '督查抽查', en: 'Inspections' },
  asOf: { zh: (on: string) => `数据日期 ${on}`, en: (on: string) => `Figures of ${on}` },
  openCampaign: { zh: '查看方案和任务', en: 'Open plan and tasks' },
  drawing: { zh: '正在画图', en: 'Drawing' },
});
