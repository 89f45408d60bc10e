import type { SessionLine } from '@yangguang/contract/people';
import type { SessionRow } from '@yangguang/store/account/session';
import type { z } from 'zod';

/** Sessions as the contract shows them. @param ownId the session that asks */
export function sessionLines(rows: readonly SessionRow[], ownId: string): z.input<typeof SessionLine>[] {
  return rows.map(({ createdAt, lastSeenAt, ...row }) => ({
    ...row,
    createdAt: createdAt.toISOString(),
    lastSeenAt: lastSeenAt.toISOString(),
    isThisOne: row.id === ownId,
  }));
}
