import type { Got } from '../../api/use-api.tsx';

type Counts = Got<'lead.queue'>['counts'];

/** What is in one's hands altogether. */
export function totalsOf(counts: Counts): {
  readonly open: number;
  readonly overdue: number;
  readonly dueSoon: number;
} {
  const sum = (pick: (count: Counts[number]) => number): number =>
    counts.reduce((all, one) => all + pick(one), 0);
  return { open: sum((c) => c.open), overdue: sum((c) => c.overdue), dueSoon: sum((c) => c.dueSoon) };
}
