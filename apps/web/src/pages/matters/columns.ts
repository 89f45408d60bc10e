/** Columns of the lists beside what every list has: what it is, about whom, where, state, time, in whose hands. */
export type ExtraColumn = 'severity' | 'programme' | 'amount' | 'opened';

const byWorkflow: Readonly<Record<string, readonly ExtraColumn[]>> = {
  lead: ['severity', 'amount'],
  verification: ['severity', 'programme'],
  decision: ['programme'],
  notice: ['opened'],
  publicNotice: ['programme', 'opened'],
  phaseOut: ['programme'],
  recovery: ['programme', 'amount'],
  task: ['severity', 'opened'],
  petition: ['opened'],
  hazard: ['opened'],
  proxyAgreement: ['opened'],
  policyItem: ['opened'],
};

/** What a list over one workflow shows beside the rest; of several workflows nothing more. */
export function extraColumns(workflow: string | undefined): readonly ExtraColumn[] {
  return workflow === undefined || workflow.includes(',') ? [] : (byWorkflow[workflow] ?? []);
}

/** Workflows with a list here, in the order of a case; the others have screens of their own. */
export const listedWorkflows = [
  ...['lead', 'verification', 'notice', 'decision', 'publicNotice', 'phaseOut', 'recovery'],
  ...['task', 'petition', 'proxyAgreement', 'hazard', 'policyItem'],
] as const;
