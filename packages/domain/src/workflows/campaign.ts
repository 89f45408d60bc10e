import { defineWorkflow } from './workflow.ts';

const issuers = ['countyLead', 'cityOfficer', 'provinceOfficer'] as const;
const units = ['townLead', 'countyCaseworker', ...issuers] as const;
const on = (zh: string, en: string) => ({ kind: 'on', zh, en }) as const;

/** Puts the campaign to rest in this phase; the step says which, so that it goes on where it stood. */
function pause<const P extends string>(phase: P, zh: string, en: string) {
  return {
    zh: `暂停（${zh}）`,
    en: `Pause (${en})`,
    from: [phase],
    to: 'paused',
    by: issuers,
    needs: ['officialDocument'],
    asks: {
      pausedIn: { kind: 'choice', zh: '暂停时阶段', en: 'Paused in', choices: { [phase]: { zh, en } } },
    },
    reasoned: true,
  } as const;
}

function resume<const P extends string>(phase: P, zh: string, en: string) {
  return {
    zh: `恢复（${zh}）`,
    en: `Resume (${en})`,
    from: ['paused'],
    to: phase,
    by: issuers,
    needs: ['officialDocument'],
    when: [{ fact: 'pausedIn', in: [phase], zh: `在${zh}阶段暂停`, en: `It was paused in ${en}` }],
  } as const;
}

/** More time for this phase and for the whole. */
function extend<const P extends string, const F extends string>(phase: P, endOf: F, zh: string, en: string) {
  return {
    zh: `延期（${zh}）`,
    en: `Extend (${en})`,
    from: [phase],
    to: phase,
    by: issuers,
    needs: ['officialDocument'],
    asks: { [endOf]: on('本阶段新的截止日期', 'New end of the phase'), endOn: on('新的结束日期', 'New end') },
    reasoned: true,
  } as const;
}

const guards = [
  {
    fact: 'seriousUnvisited',
    in: ['0'],
    zh: '严重疑点均已入户',
    en: 'Every serious lead has been visited',
  },
  { fact: 'sampleShareMet', in: ['true'], zh: '抽查比例达到要求', en: 'The share to be sampled is reached' },
] as const;

/**
 * 专项整治: one campaign, carried through the phases its notice names (policy/campaigns). The dates of the phases are facts
 * (`…UntilOn` is the last day of a phase), set at the opening and by an extension.
 *
 * Facts the server computes from its own records and hands to the gate; none of them can be stated with a step:
 * - `dataLoaded` 'true': an import of the campaign's rosters is done and its rows add up;
 * - `seriousUnvisited` number of serious leads of the campaign without a first visit: '0' to go on;
 * - `sampleShareMet` 'true': drawn and re-checked persons reach the campaign's share in every county, or the campaign
 *   asks for no sample;
 * - `selfCheckOverdue` 'true': `selfCheckUntilOn` has passed;
 * - `inspectionsOpen` inspections of the campaign whose findings are not entered: '0' to go on;
 * - `countsReconcile` 'true': new = active discovery + others, exits = the three kinds, totals = sums (law 10);
 * - `openItemsCarried` 'true': everything still open is on the look-back list.
 */
