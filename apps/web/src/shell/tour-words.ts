import { defineWords } from '../words/define-words.ts';

/** Texts of the first steps. */
export const tourWords = defineWords({
  title: { zh: '第一次使用', en: 'First steps' },
  step: {
    zh: (n: number, all: number) => `第 ${n} 步，共 ${all} 步`,
    en: (n: number, all: number) => `step ${n} of ${all}`,
  },
  imports: { zh: '看部门的数据', en: 'See the departments’ data' },
  importsWhat: {
    zh: '各部门的表格导入后，每一行去了哪里都看得到：采用、挑出、标题。',
    en: 'Once the departments’ files are in, you see what became of every row: taken, set aside, title.',
  },
  leads: { zh: '打开疑点', en: 'Open the leads' },
  leadsWhat: {
    zh: '疑点按户列出，先到期的在前。疑点不是结论。',
    en: 'Leads stand household by household, soonest due first. A lead is never a verdict.',
  },
  card: { zh: '看一条的证据', en: 'Read the evidence of one' },
  cardWhat: {
    zh: '打开一条疑点：两边的数据逐项对照，写明来自哪个文件、第几行，也列出可能的正当原因。',
    en: 'Open a lead: both sides compared field by field, with file and row, and the innocent explanations.',
  },
  dispatch: { zh: '派发给乡镇', en: 'Dispatch to a town' },
  dispatchWhat: {
    zh: '回到疑点列表，点“派发给乡镇”：先看各乡镇多少条、何时到期，再派发。',
    en: 'Back in the list choose “Dispatch to towns”: first how many each town gets and when they are due, then dispatch.',
  },
  go: { zh: '去看看', en: 'Go there' },
  skip: { zh: '跳过这一步', en: 'Skip this step' },
  finish: { zh: '完成', en: 'Done' },
  close: { zh: '不再显示', en: 'Do not show' },
  restart: { zh: '第一次使用：从头再看', en: 'First steps, from the beginning' },
});
