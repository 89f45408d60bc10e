import { evidenceAsked, visitAccepted } from './case-fields.ts';
import { decisionCauses } from './decision-choices.ts';
import type { Condition, Prerequisite } from './workflow.ts';

/** Kinds after which a family may have less than before. A change of kind is one too: the person chooses and is heard. */
export const takingKinds = ['reduce', 'stop', 'phaseOut', 'convert'] as const;
const grantingKinds = ['add', 'increase'] as const;

export const isTaking = {
  fact: 'kind',
  in: takingKinds,
  zh: '减发、停发、渐退、转类',
  en: 'Reducing, stopping, phasing out or converting',
} as const satisfies Condition;

export const isGranting = {
  fact: 'kind',
  in: grantingKinds,
  zh: '新增、增发',
  en: 'Adding or increasing',
} as const satisfies Condition;

export const isChanging = {
  fact: 'kind',
  in: [...takingKinds, ...grantingKinds, 'restore'],
  zh: '改变待遇的决定',
  en: 'A decision that changes the aid',
} as const satisfies Condition;

export const isUnchanging = {
  fact: 'kind',
  in: ['keep', 'refuse'],
  zh: '不改变待遇的决定',
  en: 'A decision that changes no aid',
} as const satisfies Condition;

export const isDevolved = {
  fact: 'devolved',
  in: ['authorised', 'entrusted'],
  zh: '确认权限已下放乡镇',
  en: 'The county has devolved the decision to the town',
} as const satisfies Condition;

const applied = ['application', 'reapplication'] as const;
const binding: readonly string[] = [...applied, 'correction'];

export const ofTheFamily = {
  fact: 'cause',
  in: applied,
  zh: '由家庭申请',
  en: 'The family applied',
} as const satisfies Condition;

/** An application is answered, and what was overturned is put right: neither is the office's to drop. */
export const ofTheOffice = {
  fact: 'cause',
  in: Object.keys(decisionCauses).filter((cause) => !binding.includes(cause)),
  zh: '由经办机关提起，不是申请，也不是纠正',
  en: 'The office proposed it: neither an application nor a correction',
} satisfies Condition;

const fromLead = {
  fact: 'cause',
  in: ['lead'],
  zh: '由疑点提起',
  en: 'It came from a lead',
} as const satisfies Condition;

const posted = {
  workflow: 'publicNotice',
  states: ['ended', 'archived'],
  tie: 'opened',
  since: ['redraft'],
} as const;

/** The town's result hung for its time; so does the end of tekun support (M43 art. 26). */
export const townNoticeEnded = [
  {
    ...posted,
    kind: ['townResult'],
    when: isGranting,
    zh: '乡镇审核公示已结束',
    en: 'The public notice of the town’s result has ended',
  },
  {
    ...posted,
    kind: ['termination'],
    when: [
      { fact: 'kind', in: ['stop'], zh: '停发', en: 'Stopping' },
      { fact: 'programme', in: ['tekun'], zh: '特困供养', en: 'Tekun support' },
    ],
    zh: '终止供养公示已结束',
    en: 'The public notice of the end of support has ended',
  },
] as const satisfies readonly Prerequisite[];

/** What must lie behind a decision before anybody may sign it (S1-2.1.9; Social Assistance Law art. 48). */
export const beforeDeciding = [
  { ...visitAccepted, when: { ...isChanging, in: [...takingKinds, ...grantingKinds] } },
  { ...evidenceAsked, when: [isTaking, fromLead] },
  {
    workflow: 'notice',
    kind: ['hearing'],
    states: ['replied', 'expired', 'followedUp'],
    tie: 'opened',
    since: ['redraft'],
    when: isTaking,
    zh: '听取意见告知书已送达，已听取或者期限已满',
    en: 'The notice of hearing was served, and the family was heard or its time is over',
  },
  ...townNoticeEnded,
  {
    ...posted,
    kind: ['countyResult'],
    when: [
      isGranting,
      { fact: 'noticeRounds', in: ['2'], zh: '两榜公示', en: 'Two rounds of public notice' },
    ],
    zh: '县级审批公示已结束',
    en: 'The public notice of the county’s result has ended',
  },
] as const satisfies readonly Prerequisite[];

/** Those who went to the house and signed for it do not decide. */
export const investigators = {
  workflow: 'verification',
  actions: [
    ...['recordVisit', 'recordVisitWithVillage', 'recordAbsentVisit', 'completeForm'],
    ...['sign', 'signWithWitness', 'recordRefusal'],
  ],
} as const;
