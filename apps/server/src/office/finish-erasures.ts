import { removeErasedFiles } from '@yangguang/store/retention/erase';
import type { Logger } from 'pino';
import type { Office } from '../http/call.ts';
import { describeFault } from '../http/error-answer.ts';

/** Files that retention erased are off the disk, even where the server was killed between the two. */
export async function finishErasures({ db, files, now }: Office, log: Logger): Promise<void> {
  try {
    const removed = await removeErasedFiles(db, (key) => files.remove(key), now());
    if (removed > 0) log.info({ part: 'retention', removed }, 'files erased before were removed');
  } catch (error) {
    log.error({ part: 'retention', fault: describeFault(error) }, 'erased files could not be removed');
  }
}
