import { workflows } from '@yangguang/domain/workflows/all';
import { clocksOf, isOver } from '@yangguang/domain/workflows/clocks';
import { journalRoom, limitsOf } from '@yangguang/server/office/journal-room';
import type { TestOffice } from '@yangguang/server/test-office';
import { everywhere } from '@yangguang/store/database';
import { factsOf, stepsOf } from '@yangguang/store/journal/project';
import { readJournal } from '@yangguang/store/journal/read-journal';
import { workflowOf } from '@yangguang/store/journal/room';
import { takeStep } from '@yangguang/store/journal/take-step';
import { sql } from '@yangguang/store/sql';

/** A step that the clock took. */
export interface ClockStep {
  readonly matterId: string;
  readonly action: string;
  readonly version: number;
}

interface Open {
  readonly id: string;
  readonly workflow: string;
  readonly region: string;
  readonly opened_at: Date;
}

/** Lets the clocks that are over take their steps, as the server's own job does, until none is left. */
export async function letClocksAct(t: TestOffice): Promise<ClockStep[]> {
  const open = await t.office.db.asOwner((tx) =>
    tx.rows<Open>(sql`select id, workflow, region, opened_at from matter where not is_ended and clock is not null
      order by opened_at, id`),
  );
  const taken: ClockStep[] = [];
  for (const matter of open) {
    for (let action = await overFor(t, matter); action !== null; action = await overFor(t, matter))
      taken.push(await takeAsClock(t, matter.id, action));
  }
  return taken;
}

/** The action of a clock of the matter whose time is over; null when there is none. A clock that escalates takes no step. */
async function overFor(t: TestOffice, matter: Open): Promise<string | null> {
  const { db, vault, now } = t.office;
  const entries = await db.asOwner((tx) => readJournal(tx, vault, matter.id));
  const clocks = clocksOf(
    workflowOf({ workflows }, matter.workflow),
    matter.opened_at.toISOString(),
    stepsOf(entries),
    factsOf(entries),
    limitsOf(t.office, matter.region),
  );
  const at = now().toISOString();
  return clocks.find((clock) => clock.then !== 'escalate' && isOver(clock, at))?.then ?? null;
}

async function takeAsClock(t: TestOffice, matterId: string, action: string): Promise<ClockStep> {
  const { db, newId } = t.office;
  const { version } = await db.within(everywhere, (tx) =>
    takeStep(tx, journalRoom(t.office), everywhere, {
      ...{ stepId: newId(), matterId, action, expectedVersion: null, facts: {}, reason: null },
      ...{ evidence: [], doneAt: null, hands: [{ accountId: null, role: 'clock', area: '' }] },
    }),
  );
  return { matterId, action, version };
}
