import { caseFacts, visitAccepted } from './case-fields.ts';
import { decisionCauses } from './decision-choices.ts';
import { isDevolved, isGranting } from './decision-gates.ts';
import { decisionChoices } from './lead-choices.ts';
import type { Action } from './workflow.ts';

const townDesk = ['townCaseworker', 'townLead'] as const;
const desk = [...townDesk, 'countyCaseworker', 'countyLead'] as const;
const toVisit = { workflow: 'verification', facts: caseFacts } as const;
const notExit = Object.keys(decisionCauses).filter((cause) => cause !== 'voluntaryExit');

/** What a family is to receive, and from when. */
export const decisionFigures = {
  monthlyFen: { kind: 'fen', zh: '每月金额', en: 'Monthly amount' },
  fromMonth: { kind: 'month', zh: '自何月起', en: 'From month' },
} as const;

/**
 * What the town does before the county looks: visit, appraisal, opinion with its calculation; in an emergency relief
 * first. Who leaves of their own will says so in writing and is visited all the same; the way back stays open.
 */
export const decisionPreparation = {
  planVisit: {
    zh: '安排入户核查',
    en: 'Have the household visited',
    from: ['drafted'],
    to: 'drafted',
    by: desk,
    opens: [toVisit],
  },
  planVisitAfterRelief: {
    zh: '先行救助后安排入户核查',
    en: 'Have the household visited after relief',
    from: ['reliefFirst'],
    to: 'reliefFirst',
    by: desk,
    opens: [toVisit],
  },
  recordAppraisal: {
    zh: '登记民主评议',
    en: 'Record the appraisal',
    from: ['drafted'],
    to: 'drafted',
    by: townDesk,
    needs: ['appraisalMinutes'],
    basis: 'S1-2.1.3',
  },
  proposeRefusal: {
    zh: '拟不予批准',
    en: 'Propose a refusal',
    from: ['drafted', 'returned'],
    to: 'drafted',
    by: desk,
    when: [isGranting],
    asks: {
      kind: {
        kind: 'choice',
        zh: '决定种类',
        en: 'Kind',
        choices: { refuse: decisionChoices.refuse },
      },
    },
    reasoned: true,
    basis: 'S1-2.1.9；M57 第二十一条',
  },
  giveUrgentRelief: {
    zh: '先行救助',
    en: 'Give relief first',
    from: ['drafted'],
    to: 'reliefFirst',
    by: [...townDesk, 'countyCaseworker', 'countyLead'],
    when: [
      { fact: 'kind', in: ['add'], zh: '仅限给予救助', en: 'For giving only' },
      { fact: 'urgent', in: ['true'], zh: '情况紧急', en: 'It is urgent' },
    ],
    asks: {
      paidFen: { kind: 'fen', zh: '先行救助金额', en: 'Paid first' },
      paidOn: { kind: 'on', zh: '支付日期', en: 'Paid on' },
    },
    reasoned: true,
    basis: '社会救助法第五十条；S4-3.1',
  },
  completePapers: {
    zh: '补办手续',
    en: 'Complete the papers',
    from: ['reliefFirst'],
    to: 'townOpinion',
    by: ['townLead'],
    delegated: { to: ['townCaseworker'], when: isDevolved },
    needs: ['proof', 'recalculation', 'townOpinion'],
    asks: decisionFigures,
    reasoned: true,
    basis: '社会救助法第五十条',
  },
  giveOpinion: {
    zh: '乡镇审核',
    en: 'Opinion of the town',
    from: ['drafted'],
    to: 'townOpinion',
    by: ['townLead'],
    delegated: { to: ['townCaseworker'], when: isDevolved },
    when: [{ fact: 'cause', in: notExit, zh: '不是自愿退出', en: 'Not a voluntary exit' }],
    needs: ['recalculation', 'townOpinion'],
    asks: decisionFigures,
    basis: 'S1 经乡镇主要负责同志签字；社会救助法第四十四条',
  },
  giveOpinionOnExit: {
    zh: '乡镇审核（自愿退出）',
    en: 'Opinion of the town on a voluntary exit',
    from: ['drafted'],
    to: 'townOpinion',
    by: ['townLead'],
    delegated: { to: ['townCaseworker'], when: isDevolved },
    when: [{ fact: 'cause', in: ['voluntaryExit'], zh: '自愿退出', en: 'A voluntary exit' }],
    needs: ['statement', 'recalculation', 'townOpinion'],
    asks: decisionFigures,
    after: [visitAccepted],
    basis: 'S1 鼓励他们主动申请退出低保',
  },
} as const satisfies Record<string, Action>;
