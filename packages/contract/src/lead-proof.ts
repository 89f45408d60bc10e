import { differences } from '@yangguang/domain/comparison/compare-values';
import { aspects } from '@yangguang/domain/comparison/identity-ladder';
import { weightAspects } from '@yangguang/domain/identity/match-weight';
import { z } from 'zod';
import { Id, Instant, Words } from './operation.ts';

/** What proves a lead: rows as the departments sent them, compared field by field. Everything in it is masked. */

/** A cell of a row, in words. */
export const EvidenceCell = z.strictObject({
  column: z.string(),
  label: Words,
  kind: z.enum(['text', 'name', 'number', 'date', 'month', 'money', 'choice', 'hidden']),
  /** As it is shown: masked, money in fen; null where the list says nothing. */
  value: z.string().nullable(),
  /** What a code means. */
  words: Words.nullable(),
});

/** A row of a department's file, as it was sent, masked. */
export const EvidenceRow = z.strictObject({
  dataset: z.string(),
  /** What the data set is called. */
  title: Words,
  /** The office's own roll, a payment list, a list to compare with; or the household's card here, where no roll was given. */
  role: z.enum(['roster', 'payment', 'comparison', 'household']),
  /** Empty for a household's card. */
  file: z.string(),
  sheet: z.string().nullable(),
  row: z.string().nullable(),
  fields: z.record(z.string(), z.unknown()),
  /** The same in the order of the data set, in words. */
  cells: z.array(EvidenceCell),
  /** Columns of the data set in which this row says nothing. */
  empty: z.array(Words),
});

const Difference = z.enum(differences);
/** Part of a shown value to mark, `[from, to)` by character. */
const Marks = z.array(z.tuple([z.number().int(), z.number().int()]));

const ComparedField = z.strictObject({
  /** What of identity it speaks of; null for any other field both lists have. */
  aspect: z.enum(aspects).nullable(),
  label: Words,
  left: EvidenceCell.nullable(),
  right: EvidenceCell.nullable(),
  difference: Difference,
  /** Only within what is shown: nothing behind a mask is marked. */
  leftMarks: Marks,
  rightMarks: Marks,
  /** Something behind a mask differs too. */
  isCovered: z.boolean(),
});

/** Two rows that speak of one person, side by side. */
export const EvidencePair = z.strictObject({
  /** Places in `evidence`. */
  left: z.number().int(),
  right: z.number().int(),
  /** Further rows of the right-hand list that say the same of the person. */
  alike: z.array(z.number().int()),
  fields: z.array(ComparedField),
});

/** Why it was taken for this person: the comparisons in the order in which they led to the tier. */
export const IdentityProof = z.strictObject({
  tier: z.enum(['same', 'likely', 'number_only']),
  /** The pair whose comparisons they are. */
  pair: z.number().int(),
  rungs: z.array(
    z.strictObject({
      aspect: z.enum(aspects),
      difference: Difference,
      direction: z.enum(['for', 'against', 'neutral']),
      /** Whether the tier rests on it. */
      decides: z.boolean(),
      /** What it would be called after this comparison. */
      after: z.enum(['same', 'likely', 'number_only']).nullable(),
      /** Weight in bits where the engine gives one. */
      bits: z.number().nullable(),
    }),
  ),
});

/** How far each comparison raises or lowers that it is one person, the prior first; they add up to the score. */
export const IdentityWeights = z.strictObject({
  /** Bits. */
  score: z.number(),
  items: z.array(
    z.strictObject({
      aspect: z.enum(weightAspects),
      level: z.string(),
      bits: z.number(),
      /** The values compared, masked. */
      left: z.string().nullable(),
      right: z.string().nullable(),
      /** The comparison in a sentence, masked. */
      words: Words,
    }),
  ),
});

/** The runs that found it, with the batches they read. */
export const FoundBy = z.strictObject({
  runId: Id,
  asOf: z.string().nullable(),
  at: Instant.nullable(),
  batches: z.array(z.strictObject({ id: Id, title: z.string(), at: Instant.nullable() })),
});
