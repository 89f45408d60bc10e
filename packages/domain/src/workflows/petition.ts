import { refusalGrounds, resolutionPlans, petitionOutcomes } from './petition-choices.ts';
import { petitionClocks } from './petition-clocks.ts';
import { defineWorkflow } from './workflow.ts';

const handlers = ['petitionOfficer', 'townCaseworker', 'townLead', 'countyCaseworker', 'countyLead'] as const;
const registrars = [...handlers, 'cityOfficer', 'provinceOfficer'] as const;
const above = ['petitionOfficer', 'countyLead', 'cityOfficer', 'provinceOfficer'] as const;
const isRepeat = (zh: string, en: string, ...values: string[]) =>
  ({ fact: 'repeat', in: values, zh, en }) as const;
const on = (zh: string, en: string) => ({ kind: 'on', zh, en }) as const;

/**
 * 信访与热线. Everything that comes in is registered, and there is no action by which anybody makes it disappear: each way
 * out leaves a written answer, a letter of transfer or a receipt. Not more than a number and a date is typed here of a
 * report against a person in office (检举控告): its text stays on paper and goes to the discipline body. A repeat petition
 * (`repeat`) is closed only with a signed agreement or the letter of the final review. Officials complained of are barred
 * by the server. Time limits: 信访工作条例 (2022) art. 22–36 and its forerunner of 2005.
 */
