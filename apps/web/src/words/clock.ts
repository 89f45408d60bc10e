import { createContext, use } from 'react';

/** The present instant, ISO 8601: only main.tsx has a clock. */
export const ClockContext = createContext<() => string>(() => '2026-01-01T00:00:00Z');

/** The present instant, ISO 8601. */
export function useNow(): () => string {
  return use(ClockContext);
}

/** Today in China, 'YYYY-MM-DD'. */
export function useToday(): string {
  const now = use(ClockContext)();
  return new Date(Date.parse(now) + 8 * 3_600_000).toISOString().slice(0, 10);
}
