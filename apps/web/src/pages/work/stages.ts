import type { ListSearch } from '../matters/list-search.ts';

/** Where the work of a town stands. */
export const stages = ['toStart', 'toAssign', 'out', 'toCheck', 'returned', 'thisWeek', 'overdue'] as const;
export type Stage = (typeof stages)[number];

/** Workflows a town carries. */
const ofTown =
  'lead,verification,notice,publicNotice,decision,phaseOut,recovery,task,petition,proxyAgreement,hazard';

/** What a stage shows; the step that takes several on at once, where there is one. @param weekEndOn the last day of the week to come */
export function searchOf(stage: Stage, weekEndOn: string): ListSearch {
  switch (stage) {
    case 'toStart':
      return { workflow: 'lead', state: 'toVerify' };
    case 'toAssign':
      return { workflow: 'verification', state: 'planned,noOneHome,warned' };
    case 'out':
      return { workflow: 'verification', state: 'scheduled,refused' };
    case 'toCheck':
      return { workflow: 'verification', state: 'visited,signed,reviewed' };
    case 'returned':
      return { workflow: 'verification', state: 'returned' };
    case 'thisWeek':
      return { workflow: ofTown, dueBy: weekEndOn };
    case 'overdue':
      return { workflow: ofTown, show: 'overdue' };
  }
}

/** The step that may be taken for several matters of the stage at once. */
export function bulkActionOf(stage: Stage): string | null {
  if (stage === 'toStart') return 'startVerifying';
  return stage === 'toAssign' || stage === 'returned' ? 'schedule' : null;
}

/** Sunday of the week in which the day lies, 'YYYY-MM-DD'. */
export function sundayOf(today: string): string {
  const day = new Date(`${today}T00:00:00Z`);
  const left = (7 - day.getUTCDay()) % 7;
  return new Date(day.getTime() + left * 86_400_000).toISOString().slice(0, 10);
}
