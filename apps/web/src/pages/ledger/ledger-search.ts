/** Address of a ledger: the day its period is due, and the division. */
export function readLedgerSearch(search: Readonly<Record<string, unknown>>): {
  period?: string;
  region?: string;
} {
  const { period, region } = search;
  // A division's code looks like a number to the address bar.
  const code = typeof region === 'number' || typeof region === 'string' ? String(region) : '';
  return {
    ...(typeof period === 'string' && /^\d{4}-\d\d-\d\d$/.test(period) ? { period } : {}),
    ...(/^\d{4}(\d{2}(\d{3}(\d{3})?)?)?$/.test(code) ? { region: code } : {}),
  };
}

/** The period one works on: the first that is not over, else the last. */
export function presentPeriod(dueOn: readonly string[], today: string): string | null {
  return [...dueOn].sort().find((on) => on >= today) ?? [...dueOn].sort().at(-1) ?? null;
}
