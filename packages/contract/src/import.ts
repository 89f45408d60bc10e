import { z } from 'zod';
import { overviewOperations } from './import-overview.ts';
import { ImportAct, sheetOperations } from './import-sheets.ts';
import { Colleague } from './matter-parts.ts';
import { Download, Id, Instant, operation, page, PageInput, Words } from './operation.ts';
import { Progress } from './progress.ts';

const County = z.string().regex(/^\d{6}$/, 'a county code');

/** A name as a department gave it, with the folders it lay in: none leads upward, and nothing in it is unseen. */
const FileName = z
  .string()
  .trim()
  .min(1)
  .max(300)
  .regex(/^[^./\\\p{Cc}][^/\\\p{Cc}]{0,79}(?:\/[^./\\\p{Cc}][^/\\\p{Cc}]{0,79}){0,5}$/u)
  .refine((name) => !/(^|\/)run\.json$/.test(name), 'the name of a result');

/** Always rowsIn = rowsTaken + rowsSetAside + rowsStructure. */
const Rows = z.strictObject({
  rowsIn: z.number().int(),
  rowsTaken: z.number().int(),
  rowsSetAside: z.number().int(),
  rowsStructure: z.number().int(),
});

const BatchLine = z.strictObject({
  id: Id,
  region: County,
  campaignId: Id.nullable(),
  title: z.string(),
  state: z.enum(['open', 'waiting', 'done', 'failed', 'cancelled', 'revoked']),
  progress: Progress.nullable(),
  openedBy: Colleague.nullable(),
  openedAt: Instant,
  endedAt: Instant.nullable(),
  version: z.number().int(),
  fileCount: z.number().int(),
  /** Of the reading that counts; null: none does. */
  rows: Rows.nullable(),
});

const ImportFile = z.strictObject({
  id: Id,
  kind: z.enum(['input', 'setAside', 'mapping']),
  name: z.string(),
  bytes: z.number().int(),
  /** SM3, hex. */
  sm3: z.string(),
  /** False when the batch was revoked: name and hash stay, the content is gone. */
  isKept: z.boolean(),
  addedAt: Instant,
  /** Batches that brought the same content before and still count, the newest first. */
  sameAs: z.array(
    z.strictObject({ batchId: Id, title: z.string(), name: z.string(), state: z.string(), addedAt: Instant }),
  ),
});

/** Why there is no result, in words. */
export const Failure = z.strictObject({ code: z.string(), what: Words, why: Words, remedy: Words });
export type Failure = z.output<typeof Failure>;

/** One time the files of a batch were read. */
const ImportReading = z.strictObject({
  no: z.number().int(),
  state: z.enum(['waiting', 'done', 'failed', 'cancelled']),
  /** Acts up to this number were laid over the files. */
  acts: z.number().int(),
  by: Colleague.nullable(),
  startedAt: Instant,
  endedAt: Instant.nullable(),
  rows: Rows.nullable(),
  failure: Failure.nullable(),
});

/** What became of one sheet, or of a file that could not be read: then there is no table, and the alarm says why. Always rowsIn = rowsTaken + rowsSetAside + rowsStructure. */
const Sheet = z.strictObject({
  file: z.string(),
  sheet: z.string(),
  /** Data set; null when it was not recognised. */
  table: z.string().nullable(),
  title: Words,
  confidence: z.number(),
  sourceOn: z.string().nullable(),
  rowsIn: z.number().int(),
  rowsTaken: z.number().int(),
  rowsSetAside: z.number().int(),
  /** Titles, totals, notes. */
  rowsStructure: z.number().int(),
  alarms: z.array(Words),
  /** Which heading feeds which column; null: none. */
  mapping: z.array(z.strictObject({ heading: z.string(), column: z.string().nullable() })),
  /** Cells that could not be understood, by column and kind of fault; the rows were used. */
  faults: z.array(z.strictObject({ column: z.string(), code: z.string(), cells: z.number().int() })),
});

/** What reading a batch came to. */
export const ImportReport = z.strictObject({
  sheets: z.array(Sheet),
  rowsIn: z.number().int(),
  rowsTaken: z.number().int(),
  rowsSetAside: z.number().int(),
  rowsStructure: z.number().int(),
});
export type ImportReport = z.output<typeof ImportReport>;

