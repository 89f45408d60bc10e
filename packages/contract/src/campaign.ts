import { z } from 'zod';
import { MatterLine, StepId, StepTaken, stepRefusals } from './matter-parts.ts';
import { DateOn, Id, operation, page, PageInput, RegionCode, Words } from './operation.ts';

const phaseStates = ['mobilising', 'selfCheck', 'inspecting', 'summarising'] as const;

/** A post of the leading group or its office and who holds it, as the notice publishes them. */
const Post = z.strictObject({
  duty: z.enum(['leader', 'deputy', 'member', 'office']),
  name: z.string().trim().min(1).max(40),
  post: z.string().trim().min(1).max(80),
});

const Cited = { clause: z.string(), quote: z.string() } as const;
const Titled = { zh: z.string(), en: z.string() } as const;

const Phase = z.strictObject({
  id: z.string(),
  ...Titled,
  ...Cited,
  state: z.enum(phaseStates),
  fromOn: DateOn,
  /** Last day, inclusive. */
  untilOn: DateOn,
});

/**
 * What a campaign takes over from its template, with days in place of month and day and with the values of parameters in
 * force when it was created. Kept with the campaign: a later version of the template does not change it.
 */
export const CampaignSettings = z.strictObject({
  policyVersion: z.string().default(''),
  year: z.number().int().default(0),
  number: z.string().nullable().default(null),
  issuer: z.string().default(''),
  programmes: z.array(z.string()).default([]),
  phases: z.array(Phase).default([]),
  leadingGroup: z.array(Post).default([]),
  /** Posts that the notice names, where it names them. */
  posts: z.array(z.string()).default([]),
  /** Null: the notice asks for no sample. */
  sampling: z
    .strictObject({
      ...Cited,
      parameter: z.string(),
      /** Least share of persons. */
      share: z.number(),
      priority: z.array(z.string()),
    })
    .nullable()
    .default(null),
  families: z.array(z.string()).default([]),
  cohorts: z
    .array(z.strictObject({ id: z.string(), ...Titled, ...Cited, sinceOn: DateOn.nullable() }))
    .default([]),
  ledgers: z
    .array(
      z.strictObject({
        ...Titled,
        ...Cited,
        every: z.string(),
        from: z.string(),
        to: z.string(),
        columns: z.array(z.string()),
        dueOn: z.array(DateOn),
      }),
    )
    .default([]),
  reports: z
    .array(
      z.strictObject({
        id: z.string(),
        ...Titled,
        ...Cited,
        from: z.string(),
        to: z.string(),
        dueOn: DateOn,
      }),
    )
    .default([]),
  remindDays: z.array(z.number().int()).default([]),
  officialProxyAllowed: z.boolean().default(false),
  /** Off unless the notice turned them on with its legal need. */
  photos: z.boolean().default(false),
  position: z.boolean().default(false),
});
export type CampaignSettings = z.output<typeof CampaignSettings>;

const CampaignLine = z.strictObject({
  id: Id,
  /** The matter that carries it through its phases: matter.get, matter.act. */
  matterId: Id,
  template: z.string(),
  title: z.string(),
  documentNo: z.string().nullable(),
  region: RegionCode,
  state: z.string(),
  version: z.number().int(),
  fromOn: DateOn,
  /** With all extensions. */
  endOn: DateOn,
});

const CountLine = z.strictObject({
  /** Such as leads.waiting: what campaign.cases opens. */
  line: z.string(),
  title: Words,
  count: z.number().int(),
  /** The line this one is a part of; parts add up to it. */
  of: z.string().nullable(),
});

