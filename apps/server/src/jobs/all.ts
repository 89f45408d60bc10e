import type { Office } from '../http/call.ts';
import { makeRoot } from './audit/make-root.ts';
import { verifyStore } from './audit/verify-store.ts';
import { backUpStore } from './backup/back-up-store.ts';
import type { CheckPlace } from './check-place.ts';
import { sendDispatch } from './dispatch/send-dispatch.ts';
import { readBatch } from './import/read-batch.ts';
import type { JobKinds } from './job-kind.ts';
import { jobKindNames } from './job-names.ts';
import { checkRun } from './run/check-run.ts';

/** Every kind of job this server does. */
export function jobKinds(office: Office, place: CheckPlace): JobKinds {
  return {
    [jobKindNames.readBatch]: readBatch(office, place),
    [jobKindNames.checkRun]: checkRun(office, place),
    [jobKindNames.sendDispatch]: sendDispatch(office),
    [jobKindNames.verifyStore]: verifyStore(office),
    [jobKindNames.makeRoot]: makeRoot(office),
    [jobKindNames.backUp]: backUpStore(office, place.program),
  };
}
