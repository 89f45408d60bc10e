import { proxyGrounds, endCauses } from './proxy-choices.ts';
import { defineWorkflow } from './workflow.ts';

const town = ['townCaseworker', 'townLead'] as const;
const withWish = {
  fact: 'withWish',
  in: ['true'],
  zh: '本人或监护人同意',
  en: 'The person or guardian wishes it',
} as const;
const official = (zh: string, en: string, ...values: string[]) =>
  ({ fact: 'proxyIsOfficial', in: values, zh, en }) as const;

/**
 * 代领协议. Three sign: the person or guardian, the proxy, the town; the county files it. Nobody collects against the wish of
 * the person or guardian, on whatever ground (S5-4.3); candidates are asked in the order guardian, carer, person named by
 * the recipient. Assistance staff and village cadres are left out; where the campaign and the county allow it, only with
 * the consent of the county on paper (domain §11.5): the server states `officialProxyAllowed` = 'true' there, and it is
 * absent elsewhere. Money handed over is receipted every month; the need is looked at again every year.
 */
export const proxyAgreement = defineWorkflow({
  id: 'proxyAgreement',
  title: { zh: '代领协议', en: 'Proxy agreement' },
  source: 'domain §6.14, §11.5 · S5-4.3 S2-2.4',
  subject: 'person',
  start: 'requested',
  recuseKin: true,
  opening: {
    by: ['villageAide', ...town, 'countyCaseworker'],
    asks: {
      recipient: { kind: 'text', zh: '救助对象', en: 'Recipient', privacy: 'name' },
      ground: {
        kind: 'choice',
        zh: '代领原因',
        en: 'Ground',
        privacy: 'health',
        choices: proxyGrounds,
      },
    },
  },
  states: {
    requested: { zh: '已提出', en: 'Requested' },
    assessed: { zh: '已评估', en: 'Assessed' },
    signed: { zh: '三方已签', en: 'Signed by three' },
    filedWithCounty: { zh: '已报县备案', en: 'Filed with the county' },
    active: { zh: '生效', en: 'Active' },
    changed: { zh: '已变更', en: 'Changed' },
    expired: { zh: '已到期', en: 'Expired' },
    terminated: { zh: '已终止', en: 'Terminated' },
    declined: { zh: '不予代领', en: 'Declined', end: true },
    closed: { zh: '已归档', en: 'Closed', end: true },
  },
  actions: {
    assess: {
      zh: '评估能力和意愿',
      en: 'Assess capability and wish',
      from: ['requested'],
      to: 'assessed',
      by: town,
      needs: ['capabilityAssessment', 'statement'],
      asks: {
        unable: { kind: 'yesno', zh: '无法自行支取', en: 'Unable to draw the money' },
        withWish: { kind: 'yesno', zh: '本人或监护人同意', en: 'The person or guardian wishes it' },
        candidate: {
          kind: 'choice',
          zh: '代领人顺序',
          en: 'Candidate',
          choices: {
            guardian: { zh: '法定监护人', en: 'Guardian' },
            carer: { zh: '委托照料人', en: 'Carer' },
            named: { zh: '本人指定的人', en: 'Named by the recipient' },
          },
        },
        passedOver: {
          kind: 'text',
          zh: '跳过前一顺序的原因',
          en: 'Why an earlier one was passed over',
          optional: true,
        },
        proxyName: { kind: 'text', zh: '代领人', en: 'Proxy', privacy: 'name' },
        proxyRelation: { kind: 'text', zh: '与对象关系', en: 'Relation', privacy: 'personal' },
        proxyIsOfficial: {
          kind: 'yesno',
          zh: '代领人是救助工作人员或村（居）干部',
          en: 'The proxy is staff or cadre',
        },
      },
      basis: 'S5-4.3 在征求本人意愿基础上',
    },
    decline: {
      zh: '不予代领',
      en: 'Decline',
      from: ['requested', 'assessed'],
      to: 'declined',
      by: town,
      reasoned: true,
    },
    sign: {
      zh: '三方签订',
      en: 'Sign',
      from: ['assessed'],
      to: 'signed',
      by: ['townLead'],
      apart: ['assess'],
      when: [
        {
          fact: 'unable',
          in: ['true'],
          zh: '本人无法自行支取',
          en: 'The person is unable to draw the money',
        },
        withWish,
        official('代领人不是救助工作人员或村（居）干部', 'The proxy is not staff or cadre', 'false'),
      ],
      needs: ['agreement'],
      asks: {
        agreementNo: { kind: 'text', zh: '协议编号', en: 'Agreement number' },
        signedOn: { kind: 'on', zh: '签订日期', en: 'Signed on' },
        untilOn: { kind: 'on', zh: '有效期至', en: 'Valid until' },
      },
      issues: 'proxy-agreement',
      basis: 'S5-4.3 签订社会救助金代领协议',
    },
    signWithOfficial: {
      zh: '经县同意，由工作人员或村干部代领',
      en: 'Sign with an official, the county consenting',
      from: ['assessed'],
      to: 'signed',
      by: ['countyLead'],
      apart: ['assess'],
      when: [
        {
          fact: 'unable',
          in: ['true'],
          zh: '本人无法自行支取',
          en: 'The person is unable to draw the money',
        },
        withWish,
        official('代领人是救助工作人员或村（居）干部', 'The proxy is staff or cadre', 'true'),
        {
          fact: 'officialProxyAllowed',
          in: ['true'],
          zh: '本次整治和本县规定允许',
          en: 'The campaign and the county allow it',
        },
      ],
      needs: ['agreement', 'leadDecision'],
      asks: {
        agreementNo: { kind: 'text', zh: '协议编号', en: 'Agreement number' },
        signedOn: { kind: 'on', zh: '签订日期', en: 'Signed on' },
        untilOn: { kind: 'on', zh: '有效期至', en: 'Valid until' },
      },
      reasoned: true,
      issues: 'proxy-agreement',
      basis: 'S5-4.3 原则上镇属社会救助工作人员不确定为代为支取人',
    },
    file: {
      zh: '报县备案',
      en: 'File with the county',
      from: ['signed'],
      to: 'filedWithCounty',
      by: town,
      asks: { filedOn: { kind: 'on', zh: '报送日期', en: 'Filed on' } },
      basis: 'S5-4.3 并报区民政局备案',
    },
    acceptFiling: {
      zh: '备案',
      en: 'Accept the filing',
      from: ['filedWithCounty'],
      to: 'active',
      by: ['countyCaseworker', 'countyLead'],
      apart: ['assess', 'sign', 'signWithOfficial', 'file'],
      asks: { filingNo: { kind: 'text', zh: '备案号', en: 'Filing number' } },
    },
    returnFiling: {
      zh: '退回',
      en: 'Return',
      from: ['filedWithCounty'],
      to: 'requested',
      by: ['countyCaseworker', 'countyLead'],
      reasoned: true,
    },
    recordReceipt: {
      zh: '登记月度领用签收',
      en: 'Record the monthly receipt',
      from: ['active'],
      to: 'active',
      by: ['villageAide', ...town],
      needs: ['proof'],
      asks: {
        month: { kind: 'month', zh: '月份', en: 'Month' },
        handedFen: { kind: 'fen', zh: '交付金额', en: 'Money handed over' },
      },
      basis: 'S5-4.3 明确救助金用于救助对象',
    },
    reviewYearly: {
      zh: '年度复核',
      en: 'Yearly review',
      from: ['active'],
      to: 'active',
      by: town,
      needs: ['visitForm', 'statement'],
      asks: { stillNeeded: { kind: 'yesno', zh: '仍需代领', en: 'Still needed' } },
    },
    change: {
      zh: '变更代领人',
      en: 'Change the proxy',
      from: ['active'],
      to: 'changed',
      by: town,
      needs: ['statement'],
      opens: [{ workflow: 'proxyAgreement', facts: { recipient: 'recipient', ground: 'ground' } }],
      reasoned: true,
    },
    expire: { zh: '到期', en: 'Expire', from: ['active'], to: 'expired', by: ['clock'] },
    terminate: {
      zh: '终止',
      en: 'Terminate',
      from: ['signed', 'filedWithCounty', 'active'],
      to: 'terminated',
      by: [...town, 'countyCaseworker', 'countyLead'],
      asks: {
        cause: {
          kind: 'choice',
          zh: '终止原因',
          en: 'Cause',
          choices: endCauses,
        },
      },
      reasoned: true,
    },
    close: {
      zh: '卡折交还、账目结清',
      en: 'Close',
      from: ['changed', 'expired', 'terminated'],
      to: 'closed',
      by: ['townLead', 'countyCaseworker'],
      needs: ['proof'],
      asks: {
        cardReturnedOn: { kind: 'on', zh: '卡折交还日期', en: 'Card returned on' },
        moneySettled: { kind: 'yesno', zh: '账目结清', en: 'Money settled' },
      },
    },
  },
  clocks: {
    assessment: {
      zh: '评估期限',
      en: 'Time to assess and sign',
      runsIn: ['requested', 'assessed'],
      limit: { parameter: 'proxy.assessDays' },
      then: 'escalate',
    },
    filing: {
      zh: '报备案期限',
      en: 'Time to file',
      runsIn: ['signed', 'filedWithCounty'],
      limit: { parameter: 'proxy.fileDays' },
      then: 'escalate',
      remindDays: [3, 0],
    },
    receipt: {
      zh: '月度签收',
      en: 'Monthly receipt',
      runsIn: ['active'],
      limit: { parameter: 'proxy.receiptMonths' },
      then: 'escalate',
      extendedBy: 'recordReceipt',
    },
    review: {
      zh: '年度复核',
      en: 'Yearly review',
      runsIn: ['active'],
      limit: { parameter: 'proxy.reviewMonths' },
      then: 'escalate',
      extendedBy: 'reviewYearly',
    },
    validity: {
      zh: '有效期',
      en: 'Validity',
      runsIn: ['active'],
      limit: { fact: 'untilOn' },
      then: 'expire',
      remindDays: [30, 7],
    },
    returning: {
      zh: '交还卡折期限',
      en: 'Time to return the card',
      runsIn: ['changed', 'expired', 'terminated'],
      limit: { parameter: 'proxy.returnDays' },
      then: 'escalate',
    },
  },
});
