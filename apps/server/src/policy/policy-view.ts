import type { Bilingual } from '@yangguang/domain/errors/user-error';
import type { Calendar } from '@yangguang/domain/words/calendar';
import type { CalendarDay } from '@yangguang/engine/pack/calendar-file';
import type { CampaignTemplate } from '@yangguang/engine/pack/campaign-file';

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
}
