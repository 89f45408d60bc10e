import { rotateValues } from '@yangguang/store/crypto/rotate-values';
import type { Logger } from 'pino';
import { rewrapFiles } from '../files/rewrap-files.ts';
import { describeFault } from '../http/error-answer.ts';
import type { OpenedOffice } from './open-office.ts';
import { filesOf } from './open-store.ts';

/**
 * Goes on with a rotation of keys that was broken off, behind the work of the day; with one version of the keys there is
 * nothing to do. Ends after the chunk under way when the signal comes.
 */
export async function continueRotation(
  { office, keys }: Pick<OpenedOffice, 'office' | 'keys'>,
  log: Logger,
  signal: AbortSignal,
): Promise<void> {
  if (keys.versions.filter((one) => one.retiredAt === null).length < 2) return;
  try {
    const moved = await rotateValues(office.db, keys, { signal });
    const files = await rewrapFiles(filesOf(office.settings), keys, { signal });
    log.info({ part: 'keys', moved, files }, 'values under older keys were moved to the newest');
  } catch (error) {
    log.error({ part: 'keys', fault: describeFault(error) }, 'the rotation of keys was broken off');
  }
}
