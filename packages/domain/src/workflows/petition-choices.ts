import type { Bilingual } from '../errors/user-error.ts';

type Choices = Readonly<Record<string, Bilingual>>;

/** Grounds on which a petition is not accepted. */
export const refusalGrounds = {
  legalRoute: { zh: '应通过法定途径', en: 'A legal route exists' },
  finished: { zh: '已复核终结', en: 'Final review already given' },
  pending: { zh: '正在办理', en: 'Already in process' },
  anotherMatter: { zh: '不属社会救助事项', en: 'Not about assistance' },
} as const satisfies Choices;

/** Ways to resolve a repeat petition. */
export const resolutionPlans = {
  policySolution: { zh: '政策解决', en: 'By policy' },
  explanation: { zh: '解释疏导', en: 'By explanation' },
  hardshipAid: { zh: '帮扶救助', en: 'By aid' },
  legalRoute: { zh: '法定途径', en: 'By a legal route' },
  refusalExplained: { zh: '诉求无据，说明理由', en: 'Refused, reasons given' },
} as const satisfies Choices;

/** What the answer says. */
export const petitionOutcomes = {
  supported: { zh: '支持', en: 'Supported' },
  partly: { zh: '部分支持', en: 'Partly supported' },
  unsupported: { zh: '不予支持', en: 'Not supported' },
  explained: { zh: '解释说明', en: 'Explained' },
} as const satisfies Choices;
