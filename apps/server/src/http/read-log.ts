/** One line of the audit of reads. Ids and counts, never numbers or names. */
export interface ReadEntry {
  readonly at: Date;
  readonly accountId: string | null;
  readonly sessionId: string | null;
  /** Roles under which it was done, joined by commas. */
  readonly role: string | null;
  readonly kind: 'person' | 'list' | 'search' | 'export' | 'print' | 'act' | 'refusal' | 'signIn';
  /** noun.verb */
  readonly operation: string;
  readonly subject: Readonly<Record<string, unknown>>;
  readonly reason: string | null;
  readonly outcome: 'given' | 'refused';
  /** Code of the refusal. */
  readonly code: string | null;
  readonly address: string;
  /** The area of the appointment. */
  readonly region: string | null;
}

/** Where reads are noted. Many requests share one commit. */
export interface ReadLog {
  /** Resolves when the entry is on disk. */
  write(entry: ReadEntry): Promise<void>;
  /** Writes what waits, and stops. */
  close(): Promise<void>;
}
