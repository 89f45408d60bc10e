import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { jobKinds } from '@yangguang/server/jobs/all';
import { openWorker, type Worker } from '@yangguang/server/jobs/open-worker';
import { checkPlace } from '@yangguang/server/jobs/start-work';
import { openLog } from '@yangguang/server/log/open-log';
import { type TestOffice, testOffice } from '@yangguang/server/test-office';

/** A worker that reads files and runs checks, each in a process of the built program. Stop it before the office is closed. */
export async function startReader({ office, logLines }: TestOffice): Promise<Worker> {
  const home = fileURLToPath(new URL('../..', import.meta.url));
  const program = join(home, 'apps/server/dist/yangguang-server.js');
  if (!existsSync(program)) throw new Error('the server is not built: npm run build');
  const place = checkPlace(office, { program, builtInPolicy: join(home, 'policy') });
  const times = { beatMs: 200, leaseMs: 20_000, pollMs: 200, backOffMs: 1000 };
  const log = openLog('info', { write: (line: string) => void logLines.push(line) });
  return openWorker(office, jobKinds(office, { ...place, priority: 0 }), log, { times });
}

/** An office that reads. */
export async function readingOffice(): Promise<TestOffice> {
  const home = fileURLToPath(new URL('../..', import.meta.url));
  execFileSync(process.execPath, [join(home, 'scripts/build.mjs'), '--if-stale'], { stdio: 'ignore' });
  const office = await testOffice();
  const worker = await startReader(office);
  return {
    ...office,
    close: async () => {
      await worker.stop();
      await office.close();
    },
  };
}
