import { matter } from '@yangguang/contract/matter';
import type { Output } from '@yangguang/contract/operation';
import { findMatter } from '@yangguang/store/matter/lock-matter';
import { factsOf } from '@yangguang/store/journal/project';
import { readJournal } from '@yangguang/store/journal/read-journal';
import { notFound } from '../../http/api-refusal.ts';
import { handle } from '../../http/call.ts';

export const unmask = handle(matter.unmask, async ({ id, reason }, call) => {
  call.note({ matter: id, unmasked: true }, reason);
  const answer = await call.db.within(call.reach, async (tx) => {
    const row = await findMatter(tx, call.reach, id);
    return row === null ? null : { row, entries: await readJournal(tx, call.vault, id) };
  });
  if (answer === null) throw notFound();
  const facts = factsOf(answer.entries) as Output<typeof matter.unmask>['facts'];
  call.note({ household: answer.row.household_id });
  return { id, title: answer.row.title, facts };
});
