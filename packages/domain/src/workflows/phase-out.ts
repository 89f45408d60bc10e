import { caseFields } from './case-fields.ts';
import { defineWorkflow } from './workflow.ts';

const desk = ['townCaseworker', 'townLead', 'countyCaseworker', 'countyLead'] as const;
const watchers = ['villageAide', 'townCaseworker', 'townLead', 'countyCaseworker'] as const;
const running = ['running', 'extended'] as const;
const decisionDone = { workflow: 'decision', tie: 'opened' } as const;
const month = { kind: 'month', zh: '月份', en: 'Month' } as const;
const stillEarning = { kind: 'yesno', zh: '仍在就业或者经营', en: 'Still earning' } as const;
const shocks = {
  kind: 'choice',
  zh: '困难情形',
  en: 'What happened',
  choices: {
    illness: { zh: '患病', en: 'Illness' },
    jobLoss: { zh: '失业', en: 'Job lost' },
    death: { zh: '家庭成员死亡', en: 'A death in the household' },
    disaster: { zh: '灾害、事故', en: 'Disaster or accident' },
  },
} as const;

/**
 * 渐退. For a household whose income rose by work, a small business or a project, and for nothing else. It begins with a
 * decision and ends with one: at its end nothing stops by itself, a decision to stop is drafted with a hearing of its own.
 * Illness, a lost job, a death or a disaster, or income fallen below the standard, restore the aid without a new
 * application, during the phase-out and while the household is watched afterwards.
 */
