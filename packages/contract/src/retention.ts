import { z } from 'zod';
import { DateOn, Id, Instant, operation, page, PageInput } from './operation.ts';
import { AreaCode } from './people.ts';

const Counts = z.strictObject({
  matters: z.number().int(),
  households: z.number().int(),
  /** Steps whose private part went. */
  steps: z.number().int(),
  leads: z.number().int(),
  files: z.number().int(),
  /** Numbers in the index for exact search. */
  indexEntries: z.number().int(),
  /** Judgements on identity; certificates from before they were kept count none. */
  judgements: z.number().int().default(0),
});

const Reason = z.string().trim().min(4).max(500);

/**
 * Personal data are not kept longer than needed: one person proposes what is beyond its time, another approves, and a
 * certificate says what went. The journal stays; a hold (a lawsuit, an audit) keeps what it names.
 */
export const retention = {
  preview: operation({
    method: 'GET',
    path: '/retention/preview',
    title: { zh: '保存期届满情况', en: 'What is beyond its time' },
    about: {
      zh: '按保存年限，某地区现有多少事项和家庭应当销毁个人信息；每次计划最多 1000 件。',
      en: 'How many matters and households of an area are beyond the years for which their data are kept; a plan takes at most 1000.',
    },
    may: 'retention.run',
    input: z.strictObject({ area: AreaCode }),
    output: z.strictObject({
      years: z.number().int(),
      /** What ended before this day. */
      endedBeforeOn: DateOn,
      matters: z.number().int(),
      households: z.number().int(),
    }),
    refusals: [],
    logs: 'list',
  }),
  propose: operation({
    method: 'POST',
    path: '/retention/propose',
    title: { zh: '提出销毁计划', en: 'Propose an erasure' },
    about: {
      zh: '列定现在保存期届满的内容；另一人批准前什么也不销毁。',
      en: 'Fixes what is beyond its time now; nothing is erased before another person approves.',
    },
    may: 'retention.run',
    input: z.strictObject({ id: Id, area: AreaCode }),
    output: z.strictObject({ id: Id, matters: z.number().int(), households: z.number().int() }),
    refusals: ['RET-101', 'RET-104'],
    logs: 'act',
  }),
  approve: operation({
    method: 'POST',
    path: '/retention/approve',
    title: { zh: '批准并执行销毁', en: 'Approve and erase' },
    about: {
      zh: '由另一人批准；此后设立保全的不销毁。不可恢复，生成销毁证明，操作链仍可核验。',
      en: 'By another person; what was held meanwhile stays. Cannot be undone; gives a certificate, and the journal stays verifiable.',
    },
    may: 'audit.verify',
    input: z.strictObject({ id: Id }),
    output: z.strictObject({ certificateId: Id, counts: Counts }),
    refusals: ['RET-102', 'RET-103'],
    logs: 'act',
  }),
  withdraw: operation({
    method: 'POST',
    path: '/retention/withdraw',
    title: { zh: '撤回销毁计划', en: 'Withdraw a proposal' },
    about: { zh: '什么也不销毁。', en: 'Nothing is erased.' },
    may: 'retention.run',
    input: z.strictObject({ id: Id }),
    output: z.strictObject({ ok: z.literal(true) }),
    refusals: ['RET-102'],
    logs: 'act',
  }),
  list: operation({
    method: 'GET',
    path: '/retention/list',
    title: { zh: '销毁计划和证明', en: 'Plans and certificates' },
    about: {
      zh: '提出、执行和撤回的销毁计划，附销毁证明，最新在前。',
      en: 'Plans proposed, carried out and withdrawn, with their certificates, the newest first.',
    },
    may: 'system.read',
    input: z.strictObject(PageInput),
    output: page(
      z.strictObject({
        id: Id,
        area: AreaCode,
        state: z.enum(['proposed', 'done', 'withdrawn']),
        years: z.number().int(),
        endedBefore: Instant,
        matters: z.number().int(),
        households: z.number().int(),
        proposedBy: z.string(),
        proposedAt: Instant,
        decidedBy: z.string().nullable(),
        decidedAt: Instant.nullable(),
        certificate: z
          .strictObject({ id: Id, basis: z.string(), counts: Counts, contentHash: z.string() })
          .nullable(),
      }),
    ),
    refusals: [],
    logs: 'list',
  }),
  hold: operation({
    method: 'POST',
    path: '/retention/hold',
    title: { zh: '设立保全', en: 'Set a hold' },
    about: {
      zh: '诉讼、审计等需要时，使一件事项或一户的资料不因届满而销毁。',
      en: 'Keeps a matter, or a household with its matters, beyond its time, for a lawsuit or an audit.',
    },
    may: 'retention.run',
    input: z.strictObject({ id: Id, kind: z.enum(['matter', 'household']), subjectId: Id, reason: Reason }),
    output: z.strictObject({ ok: z.literal(true) }),
    refusals: ['RET-104'],
    logs: 'act',
  }),
  release: operation({
    method: 'POST',
    path: '/retention/release',
    title: { zh: '解除保全', en: 'Release a hold' },
    about: { zh: '须写明理由。', en: 'With a reason.' },
    may: 'retention.run',
    input: z.strictObject({ id: Id, reason: Reason }),
    output: z.strictObject({ ok: z.literal(true) }),
    refusals: ['RET-105'],
    logs: 'act',
  }),
  holds: operation({
    method: 'GET',
    path: '/retention/holds',
    title: { zh: '保全列表', en: 'Holds' },
    about: { zh: '最新在前。', en: 'The newest first.' },
    may: 'system.read',
    input: z.strictObject({ ...PageInput, onlyInForce: z.stringbool().default(true) }),
    output: page(
      z.strictObject({
        id: Id,
        area: AreaCode,
        kind: z.enum(['matter', 'household']),
        subjectId: Id,
        reason: z.string(),
        setAt: Instant,
        releasedAt: Instant.nullable(),
        releaseReason: z.string().nullable(),
      }),
    ),
    refusals: [],
    logs: 'list',
  }),
} as const;
