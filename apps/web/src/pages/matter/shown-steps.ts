import type { StepOfMatter } from './fact-words.ts';

/**
 * Steps as the history shows them, newest first. A document stands with the step that cites it; its own line is shown
 * only while no step does. Counting clocks anew is nobody's act.
 */
export function shownSteps(steps: readonly StepOfMatter[]): StepOfMatter[] {
  const cited = new Set(
    steps
      .filter(({ action }) => !action.includes('.'))
      .flatMap(({ evidence }) => evidence.map(({ id }) => id)),
  );
  return steps
    .filter(({ action, evidence }) => {
      if (action === 'matter.recount') return false;
      return (
        action !== 'matter.evidence' || evidence.length === 0 || evidence.some(({ id }) => !cited.has(id))
      );
    })
    .reverse();
}