export const phaseOut = defineWorkflow({
  id: 'phaseOut',
  title: { zh: '渐退', en: 'Phase-out' },
  source: 'domain §6.8, §2.6 · S4-3.1 · M57 第三十三条',
  subject: 'household',
  start: 'proposed',
  recuseKin: true,
  opening: {
    by: desk,
    asks: {
      programme: caseFields.programme,
      monthlyFen: { kind: 'fen', zh: '渐退期每月金额', en: 'Monthly amount' },
      fromMonth: { kind: 'month', zh: '自何月起', en: 'From month' },
    },
  },
  states: {
    proposed: { zh: '拟渐退', en: 'Proposed' },
    decided: { zh: '已决定', en: 'Decided' },
    running: { zh: '渐退中', en: 'Running' },
    extended: { zh: '已延长', en: 'Extended' },
    incomeRisesMore: { zh: '收入继续上升', en: 'Income rises more' },
    incomeFallsBelow: { zh: '收入回落', en: 'Income falls below' },
    shock: { zh: '突发困难', en: 'Sudden hardship' },
    ended: { zh: '期满', en: 'Term over' },
    exit: { zh: '退出监测', en: 'Exit, watched' },
    restored: { zh: '已恢复', en: 'Restored' },
    closed: { zh: '已结束', en: 'Closed', end: true },
  },
  actions: {
    confirm: {
      zh: '登记渐退决定',
      en: 'Record the decision',
      from: ['proposed'],
      to: 'decided',
      by: desk,
      after: [
        {
          workflow: 'decision',
          kind: ['phaseOut'],
          states: ['effective', 'archived'],
          tie: 'same',
          zh: '渐退决定已执行',
          en: 'The decision to phase out is in effect',
        },
      ],
      asks: {
        trigger: {
          kind: 'choice',
          zh: '增收原因',
          en: 'Why income rose',
          choices: {
            employment: { zh: '就业', en: 'Employment' },
            smallBusiness: { zh: '自主创业', en: 'Small business' },
            project: { zh: '帮扶项目', en: 'Aid project' },
          },
        },
        length: {
          kind: 'choice',
          zh: '期限',
          en: 'Length',
          choices: { shortest: { zh: '下限', en: 'Shortest' }, longest: { zh: '上限', en: 'Longest' } },
        },
      },
      basis: 'S4-3.1 严格落实3-6个月的低保渐退政策',
    },
    abandon: {
      zh: '不再渐退',
      en: 'Abandon',
      from: ['proposed', 'decided', ...running, 'incomeRisesMore', 'ended'],
      to: 'closed',
      by: ['townLead', 'countyLead'],
      reasoned: true,
    },
    start: { zh: '开始渐退', en: 'Start', from: ['decided'], to: 'running', by: desk },
    checkIn: {
      zh: '按月了解',
      en: 'Monthly check-in',
      from: ['running'],
      to: 'running',
      by: watchers,
      asks: { month, stillEarning },
    },
    checkInExtended: {
      zh: '延长期按月了解',
      en: 'Monthly check-in, extended',
      from: ['extended'],
      to: 'extended',
      by: watchers,
      asks: { month, stillEarning },
    },
    extend: {
      zh: '延长一次',
      en: 'Extend once',
      from: ['running'],
      to: 'extended',
      by: ['countyLead'],
      when: [{ fact: 'length', in: ['shortest'], zh: '原定为下限', en: 'It was set to the shortest' }],
      reasoned: true,
    },
    reachEnd: { zh: '渐退期满', en: 'Term over', from: running, to: 'ended', by: ['clock'] },
    recordRise: {
      zh: '登记收入继续上升',
      en: 'Record that income rises more',
      from: ['running'],
      to: 'incomeRisesMore',
      by: watchers,
      needs: ['verificationRecord'],
    },
    goOn: {
      zh: '继续渐退',
      en: 'Go on',
      from: ['incomeRisesMore'],
      to: 'running',
      by: desk,
      reasoned: true,
    },
    recordFall: {
      zh: '登记收入回落',
      en: 'Record that income falls below',
      from: [...running, 'incomeRisesMore', 'ended', 'exit'],
      to: 'incomeFallsBelow',
      by: watchers,
      needs: ['verificationRecord'],
    },
    recordShock: {
      zh: '登记突发困难',
      en: 'Record sudden hardship',
      from: [...running, 'incomeRisesMore', 'ended', 'exit'],
      to: 'shock',
      by: watchers,
      needs: ['verificationRecord'],
      asks: { shock: shocks },
    },
    restore: {
      zh: '恢复救助（无须重新申请）',
      en: 'Restore without application',
      from: ['shock', 'incomeFallsBelow'],
      to: 'restored',
      by: desk,
      opens: [
        {
          workflow: 'decision',
          kind: 'restore',
          facts: { programme: 'programme' },
          sets: { cause: 'shock', severity: 'info', isKinCase: false, isComplaint: false },
        },
      ],
      basis: 'S4-3.1',
    },
    proposeStop: {
      zh: '提请停发',
      en: 'Propose to stop',
      from: ['ended', 'incomeRisesMore', 'extended'],
      to: 'exit',
      by: desk,
      opens: [
        {
          workflow: 'decision',
          kind: 'stop',
          facts: { programme: 'programme' },
          sets: { cause: 'phaseOutEnd', severity: 'suspect', isKinCase: false, isComplaint: false },
        },
      ],
    },
    endWatch: { zh: '监测期满', en: 'Watch over', from: ['exit'], to: 'closed', by: ['clock'] },
    closeRestored: {
      zh: '恢复到位，办结',
      en: 'Close: restored',
      from: ['restored'],
      to: 'closed',
      by: desk,
      after: [
        {
          ...decisionDone,
          kind: ['restore'],
          states: ['effective', 'archived'],
          zh: '恢复决定已执行',
          en: 'The decision to restore has taken effect',
        },
      ],
    },
  },
  clocks: {
    start: {
      zh: '开始期限',
      en: 'Time to start',
      runsIn: ['proposed', 'decided'],
      limit: { parameter: 'phaseOut.startDays' },
      then: 'escalate',
    },
    term: {
      zh: '渐退期',
      en: 'Term',
      runsIn: running,
      pausedIn: ['incomeRisesMore'],
      limit: {
        by: 'length',
        parameters: { shortest: 'phaseOut.minMonths', longest: 'phaseOut.maxMonths' },
      },
      then: 'reachEnd',
      remindDays: [30, 7],
      extendedBy: 'extend',
    },
    settle: {
      zh: '恢复、停发提请期限',
      en: 'Time to restore or to propose the stop',
      runsIn: ['shock', 'incomeFallsBelow', 'incomeRisesMore', 'ended', 'restored'],
      limit: { parameter: 'phaseOut.settleDays' },
      then: 'escalate',
      remindDays: [3, 0],
    },
    watch: {
      zh: '监测期',
      en: 'Watch',
      runsIn: ['exit'],
      limit: { parameter: 'phaseOut.watchMonths' },
      then: 'endWatch',
    },
  },
});
