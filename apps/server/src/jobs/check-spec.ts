import { z } from 'zod';

const Words = z.strictObject({ zh: z.string(), en: z.string() });

/** What the process that checks is told, in a file of the job's private folder. Paths are absolute. */
export const CheckSpec = z.strictObject({
  folder: z.string(),
  out: z.string(),
  builtInPolicy: z.string(),
  policy: z.array(z.string()),
  asOf: z.string().nullable(),
  region: z.string().nullable(),
  rules: z.array(z.string()),
  /** Codes of rules that do not run. */
  without: z.array(z.string()),
  /** Recognise and report only. */
  inspect: z.boolean(),
  passwords: z.array(z.string()),
  /** Files of what was settled by hand: what sheets are, and what cells should have been. */
  byHand: z.string(),
  corrections: z.string(),
  /** File of what people judged of identity; empty for none. */
  judgements: z.string(),
  /** ISO instant: the same for every attempt, so that every attempt finds the same. */
  now: z.string(),
});
export type CheckSpec = z.output<typeof CheckSpec>;

/** A line of what it prints. */
export const CheckWord = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('progress'), zh: z.string(), en: z.string(), fraction: z.number() }),
  /** Not usable: nothing was recognised, and there is no result. */
  z.strictObject({ kind: z.literal('done'), isUsable: z.boolean() }),
  z.strictObject({ kind: z.literal('refused'), code: z.string(), what: Words, why: Words, remedy: Words }),
]);
export type CheckWord = z.output<typeof CheckWord>;
