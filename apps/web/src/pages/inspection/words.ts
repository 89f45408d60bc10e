import { defineWords } from '../../words/define-words.ts';

/** Texts of inspections. */
export const inspectionWords = defineWords({
  title: { zh: '督查', en: 'Inspections' },
  card: { zh: '督查', en: 'Inspection' },
  lead: {
    zh: '督查由上一级或县级复核组织。受检单位的人看不到督查安排；到达前密封的抽样谁也看不到。',
    en: 'Made from above, or by the county’s reviewers. The inspected unit does not see the plan; a sealed draw is seen by nobody before the arrival.',
  },
  none: {
    zh: '没有督查。请建立督查，写明受检地区和安排，再抽样。',
    en: 'No inspections. Plan one with its division, then draw a sample.',
  },
  noneEnded: { zh: '没有已办结的督查。', en: 'No inspection has ended.' },
  plan: { zh: '建立督查', en: 'Plan an inspection' },
  planLead: {
    zh: '立在本人所在地区之下，受检单位没有权限查看。',
    en: 'It is opened under your own division, which the inspected unit has no view of.',
  },
  name: { zh: '名称', en: 'Name' },
  nameHint: { zh: '不写受检单位；列表上会显示。', en: 'Not the unit: it shows in lists.' },
  own: { zh: '组织督查的地区', en: 'Division that inspects' },
  kind: { zh: '方式', en: 'Kind' },
  region: { zh: '地区', en: 'Division' },
  missing: { zh: (what: string) => `请填写${what}`, en: (what: string) => `${what} is missing` },
  samples: { zh: '抽样', en: 'Samples' },
  draw: { zh: '组队并抽样', en: 'Draw a sample' },
  drawFirst: {
    zh: '还没有抽样。抽样后按名单复查；密封的抽样到达现场后启封。',
    en: 'Nothing is drawn yet. Draw, then check the households; a sealed draw is opened on arrival.',
  },
  arriveBySample: {
    zh: '启封与到达一并登记：请打开抽样，写明地点后启封。',
    en: 'Arrival and opening are one step: open the sample and give the place.',
  },
  toSample: { zh: '打开抽样', en: 'Open the sample' },
  later: { zh: '以后再说', en: 'Later' },
});
