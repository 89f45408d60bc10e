import type { CombinationRule } from '@yangguang/domain/arithmetic/combination';
import type { Bilingual, FileSummary } from '../import/file-summary.ts';

export type { Bilingual, FileSummary };

/** A rule as the manual prints it. */
export interface RuleManual {
  readonly rule: string;
  readonly family: string;
  readonly titleZh: string;
  readonly titleEn: string;
  readonly what: Bilingual;
  readonly innocent: readonly Bilingual[];
  readonly verify: Bilingual;
  readonly basis: readonly string[];
  readonly parameters: readonly { readonly name: string; readonly value: string }[];
  readonly evidence: Readonly<Record<string, Bilingual & { readonly type: string }>>;
  readonly hits: number;
}

/** A rule that could not run, and the lists that would enable it. */
export interface SilentRuleSummary {
  readonly rule: string;
  readonly titleZh: string;
  readonly titleEn: string;
  readonly missing: readonly { readonly table: string; readonly zh: string; readonly en: string }[];
}

/** A local number the office should fill in. */
export interface NumberToFill {
  readonly name: string;
  readonly zh: string;
  readonly en: string;
  readonly why: Bilingual;
}

/** Everything about a run that is not a finding: what the outputs print beside the leads. */
export interface RunMeta {
  /** 'YYYY-MM-DD' */
  readonly asOf: string;
  readonly asOfWhy: Bilingual;
  /** 6 digits */
  readonly region: string;
  readonly regionName: string;
  readonly packVersion: string;
  readonly engineVersion: string;
  readonly lang: 'zh' | 'en';
  readonly idNumbers: 'masked' | 'full';
  readonly files: readonly FileSummary[];
  readonly silentRules: readonly SilentRuleSummary[];
  readonly numbersToFill: readonly NumberToFill[];
  readonly parameters: readonly { readonly name: string; readonly value: string; readonly basis: string }[];
  readonly rules: readonly RuleManual[];
  /** Which benefits one person may receive in the same month, as the policy pack has it. */
  readonly combinations: readonly CombinationRule[];
}
