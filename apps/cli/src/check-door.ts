import type { CheckOptions, CheckResult, Progress } from '@yangguang/engine/run/run-options';

type RunCheck = (options: CheckOptions, progress: Progress) => Promise<CheckResult>;

/** The engine's check. */
export async function loadRunCheck(): Promise<RunCheck> {
  const place: string = '@yangguang/engine/run/run-check';
  const { runCheck } = (await import(place)) as { runCheck: RunCheck };
  return runCheck;
}
