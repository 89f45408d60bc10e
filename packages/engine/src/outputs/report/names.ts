import type { Side } from '../statistics/count-leads.ts';
import { both, type BothText, bothOf, type Html } from './html.ts';

const familyNames: Readonly<Record<string, BothText>> = {
  INC: { zh: '错保', en: 'Wrong inclusion' },
  OMI: { zh: '漏保', en: 'Omission' },
  KIN: { zh: '关系保、人情保', en: 'Kinship and favour' },
  HHS: { zh: '家庭结构', en: 'Household structure' },
  PAY: { zh: '资金发放', en: 'Payment' },
  PXY: { zh: '代领', en: 'Collection by proxy' },
  IDQ: { zh: '身份与数据质量', en: 'Identity and data quality' },
  STD: { zh: '标准', en: 'Standards' },
};

/** The family's name; a family of a local overlay shows its code. */
export function familyName(family: string): BothText {
  return familyNames[family] ?? { zh: family, en: family };
}

export const severityNames: Readonly<Record<'serious' | 'suspect' | 'info', BothText>> = {
  serious: { zh: '严重疑点', en: 'Serious lead' },
  suspect: { zh: '疑点', en: 'Lead' },
  info: { zh: '信息提示', en: 'For information' },
};

export function severityName(severity: string): BothText {
  return severity === 'serious' || severity === 'suspect' || severity === 'info'
    ? severityNames[severity]
    : { zh: severity, en: severity };
}

export const sideNames: Readonly<Record<Side, BothText>> = {
  inclusion: { zh: '可能错保、错发', en: 'Possible wrong inclusion or payment' },
  omission: { zh: '可能漏保、少享', en: 'Possible omission' },
  other: { zh: '身份、数据与标准', en: 'Identity, data and standards' },
};

const programmeNames: Readonly<Record<string, BothText>> = {
  dibao: { zh: '低保', en: 'Dibao (低保)' },
  tekun: { zh: '特困', en: 'Tekun (特困)' },
  edge: { zh: '低保边缘', en: 'Edge households (低保边缘)' },
};

export function programmeName(programme: string): BothText {
  return programmeNames[programme] ?? { zh: programme, en: programme };
}

const subjectKindNames: Readonly<Record<string, BothText>> = {
  person: { zh: '个人', en: 'Person' },
  household: { zh: '家庭', en: 'Household' },
  account: { zh: '账户', en: 'Account' },
  village: { zh: '村（居）', en: 'Village' },
  town: { zh: '乡镇', en: 'Town' },
  unit: { zh: '单位', en: 'Unit' },
  official: { zh: '工作人员', en: 'Official' },
};

export function subjectKindName(kind: string): BothText {
  return subjectKindNames[kind] ?? { zh: kind, en: kind };
}

/** A place name stays in Chinese in both languages; a missing one is said to be missing. */
export function placeOr(name: string): Html {
  return name === '' ? both('（未填）', '(not given)') : both(name, name);
}

export function severityTag(severity: string): Html {
  return bothOf(severityName(severity));
}
