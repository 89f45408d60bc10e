import type { Bilingual } from '@yangguang/domain/errors/user-error';

/** What one comparison adds to the score of a pair, with the two values as the files give them. */
export interface Weight {
  /** The comparison's name, or 'prior' for where every pair starts. */
  readonly comparison: string;
  readonly level: string;
  readonly words: Bilingual;
  /** In bits: each one doubles the odds. All of a pair add up to its score. */
  readonly bits: number;
  readonly left: string | null;
  readonly right: string | null;
}

/** 同一人 · 疑似同一人 · 号同名异 (same number, other name: never a link) · below the threshold. */
export type PairTier = 'same' | 'likely' | 'number_only' | 'below';

/** One pair in full. */
export interface PairInWords {
  readonly idLeft: string;
  readonly idRight: string;
  readonly score: number;
  readonly probability: number;
  readonly tier: PairTier;
  /** The prior first, then every comparison in the plan's order. */
  readonly weights: readonly Weight[];
}

export interface ReportedLevel {
  readonly key: string;
  readonly words: Bilingual;
  readonly m: number;
  readonly u: number;
  readonly bits: number;
  /** Compared pairs at this level. */
  readonly pairs: number;
}

export interface ReportedComparison {
  readonly name: string;
  /** Whose numbers these are: the shipped model's, learnt from this data, or the plain beginning. */
  readonly source: 'shipped' | 'data' | 'default';
  /** What was put right or could not be learnt. */
  readonly notes: readonly Bilingual[];
  readonly levels: readonly ReportedLevel[];
}

export interface ReportedRule {
  readonly terms: readonly string[];
  /** Pairs this rule alone would bring, counted before any comparison. */
  readonly pairs: number;
  /** Values whose pairs were over the cap, and those pairs. */
  readonly refusedValues: number;
  readonly refusedPairs: number;
}

/** What one linkage did, for people and for the report page. */
export interface LinkReport {
  readonly kind: 'link' | 'dedupe';
  readonly left: { readonly name: string; readonly records: number };
  readonly right: { readonly name: string; readonly records: number } | null;
  readonly model: string;
  readonly prior: number;
  readonly threshold: number;
  readonly same: number;
  readonly rules: readonly ReportedRule[];
  /** Distinct pairs that were compared. */
  readonly compared: number;
  readonly comparisons: readonly ReportedComparison[];
  /** Compared pairs by score, in steps of one bit; `from` is the lower end. */
  readonly histogram: readonly { readonly from: number; readonly pairs: number }[];
  /** Share of records that, compared with themselves, would not reach the probability: too little stands in them. */
  readonly unlinkable: readonly { readonly probability: number; readonly share: number }[];
  readonly links: { readonly same: number; readonly likely: number };
  /** Pairs left to people, because another partner is as good. */
  readonly ties: number;
  readonly clusters: number | null;
  /** Pairs drawn with the plan's seed from all heights of the score. */
  readonly samples: readonly PairInWords[];
  readonly phases: readonly { readonly name: Bilingual; readonly seconds: number }[];
}
