import { z } from 'zod';
import { filterTokens } from './filter-token.ts';
import { Colleague } from './matter-parts.ts';
import { Download, Id, Instant, operation, page, PageInput } from './operation.ts';

const filterNames = [
  ...['workflow', 'kind', 'rule', 'state', 'severity', 'programme', 'town', 'campaign', 'household'],
  // `ended:no` leaves out what has ended; without a word on it everything is in.
  ...['assigned', 'area', 'due-by', 'overdue', 'ended'],
] as const;

/** Lists that leave the system: a right of its own, with purpose, watermark, expiry and a register. */
export const exporting = {
  make: operation({
    method: 'POST',
    path: '/export/make',
    title: { zh: '导出', en: 'Export' },
    about: {
      zh: '范围内的疑点、任务台账或事项，导出为 .xlsx 或 .csv。须写用途；号码默认遮盖，导出完整号码须另有权限并写明理由。每行带导出人和编号，密件不导出，逐次登记。',
      en: 'Leads, the ledger of tasks or matters in reach, as .xlsx or .csv, with a purpose. Numbers are masked; full ones need a right of their own and a reason. Every row says who took it under which number; sealed matters never leave; every export is registered.',
    },
    may: 'export.make',
    input: z.strictObject({
      id: Id,
      what: z.enum(['leads', 'ledger', 'matters']),
      format: z.enum(['xlsx', 'csv']).default('xlsx'),
      lang: z.enum(['zh', 'en']).default('zh'),
      filter: filterTokens(filterNames),
      purpose: z.string().trim().min(4).max(200),
      numbers: z.enum(['masked', 'full']).default('masked'),
      /** Asked for with full numbers. */
      reason: z.string().trim().min(4).max(400).optional(),
      /** After so many days the file is to be destroyed. */
      validDays: z.number().int().min(1).max(180).default(30),
    }),
    output: Download,
    refusals: ['EXP-101', 'EXP-102', 'MAT-103'],
    logs: 'export',
    streams: 'answer',
  }),
  list: operation({
    method: 'GET',
    path: '/export/list',
    title: { zh: '导出登记簿', en: 'Register of exports' },
    about: {
      zh: '谁在何时、为何、导出了多少行；最新在前。',
      en: 'Who took how many rows when and what for, the newest first.',
    },
    may: 'export.register',
    input: z.strictObject({ ...PageInput }),
    output: page(
      z.strictObject({
        id: Id,
        by: Colleague,
        area: z.string(),
        purpose: z.string(),
        what: z.record(z.string(), z.unknown()),
        rows: z.number().int(),
        /** Rows that name somebody. */
        people: z.number().int(),
        watermark: z.string(),
        madeAt: Instant,
        expiresAt: Instant,
        isExpired: z.boolean(),
      }),
    ),
    refusals: [],
    logs: 'list',
  }),
} as const;
