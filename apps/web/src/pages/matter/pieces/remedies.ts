import type { Matter } from '../fact-words.ts';

/** Where a decision stands after it was made, and what is still open of putting it right. */
export interface Remedies {
  readonly stage: 'open' | 'suspended' | 'underReconsideration' | 'inCourt' | 'corrected' | 'none';
  /** Last day for reconsideration. */
  readonly untilOn: string | null;
  /** Decision that restores, when one was opened. */
  readonly restore: { readonly id: string; readonly state: string; readonly isDone: boolean } | null;
  /** Null until it is told. */
  readonly backPayFen: number | null;
  readonly backPayFrom: string | null;
}

const stages: Readonly<Record<string, Remedies['stage']>> = {
  ...{ notified: 'open', effective: 'open', suspended: 'suspended', corrected: 'corrected' },
  ...{ underReconsideration: 'underReconsideration', inCourt: 'inCourt' },
};

const done: ReadonlySet<string> = new Set(['effective', 'archived']);

/** Remedies of a decision, from its state, clocks, facts and links. */
export function remediesOf({
  state,
  clocks,
  facts,
  links,
  id,
}: Pick<Matter, 'state' | 'clocks' | 'facts' | 'links' | 'id'>): Remedies {
  const restore = links.findLast(
    (link) => link.workflow === 'decision' && link.kind === 'restore' && link.parentId === id,
  );
  const { backPayFen, backPayFrom } = facts;
  return {
    stage: stages[state] ?? 'none',
    untilOn: clocks.find(({ name }) => name === 'remedy')?.dueOn ?? null,
    restore:
      restore === undefined
        ? null
        : { id: restore.id, state: restore.state, isDone: done.has(restore.state) },
    backPayFen: typeof backPayFen === 'number' ? backPayFen : null,
    backPayFrom: typeof backPayFrom === 'string' ? backPayFrom : null,
  };
}