export const petition = defineWorkflow({
  id: 'petition',
  title: { zh: '信访与热线', en: 'Petition' },
  source: 'domain §6.12, §2.5 · S2-2.6 S2-2.7 S4-4.2',
  subject: 'person',
  start: 'registered',
  recuseKin: true,
  opening: {
    by: [...handlers, 'countyReviewer', 'inspector', 'cityOfficer', 'provinceOfficer'],
    asks: {
      kind: {
        kind: 'choice',
        zh: '渠道类别',
        en: 'Kind',
        choices: { petition: { zh: '信访', en: 'Petition' }, hotline: { zh: '热线', en: 'Hotline' } },
      },
      registerNo: { kind: 'text', zh: '登记号', en: 'Register number' },
      receivedOn: on('收到日期', 'Received on'),
      petitioner: { kind: 'text', zh: '信访人', en: 'Petitioner', privacy: 'name', optional: true },
      contact: { kind: 'text', zh: '联系方式', en: 'Contact', privacy: 'account', optional: true },
      gist: { kind: 'text', zh: '事项', en: 'What it is about', privacy: 'personal', optional: true },
      repeat: { kind: 'yesno', zh: '重复信访', en: 'Repeat petition' },
      group: { kind: 'yesno', zh: '集体访', en: 'Group petition', optional: true },
    },
  },
  states: {
    registered: { zh: '已登记', en: 'Registered' },
    forwarded: { zh: '已转送', en: 'Forwarded' },
    handedOver: { zh: '已由有权单位接收', en: 'With the competent unit', end: true },
    notAccepted: { zh: '不予受理', en: 'Not accepted', end: true },
    processing: { zh: '办理中', en: 'In process' },
    extended: { zh: '延期办理', en: 'Extended' },
    answered: { zh: '已书面答复', en: 'Answered in writing' },
    reExamination: { zh: '复查中', en: 'Re-examination' },
    reExamined: { zh: '已复查', en: 'Re-examined' },
    finalReview: { zh: '复核中', en: 'Final review' },
    closed: { zh: '办结', en: 'Closed', end: true },
  },
  actions: {
    accept: {
      zh: '受理',
      en: 'Accept',
      from: ['registered'],
      to: 'processing',
      by: registrars,
      asks: {
        class: {
          kind: 'choice',
          zh: '分类',
          en: 'Class',
          choices: {
            claim: { zh: '申诉求决', en: 'Claim' },
            suggestion: { zh: '意见建议', en: 'Suggestion' },
          },
        },
        toldOn: on('告知日期', 'Told on'),
      },
      basis: 'PETITION2022 第二十二条、第二十三条',
    },
    forward: {
      zh: '转送有权单位',
      en: 'Forward',
      from: ['registered'],
      to: 'forwarded',
      by: registrars,
      needs: ['handoverLetter'],
      asks: {
        forwardedTo: { kind: 'text', zh: '转送单位', en: 'Forwarded to' },
        forwardedOn: on('转送日期', 'Forwarded on'),
        toldOn: on('告知日期', 'Told on'),
      },
    },
    takeBack: {
      zh: '对方异议，退回',
      en: 'Take back after an objection',
      from: ['forwarded'],
      to: 'registered',
      by: registrars,
      needs: ['objection'],
    },
    settleForwarding: {
      zh: '异议期满，转送生效',
      en: 'No objection in time',
      from: ['forwarded'],
      to: 'handedOver',
      by: ['clock'],
    },
    handOver: {
      zh: '检举控告移交纪检监察',
      en: 'Hand over a report of wrongdoing',
      from: ['registered'],
      to: 'handedOver',
      by: ['petitionOfficer', 'countyLead'],
      needs: ['sealedReceipt'],
      asks: {
        receiptNo: { kind: 'text', zh: '回执编号', en: 'Receipt number' },
        forwardedOn: on('移交日期', 'Handed over on'),
      },
      basis: 'PETITION2022 第三十条',
    },
    refuse: {
      zh: '不予受理并书面告知',
      en: 'Do not accept, in writing',
      from: ['registered'],
      to: 'notAccepted',
      by: ['petitionOfficer', 'townLead', 'countyLead', 'cityOfficer', 'provinceOfficer'],
      needs: ['answerLetter', 'deliveryReceipt'],
      asks: {
        ground: {
          kind: 'choice',
          zh: '理由',
          en: 'Ground',
          choices: refusalGrounds,
        },
      },
      reasoned: true,
    },
    assignLeader: {
      zh: '包案领导和化解方案',
      en: 'Name a leader and a plan',
      from: ['processing'],
      to: 'processing',
      by: ['countyLead', 'townLead', 'cityOfficer', 'provinceOfficer'],
      when: [isRepeat('重复信访', 'It is a repeat petition', 'true')],
      asks: {
        assignedLeader: { kind: 'accounts', min: 1, zh: '包案领导', en: 'Leader in charge' },
        resolutionPlan: {
          kind: 'choice',
          zh: '化解方式',
          en: 'Way to resolve',
          choices: resolutionPlans,
        },
      },
      basis: 'S2-2.6 对其中的重复信访事项建立专门工作台账',
    },
    extend: {
      zh: '批准延期',
      en: 'Extend',
      from: ['processing'],
      to: 'extended',
      by: ['countyLead', 'townLead', 'cityOfficer', 'provinceOfficer'],
      when: [
        { fact: 'kind', in: ['petition'], zh: '信访事项方可延期', en: 'Only a petition can be extended' },
      ],
      needs: ['leadDecision'],
      asks: { toldOn: on('告知延期日期', 'Told of the extension on') },
      reasoned: true,
      basis: 'PETITION2022 第三十四条',
    },
    answer: {
      zh: '书面答复',
      en: 'Answer in writing',
      from: ['processing', 'extended'],
      to: 'answered',
      by: registrars,
      needs: ['answerLetter', 'deliveryReceipt'],
      asks: {
        outcome: {
          kind: 'choice',
          zh: '处理意见',
          en: 'Outcome',
          choices: petitionOutcomes,
        },
        answeredOn: on('答复日期', 'Answered on'),
      },
      issues: 'petition-answer',
    },
    recordSatisfied: {
      zh: '回访满意，办结',
      en: 'Call-back: satisfied',
      from: ['answered', 'reExamined'],
      to: 'closed',
      by: registrars,
      when: [isRepeat('初次信访', 'It is a first petition', 'false')],
      needs: ['verificationRecord'],
      asks: { calledBackOn: on('回访日期', 'Called back on') },
      apart: ['answer', 'reExamine'],
    },
    closeByAgreement: {
      zh: '签订息访协议，销号',
      en: 'Close by signed agreement',
      from: ['answered', 'reExamined'],
      to: 'closed',
      by: ['townLead', 'countyLead', 'cityOfficer', 'provinceOfficer'],
      needs: ['agreement'],
      apart: ['answer', 'reExamine'],
      basis: 'S2-2.6 对账销号',
    },
    lapse: {
      zh: '期满未申请复查、复核',
      en: 'No further review asked for in time',
      from: ['answered', 'reExamined'],
      to: 'closed',
      by: ['clock'],
    },
    requestReExamination: {
      zh: '登记复查申请',
      en: 'Register a request for re-examination',
      from: ['answered'],
      to: 'reExamination',
      by: registrars,
      needs: ['petitionPaper'],
      asks: { requestedOn: on('申请日期', 'Requested on') },
    },
    reExamine: {
      zh: '上级复查答复',
      en: 'Answer after re-examination',
      from: ['reExamination'],
      to: 'reExamined',
      by: above,
      needs: ['answerLetter', 'deliveryReceipt'],
      apart: ['answer'],
      above: ['answer'],
      basis: 'PETITION2022 第三十五条',
    },
    requestFinalReview: {
      zh: '登记复核申请',
      en: 'Register a request for final review',
      from: ['reExamined'],
      to: 'finalReview',
      by: registrars,
      needs: ['petitionPaper'],
      asks: { requestedOn: on('申请日期', 'Requested on') },
    },
    concludeFinally: {
      zh: '复核答复，终结',
      en: 'Conclude by final review',
      from: ['finalReview'],
      to: 'closed',
      by: above,
      needs: ['answerLetter', 'deliveryReceipt'],
      apart: ['answer', 'reExamine'],
      above: ['reExamine'],
      basis: 'PETITION2022 第三十六条',
    },
  },
  clocks: petitionClocks,
});
