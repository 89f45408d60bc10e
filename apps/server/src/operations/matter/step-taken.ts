import type { StepTaken } from '@yangguang/contract/matter-parts';
import type { Transaction } from '@yangguang/store/database';
import type { StepResult } from '@yangguang/store/journal/take-step';
import type { z } from 'zod';
import type { Call } from '../../http/call.ts';

type Taken = z.output<typeof StepTaken>;

/** What became of a step, as the wire carries it. */
export function stepTaken(result: StepResult): Taken {
  return { ...result, at: result.at.toISOString(), opened: [...result.opened] };
}

/** Takes a step in a transaction of its own; the record of a refusal says which matter it was about. */
export async function takenIn(
  call: Call,
  matterId: string,
  take: (tx: Transaction) => Promise<StepResult>,
): Promise<Taken> {
  try {
    return stepTaken(await call.db.within(call.reach, take));
  } catch (error) {
    call.note({ matter: matterId });
    throw error;
  }
}
