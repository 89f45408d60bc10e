import type { Database } from '@yangguang/store/database';
import { sql } from '@yangguang/store/sql';

/** Holds the end of the chain, where every step has to go, until it is released: nothing enters the journal meanwhile. */
export async function holdJournal(db: Database): Promise<{ release(): Promise<void> }> {
  let letGo = (): void => {};
  const isOver = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  let done: Promise<void> = Promise.resolve();
  await new Promise<void>((held) => {
    done = db.asOwner(async (tx) => {
      await tx.run(sql`select 1 from chain_head where name = 'step' for update`);
      held();
      await isOver;
    });
  });
  return {
    release: () => {
      letGo();
      return done;
    },
  };
}
