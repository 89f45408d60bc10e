import type { FrameHousehold } from './frame.ts';

/** A household that its own first investigators would check again. */
export interface DependentCheck {
  readonly id: string;
  /** Accounts that stand on both sides, in the order of the team. */
  readonly accounts: readonly string[];
}

/**
 * Households of the list that this team may not re-check, because one of its members investigated them first; empty when the
 * team is independent. `accounts` of the report go to the gate as barred.
 */
export function findDependentCheckers(
  households: readonly Pick<FrameHousehold, 'id' | 'investigators'>[],
  team: readonly string[],
): DependentCheck[] {
  return households.flatMap(({ id, investigators }) => {
    const accounts = team.filter((account) => investigators.includes(account));
    return accounts.length > 0 ? [{ id, accounts }] : [];
  });
}