export const campaign = defineWorkflow({
  id: 'campaign',
  title: { zh: '专项整治', en: 'Campaign' },
  source: 'domain §6.1 · S1-3 S2-3 S3-2 S5-5',
  subject: 'campaign',
  start: 'draft',
  recuseKin: false,
  opening: {
    by: units,
    asks: {
      template: { kind: 'text', zh: '方案模板', en: 'Template' },
      fromOn: on('开始日期', 'From'),
      mobilisingUntilOn: on('动员阶段截止', 'Mobilising until'),
      selfCheckUntilOn: on('排查自纠阶段截止', 'Self-check until'),
      inspectingUntilOn: on('督导检查阶段截止', 'Inspecting until'),
      endOn: on('结束日期', 'End'),
    },
  },
  states: {
    draft: { zh: '拟定', en: 'Draft' },
    issued: { zh: '已印发', en: 'Issued' },
    mobilising: { zh: '宣传动员', en: 'Mobilising' },
    selfCheck: { zh: '排查自纠', en: 'Self-check' },
    inspecting: { zh: '督导检查', en: 'Inspecting' },
    summarising: { zh: '总结完善', en: 'Summarising' },
    closed: { zh: '已结束', en: 'Closed' },
    archived: { zh: '已归档', en: 'Archived', end: true },
    paused: { zh: '暂停', en: 'Paused' },
  },
  actions: {
    issue: {
      zh: '印发方案',
      en: 'Issue the notice',
      from: ['draft'],
      to: 'issued',
      by: ['townLead', ...issuers],
      needs: ['officialDocument'],
      asks: {
        documentNo: { kind: 'text', zh: '文号', en: 'Document number' },
        issuedOn: on('印发日期', 'Issued on'),
        leadingGroup: { kind: 'text', zh: '领导小组及办公室', en: 'Leading group and its office' },
      },
      basis: 'S5-2 领导小组',
    },
    mobilise: {
      zh: '动员部署',
      en: 'Mobilise',
      from: ['issued'],
      to: 'mobilising',
      by: units,
      needs: ['meetingMinutes', 'hotlineProof', 'publishedText'],
      basis: 'S1-3.1 要召开社会救助专项整治行动会议进行动员部署',
    },
    startSelfCheck: {
      zh: '进入排查自纠',
      en: 'Start the self-check',
      from: ['mobilising'],
      to: 'selfCheck',
      by: units,
      needs: ['baselineSigned'],
      when: [
        {
          fact: 'dataLoaded',
          in: ['true'],
          zh: '底册数据已导入核平',
          en: 'The rosters are imported and add up',
        },
      ],
    },
    startInspecting: {
      zh: '进入督导检查',
      en: 'Start inspecting',
      from: ['selfCheck'],
      to: 'inspecting',
      by: issuers,
      when: guards,
      needs: ['selfCheckReport'],
    },
    inspectOverdue: {
      zh: '自查逾期未报，进入督导检查',
      en: 'Start inspecting, the report being overdue',
      from: ['selfCheck'],
      to: 'inspecting',
      by: issuers,
      when: [
        { fact: 'selfCheckOverdue', in: ['true'], zh: '自查阶段已过期', en: 'The self-check is overdue' },
        ...guards,
      ],
      reasoned: true,
    },
    summarise: {
      zh: '进入总结',
      en: 'Summarise',
      from: ['inspecting'],
      to: 'summarising',
      by: issuers,
      when: [
        {
          fact: 'inspectionsOpen',
          in: ['0'],
          zh: '督查结果均已录入',
          en: 'The findings of every inspection are entered',
        },
      ],
      needs: ['inspectionReport'],
    },
    close: {
      zh: '总结报告通过，结束',
      en: 'Accept the final report and close',
      from: ['summarising'],
      to: 'closed',
      by: issuers,
      when: [
        { fact: 'countsReconcile', in: ['true'], zh: '各项数字勾稽一致', en: 'The counts reconcile' },
        {
          fact: 'openItemsCarried',
          in: ['true'],
          zh: '未办结事项转入“回头看”清单',
          en: 'What is open is on the look-back list',
        },
      ],
      needs: ['finalReport'],
      asks: { carriedOver: { kind: 'count', zh: '转入“回头看”件数', en: 'Carried over' } },
      basis: 'S1-3.4 形成专题报告报市民政局',
    },
    archive: {
      zh: '归档',
      en: 'Archive',
      from: ['closed'],
      to: 'archived',
      by: units,
      asks: { archiveNo: { kind: 'text', zh: '档号', en: 'Archive number' } },
    },
    pauseMobilising: pause('mobilising', '宣传动员', 'mobilising'),
    pauseSelfCheck: pause('selfCheck', '排查自纠', 'self-check'),
    pauseInspecting: pause('inspecting', '督导检查', 'inspecting'),
    resumeMobilising: resume('mobilising', '宣传动员', 'mobilising'),
    resumeSelfCheck: resume('selfCheck', '排查自纠', 'self-check'),
    resumeInspecting: resume('inspecting', '督导检查', 'inspecting'),
    extendMobilising: extend('mobilising', 'mobilisingUntilOn', '宣传动员', 'mobilising'),
    extendSelfCheck: extend('selfCheck', 'selfCheckUntilOn', '排查自纠', 'self-check'),
    extendInspecting: extend('inspecting', 'inspectingUntilOn', '督导检查', 'inspecting'),
    extendSummarising: {
      zh: '延期（总结完善）',
      en: 'Extend (summarising)',
      from: ['summarising'],
      to: 'summarising',
      by: issuers,
      needs: ['officialDocument'],
      asks: { endOn: on('新的结束日期', 'New end') },
      reasoned: true,
    },
  },
  clocks: {
    mobilising: {
      zh: '动员阶段',
      en: 'Mobilising',
      runsIn: ['issued', 'mobilising'],
      limit: { fact: 'mobilisingUntilOn' },
      then: 'escalate',
      remindDays: [3, 0],
    },
    selfCheck: {
      zh: '排查自纠阶段',
      en: 'Self-check',
      runsIn: ['selfCheck'],
      limit: { fact: 'selfCheckUntilOn' },
      then: 'escalate',
      remindDays: [7, 3, 0],
    },
    inspecting: {
      zh: '督导检查阶段',
      en: 'Inspecting',
      runsIn: ['inspecting'],
      limit: { fact: 'inspectingUntilOn' },
      then: 'escalate',
      remindDays: [7, 3, 0],
    },
    whole: {
      zh: '整治期限',
      en: 'The whole campaign',
      runsIn: ['issued', 'mobilising', 'selfCheck', 'inspecting', 'summarising', 'paused'],
      limit: { fact: 'endOn' },
      then: 'escalate',
      remindDays: [7, 3, 0],
    },
  },
});
