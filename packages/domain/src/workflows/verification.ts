import { caseFields, strictCases } from './case-fields.ts';
import { defineWorkflow } from './workflow.ts';

// Those who inspect make the second visits themselves: nobody inside the inspected division may.
const planners = ['townCaseworker', 'townLead', 'countyCaseworker', 'countyLead', 'inspector'] as const;
const goers = [
  ...['villageAide', 'townCaseworker', 'townLead', 'countyCaseworker', 'countyReviewer', 'inspector'],
] as const;
const reviewers = ['townLead', 'countyCaseworker', 'countyReviewer', 'countyLead', 'inspector'] as const;
const visits = ['recordVisit', 'recordVisitWithVillage', 'recordAbsentVisit', 'completeForm'] as const;
const signs = ['sign', 'signWithWitness'] as const;
const pair = { kind: 'accounts', min: 2, zh: '入户人员', en: 'Visitors' } as const;
const one = { kind: 'accounts', min: 1, zh: '入户人员', en: 'Visitors' } as const;
const visitedOn = { kind: 'on', zh: '入户日期', en: 'Visited on' } as const;
const ordinary = [
  { fact: 'severity', in: ['info', 'suspect'], zh: '不是严重疑点', en: 'Not a serious lead' },
  { fact: 'isKinCase', in: ['false'], zh: '不是近亲属备案对象', en: 'Not kin of an official' },
  { fact: 'isComplaint', in: ['false'], zh: '不是信访举报对象', en: 'Not the subject of a complaint' },
] as const;

/**
 * 入户核查. At least two visitors, always; in serious, kin and complaint cases and second looks two colleagues who did not
 * look first and answer with their accounts, elsewhere one colleague with a named companion. Who visited neither reviews
 * nor accepts. A refused visit never counts as one: it supports no change of anybody's aid. Photos and position are no
 * part of it.
 */
