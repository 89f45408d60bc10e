/** Words in two languages. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

/** Chooses the language of an output once: `say('疑点', 'Lead')`. */
export type Say = (zh: string, en: string) => string;

/** The chooser for a language. */
export function sayIn(lang: 'zh' | 'en'): Say {
  return (zh, en) => (lang === 'zh' ? zh : en);
}

/** Families in the order of the workbooks: who may have been missed stands beside who should not be there. */
export const FAMILIES = ['OMI', 'INC', 'KIN', 'HHS', 'PAY', 'PXY', 'STD', 'IDQ'] as const;

const FAMILY_WORDS: Readonly<Record<string, Words>> = {
  OMI: { zh: '漏保', en: 'Omission' },
  INC: { zh: '错保', en: 'Wrong inclusion' },
  KIN: { zh: '关系保人情保', en: 'Kinship and favour' },
  HHS: { zh: '家庭结构', en: 'Household structure' },
  PAY: { zh: '资金发放', en: 'Payment' },
  PXY: { zh: '代领', en: 'Proxy collection' },
  STD: { zh: '标准', en: 'Standards' },
  IDQ: { zh: '身份与数据质量', en: 'Identity and data' },
};

const CODE_WORDS: Readonly<Record<string, Readonly<Record<string, Words>>>> = {
  severity: {
    serious: { zh: '严重疑点', en: 'Serious' },
    suspect: { zh: '疑点', en: 'Suspect' },
    info: { zh: '信息提示', en: 'Info' },
  },
  tier: {
    same: { zh: '同一人', en: 'Same person' },
    likely: { zh: '疑似同一人', en: 'Likely the same' },
    number_only: { zh: '号同名异', en: 'Same number, other name' },
  },
  subject: {
    person: { zh: '个人', en: 'Person' },
    household: { zh: '家庭', en: 'Household' },
    account: { zh: '账户', en: 'Account' },
    village: { zh: '村（居）', en: 'Village' },
    town: { zh: '乡镇', en: 'Town' },
    unit: { zh: '单位', en: 'Unit' },
    official: { zh: '工作人员', en: 'Official' },
  },
  change: {
    new: { zh: '新增', en: 'New' },
    same: { zh: '上次已有', en: 'As before' },
    gone: { zh: '已消失', en: 'Gone' },
  },
  programme: {
    dibao: { zh: '低保', en: 'Dibao' },
    tekun: { zh: '特困供养', en: 'Tekun support' },
    edge: { zh: '低保边缘', en: 'Edge household' },
    orphan: { zh: '孤儿', en: 'Orphan support' },
    unattended: { zh: '事实无人抚养儿童', en: 'Unattended child support' },
    disability: { zh: '残疾人补贴', en: 'Disability subsidy' },
    disability_living: { zh: '困难残疾人生活补贴', en: 'Disability living subsidy' },
    disability_care: { zh: '重度残疾人护理补贴', en: 'Disability care subsidy' },
    elder: { zh: '高龄补贴', en: 'Old-age subsidy' },
    temporary_relief: { zh: '临时救助', en: 'Temporary relief' },
  },
  scheme: { urban: { zh: '城市', en: 'Urban' }, rural: { zh: '农村', en: 'Rural' } },
  relation: {
    self: { zh: '本人', en: 'self' },
    spouse: { zh: '配偶', en: 'spouse' },
    child: { zh: '子女', en: 'child' },
    son: { zh: '子', en: 'son' },
    daughter: { zh: '女', en: 'daughter' },
    grandchild: { zh: '孙辈', en: 'grandchild' },
    parent: { zh: '父母', en: 'parent' },
    grandparent: { zh: '祖辈', en: 'grandparent' },
    sibling: { zh: '兄弟姐妹', en: 'sibling' },
    in_law: { zh: '姻亲', en: 'in-law' },
    other: { zh: '其他', en: 'other' },
  },
};

/** A family's name; an overlay's own family shows its code. */
export function familyWords(family: string): Words {
  return FAMILY_WORDS[family] ?? { zh: family, en: family };
}

/** The word for a code, such as ('severity', 'serious'); an unknown code is shown as it is, empty stays empty. */
export function codeWord(
  list: 'severity' | 'tier' | 'subject' | 'change' | 'programme' | 'scheme' | 'relation',
  code: string,
  say: Say,
): string {
  const words = CODE_WORDS[list]?.[code];
  return words ? say(words.zh, words.en) : code;
}

/** Whether a family looks for people who may have been missed. */
export function isOmission(family: string): boolean {
  return family === 'OMI';
}

/** Programme with its scheme, such as 农村低保. */
export function programmeText(programme: string, scheme: string, say: Say): string {
  const name = codeWord('programme', programme, say);
  if (scheme === '' || programme === '') return name;
  return say(
    codeWord('scheme', scheme, say) + name,
    `${codeWord('scheme', scheme, say)} ${name.toLowerCase()}`,
  );
}
