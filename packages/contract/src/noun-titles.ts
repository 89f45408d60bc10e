import type { Bilingual } from '@yangguang/domain/errors/user-error';

/** What each part of the contract is called. */
export const nounTitles: Readonly<Record<string, Bilingual>> = {
  session: { zh: '登录与会话', en: 'Sessions' },
  account: { zh: '账号', en: 'Accounts' },
  appointment: { zh: '任命', en: 'Appointments' },
  unit: { zh: '单位', en: 'Units' },
  glass: { zh: '紧急越区查看', en: 'Looks from outside' },
  matter: { zh: '事项', en: 'Matters' },
  message: { zh: '消息', en: 'Messages' },
  lead: { zh: '疑点线索', en: 'Leads' },
  household: { zh: '家庭', en: 'Households' },
  evidence: { zh: '佐证材料', en: 'Evidence' },
  audit: { zh: '审计', en: 'Audit' },
  campaign: { zh: '专项整治', en: 'Campaigns' },
  sample: { zh: '抽查', en: 'Samples' },
  import: { zh: '数据导入', en: 'Imports' },
  run: { zh: '核查', en: 'Runs' },
  rule: { zh: '规则', en: 'Rules' },
  parameter: { zh: '参数', en: 'Parameters' },
  dispatch: { zh: '派发', en: 'Dispatches' },
  job: { zh: '后台任务', en: 'Jobs' },
  receiverKey: { zh: '接收机关公钥', en: 'Keys of receivers' },
  referral: { zh: '问题线索移送', en: 'Sealed referrals' },
  export: { zh: '导出', en: 'Exports' },
  retention: { zh: '保存期与销毁', en: 'Retention' },
  system: { zh: '系统', en: 'System' },
};
