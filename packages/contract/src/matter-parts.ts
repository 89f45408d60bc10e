import { z } from 'zod';
import { DateOn, Id, Instant, RegionCode, Words } from './operation.ts';

/** Shapes that several operations about matters share. */

/** Facts by name, as the workflow's fields declare them. Masked in answers. */
export const Facts = z.record(
  z.string().regex(/^[a-zA-Z][\w.]{0,59}$/),
  z.union([z.string().max(4000), z.number(), z.boolean(), z.array(z.string().max(60)).max(50)]),
);

/** Made by the client: sending the same again changes nothing and gives the same answer. */
export const StepId = Id;

export const Reason = z.string().trim().max(4000).nullable().default(null);

/** When it was done, for what was done offline; of the years 2000 to 2199. Absent: now. */
export const DoneAt = Instant.regex(/^2[01]/).optional();

export const Colleague = z.strictObject({ id: Id, name: z.string() });

export const MatterLine = z.strictObject({
  id: Id,
  workflow: z.string(),
  kind: z.string().nullable(),
  /** 张* unless assigned to the caller. */
  title: z.string(),
  region: RegionCode,
  programme: z.string(),
  state: z.string(),
  isEnded: z.boolean(),
  severity: z.string().nullable(),
  amountFen: z.number().int().nullable(),
  /** The clock that ends first. */
  clock: z.string().nullable(),
  dueOn: DateOn.nullable(),
  dueAt: Instant.nullable(),
  isOverdue: z.boolean(),
  /** The first day on which those responsible are to be reminded. */
  remindOn: DateOn.nullable(),
  /** Division of the office above that was told of a time that is over. */
  escalatedTo: z.string().nullable(),
  assignedArea: z.string().nullable(),
  assignedTo: Colleague.nullable(),
  householdId: Id.nullable(),
  campaignId: Id.nullable(),
  parentId: Id.nullable(),
  openedAt: Instant,
  changedAt: Instant,
  version: z.number().int(),
});

/** Why not, in words. */
export const Why = z.strictObject({ code: z.string(), what: Words, why: Words, remedy: Words });

/** What became of a step; sending it again gives the same. */
export const StepTaken = z.strictObject({
  stepId: Id,
  matterId: Id,
  version: z.number().int(),
  state: z.string(),
  at: Instant,
  opened: z.array(z.strictObject({ id: Id, workflow: z.string() })),
});

/** Refusals of the gate: state, role, people, conditions, linked matters, facts, reason, evidence, level, no such step. */
export const gateRefusals = [
  'WF-101',
  'WF-102',
  'WF-103',
  'WF-104',
  'WF-105',
  'WF-106',
  'WF-107',
  'WF-108',
  'WF-109',
  'WF-110',
  'WF-111',
] as const;

/** Refusals of the journal when a step is taken. */
export const stepRefusals = [
  ...gateRefusals,
  'MAT-101',
  'MAT-102',
  'MAT-103',
  'MAT-104',
  'MAT-105',
  'MAT-106',
  'MAT-109',
] as const;
