import { referral } from '@yangguang/contract/referral';
import { findPackage } from '@yangguang/store/referral/package-row';
import { referralRefusal } from '@yangguang/store/referral/referral-refusals';
import { handle } from '../../http/call.ts';
import { referralInReach } from './package-line.ts';

export const download = handle(referral.download, async ({ matterId, number }, call) => {
  call.note({ matter: matterId, number });
  const found = await call.db.within(call.reach, async (tx) => {
    await referralInReach(tx, call, matterId);
    return findPackage(tx, call.reach, matterId, number);
  });
  if (found === null) throw referralRefusal('SEAL-105');
  call.note({ bytes: found.bytes.length, fingerprint: found.fingerprint });
  return {
    content: once(found.bytes),
    mediaType: 'application/jose',
    fileName: `${number}.jwe`,
    bytes: found.bytes.length,
  };
});

async function* once(bytes: Buffer): AsyncIterable<Uint8Array> {
  yield bytes;
}
