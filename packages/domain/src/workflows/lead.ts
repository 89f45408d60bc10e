import { caseFacts, caseFields } from './case-fields.ts';
import { identityChoices } from './lead-choices.ts';
import { leadClocks } from './lead-clocks.ts';
import { leadFindings } from './lead-findings.ts';
import { defineWorkflow } from './workflow.ts';

const townDesk = ['townCaseworker', 'townLead'] as const;
const countyDesk = ['countyCaseworker', 'countyReviewer', 'countyLead'] as const;
const desk = [...townDesk, ...countyDesk] as const;
const personKnown = {
  fact: 'identity',
  in: ['same', 'none'],
  zh: '身份已核对为同一人',
  en: 'It is known to be the same person',
} as const;

/**
 * 疑点. Never a verdict: it ends in a finding about facts, and changes nobody's aid. It is confirmed only after an accepted
 * visit and a written request that was served and answered or left unanswered; the visitors do not confirm it. Whatever
 * is to follow is a matter of its own: a decision, or a task. A sealed referral leaves no trace here.
 */
export const lead = defineWorkflow({
  id: 'lead',
  title: { zh: '疑点', en: 'Lead' },
  source: 'domain §6.3, §11.6 · S1-2.1.9 S1-3.2 S2-2.6',
  subject: 'household',
  start: 'new',
  recuseKin: true,
  opening: {
    by: ['clock', ...desk, 'inspector', 'petitionOfficer', 'cityOfficer', 'provinceOfficer'],
    asks: {
      rule: { kind: 'text', zh: '规则', en: 'Rule' },
      family: { kind: 'text', zh: '规则组', en: 'Family', optional: true },
      ...caseFields,
      identity: { kind: 'choice', zh: '身份匹配', en: 'Identity', choices: identityChoices },
      amountFen: { kind: 'fen', zh: '涉及金额', en: 'Amount at stake', optional: true },
      campaignEndOn: { kind: 'on', zh: '整治截止日', en: 'End of the campaign', optional: true },
    },
  },
  states: {
    new: { zh: '新疑点', en: 'New' },
    triaged: { zh: '已研判', en: 'Triaged' },
    dismissedData: { zh: '数据问题', en: 'Data problem' },
    toVerify: { zh: '待核查', en: 'To be verified' },
    verifying: { zh: '核查中', en: 'Being verified' },
    awaitingParty: { zh: '待当事人答复', en: 'Awaiting the family' },
    confirmed: { zh: '属实', en: 'Confirmed' },
    partlyConfirmed: { zh: '部分属实', en: 'Partly confirmed' },
    cleared: { zh: '不属实', en: 'Cleared' },
    actioned: { zh: '已处置', en: 'Acted upon' },
    closed: { zh: '已办结', en: 'Closed', end: true },
    merged: { zh: '已并入', en: 'Merged', end: true },
    suppressed: { zh: '同前已核清', en: 'Quiet: cleared before', end: true },
    expired: { zh: '已失效', en: 'No longer found', end: true },
    escalated: { zh: '已提级', en: 'Escalated' },
  },
  actions: {
    triage: { zh: '研判', en: 'Triage', from: ['new'], to: 'triaged', by: desk },
    merge: {
      zh: '并入另一疑点',
      en: 'Merge into another lead',
      from: ['new', 'triaged'],
      to: 'merged',
      by: desk,
      asks: { into: { kind: 'matter', zh: '并入', en: 'Into' } },
      reasoned: true,
      after: [
        {
          workflow: 'lead',
          states: ['new', 'triaged', 'toVerify', 'verifying', 'awaitingParty', 'escalated'],
          tie: 'same',
          zh: '同一户另有未办结的疑点',
          en: 'The same household has another open lead',
        },
      ],
    },
    suppress: {
      zh: '同前，不再核查',
      en: 'Keep quiet: cleared before',
      from: ['new', 'triaged'],
      to: 'suppressed',
      by: ['clock', ...countyDesk],
      after: [
        {
          workflow: 'lead',
          states: ['cleared', 'closed'],
          tie: 'same',
          zh: '同一事实此前已核清',
          en: 'The same facts were cleared before',
        },
      ],
    },
    wake: {
      zh: '重新研判',
      en: 'Look at it again',
      from: ['suppressed', 'expired'],
      to: 'new',
      by: ['clock', ...countyDesk],
    },
    expire: {
      zh: '登记失效',
      en: 'Record that it is no longer found',
      from: ['new', 'triaged'],
      to: 'expired',
      by: ['clock', ...countyDesk],
      when: [
        {
          fact: 'severity',
          in: ['info', 'suspect'],
          zh: '严重疑点须核查后办结',
          en: 'A serious lead ends by verification only',
        },
      ],
    },
    confirmIdentity: {
      zh: '核对身份',
      en: 'Check the identity',
      from: ['triaged', 'toVerify'],
      to: 'triaged',
      by: desk,
      needs: ['verificationRecord'],
      asks: {
        identity: {
          kind: 'choice',
          zh: '核对结果',
          en: 'Result',
          choices: { same: identityChoices.same, number_only: identityChoices.number_only },
        },
      },
    },
    dismissData: {
      zh: '按数据问题处理',
      en: 'Dismiss as a data problem',
      from: ['triaged'],
      to: 'dismissedData',
      by: desk,
      when: [{ fact: 'severity', in: ['info'], zh: '仅限信息提示', en: 'Only a lead of grade info' }],
      needs: ['dataFix'],
      reasoned: true,
    },
    dismissIdentity: {
      zh: '按身份不符处理',
      en: 'Dismiss: not the same person',
      from: ['triaged'],
      to: 'dismissedData',
      by: desk,
      when: [
        {
          fact: 'identity',
          in: ['number_only'],
          zh: '已核对为号同名异',
          en: 'The identity check found another person',
        },
      ],
      needs: ['dataFix'],
      reasoned: true,
    },
    dispatch: {
      zh: '派发核查',
      en: 'Dispatch for verification',
      from: ['new', 'triaged'],
      to: 'toVerify',
      by: ['townLead', ...countyDesk],
    },
    giveBack: {
      zh: '退回派发',
      en: 'Give back',
      from: ['toVerify', 'verifying'],
      to: 'triaged',
      by: townDesk,
      reasoned: true,
    },
    escalate: {
      zh: '提级办理',
      en: 'Hand to the level above',
      from: ['new', 'triaged', 'toVerify', 'verifying', 'awaitingParty'],
      to: 'escalated',
      by: townDesk,
      reasoned: true,
    },
    takeOver: {
      zh: '接办',
      en: 'Take over',
      from: ['escalated'],
      to: 'toVerify',
      by: ['countyCaseworker', 'countyLead', 'cityOfficer', 'provinceOfficer'],
      above: ['escalate'],
    },
    startVerifying: {
      zh: '启动核查',
      en: 'Start the verification',
      from: ['toVerify'],
      to: 'verifying',
      by: [...townDesk, 'countyCaseworker', 'countyLead'],
      when: [personKnown],
      opens: [{ workflow: 'verification', facts: caseFacts }],
      basis: 'S1-2.1.9 逐户核查',
    },
    joinVerification: {
      zh: '并入该户正在进行的核查',
      en: 'Join the visit already under way',
      from: ['toVerify'],
      to: 'verifying',
      by: [...townDesk, 'countyCaseworker', 'countyLead'],
      when: [personKnown],
      after: [
        {
          workflow: 'verification',
          states: ['planned', 'scheduled', 'noOneHome', 'visited', 'signed', 'reviewed', 'accepted'],
          tie: 'same',
          zh: '同一户已有入户核查',
          en: 'The same household is being visited',
        },
      ],
    },
    requestEvidence: {
      zh: '书面告知并限期举证',
      en: 'Ask for evidence in writing',
      from: ['verifying', 'awaitingParty'],
      to: 'awaitingParty',
      by: [...townDesk, 'countyCaseworker', 'countyLead'],
      after: [
        {
          workflow: 'verification',
          states: [
            ...['visited', 'signed', 'reviewed', 'accepted', 'returned'],
            ...['noOneHome', 'refused', 'warned', 'unsuccessful'],
          ],
          tie: 'same',
          zh: '已首次入户',
          en: 'The first visit was made',
        },
      ],
      opens: [{ workflow: 'notice', kind: 'evidenceRequest' }],
      basis: 'S1-2.1.9',
    },
    ...leadFindings,
  },
  clocks: leadClocks,
});
