import { z } from 'zod';
import { filterTokens } from './filter-token.ts';
import { Colleague } from './matter-parts.ts';
import { DateOn, Id, Instant, operation, page, PageInput, Words } from './operation.ts';

const AuditLine = z.strictObject({
  seq: z.string(),
  at: Instant,
  by: Colleague.nullable(),
  role: z.string().nullable(),
  kind: z.string(),
  operation: z.string(),
  title: Words,
  subject: z.record(z.string(), z.unknown()),
  reason: z.string().nullable(),
  outcome: z.string(),
  code: z.string().nullable(),
  address: z.string().nullable(),
  /** Where the reader belongs. */
  region: z.string().nullable(),
  /** Where what was read lies. */
  place: z.string().nullable(),
});

const Root = z.strictObject({
  day: DateOn,
  stepSeq: z.string(),
  stepHash: z.string(),
  readBatch: z.string(),
  readHash: z.string(),
  root: z.string(),
  madeAt: Instant,
});

const Outcome = z.strictObject({
  at: Instant,
  isWhole: z.boolean(),
  steps: z.number().int(),
  reads: z.number().int(),
  matters: z.number().int(),
  evidence: z.number().int(),
  registered: z.number().int(),
  roots: z.number().int(),
  /** Ends of both chains: to be held against a printed page. */
  stepHash: z.string(),
  readHash: z.string(),
  findingCount: z.number().int(),
  /** The first two hundred. */
  findings: z.array(z.strictObject({ what: z.string(), table: z.string(), key: z.string(), words: Words })),
});

const auditFilters = [
  'account',
  'kind',
  'operation',
  'outcome',
  'code',
  'household',
  'matter',
  'from',
  'to',
] as const;

/** 审计: who looked at what, and the proof that nothing was changed behind the product's back. */
export const audit = {
  search: operation({
    method: 'GET',
    path: '/audit/search',
    title: { zh: '查阅审计记录', en: 'Search the audit' },
    about: {
      zh: '查看、列表、查找、导出、打印、拒绝和登录失败，新的在前；filter 如 account:…、kind:refusal、matter:…、from:2026-11-01。',
      en: 'Reads, lists, searches, exports, prints, refusals and failed sign-ins, newest first; filters such as account:…, kind:refusal, matter:…, from:2026-11-01.',
    },
    may: 'audit.read',
    input: z.strictObject({ ...PageInput, filter: filterTokens(auditFilters) }),
    output: page(AuditLine),
    refusals: [],
    logs: 'search',
  }),
  person: operation({
    method: 'GET',
    path: '/audit/person',
    title: { zh: '谁看过这一户', en: 'Who read this file' },
    about: {
      zh: '对一户的户卡、事项、疑点的每一次查看、查找命中和完整信息查看，不论查看人属于哪里，新的在前。',
      en: 'Every look at the card, matters and leads of one household, every hit of a search and every unmasking, wherever the reader belongs, newest first.',
    },
    may: 'audit.read',
    input: z.strictObject({ ...PageInput, householdId: Id }),
    output: page(AuditLine),
    refusals: [],
    logs: 'search',
  }),
  steps: operation({
    method: 'GET',
    path: '/audit/steps',
    title: { zh: '查阅办理记录', en: 'Acts, newest first' },
    about: {
      zh: '每一步由谁、以何职务、何时办理；不含内容。',
      en: 'Who took which step, in which role and when; not what it holds.',
    },
    may: 'audit.read',
    input: z.strictObject({ ...PageInput, accountId: Id.optional(), matterId: Id.optional() }),
    output: page(
      z.strictObject({
        seq: z.string(),
        id: Id,
        matterId: Id,
        workflow: z.string(),
        action: z.string(),
        at: Instant,
        recordedAt: Instant,
        by: Colleague.nullable(),
        role: z.string(),
        area: z.string(),
        hash: z.string(),
      }),
    ),
    refusals: [],
    logs: 'search',
  }),
  status: operation({
    method: 'GET',
    path: '/audit/status',
    title: { zh: '完整性状况', en: 'State of the proof' },
    about: {
      zh: '两条链的末端、最近的日根，以及最近一次核验的结果。',
      en: 'The ends of both chains, the newest daily root, and how the last verification ended.',
    },
    may: 'audit.verify',
    input: z.strictObject({}),
    output: z.strictObject({
      /** A verification waits or runs. */
      isRunning: z.boolean(),
      stepSeq: z.string(),
      stepHash: z.string(),
      readSeq: z.string(),
      readHash: z.string(),
      newestRoot: Root.nullable(),
      lastVerified: Outcome.nullable(),
    }),
    refusals: [],
    logs: 'search',
  }),
  verify: operation({
    method: 'POST',
    path: '/audit/verify',
    title: { zh: '开始核验', en: 'Verify' },
    about: {
      zh: '在后台核验全部链条、日根、事项和材料；结果见完整性状况。',
      en: 'In the background, all of it: chains, roots, matters, documents. The outcome shows in the state of the proof.',
    },
    may: 'audit.verify',
    input: z.strictObject({}),
    output: z.strictObject({ jobId: Id }),
    refusals: [],
    logs: 'act',
  }),
  roots: operation({
    method: 'GET',
    path: '/audit/roots',
    title: { zh: '日根', en: 'Daily roots' },
    about: {
      zh: '每天一个值，打印或上报后，谁也无法不留痕迹地改写此前的记录。',
      en: 'One value a day: once printed or sent up, nobody can rewrite what came before unseen.',
    },
    may: 'audit.verify',
    input: z.strictObject({
      before: DateOn.optional(),
      limit: z.coerce.number().int().min(1).max(400).default(60),
    }),
    output: z.strictObject({ items: z.array(Root) }),
    refusals: [],
    logs: 'search',
  }),
} as const;
