import { createHash } from 'node:crypto';
import type { Input } from '@yangguang/contract/operation';
import { referral } from '@yangguang/contract/referral';
import { registerRows } from '@yangguang/store/audit/register-rows';
import type { Transaction } from '@yangguang/store/database';
import { findStep } from '@yangguang/store/campaign/find-step';
import { journalRefusal } from '@yangguang/store/journal/journal-refusals';
import { requestHash, requestHashes } from '@yangguang/store/journal/request-hash';
import { takeStep } from '@yangguang/store/journal/take-step';
import { keyFor } from '@yangguang/store/referral/key-register';
import { insertPackage, type PackageRow, packagesOf } from '@yangguang/store/referral/package-row';
import { referralRefusal } from '@yangguang/store/referral/referral-refusals';
import { sealContent } from '@yangguang/store/referral/sealed-content';
import { type Call, handle } from '../../http/call.ts';
import { journalRoom } from '../../office/journal-room.ts';
import { handsOf } from '../matter/hands-of.ts';
import { stepTaken } from '../matter/step-taken.ts';
import { packageLine, referralInReach } from './package-line.ts';
import { readContent } from './read-content.ts';

type Sent = Input<typeof referral.send>;

export const send = handle(referral.send, async (input, call) => {
  const { matterId, stepId, expectedVersion, slipNo, sentOn } = input;
  call.note({ matter: matterId });
  const content = await readContent(call.body);
  return call.db.within(call.reach, async (tx) => {
    const matter = await referralInReach(tx, call, matterId);
    const before = await findStep(tx, matterId, stepId);
    // The gate first: nothing is sealed that may not be sent.
    const step = await takeStep(tx, journalRoom(call), call.reach, {
      ...{ stepId, matterId, action: 'send', expectedVersion, facts: { slipNo, sentOn } },
      ...{ reason: null, evidence: [], doneAt: null, hands: handsOf(call) },
    });
    const mac = macOf(content, input);
    if (before === null) await seal(tx, call, input, matter.region, content);
    const sealed = (await packagesOf(tx, call.reach, matterId)).find((p) => p.number === slipNo);
    if (sealed === undefined || !isSame(call, sealed, mac)) throw journalRefusal('MAT-101');
    return { step: stepTaken(step), package: packageLine(sealed) };
  });
});

async function seal(
  tx: Transaction,
  call: Call,
  input: Sent,
  region: string,
  content: Buffer,
): Promise<void> {
  const { matterId, slipNo: number, sentOn, fileName, mediaType, receiverKeyId } = input;
  const key = await keyFor(tx, call.reach, receiverKeyId, region);
  const packages = await packagesOf(tx, call.reach, matterId);
  if (packages.some((p) => p.number === number)) throw referralRefusal('SEAL-106');
  const jwe = await sealContent(
    { number, sentOn, fileName, mediaType, content },
    { jwk: key.public_key, algorithm: key.algorithm, fingerprint: key.fingerprint },
  );
  await insertPackage(tx, {
    ...{ matterId, number, key, jwe },
    sealedAt: call.now(),
    sealedBy: call.caller.accountId,
    contentMac: requestHash(call.vault, macOf(content, input)),
  });
  await registerRows(tx, call.vault, 'sealed_package', [`${matterId} ${number}`], call.now());
}

/** What makes it the same package when it is sent again; kept as a keyed hash, which tells nothing else. */
function macOf(content: Buffer, { fileName, receiverKeyId }: Sent): Readonly<Record<string, unknown>> {
  return { fileName, receiverKeyId, sha256: createHash('sha256').update(content).digest('hex') };
}

function isSame(
  { vault }: Call,
  { content_mac: kept }: PackageRow,
  mac: Readonly<Record<string, unknown>>,
): boolean {
  return kept !== null && requestHashes(vault, mac).some((hash) => hash.equals(kept));
}
