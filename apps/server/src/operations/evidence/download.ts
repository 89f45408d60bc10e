import { createHash } from 'node:crypto';
import { evidence } from '@yangguang/contract/evidence';
import { findEvidence } from '@yangguang/store/evidence/evidence';
import { assertNoKin } from '@yangguang/store/journal/assert-no-kin';
import { findMatter } from '@yangguang/store/matter/lock-matter';
import { notAsReceived } from '../../files/file-refusals.ts';
import { notFound } from '../../http/api-refusal.ts';
import { type Call, handle } from '../../http/call.ts';
import { journalRoom } from '../../office/journal-room.ts';

export const download = handle(evidence.download, async ({ id }, call) => {
  call.note({ evidence: id });
  const row = await call.db.within(call.reach, async (tx) => {
    const found = await findEvidence(tx, call.reach, id);
    const matter = found === null ? null : await findMatter(tx, call.reach, found.matter_id);
    if (found === null || matter === null) throw notFound();
    call.note({ matter: matter.id, household: matter.household_id, place: matter.region });
    await assertNoKin(tx, journalRoom(call), matter, call.caller.accountId);
    return found;
  });
  const { storage_key: key, sm3, file_name: fileName, media_type: mediaType, bytes } = row;
  // A paper lies in the office, not here.
  if (key === null || sm3 === null || fileName === null || mediaType === null) throw notFound();
  await assertAsReceived(call, key, sm3);
  return { content: await call.files.read(key), mediaType, fileName, bytes: Number(bytes) };
});

/**
 * The whole file is what the journal has the hash of. Read before the first byte is sent: a refusal half way down would
 * leave part of a forged file with whoever asked.
 * @throws UserError FILE-102
 */
async function assertAsReceived({ files }: Call, key: string, sm3: Buffer): Promise<void> {
  const hash = createHash('sm3');
  for await (const piece of await files.read(key)) hash.update(piece as Buffer);
  if (!hash.digest().equals(sm3)) throw notAsReceived();
}