/** 专项整治: from the template of its notice to the look-back list. Numbers are counted from the cases, never typed. */
export const campaign = {
  templates: operation({
    method: 'GET',
    path: '/campaign/templates',
    title: { zh: '方案模板', en: 'Templates of campaigns' },
    about: {
      zh: '五个通知的模板：阶段、任务、台账和抽查要求；日期按所给年份推算。',
      en: 'The notices as templates: phases, tasks, ledgers and samples, with their days in the year asked for.',
    },
    may: 'campaign.read',
    input: z.strictObject({ year: z.coerce.number().int().min(2000).max(2100).optional() }),
    output: z.strictObject({
      items: z.array(
        z.strictObject({
          id: z.string(),
          title: Words,
          number: z.string().nullable(),
          issuer: z.string(),
          level: z.string(),
          year: z.number().int(),
          programmes: z.array(z.string()),
          phases: z.array(Phase),
          tasks: z.number().int(),
          sampleShare: z.string().nullable(),
        }),
      ),
    }),
    refusals: [],
    logs: 'none',
  }),
  create: operation({
    method: 'POST',
    path: '/campaign/create',
    title: { zh: '按模板建立专项整治', en: 'Create a campaign' },
    about: {
      zh: '按模板推算各阶段日期，逐项逐单位立任务；休息日到期的提前到前一个工作日。建立后由流程印发。',
      en: 'Dates of its phases from the template, a task for every item and office; what would be due on a day of rest is due on the working day before. Issued by its workflow afterwards.',
    },
    may: 'campaign.run',
    input: z.strictObject({
      stepId: StepId,
      campaignId: Id,
      template: z.string().max(60),
      year: z.number().int().min(2000).max(2100),
      region: RegionCode.min(2),
      title: z.string().trim().min(2).max(120).optional(),
      documentNo: z.string().trim().min(2).max(60).optional(),
      leadingGroup: z.array(Post).max(60).default([]),
    }),
    output: z.strictObject({ campaignId: Id, matterId: Id, tasks: z.number().int() }),
    refusals: ['CAM-101', 'CAM-102', 'CAM-103', 'CAM-106', 'MAT-101', 'MAT-103', 'MAT-107'],
    logs: 'act',
  }),
  list: operation({
    method: 'GET',
    path: '/campaign/list',
    title: { zh: '专项整治列表', en: 'List campaigns' },
    about: {
      zh: '本地区的和上级下发的专项整治，最新在前。',
      en: 'Campaigns of one’s area and of the levels above it, the newest first.',
    },
    may: 'campaign.read',
    input: z.strictObject({ ...PageInput }),
    output: page(CampaignLine),
    refusals: [],
    logs: 'list',
  }),
  get: operation({
    method: 'GET',
    path: '/campaign',
    title: { zh: '查看专项整治', en: 'One campaign' },
    about: {
      zh: '阶段、领导小组、参数，以及由事项逐件数出的各项数字；每个数字可用 campaign.cases 打开。',
      en: 'Phases, leading group, parameters, and the numbers, counted case by case in reach; campaign.cases opens each.',
    },
    may: 'campaign.read',
    input: z.strictObject({ id: Id }),
    output: CampaignLine.extend({
      phases: z.array(Phase.extend({ isCurrent: z.boolean(), workingDaysLeft: z.number().int().nullable() })),
      settings: CampaignSettings,
      counts: z.array(CountLine),
      /** Whether every line is the sum of its parts (law 10). */
      reconciles: z.boolean(),
      /** On the look-back list. */
      carriedOver: z.number().int(),
      /** What the next phase waits for, as the records have it. */
      guards: z.record(z.string(), z.string()),
    }),
    refusals: [],
    logs: 'list',
  }),
  cases: operation({
    method: 'GET',
    path: '/campaign/cases',
    title: { zh: '数字背后的事项', en: 'The cases behind a number' },
    about: {
      zh: '一项数字所数的每一件事项；逐页看完，件数与数字相同。',
      en: 'Every matter that a number counts; page by page they are as many as it says.',
    },
    may: 'campaign.read',
    input: z.strictObject({ ...PageInput, id: Id, line: z.string().max(60) }),
    output: page(MatterLine),
    refusals: ['CAM-105'],
    logs: 'list',
  }),
  extend: operation({
    method: 'POST',
    path: '/campaign/extend',
    title: { zh: '延长阶段期限', en: 'Extend a phase' },
    about: {
      zh: '凭文件延长正在进行的阶段，写到某日或再加若干工作日；整治结束日期随之顺延。',
      en: 'With a document, the phase under way gets a later last day or so many working days more; the end of the whole moves with it.',
    },
    may: 'campaign.run',
    input: z.strictObject({
      campaignId: Id,
      stepId: StepId,
      expectedVersion: z.number().int().min(0),
      until: z.union([
        z.strictObject({ on: DateOn }),
        z.strictObject({ workingDays: z.number().int().min(1).max(120) }),
      ]),
      reason: z.string().trim().min(2).max(4000),
      evidence: z.array(Id).max(50).default([]),
    }),
    output: StepTaken,
    refusals: [...stepRefusals, 'CAM-104'],
    logs: 'act',
  }),
  carryOver: operation({
    method: 'POST',
    path: '/campaign/carry-over',
    title: { zh: '转入“回头看”清单', en: 'Put what is open on the look-back list' },
    about: {
      zh: '把未办结的事项逐件登入清单；再次执行只补登新的。',
      en: 'Every matter still open, one by one; doing it again adds only what is new.',
    },
    may: 'campaign.run',
    input: z.strictObject({ id: Id }),
    output: z.strictObject({ added: z.number().int(), onList: z.number().int() }),
    refusals: [],
    logs: 'act',
  }),
} as const;
