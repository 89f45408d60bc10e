import { Refused } from '@yangguang/contract/wire';
import type { Facts } from '@yangguang/domain/workflows/field';

/** What somebody wrote since this page was read. */
export interface WrittenSince {
  readonly stepNo: number;
  readonly action: string;
  /** ISO 8601. */
  readonly at: string;
  readonly by: string | null;
  readonly reason: string | null;
  readonly facts: Facts;
  /** Names of facts that are not shown. */
  readonly hidden: readonly string[];
}

/** Both texts of a conflict, as the refusal API-105 gives them; null for any other error. */
export function conflictIn(error: unknown): readonly WrittenSince[] | null {
  if (!(error instanceof Refused) || error.code !== 'API-105') return null;
  const since = error.answer.details?.['since'];
  return Array.isArray(since) ? (since as readonly WrittenSince[]) : [];
}
