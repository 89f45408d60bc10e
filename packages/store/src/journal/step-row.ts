import type { Facts } from '@yangguang/domain/workflows/field';
import type { Vault } from '../vault.ts';
import { canonicalJson } from './canonical-json.ts';

/** What a matter is about: written once, with its opening. */
export interface Header {
  readonly workflow: string;
  readonly region: string;
  readonly programme: string;
  /** Whom or what, as a list shows it; the words of the workflow go before it. */
  readonly title: string;
  readonly householdId: string | null;
  readonly campaignId: string | null;
  readonly parentId: string | null;
  readonly isSealed: boolean;
  readonly assignedArea: string | null;
  readonly assignedTo: string | null;
  /** Matters linked from the start. */
  readonly links: readonly string[];
  /** The step that opened it, when one did. */
  readonly byStep: string | null;
  /** Hash of the finding's row, hex: the lead a matter was opened for. */
  readonly finding: string | null;
}

/** A document as a step cites it: its hash is chained with the step. */
export interface CitedEvidence {
  readonly id: string;
  readonly kind: string;
  /** SM3 of the file, hex; null for a paper kept in the office. */
  readonly sm3: string | null;
  readonly paperNo: string | null;
  /** Hash of the whole row, hex: with the step that added it. */
  readonly row?: string;
}

/** What happens when the time of a clock is over. Instants are ISO 8601, UTC. */
export interface NextEnd {
  /** Name of the clock in the workflow. */
  readonly clock: string;
  readonly startedOn: string;
  readonly endsAt: string;
  /** The action the clock takes, or 'escalate'. */
  readonly action: string;
}

/** The clocks of a matter as they stand after a step. */
export interface ClockReading {
  /** The clock that ends first. */
  readonly clock: string;
  readonly dueOn: string | null;
  /** For limits in hours, an ISO instant. */
  readonly dueAt: string | null;
  /** The first end of which nobody has been told yet; null when there is none. */
  readonly next?: NextEnd | null;
  /** The first day on which those responsible are to be reminded. */
  readonly remindOn?: string | null;
  /** The office above that was told of a time that is over, while that clock still runs. */
  readonly escalatedTo?: string | null;
}

/** One row of the journal, as the table has it. */
export interface StepRow {
  readonly seq: bigint;
  readonly id: string;
  readonly matter_id: string;
  readonly step_no: number;
  readonly action: string;
  readonly from_state: string | null;
  readonly to_state: string;
  readonly account_id: string | null;
  readonly role: string;
  readonly area: string;
  readonly at: Date;
  readonly recorded_at: Date;
  readonly reason: string | null;
  readonly header: Header | null;
  readonly facts: Facts;
  readonly private: Buffer | null;
  readonly private_hash: Buffer | null;
  readonly evidence: readonly CitedEvidence[];
  readonly clock: ClockReading | null;
  readonly request_hash: Buffer;
  readonly prev_hash: Buffer;
  readonly hash: Buffer;
}

/** A row before it has its place in the chain. */
export type StepDraft = Omit<StepRow, 'seq' | 'prev_hash' | 'hash' | 'private_hash'>;

/** Hash of a row: over everything in it, with the hash of its private bytes in their place, and the row before. */
export function hashOfStep(vault: Vault, row: Omit<StepRow, 'hash'>): Buffer {
  const { private: _, prev_hash: before, ...rest } = row;
  return vault.digest(before, canonicalJson(rest));
}
