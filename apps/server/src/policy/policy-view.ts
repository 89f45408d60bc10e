import type { Bilingual } from '@yangguang/domain/errors/user-error';
import type { Calendar } from '@yangguang/domain/words/calendar';
import type { CalendarDay } from '@yangguang/engine/pack/calendar-file';
import type { SourceWords } from '@yangguang/engine/import/describe-sources';
import type { Source } from '@yangguang/engine/import/source';
import type { CampaignTemplate } from '@yangguang/engine/pack/campaign-file';
import type { PackCombination } from '@yangguang/engine/pack/combination-file';
import type { LocalValue } from '@yangguang/engine/pack/local-values';
import type { Parameter } from '@yangguang/engine/pack/parameter-file';
import type { RulePage } from '@yangguang/engine/pack/rule-page';

/** A dated, regional value of the policy pack with its unit. */
export interface PolicyValue {
  readonly value: number | boolean | string | readonly string[];
  readonly unit: string;
}

/** What a rule says of itself to people: the words beside every finding of it. */
export interface RuleWords {
  readonly id: string;
  readonly title: Bilingual;
  /** What it looks for, why it may be wrong, how to find out. */
  readonly what: Bilingual;
  readonly whyInnocent: Bilingual;
  readonly verify: Bilingual;
  readonly innocent: readonly Bilingual[];
  readonly basis: readonly {
    readonly instrument: string;
    readonly title: Bilingual;
    readonly number: string | null;
    readonly article: string;
    /** What the article says, where the pack quotes it. */
    readonly text: string | null;
    readonly from: string;
    readonly to: string | null;
  }[];
  readonly status: 'draft' | 'active' | 'retired';
  /** Evidence columns in words. */
  readonly columns: Readonly<Record<string, Bilingual>>;
}

/** The policy pack as the server asks it: what is in force where and when. */
export interface PolicyView {
  /** Version and hash of the pack, for findings and documents. */
  readonly version: string;
  readonly hash: string;
  readonly calendar: Calendar;
  /** The same day by day, with the names of the holidays. */
  readonly calendarDays: readonly CalendarDay[];
  /** Templates of campaigns, by id. */
  readonly campaigns: readonly CampaignTemplate[];
  /** Official divisions, by leading digits: 2 a province, 4 a city, 6 a county, 9 a township. */
  divisions(): readonly { readonly code: string; readonly name: string }[];
  /**
   * The value of `parameter` in force in division `region` on a day: the longest region prefix wins.
   * @returns null when nobody has told it
   */
  find(parameter: string, region: string, on: string): PolicyValue | null;
  /** As {@link find}. @throws when there is none: a product parameter always has one */
  get(parameter: string, region: string, on: string): PolicyValue;
  /** The page of a rule in the pack as it is now, or null when it has none of that code. */
  findRule(id: string): RuleWords | null;
  /** All pages, by code. */
  readonly rules: readonly RulePage[];
  /** All parameters by name, with the numbers that offices have set laid over them. */
  parameters(): readonly Parameter[];
  /** The same as the pack has them. */
  readonly packParameters: readonly Parameter[];
  /** Codes of the rules that use a parameter. */
  usersOf(parameter: string): readonly string[];
  /** What an instrument of law is called; null for one that is not in the pack. */
  findLaw(instrument: string): { readonly title: Bilingual; readonly number: string | null } | null;
  /** What a data set is called. */
  nameDataSet(table: string): Bilingual;
  /** Lays the numbers that offices have set over the pack, in place of those laid before; in the order in which they were confirmed. */
  layLocal(values: readonly LocalValue[]): void;
  /** A data set and its columns in words, or null when the pack has none of that name. */
  findSource(table: string): SourceWords | null;
  /** Every data set that departments may send. */
  dataSets(): readonly Source[];
  /** What a code of a rule's evidence means: a word of the pack, or the name of a data set; null for none. */
  sayCode(code: string): Bilingual | null;
  /** Whether two characters are taken for each other, by shape or by habit. */
  isLookAlike(a: string, b: string): boolean;
  /** Which benefits one person may receive in the same month, each with its basis in words. */
  readonly combinations: readonly CombinationWords[];
}

/** How two benefits stand to each other, with what it rests on and how sure that is. */
export type CombinationWords = Omit<PackCombination, 'basis'> & { readonly basis: Bilingual };
