import { z } from 'zod';
import { Colleague } from './matter-parts.ts';
import { DateOn, Download, Id, Instant, operation, PageInput, RegionCode, Words } from './operation.ts';

export const LedgerId = z.string().regex(/^(list|ledger|report):[a-zA-Z0-9]{1,40}$/);

const Column = z.strictObject({
  /** As the notice writes it; names the column. */
  name: z.string(),
  en: z.string(),
  kind: z.enum(['text', 'count', 'fen', 'date']),
  /** What no case says may be typed. */
  mayType: z.boolean(),
  /** Heading over several columns. */
  group: Words.nullable(),
});

const Cell = z.strictObject({
  /** Counts and money in fen. */
  number: z.number().int().nullable(),
  /** Everything else; in Chinese where the two languages differ. */
  text: z.string().nullable(),
  en: z.string().nullable(),
  /** cases: derived; typed: by somebody, once; none: still empty. */
  from: z.enum(['cases', 'typed', 'none']),
  /** Line of campaign.cases behind a number. */
  line: z.string().nullable(),
  by: z.string().nullable(),
  at: Instant.nullable(),
});
export type LedgerCell = z.output<typeof Cell>;

const Row = z.strictObject({
  key: z.string(),
  region: RegionCode,
  householdId: Id.nullable(),
  matterId: Id.nullable(),
  isTotal: z.boolean(),
  cells: z.array(Cell),
});
export type LedgerRow = z.output<typeof Row>;

const Head = z.strictObject({
  id: LedgerId,
  title: Words,
  clause: z.string(),
  /** division: a row for each office; task: for each task; inBenefit, rejected: for each household. */
  rows: z.enum(['division', 'task', 'inBenefit', 'rejected']),
  from: z.string(),
  to: z.string(),
  columns: z.array(Column),
  /** Note under the table. */
  note: Words.nullable(),
  /** Days on which it is due. */
  dueOn: z.array(DateOn),
});
export type LedgerHead = z.output<typeof Head>;

const Summary = z.strictObject({
  rows: z.number().int(),
  cells: z.number().int(),
  /** Of these derived from cases. */
  filled: z.number().int(),
  typed: z.number().int(),
});

const Lock = z.strictObject({
  id: Id,
  ledger: LedgerId,
  periodOn: DateOn,
  region: RegionCode,
  /** The instant of its figures. */
  asOf: Instant,
  lockedAt: Instant,
  lockedBy: Colleague.nullable(),
  /** SHA-256 of the frozen table, hex. */
  sha256: z.string(),
  summary: Summary,
});

/** A table as it is now, or as it was locked. */
const Table = z.strictObject({
  head: Head,
  campaignTitle: z.string(),
  region: RegionCode,
  place: z.string(),
  periodOn: DateOn,
  asOf: Instant,
  summary: Summary,
  rows: z.array(Row),
});
export type LedgerTable = z.output<typeof Table>;

const where = {
  campaignId: Id,
  ledger: LedgerId,
  /** Day on which the period is due. */
  periodOn: DateOn,
  region: RegionCode.min(4),
};

/** 台账：every cell derived from cases where they say it, typed once where they do not; a locked period never changes. */
export const ledger = {
  list: operation({
    method: 'GET',
    path: '/ledger/list',
    title: { zh: '台账和报表目录', en: 'Ledgers of a campaign' },
    about: {
      zh: '专项整治设置中规定的台账、统计表和三张清单，各自的到期日和已锁定的各期。',
      en: 'Ledgers, tables and lists that the campaign’s settings name, their due days, and the periods that are locked.',
    },
    may: 'statistics.read',
    input: z.strictObject({ campaignId: Id }),
    output: z.strictObject({ items: z.array(Head), locks: z.array(Lock) }),
    refusals: [],
    logs: 'none',
  }),
  get: operation({
    method: 'GET',
    path: '/ledger',
    title: { zh: '查看台账', en: 'One ledger' },
    about: {
      zh: '一个地区一期的台账：每格注明由事项得出或由谁填写；已锁定的给出锁定时的内容。姓名、号码一律遮盖。统计表按乡镇查看。',
      en: 'A ledger of a division and period: every cell says whether cases or who filled it; a locked one as it was. Names and numbers are always masked. Tables of households are read town by town.',
    },
    may: 'statistics.read',
    input: z.strictObject({
      ...where,
      cursor: PageInput.cursor,
      limit: z.coerce.number().int().min(1).max(2000).default(200),
    }),
    output: Table.extend({ next: z.string().nullable(), lock: Lock.nullable() }),
    refusals: ['LED-101', 'LED-105'],
    logs: 'list',
  }),
  type: operation({
    method: 'POST',
    path: '/ledger/type',
    title: { zh: '填写一格', en: 'Type a cell' },
    about: {
      zh: '填写事项里得不出的内容；记下谁在何时填写，改填另记，原来的保留。锁定的各期不能再填。',
      en: 'What no case says is typed, with who and when; another word is another entry. Nothing enters a locked period.',
    },
    may: 'ledger.keep',
    input: z.strictObject({
      id: Id,
      ...where,
      rowKey: z.string().regex(/^[\da-f-]{4,36}$/),
      column: z.string().trim().min(1).max(60),
      text: z.string().trim().min(1).max(1000),
    }),
    output: Cell,
    refusals: ['LED-101', 'LED-102', 'LED-103', 'LED-104', 'MAT-103'],
    logs: 'act',
  }),
  lock: operation({
    method: 'POST',
    path: '/ledger/lock',
    title: { zh: '锁定一期台账', en: 'Lock a period' },
    about: {
      zh: '把这一期的台账按现在的样子固定下来，记下内容的哈希值；以后打印、导出都与此相同。',
      en: 'Freezes the ledger of a period as it is now, under the hash of its content; whatever is printed or taken out later is this.',
    },
    may: 'ledger.keep',
    input: z.strictObject({ id: Id, ...where }),
    output: Lock,
    refusals: ['LED-101', 'LED-103', 'LED-105', 'LED-106'],
    logs: 'act',
  }),
  download: operation({
    method: 'POST',
    path: '/ledger/download',
    title: { zh: '导出台账', en: 'Take a ledger out' },
    about: {
      zh: '导出为 .xlsx，须写用途并登记；锁定的按锁定时的内容。报上级的只有数字和已遮盖的行；含完整姓名号码的须另有权限并写明理由。',
      en: 'As .xlsx, with a purpose, registered; locked periods as they were. Upward go counts and masked rows only; names and numbers in full need a right of their own and a reason.',
    },
    may: 'export.make',
    input: z.strictObject({
      id: Id,
      ...where,
      lang: z.enum(['zh', 'en']).default('zh'),
      copy: z.enum(['own', 'upward']).default('upward'),
      purpose: z.string().trim().min(4).max(200),
      numbers: z.enum(['masked', 'full']).default('masked'),
      /** Asked for with full numbers. */
      reason: z.string().trim().min(4).max(400).optional(),
      validDays: z.number().int().min(1).max(180).default(30),
    }),
    output: Download,
    refusals: ['EXP-101', 'EXP-102', 'LED-101', 'LED-105', 'LED-107', 'MAT-103'],
    logs: 'export',
    streams: 'answer',
  }),
} as const;
