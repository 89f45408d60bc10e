import { caseFields, evidenceAsked, visitAccepted } from './case-fields.ts';
import { defineWorkflow } from './workflow.ts';

const county = ['countyCaseworker', 'countyLead'] as const;
const desk = ['townCaseworker', ...county] as const;
const owed = ['orderServed', 'paying', 'partlyPaid', 'overdue', 'reminded', 'courtEnforcement'] as const;
const payment = {
  paidFen: { kind: 'fen', zh: '缴款金额', en: 'Paid' },
  paidOn: { kind: 'on', zh: '缴款日期', en: 'Paid on' },
} as const;
const appealed = { workflow: 'notice', tie: 'opened' } as const;
const netFen = { kind: 'fen', zh: '核减后应退', en: 'To be paid back, net' } as const;
const courtUntilOn = {
  kind: 'on',
  zh: '申请强制执行的最后日期（救济期满后三个月）',
  en: 'Last day for the court: three months after the time for appeal',
} as const;

/**
 * 追缴. Only what was concealed or reported late; the office's own mistake is not collected from the family. Finance
 * approves the calculation, net of what the family is owed; the order comes after visit and written request, is served,
 * may be paid in agreed parts that leave enough to live on, and may be appealed. It is never withheld from living money
 * here, and a fine is no part of it.
 */
