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

/** Takes a step in a transaction of its own. */
export function takenIn(
  call: Call,
  matterId: string,
  take: (tx: Transaction) => Promise<StepResult>,
): Promise<Taken> {
  return aboutMatter(call, matterId, async () => stepTaken(await call.db.within(call.reach, take)));
}

/** Does something with a matter; the record of a refusal says which matter it was about. */
export async function aboutMatter<T>(
  call: Pick<Call, 'note'>,
  matterId: string,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    call.note({ matter: matterId });
    throw error;
  }
}
