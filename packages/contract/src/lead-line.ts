import { z } from 'zod';
import { MatterLine } from './matter-parts.ts';
import { Id, Words } from './operation.ts';

/** A finding as lists and cards show it: names masked unless assigned, numbers never. */
export const FindingLine = z.strictObject({
  leadId: z.string(),
  matterId: Id,
  rule: z.string(),
  ruleTitle: Words,
  family: z.string(),
  severity: z.enum(['info', 'suspect', 'serious']),
  identityTier: z.string(),
  grade: z.enum(['lead', 'screening']),
  subjectKind: z.string(),
  subjectName: z.string(),
  period: z.string().nullable(),
  /** In full for whom it is assigned to; empty in lists where the rule speaks of somebody's health. */
  summary: Words,
  amountFen: z.number().int().nullable(),
});

/** A lead of the queue. */
export const LeadLine = MatterLine.extend({
  /** Null for a lead that no rule found: a report, a petition, an inspection. */
  finding: FindingLine.nullable(),
});
