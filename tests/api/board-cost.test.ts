import { type TestOffice, testOffice, type TestVisitor } from '@yangguang/server/test-office';
import { sql } from '@yangguang/store/sql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { putLeads } from './many-leads.ts';
import { type Cost, measured } from './page-cost.ts';

// The board of a campaign reads each lead a fixed number of times, however many there are, and each step of those that
// have an answer: it is counted in rows of the real plans, with row-level security, through the whole operation.

const leads = Number(process.env['BOARD_LEADS'] ?? 8000);
let t: TestOffice;
let cost: Cost;
let chief: TestVisitor;
let campaignId: string;

beforeAll(async () => {
  t = await testOffice({ at: '2026-11-20T09:00:00+08:00' });
  const db = measured(t.office.db);
  cost = db.cost;
  Object.assign(t.office, { db });
  chief = await t.visitor('局长', { role: 'countyLead', area: '339901' });
  campaignId = t.office.newId();
  const made = {
    stepId: t.office.newId(),
    campaignId,
    template: 's1-linyi-2018',
    year: 2026,
    region: '339901',
  };
  await chief.client.campaign.create(made);
  await putLeads(t, 0, leads);
  await t.office.db.asOwner(async (tx) => {
    await tx.run(
      sql`update matter set campaign_id = ${campaignId} where workflow = 'lead' and county = '339901'`,
    );
    // Those that are over were verified: their journal says how.
    await tx.run(sql`insert into step (seq, id, matter_id, step_no, action, to_state, role, area, at, recorded_at, facts,
        evidence, request_hash, prev_hash, hash)
      select 1000000 + row_number() over (), gen_random_uuid(), id, 1, 'clear', 'closed', 'countyLead', '339901', changed_at,
        now(), '{"innocentCause": "exempt"}', '[]', '', '', '' from matter where workflow = 'lead' and is_ended`);
  });
}, 600_000);
afterAll(() => t.close());

it('counts every lead a few times, not more', async () => {
  const first = await chief.client.statistics.board({ campaignId });
  const found = first.counts.find(({ line }) => line === 'leads')?.count ?? 0;
  expect(found).toBe((leads * 3) / 4);
  expect(first.paths.reduce((sum, { count }) => sum + count, 0)).toBe(found);
  Object.assign(cost, { pages: 0, rows: 0 });
  await chief.client.statistics.board({ campaignId });
  const perLead = cost.rows / found;
  expect(perLead).toBeGreaterThan(1);
  expect(perLead).toBeLessThan(8);
}, 300_000);
