import { z } from 'zod';

const words = z.array(z.string());

const columnFile = z.strictObject({
  type: z.enum([
    'text',
    'name',
    'id',
    'date',
    'month',
    'money',
    'int',
    'decimal',
    'yesno',
    'cat',
    'phone',
    'account',
    'credit',
    'year',
    'place',
  ]),
  zh: z.string().optional(),
  en: z.string().optional(),
  headings: words.optional(),
  /** Headings that name the column only where no better one stands beside them. */
  weak: words.optional(),
  /** Months: a plain yes (近一年纳税：有) means the month of the data date. */
  yesNow: z.boolean().optional(),
  /** Amounts: the period the column is stated in. */
  period: z.enum(['month', 'year']).optional(),
  /** Amounts a month: the column that holds the same thing a year. */
  yearly: z.string().optional(),
  /** Categories: the sheet's own title, name or file name may say the value for all rows. */
  fromContext: z.boolean().optional(),
  /** Categories: where no column says it, read it from this other column's text. */
  from: z.string().optional(),
  yes: words.optional(),
  no: words.optional(),
  /** Categories: code → spellings, or the name of a shared list in vocabulary.yml. */
  values: z.union([z.string(), z.record(z.string(), words)]).optional(),
  /** With a shared list: only these codes. */
  codes: words.optional(),
});

const slotFile = z.strictObject({ slot: z.string(), name: z.string(), id: z.string(), words });

/** One source.yml. An overlay may leave out everything but `table` and what it adds. */
export const sourceFile = z.strictObject({
  id: z
    .string()
    .regex(/^D\d{2,3}$/)
    .optional(),
  table: z.string().regex(/^[a-z][a-z0-9_]*$/),
  zh: z.string().optional(),
  en: z.string().optional(),
  department: z.string().optional(),
  kind: z
    .enum(['roster', 'payment', 'official', 'event', 'asset', 'income', 'vulnerable', 'process', 'standard'])
    .optional(),
  persons: z.array(slotFile).optional(),
  names: z.record(z.string(), z.number()).optional(),
  needs: words.optional(),
  hit: words.optional(),
  wide: z.string().optional(),
  columns: z.record(z.string(), columnFile.partial({ type: true })).optional(),
});
export type SourceFile = z.infer<typeof sourceFile>;

export const vocabularyFile = z.strictObject({
  idWords: words.optional(),
  nameWords: words.optional(),
  parties: words.optional(),
  groupEndings: words.optional(),
  emptyValues: words.optional(),
  dittoValues: words.optional(),
  hit: z.strictObject({ headings: words.optional(), negative: words.optional() }).optional(),
  columns: z
    .record(z.string(), z.strictObject({ zh: z.string(), en: z.string(), headings: words }))
    .optional(),
  values: z.record(z.string(), z.record(z.string(), words)).optional(),
});

export type ColumnType = z.infer<typeof columnFile>['type'];

/** A column of a data set with everything the import knows of it. Headings and values are in normal form. */
export interface SourceColumn {
  readonly name: string;
  readonly type: ColumnType;
  readonly zh: string;
  readonly en: string;
  readonly headings: readonly string[];
  readonly weak: readonly string[];
  readonly yesNow: boolean;
  readonly period: 'month' | 'year' | null;
  readonly yearly: string | null;
  readonly fromContext: boolean;
  readonly from: string | null;
  /** Normalised spelling → code ('true' and 'false' for yes and no). */
  readonly values: ReadonlyMap<string, string>;
  /** Slot this column is the name or number of. */
  readonly slot: string | null;
}

/** A place for a person in a row: who may stand there, under which words. */
export interface SourceSlot {
  readonly slot: string;
  readonly name: string;
  readonly id: string;
  readonly words: ReadonlySet<string>;
}

/** A data set: how departments title it and what its columns mean. */
export interface Source {
  /** 'D01' */
  readonly id: string;
  readonly table: string;
  readonly zh: string;
  readonly en: string;
  readonly department: string;
  readonly kind: NonNullable<SourceFile['kind']>;
  readonly persons: readonly SourceSlot[];
  readonly names: ReadonlyMap<string, number>;
  readonly needs: readonly string[];
  readonly hit: readonly string[];
  readonly wide: string | null;
  readonly columns: readonly SourceColumn[];
  readonly vocabulary: Vocabulary;
}

/** Words all data sets share. */
export interface Vocabulary {
  readonly idWords: readonly string[];
  readonly nameWords: readonly string[];
  readonly parties: ReadonlySet<string>;
  readonly groupEndings: readonly string[];
  readonly emptyValues: readonly string[];
  readonly dittoValues: readonly string[];
  readonly hitHeadings: ReadonlySet<string>;
  readonly hitNegative: readonly string[];
}

export const findColumn = (source: Source, name: string): SourceColumn | undefined =>
  source.columns.find((c) => c.name === name);

export function getColumn(source: Source, name: string): SourceColumn {
  const column = findColumn(source, name);
  if (column === undefined) throw new Error(`${source.table} has no column ${name}`);
  return column;
}
