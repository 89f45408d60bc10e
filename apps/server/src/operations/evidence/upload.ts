import { evidence } from '@yangguang/contract/evidence';
import type { Input } from '@yangguang/contract/operation';
import { UserError } from '@yangguang/domain/errors/user-error';
import { addEvidence, type NewEvidence, refuseTitles } from '@yangguang/store/evidence/evidence';
import { assertNoKin } from '@yangguang/store/journal/assert-no-kin';
import { findMatter } from '@yangguang/store/matter/lock-matter';
import type { StoredFile } from '../../files/file-store.ts';
import { notFound } from '../../http/api-refusal.ts';
import { type Call, handle } from '../../http/call.ts';
import { journalRoom } from '../../office/journal-room.ts';
import { aboutMatter } from '../matter/step-taken.ts';
import { type Added, added, evidenceRequest } from './evidence-request.ts';
import { keepUpload } from './keep-upload.ts';

type Sent = Input<typeof evidence.upload>;

export const upload = handle(evidence.upload, async (input, call) => {
  return aboutMatter(call, input.matterId, async () => {
    await assertMayAdd(call, input);
    const { file, mediaType } = await keepUpload(call, call.body, input.fileName);
    const { kind, title, fileName: name } = input;
    return enter(call, input, file, {
      ...{ kind, title, paperNo: null },
      file: { name, mediaType, bytes: file.bytes, sha256: file.sha256, sm3: file.sm3, storageKey: file.key },
    });
  });
});

/** Asked before a byte is read, and again when the document is entered. */
async function assertMayAdd(call: Call, { matterId, title, fileName }: Sent): Promise<void> {
  refuseTitles(title, null, fileName);
  await call.db.within(call.reach, async (tx) => {
    const row = await findMatter(tx, call.reach, matterId);
    if (row === null) throw notFound();
    await assertNoKin(tx, journalRoom(call), row, call.caller.accountId);
  });
}

async function enter(call: Call, input: Sent, file: StoredFile, document: NewEvidence): Promise<Added> {
  const request = evidenceRequest(call, input);
  try {
    const { result, isNew } = await call.db.within(call.reach, (tx) =>
      addEvidence(tx, journalRoom(call), call.reach, request, document),
    );
    if (!isNew) await call.files.remove(file.key);
    return added(result);
  } catch (error) {
    // When the database was lost nobody knows whether the row is there: a file too many is better than one too few.
    if (!(error instanceof UserError && error.code === 'DB-110')) await call.files.remove(file.key);
    throw error;
  }
}
