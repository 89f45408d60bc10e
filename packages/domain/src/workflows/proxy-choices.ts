import type { Bilingual } from '../errors/user-error.ts';

type Choices = Readonly<Record<string, Bilingual>>;

/** Why somebody else collects. */
export const proxyGrounds = {
  age: { zh: '年老行动不便', en: 'Old and unable to go' },
  disability: { zh: '重度残疾', en: 'Severe disability' },
  mental: { zh: '精神、智力残疾', en: 'Mental disability' },
  illness: { zh: '重病卧床', en: 'Bedridden' },
  minor: { zh: '未成年人', en: 'Minor' },
  incapacity: { zh: '无民事行为能力', en: 'No legal capacity' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Choices;

/** Why an agreement ends. */
export const endCauses = {
  wish: { zh: '本人或监护人不再同意', en: 'The person or guardian no longer wishes it' },
  capable: { zh: '恢复自行支取能力', en: 'Able again' },
  death: { zh: '死亡', en: 'Death' },
  imprisonment: { zh: '被羁押、服刑', en: 'Imprisonment' },
  office: { zh: '代领人任职为工作人员或村干部', en: 'The proxy took office' },
  misuse: { zh: '未用于救助对象', en: 'Money not handed over' },
  exit: { zh: '退出救助', en: 'Left assistance' },
} as const satisfies Choices;
