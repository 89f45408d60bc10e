import type { CountLineId } from '../campaign/count-lines.ts';
import type { PathCount } from './read-board.ts';

type LeadLine = Extract<CountLineId, 'leads' | `leads.${string}`>;

/** The campaign's numbers of leads from the ways they came: what one reading of them has told is not read twice. */
export function leadCounts(paths: readonly PathCount[]): Record<LeadLine, number> {
  const sum = (is: (path: string) => boolean): number =>
    paths.filter(({ path }) => is(path)).reduce((all, { count }) => all + count, 0);
  const [waiting, setAside] = [sum((p) => p === 'waiting'), sum((p) => p.startsWith('setAside'))];
  const open = sum((p) => p === 'toVisit' || p === 'awaitingAnswer');
  const confirmed = sum((p) => p.startsWith('confirmed'));
  const partlyConfirmed = sum((p) => p.startsWith('partly'));
  const cleared = sum((p) => p === 'innocent' || p === 'dataWrong' || p === 'identityWrong');
  const verified = confirmed + partlyConfirmed + cleared;
  return {
    leads: waiting + setAside + open + verified,
    'leads.waiting': waiting,
    'leads.dispatched': open + verified,
    'leads.open': open,
    'leads.verified': verified,
    'leads.confirmed': confirmed,
    'leads.partlyConfirmed': partlyConfirmed,
    'leads.cleared': cleared,
    'leads.setAside': setAside,
  };
}
