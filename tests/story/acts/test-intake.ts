import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { dispatch } from '@yangguang/contract/dispatch';
import type { importing } from '@yangguang/contract/import';
import type { Output } from '@yangguang/contract/operation';
import type { run } from '@yangguang/contract/run';
import { jobKinds } from '@yangguang/server/jobs/all';
import { openWorker, type Worker } from '@yangguang/server/jobs/open-worker';
import { checkPlace } from '@yangguang/server/jobs/start-work';
import { openLog } from '@yangguang/server/log/open-log';
import type { TestOffice } from '@yangguang/server/test-office';
import { runYangguang } from '../start-yangguang.ts';
import type { Person } from './test-person.ts';

const fromHere = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Has the jobs of an office done, by the built program, as the server does. */
export async function testWork(t: TestOffice): Promise<Worker> {
  // Whatever starts the product builds it first when its sources are newer.
  await runYangguang('--help');
  const program = fromHere('../../../apps/server/dist/yangguang-server.js');
  const place = checkPlace(t.office, { program, builtInPolicy: fromHere('../../../policy') });
  // Nobody waits for the requests of this office: a check need not give way.
  const kinds = jobKinds(t.office, { ...place, priority: 0 });
  return openWorker(t.office, kinds, openLog('silent', { write: () => {} }));
}

/** Every file of a folder of departments but those left out, uploaded and read. */
export async function importFolder(
  person: Person,
  { folder, without }: { readonly folder: string; readonly without: RegExp },
  batch: {
    readonly id: string;
    readonly region: string;
    readonly title: string;
    readonly campaignId: string;
  },
): Promise<Output<typeof importing.get>> {
  const { client } = person;
  await client.import.open(batch);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && !without.test(join(entry.parentPath, entry.name)),
  );
  for (const { parentPath, name } of files)
    await client.import.upload(
      { batchId: batch.id, fileName: basename(name) },
      readFileSync(join(parentPath, name)),
    );
  await client.import.start({ id: batch.id });
  return ended(() => client.import.get({ id: batch.id }));
}

/** A run over imported files, entered. */
export async function runRules(
  person: Person,
  wish: {
    readonly id: string;
    readonly region: string;
    readonly batches: string[];
    readonly campaignId: string;
    readonly rules: string[];
  },
): Promise<Output<typeof run.get>> {
  await person.client.run.start({ ...wish, isDry: false });
  return ended(() => person.client.run.get({ id: wish.id }));
}

/** A dispatch of all leads of an area that wait for it. */
export async function sendOut(
  person: Person,
  wish: { readonly id: string; readonly area: string; readonly campaignId: string },
): Promise<Output<typeof dispatch.get>> {
  const { client } = person;
  const { id, ...filter } = wish;
  const { leads } = await client.dispatch.preview(filter);
  await client.dispatch.send({ id, ...filter, expected: leads });
  return ended(() => client.dispatch.get({ id }));
}

async function ended<Job extends { readonly state: string }>(look: () => Promise<Job>): Promise<Job> {
  for (;;) {
    const job = await look();
    if (job.state !== 'waiting') return job;
    await sleep(250);
  }
}
