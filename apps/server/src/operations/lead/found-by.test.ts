import { sql } from '@yangguang/store/sql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { leadOffice } from './test-leads.ts';

let desk: Awaited<ReturnType<typeof leadOffice>>;
beforeAll(async () => {
  desk = await leadOffice();
});
afterAll(() => desk.one.close());

/** The run that the findings of this office name, over one batch of a county. */
const run = '00000000-0000-4000-8000-000000000901';
const batch = '00000000-0000-4000-8000-000000000902';

it('says which run over which batches found it, to whom these are in reach', async () => {
  const at = new Date('2026-11-20T02:00:00Z');
  await desk.one.office.db.asOwner(async (tx) => {
    await tx.run(sql`insert into import_batch (id, region, title, state, request_hash, opened_at)
      values (${batch}, '339901', '十一月各部门数据', 'done', '\\x00', ${at})`);
    await tx.run(sql`insert into run (id, region, as_of, state, created_at, ended_at)
      values (${run}, '339901', '2026-10-31', 'done', ${at}, ${at})`);
    await tx.run(sql`insert into run_batch (run_id, batch_id) values (${run}, ${batch})`);
  });
  const seen = (who: 'county' | 'eastCase2') =>
    desk.people[who].client.lead.get({ matterId: desk.of('E1') }).then(({ foundBy }) => foundBy);
  expect(await seen('county')).toEqual({
    ...{ runId: run, asOf: '2026-10-31', at: at.toISOString() },
    batches: [{ id: batch, title: '十一月各部门数据', at: at.toISOString() }],
  });
  expect(await seen('eastCase2')).toBeNull();
});
