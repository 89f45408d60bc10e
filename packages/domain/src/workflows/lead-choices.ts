import type { programmes } from '../people/scope.ts';

/** Benefit programmes as a choice; `none` for what belongs to no programme. */
export const programmeChoices = {
  dibao_urban: { zh: '城市低保', en: 'Urban dibao' },
  dibao_rural: { zh: '农村低保', en: 'Rural dibao' },
  tekun: { zh: '特困供养', en: 'Tekun support' },
  edge: { zh: '低保边缘', en: 'Dibao-edge household' },
  temporary: { zh: '临时救助', en: 'Temporary relief' },
  orphan: { zh: '孤儿基本生活费', en: 'Orphan allowance' },
  unattended: { zh: '事实无人抚养儿童', en: 'De facto unattended child' },
  disability_living: { zh: '困难残疾人生活补贴', en: 'Disability living subsidy' },
  disability_care: { zh: '重度残疾人护理补贴', en: 'Disability care subsidy' },
  old_age: { zh: '高龄津贴', en: 'Old-age allowance' },
  none: { zh: '不涉及', en: 'None' },
} as const satisfies Record<(typeof programmes)[number] | 'none', { zh: string; en: string }>;

export const severityChoices = {
  info: { zh: '信息提示', en: 'Info' },
  suspect: { zh: '疑点', en: 'Suspect' },
  serious: { zh: '严重疑点', en: 'Serious' },
} as const;

/** How sure it is that the facts are about this person; a name alone never becomes a lead. */
export const identityChoices = {
  same: { zh: '同一人', en: 'Same person' },
  likely: { zh: '疑似同一人', en: 'Likely the same person' },
  number_only: { zh: '号同名异', en: 'Same number, other name' },
  none: { zh: '不涉及个人', en: 'Not about a person' },
} as const;

/** What a case decision may be. */
export const decisionChoices = {
  add: { zh: '新增', en: 'Add' },
  increase: { zh: '增发', en: 'Increase' },
  reduce: { zh: '减发', en: 'Reduce' },
  stop: { zh: '停发', en: 'Stop' },
  keep: { zh: '继续保障', en: 'Keep' },
  convert: { zh: '转类', en: 'Convert' },
  phaseOut: { zh: '渐退', en: 'Phase out' },
  refuse: { zh: '不予批准', en: 'Refuse' },
  restore: { zh: '恢复', en: 'Restore' },
} as const;

/** Why a lead was innocent (domain §5: the causes the rule pages name). */
export const innocentCauses = {
  dataWrong: { zh: '数据有误', en: 'The data was wrong' },
  otherPerson: { zh: '不是同一人', en: 'Another person' },
  outdated: { zh: '数据已过时', en: 'The data was out of date' },
  reported: { zh: '已如实申报并计入', en: 'Reported and counted' },
  exempt: { zh: '依规不计入', en: 'Not counted by rule' },
  withinLimit: { zh: '在限额之内', en: 'Within the limit' },
  lawfulSplit: { zh: '依规单独纳入', en: 'Lawfully covered alone' },
  lawfulStatus: { zh: '身份不影响资格', en: 'The status does not bar it' },
  alreadyFixed: { zh: '已纠正', en: 'Put right before' },
  other: { zh: '其他（写明）', en: 'Other (said in the reason)' },
} as const;
