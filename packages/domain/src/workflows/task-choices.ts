import type { Bilingual } from '../errors/user-error.ts';

type Choices = Readonly<Record<string, Bilingual>>;

/** Where a task came from. */
export const taskSources = {
  notice: { zh: '方案条款', en: 'Clause of the notice' },
  lead: { zh: '疑点', en: 'Lead' },
  selfCheck: { zh: '自查', en: 'Self-check' },
  inspection: { zh: '督查抽查', en: 'Inspection or sample' },
  audit: { zh: '审计', en: 'Audit' },
  discipline: { zh: '巡视巡察', en: 'Party inspection' },
  petition: { zh: '信访', en: 'Petition' },
  policyItem: { zh: '政策清理', en: 'Policy clean-up' },
  hazard: { zh: '机构隐患', en: 'Institution hazard' },
} as const satisfies Choices;

/** What an inspector found behind a close-out. */
export const falseCloses = {
  cosmetic: { zh: '表面整改', en: 'Cosmetic' },
  untrue: { zh: '虚假整改', en: 'Untrue' },
  onPaper: { zh: '纸上整改', en: 'On paper only' },
  incomplete: { zh: '整改不彻底', en: 'Incomplete' },
  relapsed: { zh: '反弹回潮', en: 'Relapsed' },
} as const satisfies Choices;
