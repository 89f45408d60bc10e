import type { dispatch as dispatchContract } from '@yangguang/contract/dispatch';
import type { importing } from '@yangguang/contract/import';
import type { job as jobContract } from '@yangguang/contract/job';
import type { run as runContract } from '@yangguang/contract/run';
import type { Handlers } from '../http/call.ts';
import { get as getDispatch } from './dispatch/get.ts';
import { preview } from './dispatch/preview.ts';
import { send } from './dispatch/send.ts';
import { cancel as cancelImport } from './import/cancel.ts';
import { coverage } from './import/coverage.ts';
import { dataSets } from './import/data-sets.ts';
import { download } from './import/download.ts';
import { fix } from './import/fix.ts';
import { get as getImport } from './import/get.ts';
import { list as listImports } from './import/list.ts';
import { map } from './import/map.ts';
import { open } from './import/open.ts';
import { preview as previewSheet } from './import/preview.ts';
import { quality } from './import/quality.ts';
import { remove } from './import/remove.ts';
import { reread } from './import/reread.ts';
import { revoke } from './import/revoke.ts';
import { openRows, rows } from './import/rows.ts';
import { start as startImport } from './import/start.ts';
import { upload } from './import/upload.ts';
import { cancel as cancelJob } from './job/cancel.ts';
import { hurry } from './job/hurry.ts';
import { list as listJobs } from './job/list.ts';
import { cancel as cancelRun } from './run/cancel.ts';
import { get as getRun } from './run/get.ts';
import { list as listRuns } from './run/list.ts';
import { start as startRun } from './run/start.ts';

/** From departments' files to leads, and the queue in which that is done. */
export const intakeHandlers = {
  import: {
    open,
    upload,
    remove,
    start: startImport,
    list: listImports,
    get: getImport,
    download,
    cancel: cancelImport,
    revoke,
    preview: previewSheet,
    rows,
    openRows,
    map,
    fix,
    reread,
    dataSets,
    quality,
    coverage,
  } satisfies Handlers<typeof importing>,
  run: { start: startRun, list: listRuns, get: getRun, cancel: cancelRun } satisfies Handlers<
    typeof runContract
  >,
  dispatch: { preview, send, get: getDispatch } satisfies Handlers<typeof dispatchContract>,
  job: { list: listJobs, cancel: cancelJob, hurry } satisfies Handlers<typeof jobContract>,
};
