import { system } from '@yangguang/contract/system';
import { sql } from '@yangguang/store/sql';
import { ApiRefusal } from '../../http/api-refusal.ts';
import { handle } from '../../http/call.ts';

/** Milliseconds the database has to answer. */
const patience = 2000;

export const ready = handle(system.ready, async (_input, { db, stopping }) => {
  if (stopping?.aborted === true) throw new ApiRefusal('API-503');
  const answered = db
    .within({ scopes: [] }, (tx) => tx.get(sql`select 1 as one`))
    .then(
      () => true,
      () => false,
    );
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), patience);
  });
  const isUp = await Promise.race([answered, late]);
  clearTimeout(timer);
  if (!isUp) throw new ApiRefusal('API-503');
  return { ok: true as const };
});
