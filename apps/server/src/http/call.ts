import type { Readable } from 'node:stream';
import type { Input, Operation, Output } from '@yangguang/contract/operation';
import type { Role } from '@yangguang/domain/people/role';
import type { Programme, Scope } from '@yangguang/domain/people/scope';
import type { Database, Reach } from '@yangguang/store/database';
import type { Vault } from '@yangguang/store/vault';
import type { FileStore } from '../files/file-store.ts';
import type { Jobs } from '../jobs/jobs.ts';
import type { ShownDemo } from '../demo/shown-demo.ts';
import type { PolicyView } from '../policy/policy-view.ts';
import type { SingleSignOn } from '../sign-on/single-sign-on.ts';
import type { Settings } from '../settings.ts';
import type { ReadLog } from './read-log.ts';

/** What every operation and job of one server shares. Made once, in main. */
export interface Office {
  readonly db: Database;
  readonly vault: Vault;
  readonly policy: PolicyView;
  readonly files: FileStore;
  readonly jobs: Jobs;
  readonly readLog: ReadLog;
  readonly settings: Settings;
  /** Version of the product. */
  readonly version: string;
  /** The only clock. */
  readonly now: () => Date;
  /** The only chance: a new random id (UUID). */
  readonly newId: () => string;
  /** Aborted as soon as the server is to stop: it is not ready any more, and does what is under way. */
  readonly stopping?: AbortSignal;
  /** Absent when no provider is set. */
  readonly singleSignOn?: SingleSignOn;
  /** There on a server that shows the made-up county, and on no other. */
  readonly demo?: ShownDemo;
}

/** An appointment in force now. */
export interface HeldAppointment extends Scope {
  readonly role: Role;
  readonly programmes: readonly Programme[] | null;
  /** A broken glass: for a short time, outside one's own area, to read only (see `allows` of people/permission). */
  readonly readsOnly?: true;
}

/** Who asks. */
export interface Caller {
  readonly accountId: string;
  readonly fullName: string;
  readonly sessionId: string;
  readonly appointments: readonly HeldAppointment[];
}

/** The door the request came through: cookies and redirects, which only sign-on needs. */
export interface Door {
  /** The session token the browser sent. */
  readonly token: string | null;
  readonly agent: string | null;
  /** Hands the browser its session; it lives until the browser is closed or the session ends here. */
  keepSession(token: string): void;
  dropSession(): void;
  /** A short-lived cookie of sign-on itself, which also comes back from another site (single sign-on). */
  remember(name: string, value: string, seconds: number): void;
  recall(name: string): string | null;
  /** Answers with 303 instead of JSON. */
  redirect(to: string): void;
}

/** One request that passed session and permission. */
export interface Call extends Office {
  readonly caller: Caller;
  /** The appointments whose role grants the operation's permission, and what may be seen with them. */
  readonly by: readonly HeldAppointment[];
  readonly reach: Reach;
  readonly address: string;
  /** Ties answer, log line and read log together. */
  readonly reference: string;
  readonly door: Door;
  /** Bytes of the body, for operations with `streams: 'request'`; empty otherwise. */
  readonly body: Readable;
  /**
   * Says what was looked at: ids and counts, never numbers or names. Goes to the audit log with the operation's kind;
   * the answer leaves after it is written. An operation that logs must call it.
   */
  readonly note: (subject: Readonly<Record<string, unknown>>, reason?: string) => void;
}

/** A request to an operation with `may: null`: who asks may be unknown. */
export type OpenCall = Omit<Call, 'caller'> & { readonly caller: Caller | null };

export type CallOf<O extends Operation> = O['may'] extends null ? OpenCall : Call;

/** Runs one operation. Refusals are thrown as UserError. */
export type Handler<O extends Operation> = (input: Input<O>, call: CallOf<O>) => Promise<Output<O>>;

export type Handlers<T extends Readonly<Record<string, Operation>>> = {
  readonly [K in keyof T]: Handler<T[K]>;
};

/** One operation and the function that runs it, typed together: `export const list = handle(lead.list, async …)`. */
export function handle<const O extends Operation>(_operation: O, handler: Handler<O>): Handler<O> {
  return handler;
}
