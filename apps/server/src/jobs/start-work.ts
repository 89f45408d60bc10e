import { join } from 'node:path';
import { everywhere } from '@yangguang/store/database';
import { sweepJobs } from '@yangguang/store/job/list-jobs';
import type { Logger } from 'pino';
import { startClock } from '../clock/start-clock.ts';
import { sweepParts } from '../files/sweep-parts.ts';
import type { Office } from '../http/call.ts';
import type { World } from '../world.ts';
import { jobKinds } from './all.ts';
import { keepRoots } from './audit/make-root.ts';
import type { CheckPlace } from './check-place.ts';
import { openWorker, type Worker } from './open-worker.ts';
import { sweepPrivateFolders } from './private-folder.ts';

/** Days for which ended jobs can be looked at; what they were for keeps its result. */
const keptDays = 90;

/**
 * Starts what the server does by itself: its worker, the root of each day, and the clock of the matters whose time is
 * over. What an earlier process left in private folders, of uploads that never ended and of jobs long over is
 * removed first.
 */
export async function startWork(
  office: Office,
  world: Pick<World, 'program' | 'builtInPolicy'>,
  log: Logger,
): Promise<Worker> {
  const place = checkPlace(office, world);
  await sweepPrivateFolders(place.workFolder);
  const longAgo = new Date(office.now().getTime() - keptDays * 86_400_000);
  await office.db.within(everywhere, (tx) => sweepJobs(tx, longAgo));
  const { DATA_DIR, UPLOAD_SECONDS } = office.settings;
  // An upload that was not touched for twice its time is nobody's any more.
  await sweepParts(join(DATA_DIR, 'files'), new Date(office.now().getTime() - 2 * UPLOAD_SECONDS * 1000));
  await keepRoots(office);
  const worker = await openWorker(office, jobKinds(office, place), log);
  const clock = startClock(office, log);
  return {
    stop: async () => {
      await clock.stop();
      await worker.stop();
    },
  };
}

/** Where this server's checks run. */
export function checkPlace(
  { settings }: Pick<Office, 'settings'>,
  { program, builtInPolicy }: Pick<World, 'program' | 'builtInPolicy'>,
): CheckPlace {
  const { DATA_DIR, POLICY_OVERLAYS } = settings;
  return {
    program,
    builtInPolicy,
    policy: POLICY_OVERLAYS,
    workFolder: join(DATA_DIR, 'work'),
    priority: 5,
  };
}
