import { z } from 'zod';
import { filterTokens } from './filter-token.ts';
import { MatterLine, StepId, StepTaken, stepRefusals } from './matter-parts.ts';
import { DateOn, Id, operation, page, PageInput, Words } from './operation.ts';

/** A finding as lists and cards show it: names masked unless assigned, numbers never. */
export const FindingLine = z.strictObject({
  leadId: z.string(),
  matterId: Id,
  rule: z.string(),
  family: z.string(),
  severity: z.enum(['info', 'suspect', 'serious']),
  identityTier: z.string(),
  grade: z.enum(['lead', 'screening']),
  subjectKind: z.string(),
  subjectName: z.string(),
  period: z.string().nullable(),
  summary: Words,
  amountFen: z.number().int().nullable(),
});

const LeadLine = MatterLine.extend({
  /** Null for a lead that no rule found: a report, a petition, an inspection. */
  finding: FindingLine.nullable(),
});

const Bucket = z.strictObject({
  workflow: z.string(),
  state: z.string(),
  title: Words,
  open: z.number().int(),
  overdue: z.number().int(),
  dueSoon: z.number().int(),
  nextDueOn: DateOn.nullable(),
});

const leadFilters = [
  ...['rule', 'state', 'severity', 'town', 'assigned', 'area', 'household', 'campaign', 'due-by'],
  ...['overdue', 'ended'],
] as const;

/** 疑点: what the rules found, and the way it goes. Never a verdict. */
export const lead = {
  list: operation({
    method: 'GET',
    path: '/lead/list',
    title: { zh: '疑点列表', en: 'List leads' },
    about: {
      zh: '范围内的疑点，先到期的在前；filter 如 rule:INC-01、severity:serious、town:371302001、assigned:me。',
      en: 'Leads in reach, soonest due first; filters such as rule:INC-01, severity:serious, town:371302001, assigned:me.',
    },
    may: 'lead.read',
    input: z.strictObject({ ...PageInput, filter: filterTokens(leadFilters) }),
    output: page(LeadLine),
    refusals: [],
    logs: 'list',
  }),
  get: operation({
    method: 'GET',
    path: '/lead',
    title: { zh: '查看疑点', en: 'One lead' },
    about: {
      zh: '规则、证据行（已遮盖）和规则版本；历程见 matter.get。',
      en: 'The rule, the rows that prove it (masked) and the version of the rule. Its steps are with matter.get.',
    },
    may: 'lead.read',
    input: z.strictObject({ matterId: Id }),
    output: LeadLine.extend({
      packVersion: z.string().nullable(),
      /** Masked: identity and account numbers, telephones, names, nothing about health. */
      facts: z.record(z.string(), z.unknown()),
      evidence: z.array(z.unknown()),
    }),
    refusals: [],
    logs: 'person',
  }),
  queue: operation({
    method: 'GET',
    path: '/lead/queue',
    title: { zh: '我的待办', en: 'My work' },
    about: {
      zh: '分派给我的事项，按流程和状态计数，并列出最先到期的。',
      en: 'What is assigned to me, counted by workflow and state, and what is due first.',
    },
    may: 'matter.read',
    input: z.strictObject({ limit: z.coerce.number().int().min(1).max(100).default(20) }),
    output: z.strictObject({ counts: z.array(Bucket), next: z.array(MatterLine) }),
    refusals: [],
    logs: 'list',
  }),
  merge: operation({
    method: 'POST',
    path: '/lead/merge',
    title: { zh: '合并重复疑点', en: 'Merge a duplicate' },
    about: {
      zh: '并入同一户的另一条未办结疑点；不删除任何内容。',
      en: 'Into another open lead of the same household. Nothing is deleted.',
    },
    may: 'lead.triage',
    input: z.strictObject({
      matterId: Id,
      expectedVersion: z.number().int().min(0),
      stepId: StepId,
      into: Id,
      reason: z.string().trim().min(2).max(4000),
    }),
    output: StepTaken,
    refusals: stepRefusals,
    logs: 'act',
  }),
} as const;
