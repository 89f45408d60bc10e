/** Time limits of a petition: 信访工作条例 (2022) art. 22–36, its forerunner of 2005, and the office's own for the hotline. */
export const petitionClocks = {
  acceptance: {
    zh: '受理告知、转送期限',
    en: 'Time to accept or forward',
    runsIn: ['registered'],
    limit: { parameter: 'clock.petitionAccept' },
    then: 'escalate',
    remindDays: [3],
  },
  objection: {
    zh: '转送异议期',
    en: 'Time to object to a transfer',
    runsIn: ['forwarded'],
    limit: { parameter: 'clock.petitionObjection' },
    then: 'settleForwarding',
  },
  finish: {
    zh: '办结期限',
    en: 'Time to answer',
    runsIn: ['processing'],
    limit: {
      by: 'kind',
      parameters: { petition: 'clock.petitionFinish', hotline: 'clock.hotlineAnswer' },
    },
    then: 'escalate',
    remindDays: [10, 3, 0],
  },
  // Runs from acceptance too: an extension adds to the first time, it does not begin a new one.
  finishExtended: {
    zh: '延长后的办结期限',
    en: 'Time to answer, extended',
    runsIn: ['processing', 'extended'],
    limit: { parameter: 'clock.petitionFinishExtended' },
    then: 'escalate',
    remindDays: [10, 3, 0],
  },
  requestReview: {
    zh: '申请复查期限',
    en: 'Time to ask for re-examination',
    runsIn: ['answered'],
    limit: { parameter: 'clock.petitionRequest' },
    then: 'lapse',
  },
  reExamination: {
    zh: '复查期限',
    en: 'Time for re-examination',
    runsIn: ['reExamination'],
    limit: { parameter: 'clock.petitionReview' },
    then: 'escalate',
    remindDays: [7, 0],
  },
  requestFinal: {
    zh: '申请复核期限',
    en: 'Time to ask for final review',
    runsIn: ['reExamined'],
    limit: { parameter: 'clock.petitionRequest' },
    then: 'lapse',
  },
  finalReview: {
    zh: '复核期限',
    en: 'Time for final review',
    runsIn: ['finalReview'],
    limit: { parameter: 'clock.petitionReview' },
    then: 'escalate',
    remindDays: [7, 0],
  },
} as const;
