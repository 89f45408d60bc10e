import { z } from 'zod';
import { Words } from './operation.ts';

/** How far a job is: the share done and what is going on. */
export const Progress = z.strictObject({
  state: z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']),
  fraction: z.number().min(0).max(1),
  stage: Words.nullable(),
});
export type Progress = z.output<typeof Progress>;