export const recovery = defineWorkflow({
  id: 'recovery',
  title: { zh: '追缴', en: 'Recovery of money' },
  source:
    'domain §6.10, §10.16 · S1-3.2 · 社会救助法第七十三条、第七十四条 · 行政强制法第五十三条、第五十四条',
  subject: 'household',
  start: 'assessed',
  recuseKin: true,
  opening: {
    by: [...desk, 'finance'],
    asks: {
      programme: caseFields.programme,
      amountFen: { kind: 'fen', zh: '多发金额', en: 'Overpaid' },
      fromMonth: { kind: 'month', zh: '自何月', en: 'From month' },
      toMonth: { kind: 'month', zh: '至何月', en: 'To month' },
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
  },
  states: {
    assessed: { zh: '已核定多发', en: 'Assessed' },
    calculated: { zh: '财政已核', en: 'Calculation approved' },
    decided: { zh: '已决定', en: 'Decided' },
    orderServed: { zh: '已责令退回', en: 'Order served' },
    paying: { zh: '分期退缴', en: 'Paying in parts' },
    partlyPaid: { zh: '部分退缴', en: 'Partly paid' },
    overdue: { zh: '逾期', en: 'Overdue' },
    reminded: { zh: '已催告', en: 'Reminded' },
    underAppeal: { zh: '复议、诉讼中', en: 'Under appeal' },
    courtEnforcement: { zh: '已申请强制执行', en: 'Before the court' },
    settled: { zh: '已缴清', en: 'Settled' },
    waived: { zh: '不予追缴', en: 'Waived' },
    uncollectible: { zh: '无法追缴', en: 'Uncollectible' },
    annulled: { zh: '已撤销', en: 'Annulled' },
    closed: { zh: '已办结', en: 'Closed', end: true },
  },
  actions: {
    approveCalculation: {
      zh: '核定金额',
      en: 'Approve the calculation',
      from: ['assessed'],
      to: 'calculated',
      by: ['finance'],
      needs: ['recalculation', 'financeApproval'],
      asks: { netFen },
    },
    decide: {
      zh: '决定追缴',
      en: 'Decide',
      from: ['calculated'],
      to: 'decided',
      by: ['countyLead'],
      when: [
        {
          fact: 'liability',
          in: ['concealed', 'lateReport'],
          zh: '因隐瞒或者未及时报告',
          en: 'It was concealed or reported late',
        },
      ],
      apart: ['approveCalculation'],
      apartFrom: [
        { workflow: 'verification', actions: ['recordVisit', 'recordVisitWithVillage', 'recordAbsentVisit'] },
      ],
      after: [visitAccepted, evidenceAsked],
      needs: ['reasons'],
      asks: { netFen },
      reasoned: true,
      opens: [{ workflow: 'notice', kind: 'recovery' }],
      issues: 'recovery-order',
    },
    recordService: {
      zh: '登记责令退回通知送达',
      en: 'Record that the order was served',
      from: ['decided'],
      to: 'orderServed',
      by: desk,
      needs: ['deliveryReceipt'],
      asks: { courtUntilOn },
      after: [
        {
          workflow: 'notice',
          kind: ['recovery'],
          states: ['served', 'extended', 'replied', 'expired', 'followedUp'],
          tie: 'opened',
          zh: '责令退回通知已送达',
          en: 'The order was served',
        },
      ],
    },
    agreeInstalments: {
      zh: '约定分期',
      en: 'Agree to pay in parts',
      from: ['orderServed', 'partlyPaid', 'overdue', 'reminded'],
      to: 'paying',
      by: county,
      needs: ['agreement'],
      asks: { monthlyFen: { kind: 'fen', zh: '每月退缴', en: 'Each month' } },
    },
    recordPayment: {
      zh: '登记部分缴款',
      en: 'Record a payment',
      from: owed,
      to: 'partlyPaid',
      by: [...desk, 'finance'],
      needs: ['paymentVoucher'],
      asks: payment,
    },
    settle: {
      zh: '登记缴清',
      en: 'Record that it is settled',
      from: owed,
      to: 'settled',
      by: ['finance'],
      needs: ['paymentVoucher'],
      asks: payment,
    },
    fallOverdue: {
      zh: '逾期未缴',
      en: 'Fall overdue',
      from: ['orderServed', 'paying', 'partlyPaid'],
      to: 'overdue',
      by: ['clock'],
    },
    remind: {
      zh: '书面催告',
      en: 'Remind in writing',
      from: ['overdue', 'reminded'],
      to: 'reminded',
      by: county,
      opens: [{ workflow: 'notice', kind: 'overdueReminder' }],
      basis: '行政强制法第五十四条',
    },
    goToCourt: {
      zh: '申请强制执行',
      en: 'Apply to the court',
      from: ['reminded'],
      to: 'courtEnforcement',
      by: ['countyLead'],
      after: [
        {
          ...appealed,
          kind: ['overdueReminder'],
          states: ['replied', 'expired', 'followedUp'],
          zh: '催告书已送达且期限已满',
          en: 'The reminder was served and its time is over',
        },
      ],
      needs: ['courtPaper'],
      reasoned: true,
      basis: '行政强制法第五十三条',
    },
    recordAppeal: {
      zh: '登记复议、诉讼',
      en: 'Record an appeal',
      from: ['orderServed', 'paying', 'partlyPaid', 'overdue', 'reminded'],
      to: 'underAppeal',
      by: desk,
      needs: ['reconsiderationPaper'],
    },
    upholdOrder: {
      zh: '登记维持',
      en: 'Record: upheld',
      from: ['underAppeal'],
      to: 'orderServed',
      by: county,
      needs: ['officialDocument'],
      asks: { courtUntilOn },
    },
    annul: {
      zh: '撤销追缴',
      en: 'Annul',
      from: ['calculated', 'decided', 'underAppeal', ...owed],
      to: 'annulled',
      by: ['countyLead'],
      needs: ['reasons'],
      reasoned: true,
    },
    waive: {
      zh: '不予追缴',
      en: 'Waive',
      from: ['assessed', 'calculated', 'decided', ...owed],
      to: 'waived',
      by: ['countyLead'],
      needs: ['leadDecision'],
      asks: {
        ground: {
          kind: 'choice',
          zh: '理由',
          en: 'Ground',
          choices: {
            debtorDied: { zh: '死亡且无遗产', en: 'Died without estate' },
            tekun: { zh: '特困供养', en: 'On tekun support' },
            officialError: { zh: '工作失误且家庭困难', en: 'Mistake of the office, family without means' },
          },
        },
      },
      reasoned: true,
    },
    recordUncollectible: {
      zh: '登记无法追缴',
      en: 'Record that it cannot be collected',
      from: ['overdue', 'reminded', 'courtEnforcement', 'partlyPaid'],
      to: 'uncollectible',
      by: ['countyLead'],
      needs: ['leadDecision'],
      reasoned: true,
    },
    close: {
      zh: '办结',
      en: 'Close',
      from: ['settled', 'waived', 'uncollectible', 'annulled'],
      to: 'closed',
      by: ['finance', 'countyReviewer'],
      apart: ['settle', 'waive', 'recordUncollectible', 'annul'],
    },
  },
  clocks: {
    calculation: {
      zh: '核定期限',
      en: 'Time to calculate and decide',
      runsIn: ['assessed', 'calculated'],
      limit: { parameter: 'recovery.decideDays' },
      then: 'escalate',
    },
    order: {
      zh: '退缴期限',
      en: 'Time to pay',
      runsIn: ['orderServed'],
      limit: { parameter: 'recovery.payDays' },
      then: 'fallOverdue',
      remindDays: [7, 0],
    },
    instalment: {
      zh: '下一期退缴期限',
      en: 'Time for the next part',
      runsIn: ['paying', 'partlyPaid'],
      limit: { parameter: 'recovery.instalmentDays' },
      then: 'fallOverdue',
    },
    remind: {
      zh: '催告期限',
      en: 'Time to remind',
      runsIn: ['overdue'],
      limit: { parameter: 'recovery.remindDays' },
      then: 'escalate',
    },
    court: {
      zh: '申请强制执行期限',
      en: 'Time for the court',
      runsIn: ['overdue', 'reminded'],
      limit: { fact: 'courtUntilOn' },
      then: 'escalate',
      remindDays: [30, 7, 0],
    },
  },
});
