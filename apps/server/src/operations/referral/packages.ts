import { referral } from '@yangguang/contract/referral';
import { packagesOf } from '@yangguang/store/referral/package-row';
import { handle } from '../../http/call.ts';
import { packageLine, referralInReach } from './package-line.ts';

export const packages = handle(referral.packages, async ({ matterId }, call) => {
  const rows = await call.db.within(call.reach, async (tx) => {
    await referralInReach(tx, call, matterId);
    return packagesOf(tx, call.reach, matterId);
  });
  call.note({ matter: matterId, packages: rows.length });
  return { items: rows.map(packageLine) };
});
