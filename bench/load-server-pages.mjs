/**
 * What a page of a list costs at 2,000, 20,000 and 200,000 leads: pages of the database and rows read, added up over all
 * statements of the operation, from EXPLAIN (ANALYZE, BUFFERS) with row-level security.
 *
 *   node bench/load-server-pages.mjs [--sizes 2000,20000,200000]
 *
 * tests/api/page-cost.test.ts asserts the same at small sizes.
 */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bundleRooms, root } from './load-rooms.mjs';

const { values } = parseArgs({ options: { sizes: { type: 'string', default: '2000,20000,200000' } } });
const sizes = values.sizes.split(',').map(Number);
const path = await bundleRooms(
  'load-server-pages',
  `export { testOffice } from '@yangguang/server/test-office';
   export { measured } from './tests/api/page-cost.ts';
   export { putLeads } from './tests/api/many-leads.ts';`,
);
// Beside the server: some of its packages are its own, and the policy pack is found from here.
const beside = join(root, 'apps/server/.cache/load-server-pages.mjs');
cpSync(path, beside);
cpSync(join(root, 'packages/store/src/migrations'), join(beside, '../migrations'), { recursive: true });
const { testOffice, measured, putLeads } = await import(beside);

const lists = {
  'first page of leads': (c) => c.lead.list({ limit: 50 }),
  'leads of one state': (c) => c.lead.list({ filter: ['state:triaged'] }),
  'leads of one severity': (c) => c.lead.list({ filter: ['severity:serious'] }),
  'leads of one rule': (c) => c.lead.list({ filter: ['rule:INC-02'] }),
  'leads that are over': (c) => c.lead.list({ filter: ['ended:yes'] }),
  'cards by household': (c) => c.lead.households({ limit: 20 }),
  'matters of every workflow': (c) => c.matter.list({}),
  'households by name': (c) =>
    c.household.search({ name: '王', area: '339901', reason: '来访核对', limit: 50 }),
};

const t = await testOffice();
try {
  const db = measured(t.office.db);
  Object.assign(t.office, { db });
  const people = {
    town: await t.visitor('town', { role: 'townCaseworker', area: '339901001' }),
    county: await t.visitor('county', { role: 'countyCaseworker', area: '339901' }),
    city: await t.visitor('city', { role: 'cityOfficer', area: '3399' }),
  };
  const table = new Map();
  let filled = 0;
  for (const size of sizes) {
    for (; filled < size; filled = Math.min(size, filled + 20_000))
      await putLeads(t, filled, Math.min(size, filled + 20_000));
    for (const [level, { client }] of Object.entries(people))
      for (const [list, ask] of Object.entries(lists)) {
        await ask(client);
        Object.assign(db.cost, { pages: 0, rows: 0 });
        await ask(client);
        const cells = table.get(`${list}, ${level}`) ?? [];
        table.set(`${list}, ${level}`, [
          ...cells,
          `${db.cost.pages} pages, ${Math.round(db.cost.rows)} rows`,
        ]);
      }
  }
  console.log(`| list | ${sizes.map((size) => `${size} leads`).join(' | ')} |`);
  console.log(`|---|${sizes.map(() => '---:|').join('')}`);
  for (const [list, cells] of table) console.log(`| ${list} | ${cells.join(' | ')} |`);
} finally {
  await t.close();
}
