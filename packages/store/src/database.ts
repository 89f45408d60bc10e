import type { Scope } from '@yangguang/domain/people/scope';
import type { Sql } from './sql.ts';

/** One transaction. Rows come as the driver gives them: bigint columns as `bigint`, dates as 'YYYY-MM-DD', instants as `Date`. */
export interface Transaction {
  rows<Row extends object>(statement: Sql): Promise<Row[]>;
  /** The only row, or null. @throws when there are several */
  find<Row extends object>(statement: Sql): Promise<Row | null>;
  /** The only row. @throws when there is none or several */
  get<Row extends object>(statement: Sql): Promise<Row>;
  /** Number of rows touched. */
  run(statement: Sql): Promise<number>;
}

/** How far a transaction may see. Row-level security enforces it, whatever the statement says. */
export interface Reach {
  /** Empty sees nothing. */
  readonly scopes: readonly Scope[];
  /** Sealed matters of the referral compartment. */
  readonly sealed?: boolean;
  /** Leads that name officials and their kin. */
  readonly restricted?: boolean;
}

/** Reach of the clock and of jobs that serve every area. */
export const everywhere: Reach = {
  scopes: [{ area: '', programmes: null }],
  sealed: true,
  restricted: true,
};

export interface Database {
  /** Runs `work` in one transaction as the server's role, with row-level security for `reach`; rolls back when it throws. */
  within<T>(reach: Reach, work: (tx: Transaction) => Promise<T>): Promise<T>;
  /** As the owner of the tables, without row-level security: migrations, accounts and sessions, verify, backup. */
  asOwner<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  /** Calls back on NOTIFY; ends with close. */
  listen(channel: string, onNotice: (payload: string) => void): Promise<void>;
  close(): Promise<void>;
}
