import { z } from 'zod';
import { RulePage, RuleRecord } from './lead.ts';
import { Colleague } from './matter-parts.ts';
import { DateOn, Id, Instant, operation, Words } from './operation.ts';
import { AreaCode } from './people.ts';
import { DatedValue } from './parameter.ts';

/** How a county runs a rule: it finds leads, only counts (试行), or does not run. */
export const RuleMode = z.enum(['enabled', 'shadow', 'retired']);
export type RuleMode = z.output<typeof RuleMode>;

const DataSet = z.strictObject({ table: z.string(), title: Words });

/** What the newest run that asked for it says of a rule. */
const LastRun = z.strictObject({
  runId: Id,
  createdAt: Instant,
  isDry: z.boolean(),
  /** Leads it found; of a rule in shadow what it would have found. Null when it did not run. */
  hits: z.number().int().nullable(),
  /** It entered nothing: it ran in shadow. */
  isShadow: z.boolean(),
  /** The lists that were missing, when it stayed silent for want of them. */
  missing: z.array(Words),
});

export const RuleLine = z.strictObject({
  rule: z.string(),
  title: Words,
  family: z.string(),
  schemes: z.array(z.string()),
  subject: z.string(),
  maxSeverity: z.enum(['info', 'suspect', 'serious']),
  /** Of the policy pack. */
  status: z.enum(['draft', 'active', 'retired']),
  /** In this county; a draft counts only, a rule the pack has retired does not run. */
  mode: RuleMode,
  /** Leads of it go to the restricted compartment. */
  isRestricted: z.boolean(),
  /** One of each is needed. */
  needs: z.array(z.array(DataSet)),
  /** What was found and found out so far, in reach; null for whoever sees no leads. */
  record: RuleRecord.nullable(),
  /** Null before the first run, and for whoever sees no runs. */
  lastRun: LastRun.nullable(),
});

/** A row of an example: cells by column, null where empty. */
const ExampleTable = z.strictObject({
  table: z.string(),
  title: Words,
  columns: z.array(z.string()),
  rows: z.array(z.array(z.string().nullable())),
});

const ModeChange = z.strictObject({
  mode: RuleMode,
  reason: z.string(),
  setBy: Colleague.nullable(),
  setAt: Instant,
});

const Code = z.string().regex(/^[A-Z]{3}-\d{2}$/, 'a rule code such as INC-01');
const Place = AreaCode.min(6);

/** 规则: what is looked for, why it may be wrong, how to find out; and whether a county lets it find leads. */
export const rule = {
  list: operation({
    method: 'GET',
    path: '/rule/list',
    title: { zh: '规则列表', en: 'Rules' },
    about: {
      zh: '政策包的全部规则：在本县启用、试行还是停用，需要哪些数据，至今发现和查清多少，最近一次核查命中多少、缺哪些数据。',
      en: 'All rules of the pack: how the county runs them, the lists they need, what was found and found out so far, hits and missing lists of the newest run.',
    },
    may: 'rule.read',
    input: z.strictObject({ region: Place }),
    output: z.strictObject({ packVersion: z.string(), items: z.array(RuleLine) }),
    refusals: [],
    logs: 'list',
  }),
  get: operation({
    method: 'GET',
    path: '/rule',
    title: { zh: '规则说明', en: 'A rule, explained' },
    about: {
      zh: '查什么、为什么可能是误报、怎样核实，依据条文，本地某日的参数，证据列，应命中和不应命中的例子，查询语句，版本。',
      en: 'What it looks for, why it may be wrong, how to find out; its law, the parameters here on a day, evidence columns, examples that fire and that stay silent, its query, its version.',
    },
    may: 'rule.read',
    input: z.strictObject({ rule: Code, region: Place, on: DateOn.optional() }),
    output: RuleLine.extend({
      on: DateOn,
      page: RulePage,
      /** Why the pack retired it. */
      retiredBecause: Words.nullable(),
      /** The sentence of a lead, with its holes. */
      summary: Words,
      parameters: z.array(
        z.strictObject({
          name: z.string(),
          title: Words,
          unit: z.string(),
          kind: z.enum(['law', 'local', 'product']),
          /** What the rule needs it for; said in Chinese on the page. */
          use: z.string(),
          now: DatedValue.nullable(),
        }),
      ),
      evidence: z.array(z.strictObject({ name: z.string(), title: Words, type: z.string() })),
      /** Lists that add to it where they are there. */
      enriches: z.array(DataSet.extend({ adds: Words })),
      outcomes: z.array(z.string()),
      examples: z.array(
        z.strictObject({
          title: z.string(),
          asOf: DateOn.nullable(),
          isSilent: z.boolean(),
          given: z.array(ExampleTable),
          /** Expected leads; empty when it stays silent. */
          leads: z.strictObject({
            columns: z.array(z.string()),
            rows: z.array(z.array(z.string().nullable())),
          }),
        }),
      ),
      sql: z.string(),
      packVersion: z.string(),
      /** Of query and parameter values here and then, as leads carry it. */
      ruleHash: z.string(),
      /** The change in force; null when the county never said anything. */
      modeSet: ModeChange.nullable(),
      /** Its leads in this county that are not ended, for whoever sees leads. */
      openLeads: z.number().int().nullable(),
    }),
    refusals: [],
    logs: 'list',
  }),
  history: operation({
    method: 'GET',
    path: '/rule/history',
    title: { zh: '启停记录', en: 'What a county decided about a rule' },
    about: {
      zh: '本县对一条规则启用、试行、停用的经过和理由，最新在前。',
      en: 'When a county enabled, shadowed and retired a rule, and why; the newest first.',
    },
    may: 'rule.read',
    input: z.strictObject({ rule: Code, region: Place }),
    output: z.strictObject({ items: z.array(ModeChange) }),
    refusals: [],
    logs: 'list',
  }),
  setMode: operation({
    method: 'POST',
    path: '/rule/set-mode',
    title: { zh: '启用、试行或停用规则', en: 'Enable, shadow or retire a rule' },
    about: {
      zh: '自下一次核查起生效：试行的只计数、不产生疑点，停用的不运行。已有的疑点照常办理。须写明理由。',
      en: 'From the next run on: in shadow it counts and enters no lead, retired it does not run. Leads that are open go their way. With a reason.',
    },
    may: 'policy.set',
    input: z.strictObject({
      id: Id,
      rule: Code,
      region: z.string().regex(/^\d{6}$/, 'a county code'),
      mode: RuleMode,
      reason: z.string().trim().min(4).max(500),
    }),
    output: z.strictObject({ mode: RuleMode }),
    refusals: ['RUL-101', 'RUL-102', 'RUL-103'],
    logs: 'act',
  }),
} as const;
