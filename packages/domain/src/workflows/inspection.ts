import { defineWorkflow } from './workflow.ts';

const team = ['inspector', 'countyReviewer', 'cityOfficer', 'provinceOfficer'] as const;

/**
 * 督查与抽查. 四不两直: until `arrive` only the team reads where it goes. The plan's facts are of privacy class `sealed`, the
 * draw is a sealed one (sampling room), and the matter is opened under the division of the inspecting office, which lies
 * above the inspected unit, so that the unit's own people have no scope over it; nothing announces it to them. What they
 * get to see is the task, which lies in their own division; their reply is a letter, which the team registers.
 *
 * What the server must hand in: `barred` holds every account with an appointment inside the inspected division and, for
 * a re-check, the first investigators; the fact `sampleOpen` is how many drawn households are neither visited nor replaced
 * with a reason ('0' when all are done).
 */
export const inspection = defineWorkflow({
  id: 'inspection',
  title: { zh: '督查与抽查', en: 'Inspection' },
  source: 'domain §6.13 · S1-3.2 S1-3.3 S4-4.3 S5-5.3',
  subject: 'unit',
  start: 'planned',
  recuseKin: true,
  opening: {
    by: team,
    asks: {
      kind: {
        kind: 'choice',
        zh: '方式',
        en: 'Kind',
        choices: {
          unannounced: { zh: '四不两直', en: 'Unannounced' },
          sample: { zh: '抽查', en: 'Sample' },
          priority: { zh: '重点督查', en: 'Priority inspection' },
          paper: { zh: '书面检查', en: 'By paper' },
          systemCompare: { zh: '系统比对', en: 'By comparison in the system' },
        },
      },
      inspectedRegion: { kind: 'region', zh: '受检地区', en: 'Inspected division', privacy: 'sealed' },
      plan: { kind: 'text', zh: '督查安排', en: 'Plan', privacy: 'sealed' },
      fromOn: { kind: 'on', zh: '开始日期', en: 'From', privacy: 'sealed' },
    },
  },
  states: {
    planned: { zh: '已计划', en: 'Planned' },
    sampled: { zh: '已抽样', en: 'Drawn' },
    inProgress: { zh: '实地检查中', en: 'On the spot' },
    findingsEntered: { zh: '问题已录入', en: 'Findings entered' },
    feedback: { zh: '已反馈', en: 'Told to the unit' },
    rectification: { zh: '单位已回复整改', en: 'The unit has replied' },
    verified: { zh: '已现场核验', en: 'Verified on site' },
    reported: { zh: '已报告', en: 'Reported', end: true },
    cancelled: { zh: '已取消', en: 'Cancelled', end: true },
  },
  actions: {
    draw: {
      zh: '组队并抽样',
      en: 'Name the team and draw',
      from: ['planned'],
      to: 'sampled',
      by: team,
      asks: {
        team: { kind: 'accounts', min: 2, zh: '督查组成员', en: 'Team' },
        sampleNo: { kind: 'text', zh: '抽样编号', en: 'Sample', privacy: 'sealed', optional: true },
        seed: { kind: 'text', zh: '随机种子', en: 'Seed', privacy: 'sealed', optional: true },
      },
      basis: 'S1-3.2 按照不低于低保人数 30%的比例进行抽查',
    },
    arrive: {
      zh: '到达并启封',
      en: 'Arrive and open the draw',
      from: ['sampled'],
      to: 'inProgress',
      by: team,
      asks: {
        openedAt: { kind: 'text', zh: '启封时间', en: 'Opened at' },
        place: { kind: 'text', zh: '启封地点', en: 'Opened in' },
      },
      basis: 'S4-4.3 采取“四不两直”的方式',
    },
    orderOnSpot: {
      zh: '现场督办',
      en: 'Order on the spot',
      from: ['inProgress'],
      to: 'inProgress',
      by: team,
      needs: ['fixOrder'],
      asks: { problem: { kind: 'text', zh: '问题', en: 'Problem' } },
      opens: [
        { workflow: 'task', kind: 'inspection', facts: { problem: 'problem' }, region: 'inspectedRegion' },
      ],
      basis: 'S2-3 对群众反映强烈的问题现场督办',
    },
    enterFindings: {
      zh: '录入检查结果',
      en: 'Enter the findings',
      from: ['inProgress'],
      to: 'findingsEntered',
      by: team,
      when: [
        {
          fact: 'sampleOpen',
          in: ['0'],
          zh: '抽中对象均已核查或按规则替换',
          en: 'Every drawn household is visited or replaced by the rule',
        },
      ],
      needs: ['inspectionReport'],
      asks: {
        checked: { kind: 'count', zh: '实查户数', en: 'Households checked' },
        differing: { kind: 'count', zh: '与自查不一致户数', en: 'Differing from the self-check' },
        problems: { kind: 'yesno', zh: '发现问题', en: 'Problems found' },
        selfCheckEarnest: { kind: 'yesno', zh: '自查自纠是否认真', en: 'Self-check in earnest' },
        problemsCorrected: { kind: 'yesno', zh: '存在的问题是否纠正', en: 'Problems corrected' },
        risksChecked: { kind: 'yesno', zh: '风险隐患是否排查防范', en: 'Risks looked for' },
        rulesComplete: { kind: 'yesno', zh: '规章制度和内部管理是否完善', en: 'Rules complete' },
      },
      basis: 'S5-5.3 抽查重点',
    },
    giveFeedback: {
      zh: '反馈问题，限期整改',
      en: 'Tell the unit',
      from: ['findingsEntered'],
      to: 'feedback',
      by: team,
      when: [{ fact: 'problems', in: ['true'], zh: '发现了问题', en: 'Problems were found' }],
      needs: ['fixOrder'],
      asks: {
        problem: { kind: 'text', zh: '问题', en: 'Problem' },
        toldOn: { kind: 'on', zh: '反馈日期', en: 'Told on' },
      },
      opens: [
        { workflow: 'task', kind: 'inspection', facts: { problem: 'problem' }, region: 'inspectedRegion' },
      ],
      issues: 'rectification-order',
    },
    reply: {
      zh: '登记单位整改回复',
      en: 'Register the reply of the unit',
      from: ['feedback'],
      to: 'rectification',
      by: team,
      needs: ['rectificationReply'],
      asks: { repliedOn: { kind: 'on', zh: '回复日期', en: 'Replied on' } },
    },
    rejectReply: {
      zh: '退回再整改',
      en: 'Send the reply back',
      from: ['rectification'],
      to: 'feedback',
      by: team,
      reasoned: true,
    },
    verifyOnSite: {
      zh: '现场核验整改',
      en: 'Verify on site',
      from: ['rectification'],
      to: 'verified',
      by: team,
      after: [
        {
          workflow: 'task',
          kind: ['inspection'],
          states: ['verified', 'closed'],
          tie: 'opened',
          since: ['giveFeedback'],
          zh: '问题任务已核验',
          en: 'A task of the inspection is verified',
        },
      ],
      needs: ['verificationRecord'],
    },
    report: {
      zh: '报告并供通报',
      en: 'Report',
      from: ['verified'],
      to: 'reported',
      by: team,
      needs: ['finalReport'],
    },
    reportWithoutProblems: {
      zh: '无问题，报告',
      en: 'Report, no problems found',
      from: ['findingsEntered'],
      to: 'reported',
      by: team,
      when: [{ fact: 'problems', in: ['false'], zh: '未发现问题', en: 'No problems were found' }],
      needs: ['finalReport'],
    },
    cancel: {
      zh: '取消',
      en: 'Cancel',
      from: ['planned', 'sampled'],
      to: 'cancelled',
      by: ['cityOfficer', 'provinceOfficer', 'countyReviewer'],
      needs: ['leadDecision'],
      reasoned: true,
    },
  },
  clocks: {
    reply: {
      zh: '整改回复期限',
      en: 'Time to reply',
      runsIn: ['feedback'],
      limit: { parameter: 'inspection.replyDays' },
      then: 'escalate',
      remindDays: [3, 0],
    },
    verification: {
      zh: '现场核验期限',
      en: 'Time to verify',
      runsIn: ['rectification'],
      limit: { parameter: 'inspection.verifyDays' },
      then: 'escalate',
    },
  },
});
