import { runDueClocks } from '@yangguang/server/clock/run-due-clocks';
import { openLog } from '@yangguang/server/log/open-log';
import type { TestOffice } from '@yangguang/server/test-office';
import { sql } from '@yangguang/store/sql';

/** Something the clock wrote into a journal. */
export interface ClockDeed {
  readonly matterId: string;
  /** A step of the workflow; with a dot in it, a note such as that the office above was told. */
  readonly action: string;
  /** Of the matter, when all was done. */
  readonly version: number;
}

/** Lets the clocks that are over do what they do, as the server's own round does. @returns oldest first */
export async function letClocksAct(t: TestOffice): Promise<ClockDeed[]> {
  const { db } = t.office;
  const { before } = await db.asOwner((tx) =>
    tx.get<{ before: bigint }>(sql`select coalesce(max(seq), 0) as before from step`),
  );
  const { failed } = await runDueClocks(t.office, openLog('silent', { write: () => {} }));
  if (failed > 0) throw new Error(`the clock failed ${failed} times`);
  return db.asOwner((tx) =>
    tx.rows<ClockDeed>(sql`select s.matter_id as "matterId", s.action, m.version from step s
      join matter m on m.id = s.matter_id where s.seq > ${before} and s.account_id is null order by s.seq`),
  );
}