export const verification = defineWorkflow({
  id: 'verification',
  title: { zh: '入户核查', en: 'Household verification' },
  source: 'domain §6.4, §11.6 · S1-3.2 · M57 第十六条',
  subject: 'household',
  start: 'planned',
  recuseKin: true,
  barring: {
    actions: ['schedule', 'recordVisit', 'recordVisitWithVillage', 'recordAbsentVisit', 'completeForm'],
    when: strictCases,
  },
  opening: {
    by: [...planners, 'countyReviewer'],
    asks: {
      programme: { ...caseFields.programme, optional: true },
      severity: { ...caseFields.severity, optional: true },
      isKinCase: { ...caseFields.isKinCase, optional: true },
      isComplaint: { ...caseFields.isComplaint, optional: true },
      isRecheck: { kind: 'yesno', zh: '复查', en: 'A second look', optional: true },
    },
  },
  states: {
    planned: { zh: '待安排', en: 'Planned' },
    scheduled: { zh: '已安排', en: 'Scheduled' },
    noOneHome: { zh: '家中无人', en: 'Nobody home' },
    refused: { zh: '拒绝入户', en: 'Visit refused' },
    warned: { zh: '已书面告诫', en: 'Warned in writing' },
    visited: { zh: '已入户', en: 'Visited' },
    signed: { zh: '已签字', en: 'Signed' },
    reviewed: { zh: '已复核', en: 'Reviewed' },
    returned: { zh: '退回补正', en: 'Returned' },
    accepted: { zh: '已采信', en: 'Accepted', end: true },
    unsuccessful: { zh: '未能核查', en: 'Without result', end: true },
  },
  actions: {
    schedule: {
      zh: '安排入户',
      en: 'Schedule',
      from: ['planned', 'scheduled', 'noOneHome', 'warned', 'returned'],
      to: 'scheduled',
      by: [...planners, 'inspector'],
      asks: { visitors: one, plannedOn: { kind: 'on', zh: '计划日期', en: 'Planned for' } },
    },
    recordVisit: {
      zh: '登记入户',
      en: 'Record the visit',
      from: ['scheduled'],
      to: 'visited',
      by: goers,
      needs: ['visitForm'],
      asks: {
        visitors: pair,
        visitedOn,
        present: { kind: 'text', zh: '在场人员', en: 'Present', privacy: 'name' },
      },
      basis: 'M57 第十六条 不得少于2人',
    },
    recordVisitWithVillage: {
      zh: '登记入户（一名经办和一名同行人）',
      en: 'Record the visit of an officer and a companion',
      from: ['scheduled'],
      to: 'visited',
      by: goers,
      when: ordinary,
      needs: ['visitForm'],
      asks: {
        visitors: one,
        companion: { kind: 'text', zh: '同行人（驻村干部、网格员等）', en: 'Companion', privacy: 'name' },
        visitedOn,
        present: { kind: 'text', zh: '在场人员', en: 'Present', privacy: 'name' },
      },
      basis: 'M57 第十六条 不得少于2人',
    },
    recordNoOneHome: {
      zh: '登记家中无人',
      en: 'Record that nobody was home',
      from: ['scheduled'],
      to: 'noOneHome',
      by: goers,
      asks: {
        visitedOn,
        noticeLeft: { kind: 'yesno', zh: '已留便条', en: 'A note was left' },
        absences: {
          kind: 'choice',
          zh: '第几次',
          en: 'Which time',
          choices: {
            first: { zh: '第一次', en: 'First' },
            second: { zh: '第二次', en: 'Second' },
            third: { zh: '第三次', en: 'Third' },
          },
        },
      },
    },
    recordAbsentVisit: {
      zh: '登记上门和村级核实',
      en: 'Record the call at the house with the village’s word',
      from: ['noOneHome'],
      to: 'visited',
      by: goers,
      when: [
        { fact: 'absences', in: ['third'], zh: '已三次不同日期上门', en: 'Three calls on different days' },
      ],
      needs: ['visitForm', 'verificationRecord', 'announcement'],
      asks: { visitors: pair, visitedOn },
    },
    recordRefusal: {
      zh: '登记拒绝入户',
      en: 'Record that the visit was refused',
      from: ['scheduled'],
      to: 'refused',
      by: goers,
      needs: ['refusalWitness'],
      reasoned: true,
    },
    warn: {
      zh: '书面告诫',
      en: 'Warn in writing',
      from: ['refused'],
      to: 'warned',
      by: planners,
      needs: ['deliveryReceipt'],
      issues: 'visit-warning',
    },
    giveUp: {
      zh: '结束（未能核查）',
      en: 'End without result',
      from: ['warned', 'noOneHome', 'planned', 'scheduled'],
      to: 'unsuccessful',
      by: ['townLead', 'countyLead'],
      reasoned: true,
    },
    sign: {
      zh: '调查人和家庭成员签字',
      en: 'Sign',
      from: ['visited'],
      to: 'signed',
      by: goers,
      needs: ['visitSignatures'],
      basis: 'S1-3.2 谁调查、谁签字、谁负责',
    },
    signWithWitness: {
      zh: '调查人签字，拒签见证',
      en: 'Sign, the family’s refusal witnessed',
      from: ['visited'],
      to: 'signed',
      by: goers,
      needs: ['visitSignatures', 'refusalWitness'],
      reasoned: true,
    },
    returnForm: {
      zh: '退回补正',
      en: 'Return',
      from: ['signed', 'reviewed'],
      to: 'returned',
      by: reviewers,
      apart: [...visits, ...signs],
      reasoned: true,
    },
    completeForm: {
      zh: '补正表格',
      en: 'Complete the form',
      from: ['returned'],
      to: 'visited',
      by: goers,
      needs: ['visitForm'],
      asks: { visitors: one },
    },
    review: {
      zh: '复核',
      en: 'Review',
      from: ['signed'],
      to: 'reviewed',
      by: reviewers,
      apart: [...visits, ...signs],
    },
    accept: {
      zh: '采信',
      en: 'Accept',
      from: ['reviewed'],
      to: 'accepted',
      by: reviewers,
      apart: [...visits, ...signs],
      asks: { finding: { kind: 'text', zh: '核查结论', en: 'Finding', privacy: 'personal' } },
      reasoned: true,
    },
  },
  clocks: {
    visit: {
      zh: '入户期限',
      en: 'Time to visit',
      runsIn: ['planned', 'scheduled', 'noOneHome', 'refused', 'returned'],
      pausedIn: ['warned'],
      limit: {
        by: 'severity',
        parameters: {
          serious: 'verification.seriousDays',
          suspect: 'verification.days',
          info: 'verification.days',
        },
      },
      then: 'escalate',
      remindDays: [3, 0],
    },
    signing: {
      zh: '签字期限',
      en: 'Time to sign',
      runsIn: ['visited'],
      limit: { parameter: 'verification.signDays' },
      then: 'escalate',
    },
    review: {
      zh: '复核期限',
      en: 'Time to review',
      runsIn: ['signed', 'reviewed'],
      limit: { parameter: 'verification.reviewDays' },
      then: 'escalate',
    },
  },
});
