import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { jobKinds } from '../../apps/server/src/jobs/all.ts';
import { openWorker } from '../../apps/server/src/jobs/open-worker.ts';
import { checkPlace } from '../../apps/server/src/jobs/start-work.ts';
import { openLog } from '../../apps/server/src/log/open-log.ts';
import { type TestOffice, testOffice } from '../../apps/server/src/test-office.ts';

/** An office whose worker reads files and runs checks, each in a process of the built program. */
export async function readingOffice(): Promise<TestOffice> {
  const home = fileURLToPath(new URL('../..', import.meta.url));
  execFileSync(process.execPath, [join(home, 'scripts/build.mjs'), '--if-stale'], { stdio: 'ignore' });
  const office = await testOffice();
  const program = join(home, 'apps/server/dist/yangguang-server.js');
  const place = checkPlace(office.office, { program, builtInPolicy: join(home, 'policy') });
  const times = { beatMs: 200, leaseMs: 20_000, pollMs: 200, backOffMs: 1000 };
  const log = openLog('info', { write: (line: string) => void office.logLines.push(line) });
  const kinds = jobKinds(office.office, { ...place, priority: 0 });
  const worker = await openWorker(office.office, kinds, log, { times });
  return {
    ...office,
    close: async () => {
      await worker.stop();
      await office.close();
    },
  };
}
