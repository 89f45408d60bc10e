import { caseFacts, evidenceAsked, visitAccepted } from './case-fields.ts';
import { decisionChoices, innocentCauses } from './lead-choices.ts';
import type { Action } from './workflow.ts';

const countyDesk = ['countyCaseworker', 'countyReviewer', 'countyLead'] as const;
const desk = ['townCaseworker', 'townLead', ...countyDesk] as const;
const judges = ['townLead', ...countyDesk] as const;
const visitors = [
  { workflow: 'verification', actions: ['recordVisit', 'recordVisitWithVillage', 'recordAbsentVisit'] },
] as const;
const visit = { ...visitAccepted, since: ['reopen'] } as const;
const asked = { ...evidenceAsked, since: ['reopen'] } as const;

/**
 * How a lead is found to be so or not, what follows, and how it is closed. Somebody left out need not be asked for
 * evidence first: what is to be given, not taken, waits for the visit only.
 */
export const leadFindings = {
  confirm: {
    zh: '认定属实',
    en: 'Find it confirmed',
    from: ['awaitingParty'],
    to: 'confirmed',
    by: judges,
    apartFrom: visitors,
    after: [visit, asked],
    reasoned: true,
    basis: 'S1-2.1.9 S1-3.2 谁调查、谁签字、谁负责',
  },
  confirmPartly: {
    zh: '认定部分属实',
    en: 'Find it partly confirmed',
    from: ['awaitingParty'],
    to: 'partlyConfirmed',
    by: judges,
    apartFrom: visitors,
    after: [visit, asked],
    reasoned: true,
    basis: 'S1-2.1.9',
  },
  confirmOmission: {
    zh: '认定漏保属实',
    en: 'Find the omission confirmed',
    from: ['verifying', 'awaitingParty'],
    to: 'confirmed',
    by: judges,
    when: [{ fact: 'family', in: ['OMI'], zh: '漏保类疑点', en: 'A lead about somebody left out' }],
    apartFrom: visitors,
    after: [visit],
    reasoned: true,
    basis: 'S4-2.1 更不能漏保；社会救助法第六十二条',
  },
  clear: {
    zh: '认定不属实',
    en: 'Find it innocent',
    from: ['verifying', 'awaitingParty'],
    to: 'cleared',
    by: desk,
    after: [visit],
    asks: {
      innocentCause: { kind: 'choice', zh: '不属实的原因', en: 'Innocent cause', choices: innocentCauses },
    },
    reasoned: true,
  },
  explain: {
    zh: '向当事人说明核清结果',
    en: 'Tell the family that nothing was wrong',
    from: ['cleared'],
    to: 'cleared',
    by: desk,
    needs: ['answerLetter'],
    asks: { toldOn: { kind: 'on', zh: '说明日期', en: 'Told on' } },
    basis: 'S1-3.2 做好政策解释工作，维护群众知情权',
  },
  openDecision: {
    zh: '提请作出处理决定',
    en: 'Propose a decision',
    from: ['confirmed', 'partlyConfirmed'],
    to: 'actioned',
    by: desk,
    asks: { proposal: { kind: 'choice', zh: '拟作决定', en: 'Proposal', choices: decisionChoices } },
    opens: [
      {
        workflow: 'decision',
        facts: { ...caseFacts, kind: 'proposal' },
        sets: { cause: 'lead' },
        carries: ['verification', 'notice'],
      },
    ],
  },
  fixProcess: {
    zh: '整改工作程序',
    en: 'Mend the process',
    from: ['confirmed', 'partlyConfirmed'],
    to: 'actioned',
    by: judges,
    asks: { problem: { kind: 'text', zh: '问题', en: 'Problem' } },
    opens: [{ workflow: 'task', kind: 'lead', facts: { problem: 'problem' } }],
  },
  closeWithoutAction: {
    zh: '无需处置，办结',
    en: 'Close: nothing to be done',
    from: ['confirmed', 'partlyConfirmed'],
    to: 'closed',
    by: ['countyReviewer', 'countyLead'],
    apart: ['confirm', 'confirmPartly'],
    reasoned: true,
  },
  closeDecided: {
    zh: '决定已执行，办结',
    en: 'Close: the decision is carried out',
    from: ['actioned'],
    to: 'closed',
    by: desk,
    after: [
      {
        workflow: 'decision',
        states: [
          ...['effective', 'archived', 'withdrawn', 'underReconsideration', 'inCourt'],
          ...['corrected', 'reapplied'],
        ],
        tie: 'opened',
        zh: '所提请的决定已执行或者已撤销',
        en: 'The decision it led to is carried out or withdrawn',
      },
    ],
  },
  closeFixed: {
    zh: '整改已销号，办结',
    en: 'Close: the task is closed',
    from: ['actioned'],
    to: 'closed',
    by: desk,
    after: [
      { workflow: 'task', states: ['closed'], tie: 'opened', zh: '整改任务已销号', en: 'The task is closed' },
    ],
  },
  closeCleared: {
    zh: '核清办结',
    en: 'Close as cleared',
    from: ['cleared', 'dismissedData'],
    to: 'closed',
    by: ['countyReviewer', 'countyLead'],
    when: [
      { fact: 'severity', in: ['info', 'suspect'], zh: '严重疑点须复核', en: 'A serious lead is reviewed' },
    ],
    apart: ['clear', 'dismissData', 'dismissIdentity'],
  },
  closeReviewed: {
    zh: '复核后办结',
    en: 'Close after review',
    from: ['cleared', 'dismissedData'],
    to: 'closed',
    by: ['countyReviewer'],
    needs: ['verificationRecord'],
    apart: ['clear', 'dismissData', 'dismissIdentity'],
    apartFrom: visitors,
    basis: 'S1 核清的严重疑点全部复核，其余抽查',
  },
  reopen: {
    zh: '重新核查',
    en: 'Verify again',
    from: ['confirmed', 'partlyConfirmed', 'cleared', 'dismissedData', 'closed'],
    to: 'toVerify',
    by: ['countyReviewer', 'countyLead', 'inspector', 'petitionOfficer', 'cityOfficer', 'provinceOfficer'],
    reasoned: true,
    basis: 'S1 重新摸底核查',
  },
} as const satisfies Record<string, Action>;
