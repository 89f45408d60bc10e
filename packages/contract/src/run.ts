import { z } from 'zod';
import { Failure } from './import.ts';
import { Colleague } from './matter-parts.ts';
import { DateOn, Id, Instant, operation, page, PageInput, RegionCode, Words } from './operation.ts';
import { Progress } from './progress.ts';

const County = z.string().regex(/^\d{6}$/, 'a county code');
const count = z.number().int().min(0);

const Severities = { serious: count, suspect: count, info: count } as const;

const ByRule = z.strictObject({ rule: z.string(), leads: count, ...Severities });

/** What a run found, and what became of it. */
export const RunReport = z.strictObject({
  regionName: z.string(),
  /** Leads by severity; entries of the screening list are no leads and never enter. */
  leads: count,
  screening: count,
  ...Severities,
  byRule: z.array(ByRule),
  /** Rules that the county lets only count (试行): what they would have found. Nothing of it is among the leads. */
  shadow: z.array(ByRule).default([]),
  /** Rules that did not run because the county has retired them. */
  retired: z.array(z.string()).default([]),
  /** Numbers that offices had set for this place when the run was started. */
  localValues: z
    .array(
      z.strictObject({
        id: Id,
        parameter: z.string(),
        title: Words,
        region: RegionCode,
        value: z.unknown(),
        from: DateOn,
        to: DateOn.nullable(),
        basis: z.string(),
      }),
    )
    .default([]),
  byTown: z.array(
    z.strictObject({ region: RegionCode, name: z.string(), leads: count, households: count, ...Severities }),
  ),
  /** Households and people to be visited for leads of grade suspect and above. */
  expectedVisits: count,
  /** Households of the rolls. */
  households: count,
  /** New matters. */
  entered: count,
  /** Found before and under way or settled: nothing changes. */
  known: count,
  /** Cleared before on the same facts: they stay quiet. */
  quiet: count,
  /** Of the entered: cleared before, and the facts have changed since. */
  returned: count,
  /** Of the known: recorded as no longer found, and found again. */
  woken: count,
  /** Rules that could not run, and the lists they need. */
  silentRules: z.array(z.strictObject({ rule: z.string(), title: Words, missing: z.array(Words) })),
});
export type RunReport = z.output<typeof RunReport>;

const RunLine = z.strictObject({
  id: Id,
  region: County,
  campaignId: Id.nullable(),
  asOf: DateOn.nullable(),
  rules: z.array(z.string()),
  isDry: z.boolean(),
  packVersion: z.string().nullable(),
  state: z.enum(['waiting', 'done', 'failed', 'cancelled']),
  progress: Progress.nullable(),
  startedBy: Colleague.nullable(),
  createdAt: Instant,
  endedAt: Instant.nullable(),
  version: z.number().int(),
});

/** 核查: rules over imported files. A dry run counts and enters nothing; the same run afterwards enters what it counted. */
export const run = {
  start: operation({
    method: 'POST',
    path: '/run/start',
    title: { zh: '开始核查', en: 'Start a run' },
    about: {
      zh: '在后台对选定批次运行规则；试运行只计数（规则、程度、乡镇、预计入户数），不写入任何疑点。',
      en: 'Runs the rules over the batches in the background. A dry run counts by rule, severity, town and expected visits and enters nothing.',
    },
    may: 'run.start',
    input: z.strictObject({
      id: Id,
      region: County,
      batches: z.array(Id).min(1).max(50),
      campaignId: Id.nullable().default(null),
      /** Absent: as the data say. */
      asOf: DateOn.nullable().default(null),
      /** Codes or families; none: all that are active. */
      rules: z
        .array(z.string().regex(/^[A-Z]{3}(-\d{2})?$/))
        .max(200)
        .default([]),
      isDry: z.boolean(),
    }),
    output: z.strictObject({ id: Id, state: z.string() }),
    refusals: ['RUN-201', 'RUN-202', 'RUN-203'],
    logs: 'act',
  }),
  list: operation({
    method: 'GET',
    path: '/run/list',
    title: { zh: '核查记录', en: 'Runs' },
    about: { zh: '新的在前。', en: 'The newest first.' },
    may: 'run.read',
    input: z.strictObject({ ...PageInput, campaignId: Id.optional() }),
    output: page(RunLine),
    refusals: [],
    logs: 'list',
  }),
  get: operation({
    method: 'GET',
    path: '/run',
    title: { zh: '核查结果', en: 'A run' },
    about: {
      zh: '进度和结果计数：进入、已有、静默、复现；没有运行的规则及所缺数据。',
      en: 'Progress and counts: entered, known, quiet, returned; rules that stayed silent and what they miss.',
    },
    may: 'run.read',
    input: z.strictObject({ id: Id }),
    output: RunLine.extend({
      batches: z.array(Id),
      report: RunReport.nullable(),
      failure: Failure.nullable(),
    }),
    refusals: [],
    logs: 'list',
  }),
  cancel: operation({
    method: 'POST',
    path: '/run/cancel',
    title: { zh: '取消核查', en: 'Cancel a run' },
    about: {
      zh: '在下一个安全点停止；已经写入的疑点保留并可追溯到本次核查。',
      en: 'At the next safe point. Leads that entered before that stay, and are known by the run.',
    },
    may: 'run.start',
    input: z.strictObject({ id: Id }),
    output: z.strictObject({ id: Id, state: z.string() }),
    refusals: ['RUN-204'],
    logs: 'act',
  }),
} as const;
