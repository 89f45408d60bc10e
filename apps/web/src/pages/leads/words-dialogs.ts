import { defineWords } from '../../words/define-words.ts';

/** Texts of what is done for many at once: dispatch, a step, an export. */
export const dialogWords = defineWords({
  cancel: { zh: '不派发，返回', en: 'Back, dispatch nothing' },
  back: { zh: '返回', en: 'Back' },
  done: { zh: '完成', en: 'Done' },

  dispatchTitle: { zh: '派发给乡镇', en: 'Dispatch to the towns' },
  dispatchWhat: {
    zh: '派发后，疑点进入“待核查”，由所在乡镇在期限内入户核查。不影响任何家庭的待遇。',
    en: "A dispatched lead is to be verified: its town visits the family in time. Nobody's aid changes.",
  },
  dispatchCounting: { zh: '正在算各乡镇的数量和期限…', en: 'Counting by town and working out the days…' },
  dispatchTable: { zh: '各乡镇将收到', en: 'What each town gets' },
  town: { zh: '乡镇（街道）', en: 'Town' },
  countyItself: { zh: '县级（未定乡镇）', en: 'The county (no known town)' },
  leads: { zh: '疑点（条）', en: 'Leads' },
  homes: { zh: '家庭（户）', en: 'Households' },
  serious: { zh: '严重', en: 'Serious' },
  suspect: { zh: '疑似', en: 'Suspect' },
  info: { zh: '提示', en: 'Info' },
  dueDays: { zh: '最早 — 最晚到期', en: 'Due, first to last' },
  total: { zh: '合计', en: 'Total' },
  nothingToSend: { zh: '选中的疑点都不能派发。', en: 'None of those chosen can be dispatched.' },
  nothingToSendWhy: {
    zh: '只有“新疑点”和“已研判”的疑点可以派发。',
    en: 'Only new and triaged leads are dispatched.',
  },
  leftOut: { zh: '不派发的，留在原处：', en: 'Left where they are:' },
  leftOutLine: {
    zh: (state: string, n: number) => `${n} 条，状态为“${state}”`,
    en: (state: string, n: number) => `${n} in the state "${state}"`,
  },
  ofKin: {
    zh: (n: number) => `其中 ${n} 条涉及您登记的亲属，须由其他同事派发，会留在原处。`,
    en: (n: number) =>
      `${n} of them concern families you are kin of: another colleague has to dispatch them.`,
  },
  tooMany: {
    zh: (n: number) => `一次最多处理 ${n} 条，请缩小筛选后再办。`,
    en: (n: number) => `At most ${n} at a time: narrow the filters first.`,
  },
  withoutSome: {
    zh: '全选后又取消了几条时，会逐条列出来派发。',
    en: 'All but a few: they are dispatched one by one.',
  },
  send: {
    zh: (n: number, towns: number) => `派发 ${n} 条给 ${towns} 个乡镇`,
    en: (n: number, towns: number) =>
      `Dispatch ${n} ${n === 1 ? 'lead' : 'leads'} to ${towns} ${towns === 1 ? 'town' : 'towns'}`,
  },
  sending: { zh: '正在派发', en: 'Dispatching' },
  sendingHint: {
    zh: '在后台进行，关闭窗口不影响派发。',
    en: 'It goes on in the background, also when this window is closed.',
  },
  sent: {
    zh: (n: number) => `已派发 ${n} 条`,
    en: (n: number) => `${n} ${n === 1 ? 'lead' : 'leads'} dispatched`,
  },
  sentByTown: { zh: '派发结果', en: 'What was dispatched' },
  refused: { zh: '没有派发，留在原处：', en: 'Not dispatched, left where they are:' },
  refusedLine: {
    zh: (n: number, code: string) => `${n} 条（${code}）`,
    en: (n: number, code: string) => `${n} (${code})`,
  },
  refusedKin: { zh: '涉及您的亲属，须回避', en: 'families you are kin of' },
  refusedState: { zh: '状态已变', en: 'their state has changed' },
  refusedOther: { zh: '流程不允许', en: 'not allowed by the workflow' },
  dispatchFailed: { zh: '派发中断。', en: 'The dispatch broke off.' },
  dispatchStopped: { zh: '派发已被停止，已派发的不受影响。', en: 'It was stopped; what was sent is sent.' },
  noArea: {
    zh: '您的任职不在某个县或乡镇，不能派发。',
    en: 'You hold no appointment in a county or town that dispatches.',
  },

  stepTitle: { zh: '批量办理', en: 'A step for many' },
  stepWhich: { zh: '办理什么', en: 'Which step' },
  stepReason: { zh: '说明', en: 'Reason' },
  stepReasonHint: {
    zh: '记入每一条的历程；不要写号码。',
    en: 'It goes into the history of each; no numbers.',
  },
  stepReasonNeeded: { zh: '这一步须写明理由。', en: 'This step asks for a reason.' },
  stepNeeded: { zh: '请选择办理什么。', en: 'Choose a step.' },
  stepNone: {
    zh: '您的岗位没有可以批量办理的步骤。',
    en: 'Your role has no step that is taken for many at once.',
  },
  preview: { zh: '预览能办哪些', en: 'Preview' },
  previewing: {
    zh: (n: number, all: number) => `正在逐条核对 ${n}/${all}…`,
    en: (n: number, all: number) => `Looking at each, ${n} of ${all}…`,
  },
  picking: { zh: '正在取筛选出的疑点…', en: 'Fetching the leads of this filter…' },
  canBe: { zh: (n: number) => `能办 ${n} 条`, en: (n: number) => `${n} can be done` },
  cannotBe: { zh: (n: number) => `不能办 ${n} 条，不动：`, en: (n: number) => `${n} cannot, and stay:` },
  reasonLine: {
    zh: (n: number, why: string) => `${n} 条：${why}`,
    en: (n: number, why: string) => `${n}: ${why}`,
  },
  sentences: {
    zh: (one: string, other: string) => `${one}${other}`,
    en: (one: string, other: string) => `${one} ${other}`,
  },
  take: {
    zh: (step: string, n: number) => `${step} ${n} 条`,
    en: (step: string, n: number) => `${step}: ${n} ${n === 1 ? 'lead' : 'leads'}`,
  },
  taking: {
    zh: (n: number, all: number) => `正在办理 ${n}/${all}…`,
    en: (n: number, all: number) => `Done ${n} of ${all}…`,
  },
  taken: { zh: (n: number) => `已办 ${n} 条`, en: (n: number) => `${n} done` },
  notTaken: { zh: (n: number) => `${n} 条没有办成`, en: (n: number) => `${n} were not done` },
  notTakenTable: { zh: '没有办成的疑点和原因', en: 'Leads that were not done, and why' },
  leadColumn: { zh: '疑点', en: 'Lead' },
  whyColumn: { zh: '原因', en: 'Why' },
  remedyColumn: { zh: '怎么办', en: 'What to do' },
  retryFailed: { zh: (n: number) => `只重办没办成的 ${n} 条`, en: (n: number) => `Try the ${n} again` },
  noAnswer: { zh: '没有连上服务器', en: 'No answer from the server' },
  openLead: { zh: '打开疑点', en: 'Open the lead' },

  exportTitle: { zh: '导出疑点清单', en: 'Export the leads' },
  exportWhat: {
    zh: (n: string) => `将导出筛选出的 ${n} 条。每行注明导出人和编号，并记入导出登记簿。`,
    en: (n: string) => `${n} leads of this filter. Every row says who took it; the register keeps it.`,
  },
  purpose: { zh: '用途', en: 'Purpose' },
  purposeHint: { zh: '写明给谁、做什么用，4 至 200 字。', en: 'For whom and what for; 4 to 200 characters.' },
  purposeNeeded: { zh: '请写用途，至少 4 个字。', en: 'Say what for, in 4 characters or more.' },
  format: { zh: '文件格式', en: 'File' },
  numbers: { zh: '号码', en: 'Numbers' },
  numbersMasked: { zh: '遮盖（证件号前 6 后 4）', en: 'Masked (first 6 and last 4)' },
  numbersFull: { zh: '完整号码', en: 'In full' },
  numbersFullHint: { zh: '须另写理由，逐次审计。', en: 'A reason is required; every one is audited.' },
  fullReason: { zh: '导出完整号码的理由', en: 'Why numbers in full' },
  fullReasonNeeded: { zh: '请写理由，至少 4 个字。', en: 'Give a reason of 4 characters or more.' },
  validDays: { zh: '多少天后销毁', en: 'To be destroyed after (days)' },
  validNeeded: { zh: '请写 1 至 180 的整数。', en: 'A whole number from 1 to 180.' },
  makeExport: { zh: '导出文件', en: 'Export the file' },
  exported: {
    zh: '文件已导出，请按用途保管，到期销毁。',
    en: 'The file is on your computer: keep it for its purpose.',
  },
});
