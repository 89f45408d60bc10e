import type { Plan } from '@yangguang/engine/linkage/plan/plan';
import type { LinkReport, PairInWords } from '@yangguang/engine/linkage/report/link-report';
import type { Bilingual } from '../world.ts';

/** What the process that links is told, in a file of its private folder. Paths are absolute. */
export interface JobSpec {
  readonly left: string;
  /** Null: the left table is compared with itself. */
  readonly right: string | null;
  /** Null: suggest one. */
  readonly plan: Plan | null;
  /** Where the pairs or clusters go: a name that the starting process gives its final form. */
  readonly out: string;
  readonly workFolder: string;
  /** The folder is the user's, and finished sources stay in it for a restart. */
  readonly keepsSources: boolean;
  readonly memoryLimit: string;
  readonly judgements: string | null;
  readonly explain: readonly [left: string, right: string] | null;
  /** File for what is too long for a line of its output. */
  readonly result: string;
}

/** What it leaves in the file of its result. */
export interface JobResult {
  /** The text of a suggested plan, when one was asked for. */
  readonly plan: string | null;
  readonly report: LinkReport | null;
  readonly explained: PairInWords | null;
}

/** A line of what it prints. */
export type JobWord =
  | { readonly kind: 'progress'; readonly zh: string; readonly en: string; readonly fraction: number }
  | { readonly kind: 'done' }
  | {
      readonly kind: 'refused';
      readonly code: string;
      readonly what: Bilingual;
      readonly why: Bilingual;
      readonly remedy: Bilingual;
    };

/** Tells the program that it is to work for another one, and where what it should do is written. */
export const jobVariable = 'YANGGUANG_LINK_JOB';
