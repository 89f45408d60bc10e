/** What a decision comes from. */
export const decisionCauses = {
  application: { zh: '申请', en: 'Application' },
  activeDiscovery: { zh: '主动发现', en: 'Found by the office' },
  reapplication: { zh: '退出后重新申报', en: 'Applied again after an exit' },
  lead: { zh: '疑点核查', en: 'Lead' },
  review: { zh: '定期核查', en: 'Periodic review' },
  change: { zh: '家庭变化报告', en: 'Reported change' },
  death: { zh: '死亡', en: 'Death' },
  voluntaryExit: { zh: '自愿退出', en: 'Voluntary exit' },
  phaseOutEnd: { zh: '渐退期满', en: 'End of a phase-out' },
  shock: { zh: '渐退期间遇困', en: 'Hardship during a phase-out' },
  correction: { zh: '纠正', en: 'Correction' },
} as const;

/** 授权 and 委托 differ in seal, defendant and reconsideration text (domain §11.8): the county's document says which. */
export const devolutions = {
  no: { zh: '未下放', en: 'With the county' },
  authorised: { zh: '授权乡镇', en: 'Authorised' },
  entrusted: { zh: '委托乡镇', en: 'Entrusted' },
} as const;
