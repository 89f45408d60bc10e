import { programmes } from '@yangguang/domain/people/scope';
import { z } from 'zod';
import { Colleague } from './matter-parts.ts';
import { DateOn, Id, RegionCode, Words } from './operation.ts';

const phaseStates = ['mobilising', 'selfCheck', 'inspecting', 'summarising'] as const;

/** A post of the leading group or its office and who holds it, as the notice publishes them. */
export const Post = z.strictObject({
  duty: z.enum(['leader', 'deputy', 'member', 'office']),
  name: z.string().trim().min(1).max(40),
  post: z.string().trim().min(1).max(80),
});

const Cited = { clause: z.string(), quote: z.string() } as const;
export const Titled = { zh: z.string(), en: z.string() } as const;

export const Phase = z.strictObject({
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
        /** Of a table; none for a text. */
        columns: z.array(z.string()).default([]),
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

export const CampaignLine = z.strictObject({
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

export const CountLine = z.strictObject({
  /** Such as leads.waiting: what campaign.cases opens. */
  line: z.string(),
  title: Words,
  count: z.number().int(),
  /** The line this one is a part of; parts add up to it. */
  of: z.string().nullable(),
});

/** Kinds of unit that a task written by hand can lie with. */
const taskUnits = ['city', 'county', 'town', 'village', 'institution', 'finance', 'bank'] as const;

/** A plan without a template: what an office writes down itself. Days are typed; working-day rules hold all the same. */
export const HandPlan = z.strictObject({
  issuer: z.string().trim().min(2).max(60),
  programmes: z.array(z.enum(programmes)).min(1).max(10),
  phases: z
    .array(
      z.strictObject({
        zh: z.string().trim().min(2).max(40),
        state: z.enum(phaseStates),
        fromOn: DateOn,
        /** Last day, inclusive. */
        untilOn: DateOn,
      }),
    )
    .min(1)
    .max(12),
  tasks: z
    .array(
      z.strictObject({
        zh: z.string().trim().min(2).max(120),
        /** Words of the document that ask for it. */
        quote: z.string().trim().max(160).default(''),
        unit: z.enum(taskUnits),
        /** Number of its phase in the list, from 0. */
        phase: z.number().int().min(0).max(11),
        /** Absent: the last day of its phase. */
        dueOn: DateOn.optional(),
      }),
    )
    .max(100),
  /** Least share of persons to be checked again; null: no sample. */
  sampleShare: z.number().min(0.01).max(1).nullable().default(null),
  /** How often the work ledger is due; null: none. */
  ledgerEvery: z.enum(['week', 'fortnight', 'month', 'quarter']).nullable().default(null),
  /** Days before a time ends on which those responsible are reminded. */
  remindDays: z.array(z.number().int().min(0).max(60)).min(1).max(6).default([7, 3, 0]),
});
export type HandPlan = z.output<typeof HandPlan>;

export const PreviewedTask = z.strictObject({
  zh: z.string(),
  en: z.string(),
  unit: z.string(),
  phase: z.string(),
  dueOn: DateOn,
  /** Offices that get one. */
  offices: z.number().int(),
});

export const TaskLine = z.strictObject({
  id: Id,
  /** Its place in the lists, from 1, in the order of creation. */
  no: z.number().int(),
  /** The phase in which it is due. */
  phase: z.string().nullable(),
  source: z.string().nullable(),
  clause: z.string().nullable(),
  problem: z.string().nullable(),
  measure: z.string().nullable(),
  severity: z.string().nullable(),
  region: RegionCode,
  place: z.string(),
  dueOn: DateOn.nullable(),
  workingDaysLeft: z.number().int().nullable(),
  isOverdue: z.boolean(),
  responsibleUnit: z.string().nullable(),
  responsible: z.array(Colleague),
  /** Who named them and answers for it. */
  supervisor: Colleague.nullable(),
  state: z.string(),
  result: z.string().nullable(),
  documents: z.number().int(),
  closedOn: DateOn.nullable(),
});

export const Deadline = z.strictObject({
  kind: z.enum(['phase', 'report', 'ledger', 'tasks']),
  title: Words,
  dueOn: DateOn,
  workingDaysLeft: z.number().int(),
  /** Within the days on which those responsible are reminded, or over. */
  isReminded: z.boolean(),
  /** Open tasks due that day. */
  tasks: z.number().int().nullable(),
});
