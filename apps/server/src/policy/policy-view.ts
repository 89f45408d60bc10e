import type { Calendar } from '@yangguang/domain/words/calendar';

/** A dated, regional value of the policy pack with its unit. */
export interface PolicyValue {
  readonly value: number | boolean | string | readonly string[];
  readonly unit: string;
}

/** The policy pack as the server asks it: what is in force where and when. */
export interface PolicyView {
  /** Version and hash of the pack, for findings and documents. */
  readonly version: string;
  readonly hash: string;
  readonly calendar: Calendar;
  /**
   * The value of `parameter` in force in division `region` on a day: the longest region prefix wins.
   * @returns null when nobody has told it
   */
  find(parameter: string, region: string, on: string): PolicyValue | null;
  /** As {@link find}. @throws when there is none: a product parameter always has one */
  get(parameter: string, region: string, on: string): PolicyValue;
}
