import { reasonAtLeast, verdicts } from '@yangguang/domain/identity/verdict';
import { z } from 'zod';
import { Download, Id, Instant, operation, Words } from './operation.ts';

/** What one list says of somebody, masked as the rest of the lead is. */
const MaskedFace = z.strictObject({
  name: z.string().nullable(),
  id: z.string().nullable(),
  birthOn: z.string().nullable(),
  town: z.string().nullable(),
  village: z.string().nullable(),
});
const MaskedFaces = z.strictObject({ left: MaskedFace, right: MaskedFace });
const Verdict = z.enum(verdicts);
const Why = z.string().trim().min(reasonAtLeast).max(1000);

/** What a person judged of two mentions. */
export const IdentityJudgement = z.strictObject({
  id: Id,
  verdict: Verdict,
  /** Masked; null where a step of the journal implies it and gave no reason of its own. */
  why: z.string().nullable(),
  /** Given at a lead, implied by a step of its journal, or taken from a file. */
  source: z.enum(['lead', 'step', 'file']),
  /** Full name of who gave it; of a file, as the file says. */
  by: z.string(),
  at: Instant,
  matterId: Id.nullable(),
  /** The newest of its pair: the one that later runs go by. */
  isInForce: z.boolean(),
  faces: MaskedFaces,
});

const County = z.string().regex(/^\d{6}$/, 'a county code');

/** 身份判断: same, not the same, unsure. They outlive every run and every model. */
export const identity = {
  judge: operation({
    method: 'POST',
    path: '/identity/judge',
    title: { zh: '判断是不是同一人', en: 'Judge whether it is one person' },
    about: {
      zh: '对疑点所依据的两方作出判断并写明理由。判断长期有效，以后每次比对都以它为准；不改变疑点的状态。两个有效号码不同的，不能判为同一人。重复提交只记一次。',
      en: 'Judges the two mentions a lead rests on, with a reason. It lasts: every later run goes by it; the state of the lead does not change. Two valid numbers that differ are never one person. Sent twice it counts once.',
    },
    may: 'lead.triage',
    input: z.strictObject({ id: Id, matterId: Id, verdict: Verdict, why: Why }),
    output: z.strictObject({ id: Id, verdict: Verdict }),
    refusals: ['JDG-101', 'JDG-102', 'JDG-103', 'MAT-103', 'WF-105'],
    logs: 'act',
  }),
  list: operation({
    method: 'GET',
    path: '/identity/list',
    title: { zh: '身份判断记录', en: 'Judgements given' },
    about: {
      zh: '一条疑点的两方（matterId）或一户全部疑点（householdId）此前的判断：谁、何时、为何；最新在前，号码遮盖，未分派给您的遮盖姓名。',
      en: 'What was judged of the two mentions of a lead (matterId), or at all leads of a household (householdId): who, when, why; the newest first, numbers masked, names unless assigned.',
    },
    may: 'lead.read',
    input: z.strictObject({ matterId: Id.optional(), householdId: Id.optional() }),
    output: z.strictObject({
      /** The two mentions that may be judged; null where the lead has none, and for a household. */
      faces: MaskedFaces.nullable(),
      items: z.array(IdentityJudgement),
    }),
    refusals: [],
    logs: 'person',
  }),
  upload: operation({
    method: 'POST',
    path: '/identity/upload',
    title: { zh: '导入判断清单', en: 'Take judgements from a file' },
    about: {
      zh: 'CSV（UTF-8），列名同“导出判断”。先试读（isTrial）看哪些行不收、为什么；逐行处理，不合要求的行不影响其他行；同一份清单再次导入不重复。',
      en: 'CSV in UTF-8 with the columns of an exported list. Try it first (isTrial) to see which rows are refused and why; one row does not stop another; the same list again adds nothing.',
    },
    may: 'run.start',
    input: z.strictObject({ region: County, isTrial: z.boolean() }),
    output: z.strictObject({
      /** Rows taken, or that would be; of these `known` were there before. */
      taken: z.number().int(),
      known: z.number().int(),
      refused: z.array(z.strictObject({ row: z.number().int(), why: Words })),
    }),
    refusals: ['JDG-101', 'JDG-103', 'JDG-104', 'MAT-103'],
    logs: 'act',
    streams: 'request',
  }),
  export: operation({
    method: 'POST',
    path: '/identity/export',
    title: { zh: '导出判断', en: 'Export judgements' },
    about: {
      zh: '本县现行的全部判断，一对一行，含完整号码，可用于单机核查和“导入判断清单”。须写用途和理由，逐次登记，每行带导出人和编号。',
      en: 'All judgements in force in a county, a row for each pair, with full numbers: for a check on one machine and for taking them from a file. Needs purpose and reason; every export is registered, every row says who took it under which number.',
    },
    may: 'export.make',
    input: z.strictObject({
      id: Id,
      region: County,
      purpose: z.string().trim().min(4).max(200),
      reason: z.string().trim().min(4).max(400),
      validDays: z.number().int().min(1).max(180).default(30),
    }),
    output: Download,
    refusals: ['EXP-102', 'MAT-103'],
    logs: 'export',
    streams: 'answer',
  }),
} as const;
