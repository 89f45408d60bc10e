import type { Bilingual } from '@yangguang/domain/errors/user-error';
import type { Faces } from '@yangguang/domain/identity/face';
import type { MatchWeight } from '@yangguang/domain/identity/match-weight';

/** What only the matter at hand may show of a finding: numbers, evidence rows, whole sentences. Encrypted at rest. */
export interface LeadPrivate {
  readonly idNumber?: string;
  readonly accountNo?: string;
  /**
   * Normal form of whom or what the rule found, the same in every run. Left out, the identity or account number stands
   * for it; without any of them the finding is known by its fingerprint alone.
   */
  readonly subjectKey?: string;
  /** Rows that prove it, as the departments sent them: data set, file, sheet, row, fields. */
  readonly evidence?: readonly unknown[];
  /** The rule's evidence columns. */
  readonly facts?: Readonly<Record<string, unknown>>;
  /** The sentence in full, with names and health. */
  readonly summary?: Bilingual;
  /** What speaks for and against its being the same person. */
  readonly match?: {
    readonly for: Bilingual | null;
    readonly against: Bilingual | null;
    /** Bits, and the comparisons that add up to them; left out by runs that weighed nothing. */
    readonly score?: number | null;
    readonly weights?: readonly MatchWeight[];
    /** The two mentions the identity rests on. */
    readonly faces?: Faces | null;
  };
  /** What must come first, such as 'identity_check'. */
  readonly firstStep?: string | null;
  /** A local number that the rule needs is not told yet (未核标准). */
  readonly isUnconfirmed?: boolean;
}
