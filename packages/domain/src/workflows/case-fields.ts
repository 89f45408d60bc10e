import { programmeChoices, severityChoices } from './lead-choices.ts';
import type { Condition, Prerequisite } from './workflow.ts';

/** Facts that travel with a case from the lead through the visit to the decision. */
export const caseFields = {
  programme: { kind: 'choice', zh: '救助项目', en: 'Programme', choices: programmeChoices },
  severity: { kind: 'choice', zh: '程度', en: 'Severity', choices: severityChoices },
  isKinCase: { kind: 'yesno', zh: '近亲属备案对象', en: 'Kin of an official' },
  isComplaint: { kind: 'yesno', zh: '信访举报对象', en: 'Subject of a complaint' },
} as const;

/** The same facts handed to the matter that comes next. */
export const caseFacts = {
  programme: 'programme',
  severity: 'severity',
  isKinCase: 'isKinCase',
  isComplaint: 'isComplaint',
} as const;

/** Serious, kin and complaint cases, and second looks, are visited by others than those who looked first (domain §11.6). */
export const strictCases = [
  { fact: 'severity', in: ['serious'], zh: '严重疑点', en: 'A serious lead' },
  { fact: 'isKinCase', in: ['true'], zh: '近亲属备案对象', en: 'Kin of an official' },
  { fact: 'isComplaint', in: ['true'], zh: '信访举报对象', en: 'Subject of a complaint' },
  { fact: 'isRecheck', in: ['true'], zh: '复查、抽查', en: 'A second look' },
] as const satisfies readonly Condition[];

/** The visit was made, signed, reviewed and accepted. A refused or fruitless visit is not. */
export const visitAccepted = {
  workflow: 'verification',
  states: ['accepted'],
  tie: 'same',
  zh: '入户核查已签字、复核并采信',
  en: 'The household visit is signed, reviewed and accepted',
} as const satisfies Prerequisite;

/** The family was asked in writing, the paper was served, and it answered or let the time pass. */
export const evidenceAsked = {
  workflow: 'notice',
  kind: ['evidenceRequest'],
  states: ['replied', 'expired', 'followedUp'],
  tie: 'same',
  zh: '限期提供证明材料的告知书已送达，已答复或者期限已满',
  en: 'The request for evidence was served, and was answered or its time is over',
} as const satisfies Prerequisite;
