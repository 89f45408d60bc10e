import type { Matter } from '../matter/fact-words.ts';

type Allowance = Matter['actions'][number];

/** What one may conclude at a lead, each with a key: worth following, not this person, to be visited, not sure. */
export type Judgement = 'follow' | 'exclude' | 'dispatch';

/** A judgement as the workflow offers it now. */
export interface OfferedJudgement {
  readonly judgement: Judgement;
  readonly key: '1' | '2' | '3';
  /** The step it stands for now. */
  readonly action: Allowance;
}

/** The workflow's steps behind each judgement: the one that can be taken now, else the one nearest to it. */
const stepsBehind: readonly (readonly [Judgement, OfferedJudgement['key'], readonly string[]])[] = [
  ['follow', '1', ['triage', 'confirm', 'confirmOmission', 'confirmPartly']],
  ['exclude', '2', ['dismissIdentity', 'dismissData', 'clear', 'confirmIdentity']],
  ['dispatch', '3', ['dispatch', 'takeOver', 'startVerifying', 'joinVerification']],
];

/** Refusals that say: not in this state. */
const wrongState = 'WF-101';

/** The three judgements with their keys; each stands where the workflow has it, and says why where it does not allow it. */
export function offeredJudgements(actions: readonly Allowance[]): OfferedJudgement[] {
  return stepsBehind.flatMap(([judgement, key, names]) => {
    const known = names.flatMap((name) => actions.find((one) => one.action === name) ?? []);
    const action =
      known.find(({ may }) => may) ?? known.find(({ why }) => why?.code !== wrongState) ?? known[0];
    return action === undefined ? [] : [{ judgement, key, action }];
  });
}

/** Every other step that can be taken now, in the order of the workflow. */
export function otherSteps(actions: readonly Allowance[], judged: readonly OfferedJudgement[]): Allowance[] {
  const taken = new Set(judged.map(({ action }) => action.action));
  return actions.filter(({ action, may }) => may && !taken.has(action));
}

/** Steps of this state that cannot be taken, to say why; those of other states say nothing. */
export function shutSteps(actions: readonly Allowance[], judged: readonly OfferedJudgement[]): Allowance[] {
  const shown = new Set(judged.map(({ action }) => action.action));
  return actions.filter(
    ({ action, may, why }) => !may && why !== null && why.code !== wrongState && !shown.has(action),
  );
}
