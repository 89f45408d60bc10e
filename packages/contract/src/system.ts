import { z } from 'zod';
import { Id, Instant, operation, Words } from './operation.ts';
import { RoleName } from './people.ts';

/** One thing the self-check looked at: how it stands, what was found, what to do about it. */
export const CheckItem = z.strictObject({
  id: z.string(),
  state: z.enum(['good', 'attention', 'bad']),
  title: Words,
  finding: Words,
  /** Null where nothing is to be done. */
  remedy: Words.nullable(),
});

/** A backup as the command left word of it. */
const BackupNote = z.strictObject({
  at: Instant,
  /** The folder it lies in, on the server's machine. */
  folder: z.string(),
  tables: z.number().int(),
  rows: z.number().int(),
  files: z.number().int(),
  /** Files that stand in the database and not on the disk. */
  missingFiles: z.number().int(),
  isEncrypted: z.boolean(),
  /** Every file of it was read again and compared with its digest. */
  isChecked: z.boolean(),
  /** End of the chain of acts in it: to be held against a printed page. */
  chainSeq: z.string(),
  chainHash: z.string(),
});

/** The server itself: is it there, what is it, with which algorithms. */
export const system = {
  health: operation({
    method: 'GET',
    path: '/system/health',
    title: { zh: '是否在运行', en: 'Is it running' },
    about: {
      zh: '进程在运行即答“是”；不查数据库。也在 /health。',
      en: 'Answers as long as the process runs; does not ask the database. Also at /health.',
    },
    may: null,
    input: z.strictObject({}),
    output: z.strictObject({ ok: z.literal(true) }),
    refusals: [],
    logs: 'none',
  }),
  ready: operation({
    method: 'GET',
    path: '/system/ready',
    title: { zh: '能否受理', en: 'Is it ready' },
    about: {
      zh: '数据库可用、没有正在停止时答“是”，否则 503。也在 /ready。',
      en: 'Yes when the database answers and the server is not stopping, otherwise 503. Also at /ready.',
    },
    may: null,
    input: z.strictObject({}),
    output: z.strictObject({ ok: z.literal(true) }),
    refusals: ['API-503'],
    logs: 'none',
  }),
  about: operation({
    method: 'GET',
    path: '/system/about',
    title: { zh: '关于本系统', en: 'About this system' },
    about: {
      zh: '登录页需要知道的：系统名称、是否可单点登录、是否等待初始设置；只有演示才列出演示账号和口令。',
      en: 'What the sign-in page has to know: the name, whether single sign-on is there, whether the first set-up is still to be done; in a demo, and only there, its accounts and their password.',
    },
    may: null,
    input: z.strictObject({}),
    output: z.strictObject({
      name: Words,
      hasSingleSignOn: z.boolean(),
      /** True until the three administrators exist. */
      needsSetUp: z.boolean(),
      /** Null on every server that is not a demo. */
      demo: z
        .strictObject({
          countyName: z.string(),
          /** Of all its accounts. */
          password: z.string(),
          /** False while the made-up county is still being brought under way. */
          isComplete: z.boolean(),
          accounts: z.array(z.strictObject({ userName: z.string(), role: RoleName, title: Words })),
        })
        .nullable(),
    }),
    refusals: [],
    logs: 'none',
  }),
  version: operation({
    method: 'GET',
    path: '/system/version',
    title: { zh: '版本', en: 'Versions' },
    about: {
      zh: '程序、政策包和运行环境的版本。',
      en: 'Versions of the program, the policy pack and the runtime.',
    },
    may: 'system.read',
    input: z.strictObject({}),
    output: z.strictObject({
      program: z.string(),
      policy: z.string(),
      policyHash: z.string(),
      runtime: z.string(),
    }),
    refusals: [],
    logs: 'none',
  }),
  algorithms: operation({
    method: 'GET',
    path: '/system/algorithms',
    title: { zh: '密码算法', en: 'Algorithms' },
    about: {
      zh: '正在使用的密码算法和密钥版本；可打印的页面在 /algorithms。',
      en: 'The cryptographic algorithms and key version in use; a page to print is at /algorithms.',
    },
    may: 'system.read',
    input: z.strictObject({}),
    output: z.strictObject({
      keyVersion: z.number().int(),
      algorithms: z.array(z.strictObject({ use: Words, name: z.string() })),
    }),
    refusals: [],
    logs: 'none',
  }),
  selfCheck: operation({
    method: 'GET',
    path: '/system/self-check',
    title: { zh: '自检', en: 'Self-check' },
    about: {
      zh: '数据库、磁盘、时钟、证书、政策包、备份、核验、后台任务和查阅记录，逐项说明好坏和办法；不含业务内容。',
      en: 'Database, disk, clock, certificate, policy pack, backup, verification, jobs and the audit of reads: how each stands and what to do; nothing of what the work is about.',
    },
    may: 'system.read',
    input: z.strictObject({}),
    output: z.strictObject({ at: Instant, items: z.array(CheckItem) }),
    refusals: [],
    logs: 'none',
  }),
  backups: operation({
    method: 'GET',
    path: '/system/backups',
    title: { zh: '备份记录', en: 'Backups' },
    about: {
      zh: '最近的备份放在哪里、有多少内容、是否逐一核对过；怎样再做一次。',
      en: 'Where the newest backups lie, what they hold and whether they were compared; how to make the next one.',
    },
    may: 'system.read',
    input: z.strictObject({}),
    output: z.strictObject({
      items: z.array(BackupNote),
      /** Where one started from the desk goes; null when BACKUP_DIR or BACKUP_PASSPHRASE_FILE is not set. */
      folder: z.string().nullable(),
      isRunning: z.boolean(),
      /** To be typed at the machine. */
      command: z.string(),
    }),
    refusals: [],
    logs: 'none',
  }),
  backUp: operation({
    method: 'POST',
    path: '/system/back-up',
    title: { zh: '立即备份', en: 'Back up now' },
    about: {
      zh: '在后台把数据库和文件加密备份到设定的目录；未设定时拒绝，请在机器上用命令备份。',
      en: 'Backs database and files up, encrypted, into the folder that is set, in the background; refused when none is: use the command at the machine.',
    },
    may: 'system.operate',
    input: z.strictObject({}),
    output: z.strictObject({ jobId: Id }),
    refusals: ['BAK-109'],
    logs: 'act',
  }),
  endDemo: operation({
    method: 'POST',
    path: '/system/end-demo',
    title: { zh: '清除演示，开始正式使用', en: 'Remove the demo and start working' },
    about: {
      zh: '只在演示中可用，须输入演示县名。服务器随即停止，npm start 删除全部演示数据并启动一个空的正式系统；不可恢复。',
      en: 'In a demo only; the name of its county must be typed. The server stops, and npm start removes all of the demo and starts an empty server. Cannot be undone.',
    },
    may: 'system.operate',
    input: z.strictObject({ countyName: z.string().trim().min(1).max(40) }),
    output: z.strictObject({ ok: z.literal(true) }),
    refusals: ['DEMO-101', 'DEMO-102', 'DEMO-103'],
    logs: 'act',
  }),
} as const;
