import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Reach, Transaction } from '../database.ts';
import { sql } from '../sql.ts';
import { type TestDatabase, testDatabase } from '../test-database.ts';
import { inWholeCampaign } from './whole-campaign.ts';

let test: TestDatabase;
const [plain, restricted, sealed, outside] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];

beforeAll(async () => {
  test = await testDatabase();
  await test.db.asOwner(async (tx) => {
    await tx.run(sql`insert into division (code, name) values ('339901001', '东乡'), ('339902001', '南乡')`);
    for (const [id, region, isRestricted, isSealed] of [
      [plain, '339901001', false, false],
      [restricted, '339901001', true, false],
      [sealed, '339901001', false, true],
      [outside, '339902001', false, false],
    ] as const)
      await tx.run(sql`insert into matter (id, workflow, region, programme, title, state, is_restricted, is_sealed, opened_at,
        changed_at) values (${id}, 'lead', ${region}, 'tekun', 't', 'new', ${isRestricted}, ${isSealed}, now(), now())`);
  });
});
afterAll(() => test.close());

async function inSight(tx: Transaction): Promise<string[]> {
  return (await tx.rows<{ id: string }>(sql`select id from matter`)).map(({ id }) => id).sort();
}
const both = [plain, restricted].sort();

it.each<[string, Reach, string[]]>([
  ['somebody of another programme', { scopes: [{ area: '3399', programmes: ['dibao_rural'] }] }, []],
  ['somebody who reads no restricted leads', { scopes: [{ area: '339901', programmes: null }] }, [plain]],
  [
    'the liaison, whose referrals stay out of sight',
    { scopes: [{ area: '339901', programmes: null }], sealed: true, restricted: true },
    [plain, restricted, sealed].sort(),
  ],
])('shows %s the campaign’s own area, no more, and only meanwhile', async (_, reach, own) => {
  const seen = await test.db.within(reach, async (tx) => ({
    before: await inSight(tx),
    within: await inWholeCampaign(tx, '339901', () => inSight(tx)),
    after: await inSight(tx),
  }));
  expect(seen).toEqual({ before: own, within: both, after: own });
});
