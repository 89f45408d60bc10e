/** The months a finding speaks of. */
export interface Period {
  /** 'YYYY-MM' */
  readonly from: string;
  readonly to: string;
  readonly months: number;
}

/** Reads '2026-01', '2026-01/2026-03' or '2026-01–2026-03'; null for anything else. */
export function readPeriod(text: string | null): Period | null {
  const found = /^(\d{4}-\d{2})(?:[/–](\d{4}-\d{2}))?$/.exec(text ?? '');
  if (found === null) return null;
  const [, from = '', to = from] = found;
  const months = monthOf(to) - monthOf(from) + 1;
  return months < 1 ? null : { from, to, months };
}

function monthOf(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));
}
