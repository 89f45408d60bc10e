import type { account } from '@yangguang/contract/account';
import type { Output } from '@yangguang/contract/operation';
import type { AccountRow } from '@yangguang/store/account/account';

/** An account as the contract shows it. A lock that has run out is none. */
export function accountLine(row: AccountRow, now: Date): Output<typeof account.get> {
  const { createdAt, disabledAt, lockedUntil, ...rest } = row;
  return {
    ...rest,
    createdAt: createdAt.toISOString(),
    disabledAt: disabledAt?.toISOString() ?? null,
    lockedUntil: lockedUntil !== null && lockedUntil > now ? lockedUntil.toISOString() : null,
  };
}
