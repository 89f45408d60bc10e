import type { StepTaken } from '@yangguang/contract/matter-parts';
import type { StepResult } from '@yangguang/store/journal/take-step';
import type { z } from 'zod';

/** What became of a step, as the wire carries it. */
export function stepTaken(result: StepResult): z.output<typeof StepTaken> {
  return { ...result, at: result.at.toISOString(), opened: [...result.opened] };
}
