/** What the queue can be cut to by time: overdue, or due within so many days. */
const within = [3, 7, 30] as const;

export type DueChoice = 'any' | 'over' | `${(typeof within)[number]}` | 'other';

/** Which choice a filter stands for today. @param today 'YYYY-MM-DD' */
export function dueChoiceOf(overdue: readonly string[], dueBy: readonly string[], today: string): DueChoice {
  if (overdue.includes('yes')) return 'over';
  const [day] = dueBy;
  if (day === undefined) return 'any';
  return (
    within.map((days) => `${days}` as const).find((days) => dayAfter(today, Number(days)) === day) ?? 'other'
  );
}

/** The words of the filter for a choice; `other` changes nothing and is null. */
export function dueWordsOf(
  choice: string,
  today: string,
): { readonly overdue: string[]; readonly dueBy: string[] } | null {
  if (choice === 'over') return { overdue: ['yes'], dueBy: [] };
  if (choice === 'any') return { overdue: [], dueBy: [] };
  const days = within.find((one) => `${one}` === choice);
  return days === undefined ? null : { overdue: [], dueBy: [dayAfter(today, days)] };
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
