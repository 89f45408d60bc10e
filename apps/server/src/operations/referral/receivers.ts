import { referral } from '@yangguang/contract/referral';
import { listKeys } from '@yangguang/store/referral/key-register';
import { handle } from '../../http/call.ts';

/** Nobody seals to more bodies than this. */
const most = 200;

export const receivers = handle(referral.receivers, async (_input, call) => {
  const rows = await call.db.within(call.reach, (tx) =>
    listKeys(tx, call.reach, { after: null, limit: most }),
  );
  const items = rows
    .filter((row) => row.revoked_at === null)
    .map(({ id, name, algorithm, fingerprint }) => ({ id, name, algorithm, fingerprint }));
  call.note({ keys: items.length });
  return { items };
});
