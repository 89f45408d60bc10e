import type { Progress } from '@yangguang/contract/progress';

interface WithJob {
  readonly job_state: string | null;
  readonly progress: number | null;
  readonly stage_zh: string | null;
  readonly stage_en: string | null;
}

/** How far the job of a row is; null when it has none, or none any more. */
export function progressLine(row: WithJob): Progress | null {
  if (row.job_state === null) return null;
  const { stage_zh: zh, stage_en: en } = row;
  return {
    state: row.job_state as Progress['state'],
    fraction: row.progress ?? 0,
    stage: zh === null || en === null ? null : { zh, en },
  };
}
