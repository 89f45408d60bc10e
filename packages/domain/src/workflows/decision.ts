import { caseFields } from './case-fields.ts';
import {
  beforeDeciding,
  investigators,
  isChanging,
  isDevolved,
  isGranting,
  isUnchanging,
  ofTheFamily,
  ofTheOffice,
  townNoticeEnded,
} from './decision-gates.ts';
import { decisionFigures, decisionPreparation } from './decision-preparation.ts';
import { decisionRemedies } from './decision-remedies.ts';
import { decisionClocks } from './decision-clocks.ts';
import { decisionCauses, devolutions } from './decision-choices.ts';
import { decisionChoices } from './lead-choices.ts';
import { defineWorkflow } from './workflow.ts';

const townDesk = ['townCaseworker', 'townLead'] as const;
const county = ['countyCaseworker', 'countyReviewer', 'countyLead'] as const;
const desk = [...townDesk, 'countyCaseworker', 'countyLead'] as const;
const unfinished = [
  ...['drafted', 'returned', 'townOpinion', 'publicNotice', 'countyReview', 'hearRecipient'],
] as const;

/**
 * 救助决定. The only way to a changed benefit is here: the town's opinion with its calculation; for taking away a hearing
 * opened by this decision, and behind it the accepted visit and, from a lead, the written request for evidence; a
 * reasoned decision signed by the lead of the county (of the town where the county devolved it) who neither visited nor
 * gave the opinion; the letter served; then it takes effect. `decide` is on every way there, so none of it can be gone
 * round. Urgent relief is paid first and papered later; only giving knows that way. An application ends with a written
 * decision or the applicant's own word; what a review, a court or the office itself put right is not dropped.
 */
