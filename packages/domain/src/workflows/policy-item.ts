import { defineWorkflow } from './workflow.ts';

const owners = ['townLead', 'countyCaseworker', 'countyLead', 'cityOfficer', 'provinceOfficer'] as const;
const deciders = ['townLead', 'countyLead', 'cityOfficer', 'provinceOfficer'] as const;
const is = (zh: string, en: string, ...values: string[]) =>
  ({ fact: 'classification', in: values, zh, en }) as const;

/**
 * 政策清理: one local document, or one clause of it, held against superior law. Who issued it answers for it and changes it
 * (谁制定、谁负责、谁整改): the matter lies in the division of the issuing organ. Repeal needs a decision of the same level.
 * After publication the effect on past cases is judged, and those who lost by the old text are screened again.
 */
export const policyItem = defineWorkflow({
  id: 'policyItem',
  title: { zh: '政策清理', en: 'Policy clean-up' },
  source: 'domain §6.15 · S2-2.1 S1-2.1.8',
  subject: 'document',
  start: 'collected',
  recuseKin: false,
  opening: {
    by: [...owners, 'countyReviewer', 'inspector'],
    asks: {
      documentTitle: { kind: 'text', zh: '文件名称', en: 'Document' },
      documentNo: { kind: 'text', zh: '文号', en: 'Document number', optional: true },
      issuedOn: { kind: 'on', zh: '印发日期', en: 'Issued on', optional: true },
      issuer: { kind: 'text', zh: '制定单位', en: 'Issuing organ' },
      clause: { kind: 'text', zh: '条款', en: 'Clause', optional: true },
    },
  },
  states: {
    collected: { zh: '已收集', en: 'Collected' },
    checked: { zh: '已对照', en: 'Checked against law' },
    classified: { zh: '已分类', en: 'Classified' },
    measurePlanned: { zh: '已定措施', en: 'Measure planned' },
    issuing: { zh: '制发中', en: 'Being issued' },
    published: { zh: '已公布', en: 'Published' },
    verified: { zh: '已核验', en: 'Verified' },
    closed: { zh: '已销号', en: 'Closed', end: true },
  },
  actions: {
    check: {
      zh: '对照上位法',
      en: 'Check against law',
      from: ['collected'],
      to: 'checked',
      by: [...owners, 'countyReviewer'],
      needs: ['legalReview'],
      asks: {
        conflict: { kind: 'text', zh: '与何规定不一致', en: 'In conflict with', optional: true },
        risk: {
          kind: 'choice',
          zh: '风险',
          en: 'Risk',
          choices: {
            none: { zh: '无', en: 'None' },
            omission: { zh: '漏保', en: 'Omission' },
            lostCoverage: { zh: '脱保', en: 'Lost coverage' },
            unlawfulLocalPolicy: { zh: '土政策', en: 'Unlawful local rule' },
            procedure: { zh: '流程', en: 'Procedure' },
          },
        },
      },
      basis: 'S2-2.1 对照《社会救助暂行办法》和相关规定',
    },
    classify: {
      zh: '分类',
      en: 'Classify',
      from: ['checked'],
      to: 'classified',
      by: [...deciders, 'countyReviewer'],
      apart: ['check'],
      asks: {
        classification: {
          kind: 'choice',
          zh: '类别',
          en: 'Class',
          choices: {
            consistent: { zh: '一致', en: 'Consistent' },
            toRevise: { zh: '需修订', en: 'To be revised' },
            toRepeal: { zh: '需废止', en: 'To be repealed' },
          },
        },
      },
      reasoned: true,
    },
    closeConsistent: {
      zh: '一致，销号',
      en: 'Close as consistent',
      from: ['classified'],
      to: 'closed',
      by: deciders,
      apart: ['check'],
      when: [is('与上位规定一致', 'It is consistent with superior law', 'consistent')],
    },
    planMeasure: {
      zh: '制定整改措施',
      en: 'Plan the measure',
      from: ['classified'],
      to: 'measurePlanned',
      by: owners,
      when: [is('需修订或废止', 'It is to be revised or repealed', 'toRevise', 'toRepeal')],
      needs: ['correctionPlan'],
      asks: {
        measure: { kind: 'text', zh: '整改措施', en: 'Measure' },
        responsiblePerson: { kind: 'accounts', min: 1, zh: '责任人', en: 'Responsible person' },
        dueOn: { kind: 'on', zh: '完成时限', en: 'Due on' },
      },
      basis: 'S2-2.1 逐项制定整改措施',
    },
    draftRevision: {
      zh: '起草修订',
      en: 'Draft the revision',
      from: ['measurePlanned'],
      to: 'issuing',
      by: owners,
      when: [is('需修订', 'It is to be revised', 'toRevise')],
      needs: ['legalReview'],
    },
    decideRepeal: {
      zh: '决定废止',
      en: 'Decide the repeal',
      from: ['measurePlanned'],
      to: 'issuing',
      by: deciders,
      when: [is('需废止', 'It is to be repealed', 'toRepeal')],
      needs: ['leadDecision', 'legalReview'],
    },
    publish: {
      zh: '印发公布',
      en: 'Publish',
      from: ['issuing'],
      to: 'published',
      by: deciders,
      needs: ['officialDocument', 'publishedText'],
      asks: {
        newDocumentNo: { kind: 'text', zh: '新文号', en: 'New document number' },
        inForceOn: { kind: 'on', zh: '施行日期', en: 'In force on' },
      },
    },
    verify: {
      zh: '核验并评估影响',
      en: 'Verify and judge the effect',
      from: ['published'],
      to: 'verified',
      by: [...owners, 'countyReviewer', 'inspector'],
      apart: ['draftRevision', 'decideRepeal', 'publish'],
      needs: ['verificationRecord'],
      asks: {
        affectedHouseholds: { kind: 'count', zh: '受影响户数', en: 'Households affected' },
        rescreen: { kind: 'yesno', zh: '需重新排查', en: 'To be screened again' },
        problem: { kind: 'text', zh: '对既往对象的影响', en: 'Effect on past cases' },
      },
      opens: [
        {
          workflow: 'task',
          kind: 'policyItem',
          facts: { problem: 'problem' },
          when: { fact: 'rescreen', in: ['true'], zh: '需重新排查', en: 'Cases are to be screened again' },
        },
      ],
    },
    sendBack: {
      zh: '退回重拟',
      en: 'Send back',
      from: ['published', 'verified'],
      to: 'measurePlanned',
      by: [...deciders, 'countyReviewer', 'inspector'],
      apart: ['publish'],
      reasoned: true,
    },
    close: {
      zh: '销号',
      en: 'Close',
      from: ['verified'],
      to: 'closed',
      by: deciders,
      apart: ['publish', 'verify'],
      after: [
        {
          workflow: 'task',
          kind: ['policyItem'],
          states: ['verified', 'closed'],
          tie: 'opened',
          since: ['verify'],
          when: { fact: 'rescreen', in: ['true'], zh: '需重新排查', en: 'Cases are to be screened again' },
          zh: '重新排查任务已核验',
          en: 'The task of screening again is verified',
        },
      ],
    },
  },
  clocks: {
    checking: {
      zh: '对照分类期限',
      en: 'Time to check and classify',
      runsIn: ['collected', 'checked', 'classified'],
      limit: { parameter: 'policyItem.classifyDays' },
      then: 'escalate',
    },
    verifying: {
      zh: '核验销号期限',
      en: 'Time to verify and close',
      runsIn: ['published', 'verified'],
      limit: { parameter: 'policyItem.verifyDays' },
      then: 'escalate',
    },
    deadline: {
      zh: '完成时限',
      en: 'Deadline',
      runsIn: ['measurePlanned', 'issuing'],
      limit: { fact: 'dueOn' },
      then: 'escalate',
      remindDays: [7, 3, 0],
    },
  },
});
