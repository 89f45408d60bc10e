import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Office } from '../http/call.ts';
import type { World } from '../world.ts';
import { jobKinds } from './all.ts';
import type { CheckPlace } from './check-place.ts';
import { openWorker, type Worker } from './open-worker.ts';
import { sweepPrivateFolders } from './private-folder.ts';

/** Starts the server's worker. What an earlier process left in private folders is removed first. */
export async function startWork(
  office: Office,
  world: Pick<World, 'program' | 'builtInPolicy'>,
  log: Logger,
): Promise<Worker> {
  const place = checkPlace(office, world);
  await sweepPrivateFolders(place.workFolder);
  return openWorker(office, jobKinds(office, place), log);
}

/** Where this server's checks run. */
export function checkPlace(
  { settings }: Pick<Office, 'settings'>,
  { program, builtInPolicy }: Pick<World, 'program' | 'builtInPolicy'>,
): CheckPlace {
  const { DATA_DIR, POLICY_OVERLAYS } = settings;
  return { program, builtInPolicy, policy: POLICY_OVERLAYS, workFolder: join(DATA_DIR, 'work') };
}
