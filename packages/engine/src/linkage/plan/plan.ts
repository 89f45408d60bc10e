import { z } from 'zod';

/** How the values of a column are read before they are compared. */
export const fieldTypes = ['text', 'person_name', 'id_number', 'date', 'number', 'list'] as const;
export type FieldType = (typeof fieldTypes)[number];

const Name = z
  .string()
  .regex(/^[a-z][a-z0-9_]*$/, 'a name of small letters, digits and underscores that begins with a letter');

const Field = z
  .strictObject({
    type: z.enum(fieldTypes),
    /** The column on both sides, or one for each side. */
    column: z.string().min(1).optional(),
    left: z.string().min(1).optional(),
    right: z.string().min(1).optional(),
    /** An id_number field whose birth date stands in for a missing date. */
    else: Name.optional(),
    /** What separates the entries of a list; semicolons and Chinese commas when absent. */
    separator: z.string().min(1).optional(),
  })
  .refine(
    (field) => (field.column === undefined) !== (field.left === undefined || field.right === undefined),
    {
      message: 'give either column, or left and right',
    },
  );
export type Field = z.output<typeof Field>;

const Share = z.number().gt(0).lt(1);

/** What two records are compared by. Every kind has levels of its own, strongest first (`compare/`). */
const Comparison = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('exact'), field: Name, frequency: z.boolean().default(true) }),
  /** Words by characters: equal, one slip of the pen, much alike, somewhat alike. */
  z.strictObject({ by: z.literal('text'), field: Name, frequency: z.boolean().default(true) }),
  /** Texts of several words in any order, rare words counting more. */
  z.strictObject({ by: z.literal('tokens'), field: Name, frequency: z.boolean().default(true) }),
  /** Given name and surname together, so that exchanged ones are seen. */
  z.strictObject({
    by: z.literal('names'),
    fields: z.tuple([Name, Name]),
    frequency: z.boolean().default(true),
  }),
  /** A person's name in Han characters, pinyin or a minority's transliteration. */
  z.strictObject({ by: z.literal('person_name'), field: Name, frequency: z.boolean().default(true) }),
  /** The citizen number of GB 11643-1999, an error-detecting code. */
  z.strictObject({ by: z.literal('id_number'), field: Name }),
  /** Dates of people, by the slips that are made in them; with `within_days`, days apart instead, fewest first. */
  z.strictObject({
    by: z.literal('date'),
    field: Name,
    within_days: z.array(z.int().positive()).min(1).max(6).optional(),
  }),
  /** Numbers; `within` gives the largest differences that still count, smallest first, as numbers or '5%'. */
  z.strictObject({
    by: z.literal('number'),
    field: Name,
    within: z
      .array(z.union([z.number().positive(), z.string().regex(/^\d+(\.\d+)?%$/)]))
      .max(6)
      .default([]),
  }),
  /** Lists by how many entries they share. */
  z.strictObject({
    by: z.literal('list'),
    field: Name,
    shared: z.array(z.int().positive()).min(1).max(6).default([1]),
  }),
  /** Places from the widest to the narrowest, such as town and village. */
  z.strictObject({ by: z.literal('place'), fields: z.array(Name).min(1).max(4) }),
  /** Conditions of your own over l.<field> and r.<field> (dates as DATE, numbers as DOUBLE, the rest as text), strongest first. */
  z.strictObject({
    by: z.literal('sql'),
    name: Name,
    fields: z.array(Name).min(1),
    levels: z.array(z.string().min(1)).min(1).max(8),
  }),
]);
export type ComparisonSpec = z.output<typeof Comparison>;

export const PlanFile = z.strictObject({
  /** The column that names a record, on both sides or on each. The first column when absent. */
  id: z
    .union([z.string().min(1), z.strictObject({ left: z.string().min(1), right: z.string().min(1) })])
    .optional(),
  fields: z.record(Name, Field),
  compare: z.array(Comparison).min(1).max(24),
  /** Records are compared when they agree in all terms of at least one of these. */
  block: z
    .array(z.array(z.string().min(1)).min(1).max(6))
    .min(1)
    .max(60),
  /** Largest number of pairs one value of a blocking rule may bring; larger ones are refused and reported. */
  block_cap: z.int().positive().default(4_000_000),
  /** Chance that two records taken at random are one person; found from the data when absent. */
  prior: Share.optional(),
  /** Probability from which a pair counts as a link. */
  threshold: Share.default(0.5),
  /** Probability from which a link is called 同一人 rather than 疑似同一人. */
  same: Share.default(0.99),
  /** No record has more than one partner. Only for two tables. */
  one_to_one: z.boolean().default(false),
  /** Mean probability, in bits of weight, from which two groups of records become one; only for one table. */
  cluster: z.number().default(0),
  /** A shipped model by name, or `none`: everything is learnt from the data at hand. */
  model: z.string().min(1).default('none'),
  seed: z.int().nonnegative().default(1),
});
export type Plan = z.output<typeof PlanFile>;

/** How a comparison is called in the report: its field, or its fields, or the name it was given. */
export function comparisonName(spec: ComparisonSpec): string {
  if (spec.by === 'sql') return spec.name;
  return 'field' in spec ? spec.field : spec.fields.join('_');
}
