import { system } from '@yangguang/contract/system';
import { waitingJob } from '@yangguang/store/audit/search-reads';
import { handle } from '../../http/call.ts';
import { backupPlace } from '../../jobs/backup/back-up-store.ts';
import { jobKindNames } from '../../jobs/job-names.ts';
import { listBackups } from '../../self-check/backup-notes.ts';

/** Backups that are shown. */
const shown = 20;

export const backups = handle(system.backups, async (_input, { db, settings }) => {
  const { notes, isRunning } = await db.asOwner(async (tx) => ({
    notes: await listBackups(tx, shown),
    isRunning: (await waitingJob(tx, jobKindNames.backUp)) !== null,
  }));
  const place = backupPlace(settings);
  return {
    items: notes.map((note) => ({ ...note, at: note.at.toISOString() })),
    folder: place?.folder ?? null,
    isRunning,
    command: `DATA_DIR=${settings.DATA_DIR} ./yangguang backup ${place?.folder ?? '/mnt/backup'}/$(date +%F)`,
  };
});
