import { z } from 'zod';

export const BilingualText = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
export type BilingualText = z.output<typeof BilingualText>;

/** A calendar date as text; `from` counts, `to` does not (half-open everywhere in the pack). */
export const DateText = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'a date YYYY-MM-DD, in quotes');

const columnName = z.string().regex(/^[a-z][a-z0-9_]*$/, 'a column name in lower case with underscores');

export const evidenceTypes = ['text', 'date', 'month', 'money', 'int', 'decimal', 'yesno', 'code'] as const;
export type EvidenceType = (typeof evidenceTypes)[number];

const Evidence = z.strictObject({
  zh: z.string().min(1),
  en: z.string().min(1),
  type: z.enum(evidenceTypes),
});

const Basis = z.strictObject({
  /** Id of an instrument in policy/law; 'm57' and 'M57' are the same. */
  instrument: z.string().min(1).toUpperCase(),
  article: z.string().min(1),
  from: DateText,
  to: DateText.optional(),
  note: z.string().optional(),
});

/** Columns every rule query returns beside its evidence columns; the last two are optional. */
export const contractColumns = [
  'subject_key',
  'severity',
  'period_from',
  'period_to',
  'amount_fen',
  'tier',
  'sources',
] as const;
export const optionalColumns = ['score', 'unconfirmed', 'restricted'] as const;

/** Front matter of a rule page. */
export const RuleHead = z.strictObject({
  id: z.string().regex(/^[A-Z]{3}-\d{2}$/, 'a rule code such as INC-01'),
  title: BilingualText,
  family: z.string().regex(/^[A-Z]{3}$/, 'the three letters of the family, such as INC'),
  schemes: z.array(z.string().min(1)).min(1),
  maxSeverity: z.enum(['info', 'suspect', 'serious']),
  status: z.enum(['draft', 'active', 'retired']),
  /** Why the rule was retired; only on retired pages. */
  reason: BilingualText.optional(),
  subject: z.enum(['person', 'household', 'account', 'village', 'town', 'unit', 'official']),
  side: z.enum(['wrong_inclusion', 'omission', 'quality', 'payment', 'kinship', 'proxy', 'standard']),
  /** Leads go to the restricted folder only (officials, kin, proxies). */
  restricted: z.boolean().default(false),
  basis: z.array(Basis).min(1),
  seed: z.array(z.string().min(1)).default([]),
  /** Parameter name → why the rule needs it. */
  parameters: z.record(z.string(), z.string().min(1)).default({}),
  /** Canonical data sets without which the rule cannot run; of an inner list any one will do. */
  needs: z.array(z.union([columnName, z.array(columnName).min(2)])).min(1),
  /** Optional data sets → what they add. */
  enriches: z.record(columnName, BilingualText).default({}),
  evidence: z.record(columnName, Evidence),
  summary: BilingualText,
  innocent: z.array(BilingualText).min(1),
  outcomes: z.array(z.string().min(1)).min(1),
  flood: z
    .strictObject({ share: z.number().gt(0).lte(1).optional(), exempt: z.boolean().default(false) })
    .default({ exempt: false }),
});
export type RuleHead = z.output<typeof RuleHead>;