export const decision = defineWorkflow({
  id: 'decision',
  title: { zh: '救助决定', en: 'Case decision' },
  source: 'domain §6.5, §2.5, §2.7 · S1-2.1.8 S1-2.1.9 S4-3.1 · 社会救助法第四十四条至第五十条、第七十六条',
  subject: 'household',
  start: 'drafted',
  recuseKin: true,
  opening: {
    by: [...desk, 'countyReviewer'],
    asks: {
      kind: { kind: 'choice', zh: '决定种类', en: 'Kind', choices: decisionChoices },
      cause: { kind: 'choice', zh: '起因', en: 'Cause', choices: decisionCauses },
      ...caseFields,
      urgent: { kind: 'yesno', zh: '急难', en: 'Urgent', optional: true },
      backPayFen: { kind: 'fen', zh: '应补发', en: 'Back-pay', optional: true },
      backPayFrom: { kind: 'month', zh: '自何月补发', en: 'Back-pay from', optional: true },
      devolved: {
        kind: 'choice',
        zh: '确认权限',
        en: 'Devolution',
        stated: { parameter: 'decision.devolved' },
        optional: true,
        choices: devolutions,
      },
      noticeRounds: {
        kind: 'count',
        zh: '公示轮数',
        en: 'Rounds of notice',
        stated: { parameter: 'clock.publicNoticeRounds' },
        optional: true,
      },
    },
  },
  states: {
    drafted: { zh: '拟办', en: 'Drafted' },
    reliefFirst: { zh: '已先行救助', en: 'Relief given first' },
    townOpinion: { zh: '乡镇已审核', en: 'Opinion of the town given' },
    publicNotice: { zh: '公示', en: 'On public notice' },
    countyReview: { zh: '县级审查', en: 'County review' },
    hearRecipient: { zh: '听取意见', en: 'The family is heard' },
    returned: { zh: '退回', en: 'Returned' },
    decided: { zh: '已决定', en: 'Decided' },
    notified: { zh: '已送达', en: 'Delivered' },
    suspended: { zh: '中止执行', en: 'Execution stayed' },
    effective: { zh: '已执行', en: 'In effect' },
    underReconsideration: { zh: '行政复议中', en: 'Under reconsideration' },
    inCourt: { zh: '行政诉讼中', en: 'In court' },
    corrected: { zh: '已纠正', en: 'Corrected' },
    reapplied: { zh: '已重新申报', en: 'Applied for again', end: true },
    archived: { zh: '已归档', en: 'Archived', end: true },
    withdrawn: { zh: '已撤销', en: 'Withdrawn', end: true },
  },
  actions: {
    ...decisionPreparation,
    openPublicNotice: {
      zh: '公示',
      en: 'Put on public notice',
      from: ['townOpinion'],
      to: 'publicNotice',
      by: townDesk,
      when: [isGranting],
      opens: [{ workflow: 'publicNotice', kind: 'townResult' }],
      basis: 'S1-3.2；M57 第十九条',
    },
    openTerminationNotice: {
      zh: '公示终止供养',
      en: 'Put the end of support on public notice',
      from: ['townOpinion'],
      to: 'publicNotice',
      by: townDesk,
      when: [
        { fact: 'kind', in: ['stop'], zh: '停发', en: 'Stopping' },
        { fact: 'programme', in: ['tekun'], zh: '特困供养', en: 'Tekun support' },
      ],
      opens: [{ workflow: 'publicNotice', kind: 'termination' }],
      basis: 'M43 第二十六条',
    },
    receive: {
      zh: '县级接收审查',
      en: 'Receive for review',
      from: ['townOpinion', 'publicNotice'],
      to: 'countyReview',
      by: county,
      delegated: { to: townDesk, when: isDevolved },
      after: townNoticeEnded,
    },
    openCountyNotice: {
      zh: '县级公示',
      en: 'Second public notice',
      from: ['countyReview', 'hearRecipient'],
      to: 'countyReview',
      by: ['countyCaseworker', 'countyLead'],
      delegated: { to: townDesk, when: isDevolved },
      when: [isGranting],
      opens: [{ workflow: 'publicNotice', kind: 'countyResult' }],
    },
    hear: {
      zh: '告知并听取意见',
      en: 'Hear the family',
      from: ['countyReview', 'hearRecipient'],
      to: 'hearRecipient',
      by: ['countyCaseworker', 'countyReviewer', 'countyLead'],
      delegated: { to: townDesk, when: isDevolved },
      opens: [{ workflow: 'notice', kind: 'hearing' }],
      basis: '社会救助法第四十八条；S1-2.1.9',
    },
    returnDraft: {
      zh: '退回',
      en: 'Return',
      from: ['townOpinion', 'publicNotice', 'countyReview', 'hearRecipient'],
      to: 'returned',
      by: county,
      delegated: { to: townDesk, when: isDevolved },
      reasoned: true,
    },
    redraft: { zh: '重新拟办', en: 'Draft again', from: ['returned'], to: 'drafted', by: desk },
    withdraw: {
      zh: '撤销拟办',
      en: 'Withdraw',
      from: unfinished,
      to: 'withdrawn',
      by: ['townLead', 'countyLead'],
      when: [ofTheOffice],
      reasoned: true,
    },
    withdrawApplication: {
      zh: '申请人撤回申请',
      en: 'The applicant takes the application back',
      from: unfinished,
      to: 'withdrawn',
      by: [...townDesk, 'countyLead'],
      when: [ofTheFamily],
      needs: ['statement'],
      reasoned: true,
      basis: 'S1-2.1.1 S1-2.1.9 未进行书面告知说明理由',
    },
    decide: {
      zh: '作出决定',
      en: 'Decide',
      from: ['countyReview', 'hearRecipient'],
      to: 'decided',
      by: ['countyLead'],
      delegated: { to: ['townLead'], when: isDevolved },
      apart: ['giveOpinion', 'giveOpinionOnExit', 'completePapers', 'giveUrgentRelief'],
      apartFrom: [investigators],
      after: beforeDeciding,
      needs: ['reasons'],
      asks: {
        article: { kind: 'text', zh: '依据条款', en: 'Article' },
        remedyTo: { kind: 'text', zh: '复议机关和管辖法院', en: 'Where to appeal' },
        ...decisionFigures,
      },
      reasoned: true,
      opens: [{ workflow: 'notice', kind: 'decision' }],
      issues: 'decision-letter',
      basis: 'S1-2.1.8 S1-2.1.9；社会救助法第四十四条、第四十八条',
    },
    notify: {
      zh: '登记决定书送达',
      en: 'Record the delivery of the letter',
      from: ['decided'],
      to: 'notified',
      by: desk,
      needs: ['deliveryReceipt'],
      after: [
        {
          workflow: 'notice',
          kind: ['decision'],
          states: ['served', 'extended', 'replied', 'expired', 'followedUp'],
          tie: 'opened',
          zh: '决定书已送达',
          en: 'The decision letter was served',
        },
      ],
      basis: 'S1-2.1.9 告知书未送达当事人',
    },
    takeEffect: {
      zh: '执行',
      en: 'Take effect',
      from: ['notified'],
      to: 'effective',
      by: ['countyCaseworker', 'countyLead'],
      delegated: { to: townDesk, when: isDevolved },
      when: [isChanging],
      opens: [
        {
          workflow: 'phaseOut',
          facts: { programme: 'programme', monthlyFen: 'monthlyFen', fromMonth: 'fromMonth' },
          when: { fact: 'kind', in: ['phaseOut'], zh: '渐退', en: 'Phasing out' },
        },
      ],
    },
    archiveUnchanged: {
      zh: '归档（待遇不变）',
      en: 'Archive: nothing changes',
      from: ['notified'],
      to: 'archived',
      by: desk,
      when: [isUnchanging],
    },
    archive: { zh: '救济期满归档', en: 'Archive', from: ['effective'], to: 'archived', by: ['clock'] },
    ...decisionRemedies,
  },
  clocks: decisionClocks,
});
