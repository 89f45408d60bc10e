import { everywhere } from '../database.ts';
import type { Database } from '../database.ts';
import { chainSteps } from '../journal/chain-steps.ts';
import { project } from '../journal/project.ts';
import { entryOf, readJournal } from '../journal/read-journal.ts';
import { type Room, workflowOf } from '../journal/room.ts';
import type { StepDraft } from '../journal/step-row.ts';
import { findMatter } from '../matter/lock-matter.ts';
import { updateMatter } from '../matter/matter-row.ts';
import { sql } from '../sql.ts';

/**
 * A step of a lead as if the gate had let it through, for tests of what comes after it: what leads up to it is tested
 * with the workflows.
 * @param leadId fingerprint
 */
export async function jump(
  { db, room, accountId }: { readonly db: Database; readonly room: Room; readonly accountId: string },
  leadId: string,
  action: string,
  facts: Readonly<Record<string, string>> = {},
): Promise<void> {
  const workflow = workflowOf(room, 'lead');
  await db.asOwner(async (tx) => {
    const { matter_id: matterId } = await tx.get<{ matter_id: string }>(
      sql`select matter_id from lead where id = ${leadId}`,
    );
    const matter = await findMatter(tx, everywhere, matterId);
    if (matter === null) throw new Error('no matter');
    const entries = await readJournal(tx, room.vault, matterId);
    const at = room.now();
    const draft: StepDraft = {
      ...{ id: room.newId(), matter_id: matterId, step_no: matter.version + 1, action },
      ...{ from_state: matter.state, to_state: workflow.actions[action]?.to ?? matter.state },
      ...{ account_id: accountId, role: 'countyReviewer', area: matter.region.slice(0, 6) },
      ...{ at, recorded_at: at, reason: '已核实', header: null, facts, private: null },
      ...{ evidence: [], clock: null, request_hash: Buffer.alloc(32) },
    };
    const projection = project(workflow, [...entries, entryOf(room.vault, draft)]);
    await updateMatter(tx, room.vault, matterId, projection);
    await chainSteps(tx, room.vault, [draft]);
  });
}
