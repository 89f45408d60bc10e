import { dayOf } from '../../../words/format.ts';
import type { Matter } from '../fact-words.ts';

/** One objection to a public notice. */
export interface Objection {
  readonly id: string;
  readonly on: string;
  readonly isAnonymous: boolean;
  /** It was looked into and answered. */
  readonly isAnswered: boolean;
}

export interface NoticeBoard {
  readonly place: string | null;
  readonly postedOn: string | null;
  /** Last day it hangs; null when no time runs. */
  readonly untilOn: string | null;
  readonly stage: 'notYet' | 'hanging' | 'over' | 'down';
  readonly objections: readonly Objection[];
}

const hanging: ReadonlySet<string> = new Set([
  'inPeriod',
  'rePosted',
  'objection',
  'investigating',
  'reResult',
]);
/** Clocks of the time on the board; the others are the office's own. */
const hangs: ReadonlySet<string> = new Set(['period', 'again']);
const before: ReadonlySet<string> = new Set(['draft', 'posted']);
const down: ReadonlySet<string> = new Set(['ended', 'archived', 'objectionUpheld']);

function stageOf(state: string): NoticeBoard['stage'] {
  if (before.has(state)) return 'notYet';
  if (hanging.has(state)) return 'hanging';
  return down.has(state) ? 'down' : 'over';
}

/** Where and until when a notice hangs, and who objected: when, never who. */
export function noticeBoard({
  facts,
  steps,
  state,
  clocks,
}: Pick<Matter, 'facts' | 'steps' | 'state' | 'clocks'>): NoticeBoard {
  const text = (name: string): string | null => (typeof facts[name] === 'string' ? facts[name] : null);
  const raised = steps.filter(({ action }) => action === 'recordObjection');
  return {
    ...{ place: text('place'), postedOn: text('postedOn'), stage: stageOf(state) },
    untilOn: clocks.find(({ name, dueOn }) => dueOn !== null && hangs.has(name))?.dueOn ?? null,
    objections: raised.map((step) => ({
      ...{ id: step.id, on: dayOf(step.at), isAnonymous: step.facts['isAnonymous'] === true },
      isAnswered: steps.some(({ action, stepNo }) => action === 'recordReResult' && stepNo > step.stepNo),
    })),
  };
}
