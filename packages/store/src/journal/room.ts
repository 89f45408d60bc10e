import type { UserError } from '@yangguang/domain/errors/user-error';
import type { Facts } from '@yangguang/domain/workflows/field';
import type { Refusal } from '@yangguang/domain/workflows/refusal';
import type { Step, Workflow } from '@yangguang/domain/workflows/workflow';
import type { Transaction } from '../database.ts';
import type { MatterRow } from '../matter/matter-row.ts';
import type { Vault } from '../vault.ts';
import type { ClockReading, NextEnd } from './step-row.ts';

export type Workflows = Readonly<Record<string, Workflow>>;

/** What the clocks of a matter are read from. */
export interface ClockQuestion {
  readonly workflow: Workflow;
  readonly steps: readonly Step[];
  readonly facts: Facts;
  readonly region: string;
  readonly openedAt: Date;
  /** Ends of which the office above was told already. */
  readonly told?: readonly Told[];
}

/** That the office above was told of the end of a clock. */
export interface Told extends Pick<NextEnd, 'clock' | 'startedOn' | 'endsAt'> {
  /** Division of the office. */
  readonly to: string;
}

/** What writing the journal takes beside the transaction. */
export interface Room {
  readonly vault: Vault;
  readonly workflows: Workflows;
  /** The clock that ends first, by the parameters in force. */
  readonly readClock: (question: ClockQuestion) => ClockReading | null;
  /** A refusal of the gate in words. */
  readonly refuse: (workflow: Workflow, action: string, refusal: Refusal) => UserError;
  /** Facts that nobody types because the database knows them, such as how many drawn households are still to visit. */
  readonly stateFacts?: (tx: Transaction, matter: MatterRow, facts: Facts) => Promise<Facts>;
  /** Facts that policy states at the opening, in force in that division on that day ('YYYY-MM-DD'). */
  readonly stateOpening?: (workflow: Workflow, region: string, on: string) => Facts;
  readonly newId: () => string;
  readonly now: () => Date;
}

/** @throws when there is no such workflow */
export function workflowOf(room: Pick<Room, 'workflows'>, id: string): Workflow {
  const workflow = Object.hasOwn(room.workflows, id) ? room.workflows[id] : undefined;
  if (workflow === undefined) throw new Error(`no workflow ${id}`);
  return workflow;
}
