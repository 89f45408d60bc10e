import { lead } from '@yangguang/domain/workflows/lead';
import type { Action } from '@yangguang/domain/workflows/workflow';

/** A step that can be taken for many leads at once. */
export interface BulkStep {
  readonly action: string;
  readonly zh: string;
  readonly en: string;
  /** It asks for a reason. */
  readonly isReasoned: boolean;
}

/**
 * Steps of a lead that one of the roles may take and that ask for nothing of each lead by itself: no facts, no documents,
 * no other matter. Dispatching has a dialog of its own.
 */
export function bulkSteps(roles: readonly string[]): BulkStep[] {
  return Object.entries<Action>(lead.actions)
    .filter(([name, action]) => name !== 'dispatch' && isForMany(action))
    .filter(([, { by }]) => by.some((role) => roles.includes(role)))
    .map(([action, { zh, en, reasoned }]) => ({ action, zh, en, isReasoned: reasoned === true }));
}

function isForMany({ asks = {}, needs = [], after = [] }: Action): boolean {
  return Object.keys(asks).length === 0 && needs.length === 0 && after.length === 0;
}
