const beforeVisit = ['new', 'triaged', 'toVerify', 'verifying'] as const;

/** A lead is triaged in days; a serious one is visited within ten working days and concluded within thirty (domain §11.6). */
export const leadClocks = {
  triage: {
    zh: '研判期限',
    en: 'Time to triage',
    runsIn: ['new'],
    limit: {
      by: 'severity',
      parameters: {
        serious: 'lead.triageSeriousDays',
        suspect: 'lead.triageDays',
        info: 'lead.triageDays',
      },
    },
    then: 'escalate',
  },
  // The first visit was made when the family can be asked in writing: see `requestEvidence`.
  firstVisit: {
    zh: '严重疑点首次入户期限',
    en: 'Time to the first visit of a serious lead',
    runsIn: beforeVisit,
    limit: { by: 'severity', parameters: { serious: 'lead.seriousDays' } },
    then: 'escalate',
    remindDays: [3, 0],
  },
  conclude: {
    zh: '核查办结期限',
    en: 'Time to conclude',
    runsIn: [...beforeVisit, 'escalated'],
    pausedIn: ['awaitingParty'],
    limit: {
      by: 'severity',
      parameters: {
        serious: 'lead.seriousConclude',
        suspect: 'lead.suspectDays',
        info: 'lead.suspectDays',
      },
    },
    then: 'escalate',
    remindDays: [7, 3, 0],
  },
  campaign: {
    zh: '整治截止日',
    en: 'End of the campaign',
    runsIn: [
      ...beforeVisit,
      ...['awaitingParty', 'escalated', 'confirmed', 'partlyConfirmed', 'cleared'],
      ...['dismissedData', 'actioned'],
    ],
    limit: { fact: 'campaignEndOn' },
    then: 'escalate',
    remindDays: [7, 3, 0],
  },
  takeOver: {
    zh: '提级接办期限',
    en: 'Time to take over',
    runsIn: ['escalated'],
    limit: { parameter: 'lead.takeOverDays' },
    then: 'escalate',
  },
  act: {
    zh: '处置期限',
    en: 'Time to act upon it',
    runsIn: ['confirmed', 'partlyConfirmed'],
    limit: { parameter: 'lead.actDays' },
    then: 'escalate',
  },
  review: {
    zh: '核清复核期限',
    en: 'Time to review what was cleared',
    runsIn: ['cleared', 'dismissedData'],
    limit: { parameter: 'lead.reviewDays' },
    then: 'escalate',
  },
} as const;
