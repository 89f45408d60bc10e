import { matter } from '@yangguang/contract/matter';
import type { Input } from '@yangguang/contract/operation';
import { covers, type Programme } from '@yangguang/domain/people/scope';
import { workflows } from '@yangguang/domain/workflows/all';
import { findFaultyFacts, openToPeople } from '@yangguang/domain/workflows/field';
import { assertNoKin } from '@yangguang/store/journal/assert-no-kin';
import { findFaultyRegions } from '@yangguang/store/journal/find-faulty-regions';
import { journalRefusal } from '@yangguang/store/journal/journal-refusals';
import { assertMattersSeen } from '@yangguang/store/journal/linked-matters';
import { type Hand, openMatters } from '@yangguang/store/journal/open-matters';
import { findStored, lockStepId } from '@yangguang/store/journal/request-hash';
import type { Header } from '@yangguang/store/journal/step-row';
import { notFound } from '../../http/api-refusal.ts';
import { type Call, handle } from '../../http/call.ts';
import { journalRoom } from '../../office/journal-room.ts';
import { handsOf } from './hands-of.ts';
import { assertPlace, headerOf } from './opening-header.ts';
import { stepTaken } from './step-taken.ts';

type Sent = Input<typeof matter.open>;

export const open = handle(matter.open, async (input, call) => {
  const room = journalRoom(call);
  const { stepId, ...content } = input;
  const sent = { ...content, by: call.caller.accountId };
  const at = input.doneAt === undefined ? call.now() : new Date(input.doneAt);
  if (at > call.now()) throw journalRefusal('MAT-102');
  return call.db.within(call.reach, async (tx) => {
    await lockStepId(tx, stepId);
    const stored = await findStored(tx, room.vault, stepId, sent);
    if (stored !== null)
      return stepTaken({
        stepId,
        matterId: stored.matter_id,
        version: stored.step_no,
        state: stored.to_state,
        at: stored.at,
        opened: [],
      });
    const header = await headerOf(tx, call, input);
    const hand = handFor(call, input, header);
    const workflow = workflows[input.workflow];
    await assertPlace(tx, call, header);
    const fields = await findFaultyRegions(tx, call.reach, workflow.opening.asks, input.facts);
    if (fields.length > 0) throw journalRefusal('MAT-107', { fields });
    await assertNoKin(tx, room, { workflow: workflow.id, household_id: header.householdId }, hand.accountId);
    await assertMattersSeen(tx, call.reach, header.links);
    const { matterId, facts, reason } = input;
    await openMatters(tx, room, [{ matterId, stepId, header, facts, reason, hand, at, sent }]);
    return stepTaken({ stepId, matterId, version: 0, state: workflow.start, at, opened: [] });
  });
});

/** The appointment under which the workflow lets it be opened there. @throws UserError MAT-107, API-104 */
function handFor(call: Call, { workflow, facts }: Sent, header: Header): Hand {
  const { by, asks } = workflows[workflow].opening;
  const fields = findFaultyFacts(openToPeople(asks), facts);
  if (fields.length > 0) throw journalRefusal('MAT-107', { fields });
  const inside = handsOf(call).filter((hand) =>
    covers(
      { area: hand.area, programmes: (hand.programmes ?? null) as readonly Programme[] | null },
      header.region,
      header.programme as Programme,
    ),
  );
  if (inside.length === 0) throw notFound();
  // What the opener could not see afterwards cannot be opened by them.
  if (header.isSealed && call.reach.sealed !== true) throw journalRefusal('MAT-107', { roles: by });
  const hand = inside.find(({ role }) => (by as readonly string[]).includes(role));
  if (hand === undefined) throw journalRefusal('MAT-107', { roles: by });
  return hand;
}
