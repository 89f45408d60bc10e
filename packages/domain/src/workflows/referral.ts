import { defineWorkflow } from './workflow.ts';

const number = { kind: 'text', zh: '编号', en: 'Number' } as const;
const on = (zh: string, en: string) => ({ kind: 'on', zh, en }) as const;

/**
 * 问题线索移送. Sealed: what it is about, who, how much, how the discipline body handled it and the class of fault
 * (主观故意、客观偏差、改革创新…) stand in the package sealed to the receiver's key or on paper, never here. The journal
 * holds numbers, dates and receipts, and no written reason, because a reason would be content. Only the discipline
 * liaison and the county lead see that it exists; the lead approves, the liaison carries, and never one for the other.
 * How many were sent and answered is counted from the states.
 */
export const referral = defineWorkflow({
  id: 'referral',
  title: { zh: '问题线索移送', en: 'Referral' },
  source: 'domain §6.11, §11.7 · S1-3.2 S5-5.2',
  subject: 'person',
  start: 'identified',
  recuseKin: true,
  sealed: true,
  opening: {
    by: ['disciplineLiaison', 'countyLead'],
    asks: { noticedOn: on('发现日期', 'Noticed on') },
  },
  states: {
    identified: { zh: '已发现', en: 'Identified' },
    recorded: { zh: '已登记', en: 'Recorded' },
    approved: { zh: '已审签', en: 'Approved' },
    sent: { zh: '已移送', en: 'Sent' },
    acceptedByDiscipline: { zh: '已接收', en: 'Accepted' },
    notAccepted: { zh: '未接收', en: 'Not accepted' },
    processing: { zh: '办理中', en: 'Being handled' },
    concluded: { zh: '已办结', en: 'Concluded' },
    recordedBack: { zh: '结果已登记', en: 'Result recorded' },
    closed: { zh: '已归档', en: 'Closed', end: true },
  },
  actions: {
    record: {
      zh: '登记',
      en: 'Record',
      from: ['identified'],
      to: 'recorded',
      by: ['disciplineLiaison'],
      asks: { recordNo: number, recordedOn: on('登记日期', 'Recorded on') },
    },
    approve: {
      zh: '领导小组审签',
      en: 'Approve',
      from: ['recorded'],
      to: 'approved',
      by: ['countyLead'],
      needs: ['leadDecision'],
      apart: ['record'],
      asks: { approvedOn: on('审签日期', 'Approved on') },
    },
    send: {
      zh: '移送',
      en: 'Send',
      from: ['approved'],
      to: 'sent',
      by: ['disciplineLiaison'],
      apart: ['approve'],
      asks: { slipNo: number, sentOn: on('移送日期', 'Sent on') },
      issues: 'clue-transfer-sheet',
      basis: 'S5-5.2 移送镇纪委办理',
    },
    recordAcceptance: {
      zh: '登记接收回执',
      en: 'Record the receipt',
      from: ['sent'],
      to: 'acceptedByDiscipline',
      by: ['disciplineLiaison'],
      needs: ['sealedReceipt'],
      asks: { receiptNo: number, receivedOn: on('接收日期', 'Received on') },
    },
    recordNotAccepted: {
      zh: '登记未接收',
      en: 'Record that it was not accepted',
      from: ['sent'],
      to: 'notAccepted',
      by: ['disciplineLiaison'],
      needs: ['sealedReceipt'],
      asks: { replyNo: number, repliedOn: on('回复日期', 'Replied on') },
    },
    supplement: {
      zh: '补充后重新登记',
      en: 'Supplement and record again',
      from: ['notAccepted'],
      to: 'recorded',
      by: ['disciplineLiaison'],
      asks: { recordNo: number, recordedOn: on('登记日期', 'Recorded on') },
    },
    recordProcessing: {
      zh: '登记开始办理',
      en: 'Record that it is being handled',
      from: ['acceptedByDiscipline'],
      to: 'processing',
      by: ['disciplineLiaison'],
      asks: { replyNo: number, repliedOn: on('回复日期', 'Replied on') },
    },
    recordConclusion: {
      zh: '登记办结',
      en: 'Record the conclusion',
      from: ['acceptedByDiscipline', 'processing'],
      to: 'concluded',
      by: ['disciplineLiaison'],
      needs: ['disciplineReply'],
      asks: { replyNo: number, repliedOn: on('回复日期', 'Replied on') },
    },
    recordBack: {
      zh: '结果登记入密件',
      en: 'Record the result in the package',
      from: ['concluded'],
      to: 'recordedBack',
      by: ['disciplineLiaison'],
      asks: { recordedOn: on('登记日期', 'Recorded on') },
    },
    close: {
      zh: '归档',
      en: 'Close',
      from: ['recordedBack', 'notAccepted'],
      to: 'closed',
      by: ['countyLead'],
      needs: ['leadDecision'],
      apart: ['recordBack', 'recordNotAccepted'],
      asks: { closedOn: on('归档日期', 'Closed on') },
    },
  },
  clocks: {
    sending: {
      zh: '移送期限',
      en: 'Time to send',
      runsIn: ['identified', 'recorded', 'approved'],
      limit: { parameter: 'referral.sendDays' },
      then: 'escalate',
    },
    receipt: {
      zh: '回执期限',
      en: 'Time for the receipt',
      runsIn: ['sent'],
      limit: { parameter: 'referral.receiptDays' },
      then: 'escalate',
    },
    result: {
      zh: '结果反馈提醒',
      en: 'Reminder of the result',
      runsIn: ['acceptedByDiscipline', 'processing'],
      limit: { parameter: 'referral.resultMonths' },
      then: 'escalate',
    },
  },
});
