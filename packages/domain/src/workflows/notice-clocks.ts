/** How soon a notice is served, and how long the family has. Their time may be given once more. */
export const noticeClocks = {
  delivery: {
    zh: '送达期限',
    en: 'Time to serve',
    runsIn: ['drafted', 'approved', 'issued', 'delivering', 'refusedService', 'unreachable'],
    limit: {
      by: 'kind',
      parameters: {
        decision: 'notice.decisionDeliverDays',
        evidenceRequest: 'notice.deliverDays',
        hearing: 'notice.deliverDays',
        recovery: 'notice.deliverDays',
        overdueReminder: 'notice.deliverDays',
        rectificationOrder: 'notice.deliverDays',
      },
    },
    then: 'escalate',
    remindDays: [1, 0],
  },
  announcement: {
    zh: '公告期',
    en: 'Time of the announcement',
    runsIn: ['announced'],
    limit: { parameter: 'notice.announcementDays' },
    then: 'deemServed',
  },
  reply: {
    zh: '答复期限',
    en: 'Time to answer',
    runsIn: ['served', 'extended'],
    limit: {
      by: 'kind',
      parameters: {
        evidenceRequest: 'clock.noticeReply',
        hearing: 'clock.hear',
        decision: 'clock.reconsideration',
        recovery: 'recovery.payDays',
        overdueReminder: 'recovery.reminderDays',
        rectificationOrder: 'notice.rectifyDays',
      },
    },
    then: 'expire',
    remindDays: [2],
    extendedBy: 'extend',
  },
} as const;
