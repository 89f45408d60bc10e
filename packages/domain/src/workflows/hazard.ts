import { defineWorkflow } from './workflow.ts';

const officers = [
  'townCaseworker',
  'townLead',
  'countyCaseworker',
  'countyReviewer',
  'countyLead',
  'inspector',
] as const;
const orderers = ['townLead', 'countyCaseworker', 'countyLead', 'inspector'] as const;
const critical = { fact: 'grade', in: ['critical'], zh: '重大危险', en: 'The hazard is critical' } as const;
const lesser = {
  fact: 'grade',
  in: ['general', 'major'],
  zh: '一般或较大隐患；重大危险须先转移人员',
  en: 'The hazard is general or major; with a critical one the residents are moved first',
} as const;

/**
 * 机构隐患: found in a home, classified, ordered, fixed, accepted by the home, inspected again by somebody else, closed.
 * The home itself never closes it. A critical hazard (fire exit blocked, gas, collapse, carbon monoxide) may not be
 * worked on before the residents are moved. The server states `isRelapse` = 'true' while a hazard of the same kind in the
 * same home lies within the relapse months of the closing (`hazard.relapseMonths`).
 */
export const hazard = defineWorkflow({
  id: 'hazard',
  title: { zh: '机构隐患', en: 'Institution hazard' },
  source: 'domain §6.9 · S5-3.4 S3-2.5 S1-2.2.1',
  subject: 'institution',
  start: 'found',
  recuseKin: false,
  opening: {
    by: officers,
    asks: {
      institutionName: { kind: 'text', zh: '机构', en: 'Institution' },
      kind: {
        kind: 'choice',
        zh: '隐患类别',
        en: 'Kind',
        choices: {
          registration: { zh: '法人登记', en: 'Registration' },
          fire: { zh: '消防', en: 'Fire' },
          property: { zh: '产权', en: 'Property title' },
          food: { zh: '食品、餐饮证照', en: 'Food and its licence' },
          power: { zh: '用电', en: 'Electricity' },
          heating: { zh: '取暖', en: 'Heating' },
          gas: { zh: '燃气', en: 'Gas' },
          building: { zh: '房屋结构', en: 'Building' },
          staffing: { zh: '人员配备', en: 'Staffing' },
          care: { zh: '照料服务', en: 'Care' },
          rules: { zh: '值班查房等制度', en: 'House rules' },
          money: { zh: '财务管理', en: 'Money' },
        },
      },
      what: { kind: 'text', zh: '隐患情况', en: 'What was found' },
      foundOn: { kind: 'on', zh: '发现日期', en: 'Found on' },
    },
  },
  states: {
    found: { zh: '已发现', en: 'Found' },
    classified: { zh: '已定级', en: 'Classified' },
    orderIssued: { zh: '已责令整改', en: 'Order issued' },
    relocateResidents: { zh: '人员已转移', en: 'Residents moved' },
    fixing: { zh: '整改中', en: 'Being fixed' },
    suspendAdmission: { zh: '整改中，暂停收住', en: 'Being fixed, no admissions' },
    overdue: { zh: '逾期', en: 'Overdue' },
    selfAccepted: { zh: '机构自验', en: 'Accepted by the home' },
    reInspected: { zh: '复查通过', en: 'Inspected again' },
    closed: { zh: '已销号', en: 'Closed', end: true },
    relapsed: { zh: '反弹', en: 'Relapsed' },
  },
  actions: {
    classify: {
      zh: '定级',
      en: 'Classify',
      from: ['found', 'relapsed'],
      to: 'classified',
      by: officers,
      asks: {
        grade: {
          kind: 'choice',
          zh: '等级',
          en: 'Grade',
          choices: {
            general: { zh: '一般', en: 'General' },
            major: { zh: '较大', en: 'Major' },
            critical: { zh: '重大', en: 'Critical' },
          },
        },
      },
      reasoned: true,
    },
    issueOrder: {
      zh: '责令整改',
      en: 'Order the fix',
      from: ['classified'],
      to: 'orderIssued',
      by: orderers,
      needs: ['fixOrder'],
      asks: {
        responsibleName: { kind: 'text', zh: '责任人', en: 'Person responsible', privacy: 'name' },
        measure: { kind: 'text', zh: '整改措施', en: 'Measure' },
        fundFen: { kind: 'fen', zh: '所需资金', en: 'Money needed', optional: true },
      },
      issues: 'rectification-order',
    },
    relocate: {
      zh: '转移人员',
      en: 'Move the residents',
      from: ['orderIssued'],
      to: 'relocateResidents',
      by: [...orderers, 'institutionHead'],
      when: [critical],
      needs: ['verificationRecord'],
      asks: {
        movedResidents: { kind: 'count', zh: '转移人数', en: 'Residents moved' },
        movedTo: { kind: 'text', zh: '转移去向', en: 'Moved to' },
        reportedAt: { kind: 'text', zh: '报县时间', en: 'Reported to the county at' },
      },
    },
    startFix: {
      zh: '开始整改',
      en: 'Start to fix',
      from: ['orderIssued'],
      to: 'fixing',
      by: ['institutionHead', 'townCaseworker', 'townLead'],
      when: [lesser],
    },
    startCriticalFix: {
      zh: '人员转移后开始整改',
      en: 'Start to fix after the move',
      from: ['relocateResidents'],
      to: 'suspendAdmission',
      by: ['institutionHead', 'townCaseworker', 'townLead'],
    },
    suspend: {
      zh: '暂停收住',
      en: 'Suspend admissions',
      from: ['fixing', 'overdue'],
      to: 'suspendAdmission',
      by: ['countyCaseworker', 'countyLead'],
      needs: ['officialDocument'],
      reasoned: true,
    },
    fallOverdue: {
      zh: '逾期',
      en: 'Fall overdue',
      from: ['relocateResidents', 'fixing', 'suspendAdmission'],
      to: 'overdue',
      by: ['clock'],
    },
    selfAccept: {
      zh: '机构自验完成',
      en: 'The home says it is done',
      from: ['fixing', 'suspendAdmission', 'overdue'],
      to: 'selfAccepted',
      by: ['institutionHead', 'townCaseworker', 'townLead'],
      needs: ['correctionProof'],
    },
    reInspect: {
      zh: '复查通过',
      en: 'Pass the second inspection',
      from: ['selfAccepted'],
      to: 'reInspected',
      by: officers,
      needs: ['verificationRecord'],
      apart: ['startFix', 'startCriticalFix', 'selfAccept'],
    },
    rejectFix: {
      zh: '复查不合格',
      en: 'Fail the second inspection',
      from: ['selfAccepted'],
      to: 'fixing',
      by: officers,
      apart: ['selfAccept'],
      reasoned: true,
    },
    close: {
      zh: '销号',
      en: 'Close',
      from: ['reInspected'],
      to: 'closed',
      by: ['countyCaseworker', 'countyLead', 'cityOfficer', 'provinceOfficer'],
      apart: ['startFix', 'startCriticalFix', 'selfAccept', 'reInspect'],
      basis: 'S3-2.5 及时发现解决',
    },
    recordRelapse: {
      zh: '记录反弹',
      en: 'Record a relapse',
      from: ['closed'],
      to: 'relapsed',
      by: ['countyCaseworker', 'countyReviewer', 'countyLead', 'inspector', 'cityOfficer', 'provinceOfficer'],
      when: [
        {
          fact: 'isRelapse',
          in: ['true'],
          zh: '同类隐患在销号后规定月数内再次出现',
          en: 'The same kind of hazard came back within the months after closing',
        },
      ],
      needs: ['inspectionReport'],
      asks: { problem: { kind: 'text', zh: '再次出现的情况', en: 'What came back' } },
      opens: [{ workflow: 'task', kind: 'hazard', facts: { problem: 'problem' } }],
      basis: 'S2-2.5 反弹回潮',
    },
  },
  clocks: {
    grading: {
      zh: '定级期限',
      en: 'Time to classify',
      runsIn: ['found', 'relapsed'],
      limit: { parameter: 'hazard.classifyHours' },
      then: 'escalate',
    },
    ordering: {
      zh: '责令整改期限',
      en: 'Time to order',
      runsIn: ['classified'],
      limit: {
        by: 'grade',
        parameters: {
          critical: 'hazard.criticalHours',
          major: 'hazard.majorOrderDays',
          general: 'hazard.generalOrderDays',
        },
      },
      then: 'escalate',
    },
    beginning: {
      zh: '转移人员、开始整改期限',
      en: 'Time to move residents or start',
      runsIn: ['orderIssued'],
      limit: {
        by: 'grade',
        parameters: {
          critical: 'hazard.relocateHours',
          major: 'hazard.majorOrderDays',
          general: 'hazard.generalOrderDays',
        },
      },
      then: 'escalate',
    },
    fixing: {
      zh: '整改期限',
      en: 'Time to fix',
      runsIn: ['relocateResidents', 'fixing', 'suspendAdmission'],
      limit: {
        by: 'grade',
        parameters: {
          critical: 'hazard.criticalFixDays',
          major: 'hazard.majorFixDays',
          general: 'hazard.generalFixDays',
        },
      },
      then: 'fallOverdue',
      remindDays: [3, 0],
    },
    overdue: {
      zh: '逾期督办',
      en: 'Overdue',
      runsIn: ['overdue'],
      limit: { parameter: 'hazard.overdueDays' },
      then: 'escalate',
    },
    inspecting: {
      zh: '复查期限',
      en: 'Time to inspect again',
      runsIn: ['selfAccepted', 'reInspected'],
      limit: { parameter: 'hazard.inspectDays' },
      then: 'escalate',
    },
  },
});
