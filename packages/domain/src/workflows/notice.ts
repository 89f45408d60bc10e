import { noticeClocks } from './notice-clocks.ts';
import { type Condition, defineWorkflow } from './workflow.ts';

const desk = ['townCaseworker', 'townLead', 'countyCaseworker', 'countyLead'] as const;
const bearers = ['villageAide', 'townCaseworker', 'townLead', 'countyCaseworker'] as const;
const servedOn = { kind: 'on', zh: '送达日期', en: 'Served on' } as const;
const receivedBy = { kind: 'text', zh: '收件人', en: 'Received by', privacy: 'name' } as const;
const answerable = {
  fact: 'kind',
  in: ['evidenceRequest', 'hearing', 'recovery', 'overdueReminder', 'rectificationOrder'],
  zh: '须答复的告知书',
  en: 'A notice that asks for an answer',
} as const satisfies Condition;

/**
 * 告知书与送达回证. Served in person, on an adult of the household, left at the home before a witness, by post, electronically
 * where agreed, and as the last resort by announcement after the village was asked. Only what was served can be answered
 * or run out; an answer after the time is still taken. That it ran out says nothing about the case: it only lets the
 * office go on.
 */
export const notice = defineWorkflow({
  id: 'notice',
  title: { zh: '告知书', en: 'Written notice' },
  source: 'domain §6.6, §7.5 · S1-2.1.9 · 民事诉讼法第八十九条、第九十五条（参照）',
  subject: 'household',
  start: 'drafted',
  recuseKin: true,
  opening: {
    by: desk,
    asks: {
      kind: {
        kind: 'choice',
        zh: '种类',
        en: 'Kind',
        choices: {
          evidenceRequest: { zh: '限期提供证明材料', en: 'Request for evidence' },
          hearing: { zh: '听取意见', en: 'Hearing' },
          decision: { zh: '决定', en: 'Decision' },
          recovery: { zh: '责令退回', en: 'Order to pay back' },
          overdueReminder: { zh: '催告', en: 'Reminder' },
          rectificationOrder: { zh: '责令整改', en: 'Order to rectify' },
        },
      },
      points: { kind: 'text', zh: '告知事项', en: 'What it says', privacy: 'personal', optional: true },
    },
  },
  states: {
    drafted: { zh: '草拟', en: 'Drafted' },
    approved: { zh: '已审签', en: 'Approved' },
    issued: { zh: '已印发', en: 'Issued' },
    delivering: { zh: '送达中', en: 'Being delivered' },
    refusedService: { zh: '拒收', en: 'Refused' },
    unreachable: { zh: '无法送达', en: 'Not reached' },
    announced: { zh: '已公告', en: 'Announced' },
    served: { zh: '已送达', en: 'Served' },
    extended: { zh: '已延期', en: 'More time given' },
    replied: { zh: '已答复', en: 'Answered' },
    expired: { zh: '期满未答复', en: 'Not answered in time' },
    followedUp: { zh: '已跟进', en: 'Followed up', end: true },
    withdrawn: { zh: '已撤回', en: 'Withdrawn', end: true },
  },
  actions: {
    approve: {
      zh: '审签',
      en: 'Approve',
      from: ['drafted'],
      to: 'approved',
      by: ['townLead', 'countyLead', 'countyCaseworker'],
    },
    issue: {
      zh: '编号印发',
      en: 'Number and issue',
      from: ['approved'],
      to: 'issued',
      by: desk,
      asks: { letterNo: { kind: 'text', zh: '文号', en: 'Letter number' } },
      issues: 'written-notice',
    },
    withdraw: {
      zh: '撤回',
      en: 'Withdraw',
      from: ['drafted', 'approved'],
      to: 'withdrawn',
      by: desk,
      reasoned: true,
    },
    startDelivery: {
      zh: '交送达人',
      en: 'Give out for delivery',
      from: ['issued', 'unreachable'],
      to: 'delivering',
      by: bearers,
    },
    serve: {
      zh: '送达',
      en: 'Serve',
      from: ['delivering', 'refusedService', 'unreachable'],
      to: 'served',
      by: bearers,
      needs: ['deliveryReceipt'],
      asks: {
        servedOn,
        method: {
          kind: 'choice',
          zh: '送达方式',
          en: 'Method',
          choices: {
            direct: { zh: '直接送达', en: 'In person' },
            mail: { zh: '邮寄送达', en: 'By post' },
            electronic: { zh: '经同意电子送达', en: 'Electronically, as agreed' },
          },
        },
        receivedBy,
        relation: {
          kind: 'choice',
          zh: '与受送达人关系',
          en: 'Relation',
          choices: {
            self: { zh: '本人', en: 'The person' },
            adultOfHousehold: { zh: '同住成年家属', en: 'Adult of the household' },
            guardian: { zh: '监护人', en: 'Guardian' },
            unit: { zh: '单位收发', en: 'Office of the unit' },
          },
        },
      },
      basis: 'S1-2.1.9 告知书未送达当事人',
    },
    recordRefusedService: {
      zh: '登记拒收',
      en: 'Record that it was refused',
      from: ['delivering'],
      to: 'refusedService',
      by: bearers,
      reasoned: true,
    },
    leaveAtHome: {
      zh: '留置送达',
      en: 'Leave at the home',
      from: ['refusedService'],
      to: 'served',
      by: bearers,
      needs: ['deliveryReceipt', 'refusalWitness'],
      asks: { servedOn },
    },
    recordUnreachable: {
      zh: '登记无法送达',
      en: 'Record that nobody was reached',
      from: ['delivering'],
      to: 'unreachable',
      by: bearers,
      asks: {
        tries: {
          kind: 'choice',
          zh: '第几次',
          en: 'Which time',
          choices: { first: { zh: '第一次', en: 'First' }, second: { zh: '第二次', en: 'Second' } },
        },
      },
    },
    announce: {
      zh: '公告送达',
      en: 'Announce',
      from: ['unreachable'],
      to: 'announced',
      by: ['townLead', 'countyCaseworker', 'countyLead'],
      when: [{ fact: 'tries', in: ['second'], zh: '两次无法送达', en: 'Not reached twice' }],
      needs: ['verificationRecord', 'announcement'],
    },
    deemServed: {
      zh: '公告期满视为送达',
      en: 'Deem served',
      from: ['announced'],
      to: 'served',
      by: ['clock'],
    },
    reply: {
      zh: '登记答复',
      en: 'Record the answer',
      from: ['served', 'extended', 'expired'],
      to: 'replied',
      by: bearers,
      needs: ['statement'],
    },
    hear: {
      zh: '听取意见',
      en: 'Hear',
      from: ['served', 'extended', 'expired'],
      to: 'replied',
      by: desk,
      when: [{ fact: 'kind', in: ['hearing'], zh: '听取意见告知书', en: 'A notice of hearing' }],
      needs: ['hearingRecord'],
      basis: '社会救助法第四十八条',
    },
    extend: {
      zh: '延长答复期',
      en: 'Give more time',
      from: ['served'],
      to: 'extended',
      by: desk,
      when: [answerable],
      reasoned: true,
    },
    expire: {
      zh: '期满未答复',
      en: 'Time runs out',
      from: ['served', 'extended'],
      to: 'expired',
      by: ['clock'],
    },
    followUp: {
      zh: '跟进',
      en: 'Follow up',
      from: ['replied', 'expired'],
      to: 'followedUp',
      by: desk,
    },
  },
  clocks: noticeClocks,
});
