import { testDatabase } from '@yangguang/store/test-database';
import { it } from 'vitest';
import { writeFileSync, existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { testOffice } from '@yangguang/server/test-office';
import { putLeads } from './many-leads.ts';
it('x', async () => {
  const t = await testOffice();
  for (let i = 0; i < 10; i++) await putLeads(t, i * 53334, (i + 1) * 53334);
  const tx = await t.office.db.asOwner((tx) => tx.get<any>({ text: "select current_database() d", values: [] } as any));
  writeFileSync('/tmp/queue/db.json', JSON.stringify(tx));
  while (!existsSync('/tmp/queue/stop')) await sleep(1000);
  await t.close();
}, 7_200_000);
void testDatabase;