/** 数据导入: files of departments in, what was recognised out. Nothing is dropped silently. */
export const importing = {
  open: operation({
    method: 'POST',
    path: '/import/open',
    title: { zh: '新建导入批次', en: 'Open a batch' },
    about: {
      zh: '一个县一批文件；编号由客户端生成，重复提交不会重复建立。',
      en: 'Files of one county taken in together. The id is made by the client: sent twice, there is one batch.',
    },
    may: 'run.start',
    input: z.strictObject({
      id: Id,
      region: County,
      title: z.string().trim().min(1).max(120),
      campaignId: Id.nullable().default(null),
    }),
    output: z.strictObject({ id: Id }),
    refusals: ['BAT-101', 'BAT-108'],
    logs: 'act',
  }),
  upload: operation({
    method: 'POST',
    path: '/import/upload',
    title: { zh: '上传文件', en: 'Upload a file' },
    about: {
      zh: '正文为原始字节流；加密保存。同名同内容重复上传只留一份。',
      en: 'The body is the raw bytes; they are encrypted at rest. The same name and content sent twice are kept once.',
    },
    may: 'run.start',
    input: z.strictObject({ batchId: Id, fileName: FileName }),
    output: ImportFile,
    refusals: ['BAT-102', 'BAT-104', 'BAT-105', 'FILE-101'],
    logs: 'act',
    streams: 'request',
  }),
  remove: operation({
    method: 'POST',
    path: '/import/remove',
    title: { zh: '移除文件', en: 'Remove a file' },
    about: { zh: '只限尚未提交的批次。', en: 'Only while the batch was not started.' },
    may: 'run.start',
    input: z.strictObject({ batchId: Id, fileId: Id }),
    output: z.strictObject({ removed: z.boolean() }),
    refusals: ['BAT-102'],
    logs: 'act',
  }),
  start: operation({
    method: 'POST',
    path: '/import/start',
    title: { zh: '开始识别', en: 'Start reading' },
    about: {
      zh: '在后台识别；受保护文件的口令可一并给出，加密保存，撤销批次时删除。',
      en: 'In the background. Passwords of protected files may be given: kept encrypted until the batch is revoked.',
    },
    may: 'run.start',
    input: z.strictObject({ id: Id, passwords: z.array(z.string().min(1).max(200)).max(20).default([]) }),
    output: z.strictObject({ id: Id, state: z.string() }),
    refusals: ['BAT-103'],
    logs: 'act',
  }),
  list: operation({
    method: 'GET',
    path: '/import/list',
    title: { zh: '导入批次', en: 'Batches' },
    about: { zh: '新的在前。', en: 'The newest first.' },
    may: 'run.read',
    input: z.strictObject({ ...PageInput, campaignId: Id.optional() }),
    output: page(BatchLine),
    refusals: [],
    logs: 'list',
  }),
  get: operation({
    method: 'GET',
    path: '/import',
    title: { zh: '导入结果', en: 'A batch' },
    about: {
      zh: '进度；识别出的数据种类、表头对照、各表行数：读入 = 采用 + 挑出 + 标题合计说明。',
      en: 'Progress; recognised data sets, mapping, and rows of every sheet: in = taken + set aside + structure.',
    },
    may: 'run.read',
    input: z.strictObject({ id: Id }),
    output: BatchLine.extend({
      files: z.array(ImportFile),
      /** Number of the reading that counts; 0: none. */
      reading: z.number().int(),
      readings: z.array(ImportReading),
      acts: z.array(ImportAct),
      /** Acts that the next reading would be the first to use. */
      waitingActs: z.number().int(),
      report: ImportReport.nullable(),
      failure: Failure.nullable(),
      /** Runs that used it, and the open leads they were the first to find. */
      runs: z.array(z.strictObject({ runId: Id, state: z.string(), openLeads: z.number().int() })),
      revokeReason: z.string().nullable(),
      revokedBy: Colleague.nullable(),
      revokedAt: Instant.nullable(),
      replacedBy: Id.nullable(),
    }),
    refusals: [],
    logs: 'list',
  }),
  download: operation({
    method: 'GET',
    path: '/import/download',
    title: { zh: '下载挑出的行', en: 'Download rows set aside' },
    about: {
      zh: '挑出的行连同原因，供改正后重新导入；含完整号码，逐次留痕。识别对照也在这里下载。',
      en: 'Rows set aside with the reason, to be corrected and sent again; they hold whole numbers, and every download is on record. The mapping is here as well.',
    },
    may: 'run.start',
    input: z.strictObject({ fileId: Id }),
    output: Download,
    refusals: ['FILE-102'],
    logs: 'export',
    streams: 'answer',
  }),
  cancel: operation({
    method: 'POST',
    path: '/import/cancel',
    title: { zh: '取消识别', en: 'Stop reading' },
    about: { zh: '在下一个安全点停止，不留半成品。', en: 'At the next safe point; nothing half-done stays.' },
    may: 'run.start',
    input: z.strictObject({ id: Id }),
    output: z.strictObject({ id: Id, state: z.string() }),
    refusals: ['RUN-204'],
    logs: 'act',
  }),
  revoke: operation({
    method: 'POST',
    path: '/import/revoke',
    title: { zh: '撤销批次', en: 'Revoke a batch' },
    about: {
      zh: '不再供核查使用，文件内容删除，文件名和指纹保留；已有的疑点不受影响，须逐条处理。',
      en: 'No run may use it any more and the contents of its files go; names and hashes stay. Leads found with it are untouched.',
    },
    may: 'run.start',
    input: z.strictObject({
      id: Id,
      reason: z.string().trim().min(2).max(400),
      replacedBy: Id.nullable().default(null),
    }),
    output: z.strictObject({ id: Id, state: z.string() }),
    refusals: ['BAT-107'],
    logs: 'act',
  }),
  ...sheetOperations,
  ...overviewOperations,
} as const;
