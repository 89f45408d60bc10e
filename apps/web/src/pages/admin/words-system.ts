import { defineWords } from '../../words/define-words.ts';

/** Texts of system, jobs and keys. */
export const systemWords = defineWords({
  system: { zh: '系统与备份', en: 'System and backup' },
  systemLead: {
    zh: '系统管理员照看机器，看不到任何办理内容。',
    en: 'The system administrator looks after the machine and sees nothing of the cases.',
  },
  selfCheck: { zh: '系统自检', en: 'Self-check' },
  checkedAt: { zh: (at: string) => `检查时间 ${at}`, en: (at: string) => `Looked at ${at}` },
  again: { zh: '重新检查', en: 'Look again' },
  checking: {
    zh: '正在检查数据库、磁盘、证书、备份……',
    en: 'Looking at database, disk, certificate, backups …',
  },
  good: { zh: '正常', en: 'Good' },
  attention: { zh: '留意', en: 'Attention' },
  bad: { zh: '须处理', en: 'To be dealt with' },
  summary: {
    zh: (bad: number, attention: number) =>
      bad + attention === 0 ? '各项正常。' : `须处理 ${bad} 项，留意 ${attention} 项。`,
    en: (bad: number, attention: number) =>
      bad + attention === 0 ? 'All is well.' : `${bad} to be dealt with, ${attention} to keep an eye on.`,
  },
  remedy: { zh: '怎么办', en: 'What to do' },
  version: { zh: '版本', en: 'Versions' },
  program: { zh: '程序', en: 'Program' },
  policy: { zh: '政策包', en: 'Policy pack' },
  policyHash: { zh: '政策包哈希', en: 'Hash of the pack' },
  runtime: { zh: '运行环境', en: 'Runtime' },
  backups: { zh: '备份', en: 'Backups' },
  noBackups: {
    zh: '还没有备份过。请用下面的命令备份，并设为每天夜间自动执行。',
    en: 'No backup was ever made. Make one with the command below, and let it run every night.',
  },
  backUp: { zh: '立即备份', en: 'Back up now' },
  backUpWhy: {
    zh: (folder: string) => `在后台加密备份到 ${folder}，完成后逐个文件重读核对。大家可以照常工作。`,
    en: (folder: string) =>
      `In the background, encrypted, to ${folder}; then every file is read again and compared. Everybody goes on working.`,
  },
  backUpRunning: { zh: '正在备份。', en: 'A backup is being made.' },
  backUpNotSet: {
    zh: '没有设置 BACKUP_DIR 和 BACKUP_PASSPHRASE_FILE，请在服务器上执行命令。',
    en: 'BACKUP_DIR and BACKUP_PASSPHRASE_FILE are not set: use the command at the machine.',
  },
  backUpNotYours: { zh: '由系统管理员备份。', en: 'The system administrator does this.' },
  command: { zh: '在服务器上执行的命令', en: 'Command to type at the server' },
  keysApart: {
    zh: '密钥不在备份里。请把密钥文件另存两份，不要和备份放在一起：没有它，备份里的个人信息谁也打不开。',
    en: 'The keys are not in a backup. Keep two copies of the key file elsewhere: without it nobody opens the personal data in a backup.',
  },
  drill: {
    zh: '每年两次在另一台机器上演练恢复；步骤见《服务器安装与运行》第 6 节。',
    en: 'Restore one on a second machine twice a year; “Run a server”, section 6, says how.',
  },
  at: { zh: '时间', en: 'When' },
  folder: { zh: '放在', en: 'Where' },
  content: { zh: '内容', en: 'Content' },
  contentOf: {
    zh: (tables: number, rows: number, files: number) => `${tables} 张表 ${rows} 行，${files} 个文件`,
    en: (tables: number, rows: number, files: number) => `${tables} tables, ${rows} rows, ${files} files`,
  },
  checked: { zh: '核对', en: 'Compared' },
  isChecked: { zh: '已重读核对', en: 'Read again' },
  missing: { zh: (n: number) => `缺 ${n} 个文件`, en: (n: number) => `${n} files missing` },
  notEncrypted: { zh: '未加密', en: 'Not encrypted' },
  chainEnd: { zh: '操作链末端', en: 'End of the chain' },
  demo: { zh: '演示数据', en: 'Demo data' },
  demoWhy: {
    zh: (county: string) => `正在使用演示数据：${county}（虚构）。所有人、家庭和账号都不是真的。`,
    en: (county: string) => `This server shows made-up data of ${county}. Nobody in it exists.`,
  },
  endDemo: { zh: '清除演示，开始正式使用', en: 'Remove the demo and start working' },
  endDemoWhy: {
    zh: '服务器立即停止，删除全部演示数据和演示账号，不可恢复。用 npm start 启动的，会自动启动一个空的正式系统，并在窗口里显示安装码，用它建立三名管理员。',
    en: 'The server stops at once; all demo data and accounts are removed for good. Started by npm start, it comes back as an empty server and shows in its window the code with which the three administrators are set up.',
  },
  endDemoType: {
    zh: (county: string) => `请输入演示县的名称“${county}”`,
    en: (county: string) => `Type the name of the demo county: ${county}`,
  },
  endDemoNotYet: { zh: '输入的名称还不一致。', en: 'The name does not fit yet.' },
  endDemoNotYours: { zh: '由系统管理员清除。', en: 'The system administrator does this.' },
  ended: { zh: '演示已清除', en: 'The demo is being removed' },
  endedWhy: {
    zh: '服务器正在停止。请看启动它的窗口：一两分钟后会显示正式系统的地址和安装码。',
    en: 'The server is stopping. Look at the window it was started from: in a minute or two it shows the address of the real server and the set-up code.',
  },
  jobs: { zh: '后台任务', en: 'Jobs' },
  jobsLead: {
    zh: '导入、核查、派发、核验、备份在后台进行。这里只有种类、进度和故障编号，没有业务内容。',
    en: 'Imports, checks, dispatches, verifications and backups run in the background. Kind, progress and codes of faults only; nothing of what they are about.',
  },
  noJobs: { zh: '没有任务。', en: 'No jobs.' },
  job: { zh: '任务', en: 'Job' },
  state: { zh: '状态', en: 'State' },
  allStates: { zh: '全部状态', en: 'All states' },
  waiting: { zh: '等待', en: 'Waiting' },
  running: { zh: '进行中', en: 'Running' },
  done: { zh: '已完成', en: 'Done' },
  failed: { zh: '失败', en: 'Failed' },
  cancelled: { zh: '已停止', en: 'Stopped' },
  stopping: { zh: '正在停止', en: 'Stopping' },
  progress: { zh: '进度', en: 'Progress' },
  attempts: { zh: '次数', en: 'Attempts' },
  fault: { zh: '故障编号', en: 'Fault' },
  created: { zh: '提交', en: 'Sent' },
  endedAt: { zh: '结束', en: 'Ended' },
  nextTry: { zh: (at: string) => `${at} 开始`, en: (at: string) => `begins ${at}` },
  stop: { zh: '停止任务', en: 'Stop' },
  stopNamed: { zh: (kind: string) => `停止任务：${kind}`, en: (kind: string) => `Stop: ${kind}` },
  stopWhy: {
    zh: '在下一个安全点停止；已完成的部分保留，不留半成品。',
    en: 'Stops at its next safe point; what was entered stays, nothing half-done does.',
  },
  hurry: { zh: '立即重试', en: 'Try now' },
  hurryNamed: { zh: (kind: string) => `立即重试：${kind}`, en: (kind: string) => `Try now: ${kind}` },
  queue: {
    zh: (waiting: number, running: number, failed: number) =>
      `等待 ${waiting}，进行中 ${running}，一天内失败 ${failed}。`,
    en: (waiting: number, running: number, failed: number) =>
      `${waiting} waiting, ${running} running, ${failed} failed within a day.`,
  },
  acts: { zh: '操作', en: 'Acts' },
  keys: { zh: '密钥与密码算法', en: 'Keys and algorithms' },
  keysLead: {
    zh: '个人信息在数据库里以密文保存。轮换、停用在服务器上用命令办理，期间照常工作。',
    en: 'Personal data are encrypted in the database. Keys are rotated and retired by command at the machine while everybody works.',
  },
  keyVersion: { zh: '正在使用的密钥版本', en: 'Version of the key in use' },
  algorithms: { zh: '密码算法', en: 'Algorithms' },
  use: { zh: '用途', en: 'Use' },
  algorithm: { zh: '算法', en: 'Algorithm' },
  printAlgorithms: { zh: '打印算法清单', en: 'Print the list' },
  rotation: { zh: '轮换密钥', en: 'Rotate the keys' },
  rotationWhy: {
    zh: '每年一次；能读取密钥文件的人离岗时也要轮换。轮换后请重新另存密钥文件。',
    en: 'Once a year, and whenever somebody who could read the key file leaves. Keep new copies of the key file afterwards.',
  },
});

/** Kinds of jobs by the name the queue keeps. */
export const jobWords = defineWords({
  'import.read': { zh: '读取导入文件', en: 'Read imported files' },
  'run.check': { zh: '核查', en: 'Check' },
  'dispatch.send': { zh: '派发疑点', en: 'Dispatch leads' },
  'audit.verify': { zh: '核验记录', en: 'Verify the records' },
  'audit.root': { zh: '生成每日根值', en: 'Make the daily root' },
  'system.backup': { zh: '备份', en: 'Backup' },
});
