import { isDevolved } from './decision-gates.ts';
import type { Action } from './workflow.ts';

const desk = ['townCaseworker', 'countyCaseworker', 'countyLead'] as const;
const county = ['countyCaseworker', 'countyLead'] as const;
const standing = ['effective', 'archived', 'reapplied'] as const;
const restoration = {
  backPayFen: { kind: 'fen', zh: '应补发', en: 'Back-pay' },
  backPayFrom: { kind: 'month', zh: '自何月补发', en: 'Back-pay from' },
} as const;
const restored = {
  workflow: 'decision',
  kind: ['restore'],
  states: ['effective', 'archived'],
  tie: 'opened',
  zh: '恢复决定已执行',
  en: 'The decision to restore has taken effect',
} as const;
const restore = {
  workflow: 'decision',
  kind: 'restore',
  facts: {
    programme: 'programme',
    severity: 'severity',
    isKinCase: 'isKinCase',
    isComplaint: 'isComplaint',
    backPayFen: 'backPayFen',
    backPayFrom: 'backPayFrom',
  },
  sets: { cause: 'correction' },
  carries: ['verification', 'notice'],
} as const;

/**
 * What follows a decision: appeal, suit, the office's own mistake put right with back-pay, a new application after an
 * exit, money to be paid back. An appeal by itself stops nothing; who stops the execution says so in writing.
 */
export const decisionRemedies = {
  suspend: {
    zh: '中止执行',
    en: 'Stay the execution',
    from: ['notified'],
    to: 'suspended',
    by: ['countyLead'],
    delegated: { to: ['townLead'], when: isDevolved },
    reasoned: true,
  },
  resume: {
    zh: '恢复执行',
    en: 'Resume',
    from: ['suspended'],
    to: 'notified',
    by: ['countyLead'],
    delegated: { to: ['townLead'], when: isDevolved },
    reasoned: true,
  },
  recordEarlyReconsideration: {
    zh: '登记执行前的行政复议',
    en: 'Record a request for reconsideration before it takes effect',
    from: ['notified'],
    to: 'notified',
    by: desk,
    needs: ['reconsiderationPaper'],
  },
  recordEarlySuit: {
    zh: '登记执行前的行政诉讼',
    en: 'Record a suit before it takes effect',
    from: ['notified'],
    to: 'notified',
    by: desk,
    needs: ['courtPaper'],
  },
  recordReconsideration: {
    zh: '登记行政复议',
    en: 'Record a request for reconsideration',
    from: standing,
    to: 'underReconsideration',
    by: desk,
    needs: ['reconsiderationPaper'],
    basis: '社会救助法第七十六条',
  },
  recordSuit: {
    zh: '登记行政诉讼',
    en: 'Record a suit',
    from: [...standing, 'underReconsideration'],
    to: 'inCourt',
    by: desk,
    needs: ['courtPaper'],
    basis: '社会救助法第七十六条',
  },
  recordUpheldOnReconsideration: {
    zh: '登记复议维持',
    en: 'Record: upheld on reconsideration',
    from: ['underReconsideration'],
    to: 'effective',
    by: county,
    needs: ['reconsiderationPaper'],
  },
  recordUpheldInCourt: {
    zh: '登记法院驳回',
    en: 'Record: upheld in court',
    from: ['inCourt'],
    to: 'effective',
    by: county,
    needs: ['courtPaper'],
  },
  overturnOnReconsideration: {
    zh: '复议撤销、变更',
    en: 'Overturned on reconsideration',
    from: ['underReconsideration'],
    to: 'corrected',
    by: county,
    needs: ['reconsiderationPaper'],
    asks: restoration,
    opens: [restore],
  },
  overturnInCourt: {
    zh: '法院撤销、变更',
    en: 'Overturned in court',
    from: ['inCourt'],
    to: 'corrected',
    by: county,
    needs: ['courtPaper'],
    asks: restoration,
    opens: [restore],
  },
  correct: {
    zh: '自行纠正',
    en: 'Correct of one’s own accord',
    from: [...standing, 'underReconsideration', 'inCourt'],
    to: 'corrected',
    by: ['countyLead'],
    delegated: { to: ['townLead'], when: isDevolved },
    needs: ['reasons'],
    asks: restoration,
    reasoned: true,
    opens: [restore],
  },
  closeCorrected: {
    zh: '纠正到位，归档',
    en: 'Archive: put right',
    from: ['corrected'],
    to: 'archived',
    by: desk,
    when: [{ fact: 'backPayFen', in: ['0'], zh: '无须补发', en: 'Nothing is to be paid back to the family' }],
    after: [restored],
  },
  closeBackPaid: {
    zh: '补发到位，归档',
    en: 'Archive: put right and back-paid',
    from: ['corrected'],
    to: 'archived',
    by: [...desk, 'finance'],
    after: [restored],
    needs: ['paymentVoucher'],
    basis: 'S2-2.6 对账销号',
  },
  reapply: {
    zh: '退出后重新申报',
    en: 'Apply again after an exit',
    from: ['effective', 'archived'],
    to: 'reapplied',
    by: ['villageAide', 'townCaseworker', 'townLead', 'countyCaseworker'],
    when: [
      {
        fact: 'kind',
        in: ['stop', 'phaseOut', 'refuse'],
        zh: '已退出或者未获批准',
        en: 'An exit or a refusal',
      },
    ],
    opens: [
      {
        workflow: 'decision',
        kind: 'add',
        facts: { programme: 'programme', isKinCase: 'isKinCase', isComplaint: 'isComplaint' },
        sets: { cause: 'reapplication', severity: 'suspect' },
      },
    ],
    basis: 'S1-2.1 退出→重新申报→入户',
  },
  openRecovery: {
    zh: '提起追缴',
    en: 'Claim money back',
    from: ['effective', 'archived'],
    to: 'effective',
    by: county,
    when: [{ fact: 'kind', in: ['reduce', 'stop'], zh: '减发、停发', en: 'Reducing or stopping' }],
    asks: {
      overpaidFen: { kind: 'fen', zh: '多发金额', en: 'Overpaid' },
      overpaidFrom: { kind: 'month', zh: '自何月', en: 'From' },
      overpaidTo: { kind: 'month', zh: '至何月', en: 'To' },
      liability: {
        kind: 'choice',
        zh: '原因',
        en: 'Cause',
        choices: {
          concealed: { zh: '隐瞒、虚报', en: 'Concealed' },
          lateReport: { zh: '未及时报告', en: 'Reported late' },
          officialError: { zh: '工作失误', en: 'Mistake of the office' },
        },
      },
    },
    opens: [
      {
        workflow: 'recovery',
        facts: {
          amountFen: 'overpaidFen',
          fromMonth: 'overpaidFrom',
          toMonth: 'overpaidTo',
          liability: 'liability',
          programme: 'programme',
        },
        carries: ['verification', 'notice'],
      },
    ],
  },
} as const satisfies Record<string, Action>;
