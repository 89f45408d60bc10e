import type { Workflow } from '@yangguang/domain/workflows/workflow';
import type { Matter } from './fact-words.ts';

type Allowance = Matter['actions'][number];

/** The actions of a matter as a card shows them, each kind in the order of the workflow. */
export interface SortedActions {
  /** The gate says yes. */
  readonly able: readonly Allowance[];
  /** Of the present state, and refused for another reason: by whom, after what, under which condition. */
  readonly barred: readonly Allowance[];
  /** Of other states; what only the clock does is among them. */
  readonly elsewhere: readonly Allowance[];
}

/** Refused because the matter stands at another state. */
const wrongState = 'WF-101';

/** The way on comes first: actions that leave the state before those that stay in it, and both before those that end it. */
export function sortActions(workflow: Workflow, allowances: readonly Allowance[]): SortedActions {
  const able = allowances.filter(({ may }) => may);
  const refused = allowances.filter(({ may }) => !may);
  const isElsewhere = ({ action, why }: Allowance): boolean =>
    why?.code === wrongState || workflow.actions[action]?.by.every((role) => role === 'clock') === true;
  return {
    able: able
      .map((one, i) => ({ one, rank: rankOf(workflow, one.action) * 1000 + i }))
      .sort((a, b) => a.rank - b.rank)
      .map(({ one }) => one),
    barred: refused.filter((one) => !isElsewhere(one)),
    elsewhere: refused.filter(isElsewhere),
  };
}

/** Ways out that nobody means by default stand last. */
const aside: ReadonlySet<string> = new Set([
  ...[
    'withdraw',
    'withdrawApplication',
    'abandon',
    'giveUp',
    'decline',
    'terminate',
    'annul',
    'waive',
    'transfer',
  ],
  ...['returnDraft', 'returnForm', 'sendBack', 'returnFiling', 'recordUncollectible', 'giveBack', 'escalate'],
]);

function rankOf(workflow: Workflow, name: string): number {
  const action = workflow.actions[name];
  if (action === undefined || aside.has(name)) return 3;
  return action.from.includes(action.to) ? 2 : 1;
}
