import type { Progress } from './run-options.ts';

/** How long each stage of a run took. */
export interface StageTimings {
  /** Progress that notes when each stage begins, and passes everything on. */
  readonly progress: Progress;
  /** Seconds by stage in the order they began, to the millisecond; the running stage counts up to now. */
  readonly seconds: () => Readonly<Record<string, number>>;
}

/**
 * Times the stages of a run by its own progress messages: all files together are stage `import`, every other stage
 * goes by its English name, and what comes before the first message is `prepare`. A stage's seconds end where the next
 * begins: outputs are written two at a time, so those of one may run on in another's.
 * @param elapsed seconds on a clock that only runs forward; the engine has none of its own
 */
export function timeStages(progress: Progress, elapsed: () => number): StageTimings {
  const spent = new Map<string, number>();
  let name = 'prepare';
  let since = elapsed();
  const enter = (next: string): void => {
    const now = elapsed();
    spent.set(name, (spent.get(name) ?? 0) + now - since);
    name = next;
    since = now;
  };
  return {
    progress: {
      file: (file, fraction) => {
        if (name !== 'import') enter('import');
        progress.file(file, fraction);
      },
      stage: (nameZh, nameEn, fraction) => {
        enter(nameEn);
        progress.stage(nameZh, nameEn, fraction);
      },
      done: () => progress.done(),
    },
    seconds: () => {
      enter(name);
      return Object.fromEntries([...spent].map(([stage, s]) => [stage, Math.round(s * 1000) / 1000]));
    },
  };
}
