import type { Progress } from './progress/progress.ts';
import type { Lang } from './world.ts';

export interface CheckOptions {
  readonly folder: string;
  readonly asOf?: string;
  readonly region?: string;
  readonly policy: readonly string[];
  readonly builtInPolicy: string;
  readonly out?: string;
  readonly previous?: string;
  readonly rules?: readonly string[];
  readonly idNumbers: 'masked' | 'full';
  readonly lang: Lang;
  readonly inspect: boolean;
  readonly force: boolean;
  readonly passwords: readonly string[];
  readonly mapping?: string;
  readonly now: string;
  readonly signal: AbortSignal;
}

export interface CheckResult {
  readonly exit: 0 | 1 | 3;
  readonly out: string | null;
  readonly printed: readonly string[];
}

type RunCheck = (options: CheckOptions, progress: Progress) => Promise<CheckResult>;

/** The engine's check. */
export async function loadRunCheck(): Promise<RunCheck> {
  const place: string = '@yangguang/engine/run/run-check';
  const { runCheck } = (await import(place)) as { runCheck: RunCheck };
  return runCheck;
}
