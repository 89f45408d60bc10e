import { matter } from '@yangguang/contract/matter';
import type { Output } from '@yangguang/contract/operation';
import { assertNoKin } from '@yangguang/store/journal/assert-no-kin';
import { findMatter } from '@yangguang/store/matter/lock-matter';
import { factsOf } from '@yangguang/store/journal/project';
import { readJournal } from '@yangguang/store/journal/read-journal';
import { notFound } from '../../http/api-refusal.ts';
import { handle } from '../../http/call.ts';
import { journalRoom } from '../../office/journal-room.ts';

export const unmask = handle(matter.unmask, async ({ id, reason }, call) => {
  call.note({ matter: id, unmasked: true }, reason);
  const answer = await call.db.within(call.reach, async (tx) => {
    const row = await findMatter(tx, call.reach, id);
    if (row === null) throw notFound();
    call.note({ household: row.household_id, place: row.region });
    await assertNoKin(tx, journalRoom(call), row, call.caller.accountId);
    return { row, entries: await readJournal(tx, call.vault, id) };
  });
  const facts = factsOf(answer.entries) as Output<typeof matter.unmask>['facts'];
  return { id, title: answer.row.title, facts };
});
