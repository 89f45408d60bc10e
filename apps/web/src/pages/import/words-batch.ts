import { defineWords } from '../../words/define-words.ts';

/** Texts of a batch that was handed in. */
export const batchWords = defineWords({
  reading: { zh: '正在读取', en: 'Reading' },
  progress: { zh: (share: string) => `完成 ${share}`, en: (share: string) => `${share} done` },
  queued: { zh: '排队等候，前面还有别的任务', en: 'Waiting for other work to end' },
  cancel: { zh: '取消读取', en: 'Stop reading' },
  cancelled: { zh: '正在停止，不留半成品。', en: 'Stopping; nothing half-done stays.' },
  cancelledWhy: {
    zh: '读取已取消，没有结果。可以重新读取，或撤销本批。',
    en: 'Reading was cancelled, so there is no result. Read it again, or revoke the batch.',
  },
  result: { zh: '读取结果', en: 'What was read' },
  adds: {
    zh: '读入 = 采用 + 挑出 + 标题合计说明',
    en: 'Read = taken + set aside + titles, totals and notes',
  },
  sheets: { zh: '工作表', en: 'Sheets' },
  file: { zh: '文件', en: 'File' },
  sheet: { zh: '工作表', en: 'Sheet' },
  dataSet: { zh: '认作', en: 'Read as' },
  confidence: { zh: '把握', en: 'Confidence' },
  byHand: { zh: '经办人指定', en: 'Said by hand' },
  notRecognised: { zh: '没有认出', en: 'Not recognised' },
  notRead: { zh: '没有读取', en: 'Not read' },
  faults: { zh: '读不懂的单元格', en: 'Cells not understood' },
  remarks: { zh: '提醒', en: 'Remarks' },
  look: { zh: '预览与对应', en: 'Preview and mapping' },
  lookAt: {
    zh: (name: string) => `预览与对应：${name}`,
    en: (name: string) => `Preview and mapping: ${name}`,
  },
  sheetsNeedYou: {
    zh: (n: number) => `${n} 张表没有认出，整张挑出。请打开“预览与对应”，指明是什么数据。`,
    en: (n: number) =>
      `${n === 1 ? '1 sheet was' : `${n} sheets were`} not recognised and set aside whole. Open "Preview and mapping" to say what it is.`,
  },
  rowsNeedYou: {
    zh: (n: number) => `${n} 行被挑出，没有进入核查。`,
    en: (n: number) => `${n === 1 ? '1 row is' : `${n} rows are`} set aside and in no check.`,
  },
  seeRows: { zh: '查看并更正有问题的行', en: 'See and correct rows' },
  waitingActs: {
    zh: (n: number) => `有 ${n} 次更正还没有生效，重新读取后生效。`,
    en: (n: number) =>
      `${n === 1 ? '1 correction is' : `${n} corrections are`} not in force yet; read the batch again.`,
  },
  reread: { zh: '重新读取', en: 'Read again' },
  rereadTitle: { zh: '重新读取本批', en: 'Read the batch again' },
  rereadConsequence: {
    zh: '带上全部对应关系和更正重新读取原文件。读取期间本批不能用于核查；读不出结果时，现在的结果仍然有效。',
    en: 'The files are read again with everything settled so far. Meanwhile no run can use the batch; when nothing comes of it, the present result still counts.',
  },
  passwords: { zh: '受保护文件的口令（可不填）', en: 'Passwords of protected files (optional)' },
  startRun: { zh: '用本批试运行', en: 'Dry run over this batch' },
  revoke: { zh: '撤销本批', en: 'Revoke the batch' },
  revokeTitle: { zh: '撤销批次', en: 'Revoke a batch' },
  revokeConsequence: {
    zh: '以后的核查不再用它；文件内容和更正删除，文件名和指纹保留。',
    en: 'No run may use it any more. The contents of its files and the corrections are deleted; names and hashes stay.',
  },
  revokeLeads: {
    zh: (n: number) => `用它查出的疑点还有 ${n} 条未办结，不受影响，须逐条处理。`,
    en: (n: number) =>
      `${n} leads that were found with it are still open. They stay and have to be dealt with one by one.`,
  },
  revokeNoLeads: {
    zh: '没有因它而未办结的疑点。',
    en: 'No open lead was found with it.',
  },
  reason: { zh: '事由', en: 'Reason' },
  reasonHint: {
    zh: '写明为什么，至少两个字。留痕。',
    en: 'Say why. It is on record.',
  },
  reasonNeeded: { zh: '请写明事由', en: 'Give a reason' },
  replaceReason: {
    zh: '同一文件重新导入，由新的一批代替',
    en: 'The same file was imported again and takes its place',
  },
  revokedNote: {
    zh: (by: string, at: string, reason: string) => `${by} 于 ${at} 撤销。事由：${reason}`,
    en: (by: string, at: string, reason: string) => `Revoked by ${by} at ${at}. Reason: ${reason}`,
  },
  replacedBy: { zh: '查看代替它的批次', en: 'See the batch that took its place' },
  views: { zh: '本批的视图', en: 'Views of this batch' },
  viewResult: { zh: '结果', en: 'Result' },
  viewRows: { zh: '有问题的行', en: 'Rows with something wrong' },
  viewHistory: { zh: '文件与经过', en: 'Files and history' },
  history: { zh: '经过', en: 'History' },
  opened: { zh: '建立批次', en: 'Opened the batch' },
  readingNo: { zh: (no: number) => `第 ${no} 次读取`, en: (no: number) => `Reading ${no}` },
  readingRows: {
    zh: (taken: number, aside: number) => `采用 ${taken} 行，挑出 ${aside} 行`,
    en: (taken: number, aside: number) => `${taken} rows taken, ${aside} set aside`,
  },
  readingCounts: { zh: '现在以这次为准', en: 'This one counts' },
  actMapping: {
    zh: (n: number) => `指定 ${n} 张表的对应关系`,
    en: (n: number) => `Said what ${n === 1 ? '1 sheet is' : `${n} sheets are`}`,
  },
  actCells: {
    zh: (n: number) => `更正 ${n} 个单元格`,
    en: (n: number) => `Corrected ${n === 1 ? '1 cell' : `${n} cells`}`,
  },
  inForce: { zh: '已生效', en: 'In force' },
  notInForce: { zh: '重新读取后生效', en: 'In force at the next reading' },
  reasonIs: { zh: (reason: string) => `事由：${reason}`, en: (reason: string) => `Reason: ${reason}` },
  filesSent: { zh: '收到的文件', en: 'Files that were sent' },
  filesMade: { zh: '可以下载', en: 'To download' },
  received: { zh: '收到时间', en: 'Received' },
  what: { zh: '内容', en: 'What it is' },
  hash: { zh: '指纹（SM3）', en: 'Hash (SM3)' },
  gone: { zh: '内容已删除', en: 'Content deleted' },
  download: { zh: '下载', en: 'Download' },
  downloadOf: { zh: (name: string) => `下载 ${name}`, en: (name: string) => `Download ${name}` },
  setAsideFile: { zh: '挑出的行（退回部门改正）', en: 'Rows set aside (to send back)' },
  mappingFile: { zh: '识别对照', en: 'How headings were understood' },
  downloadHint: {
    zh: '挑出的行含完整号码，每次下载留痕。',
    en: 'Rows set aside hold whole numbers; every download is on record.',
  },
  runs: { zh: '用过它的核查', en: 'Runs over it' },
  noRuns: { zh: '还没有核查用过它。', en: 'No run has used it yet.' },
  openLeads: { zh: '首次查出且未办结', en: 'Open leads first found' },
  run: { zh: '核查', en: 'Run' },
  seeLeads: { zh: '查看疑点', en: 'See the leads' },
});
