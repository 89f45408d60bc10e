import { chinaDay } from '@yangguang/domain/words/china-day';
import type { ExpiryQuestion } from '@yangguang/store/retention/expired';
import type { Call } from '../../http/call.ts';
import { notFound } from '../../http/api-refusal.ts';
import { areasOf } from '../../sign-on/keeper-of.ts';

/** What of an area is beyond its time now, by the parameter in force there. */
export interface Expiry extends ExpiryQuestion {
  readonly years: number;
}

/** @throws ApiRefusal API-104 an area that is not one's own */
export function expiryOf(call: Pick<Call, 'by' | 'policy' | 'now'>, area: string): Expiry {
  if (!areasOf(call).some((own) => area.startsWith(own))) throw notFound();
  const today = chinaDay(call.now());
  const { value } = call.policy.get('retention.matterYears', area, today);
  if (typeof value !== 'number') throw new Error('retention.matterYears is no number');
  return { area, years: value, endedBefore: yearsBefore(today, value) };
}

/** Midnight in China of the day so many years ago; 29 February becomes 1 March. */
function yearsBefore(day: string, years: number): Date {
  const [year = '', month = '', dayOfMonth = ''] = day.split('-');
  const before = new Date(`${Number(year) - years}-${month}-01T00:00:00+08:00`);
  return new Date(before.getTime() + (Number(dayOfMonth) - 1) * 86_400_000);
}
