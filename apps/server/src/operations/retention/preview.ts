import { retention } from '@yangguang/contract/retention';
import { chinaDay } from '@yangguang/domain/words/china-day';
import { findExpired } from '@yangguang/store/retention/expired';
import { handle } from '../../http/call.ts';
import { expiryOf } from './expiry-of.ts';

export const preview = handle(retention.preview, async ({ area }, call) => {
  const expiry = expiryOf(call, area);
  const { matters, households } = await call.db.asOwner((tx) => findExpired(tx, expiry));
  call.note({ area, matters: matters.length, households: households.length });
  return {
    years: expiry.years,
    endedBeforeOn: chinaDay(expiry.endedBefore),
    matters: matters.length,
    households: households.length,
  };
});
