const eightHoursMs = 8 * 3_600_000;

/** The calendar day 'YYYY-MM-DD' in China (UTC+8, no summer time since 1991) at an instant. */
export function chinaDay(at: Date): string {
  return new Date(at.getTime() + eightHoursMs).toISOString().slice(0, 10);
}
