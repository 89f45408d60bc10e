import { createHash } from 'node:crypto';
import type { DispatchReport } from '@yangguang/contract/dispatch';
import { UserError } from '@yangguang/domain/errors/user-error';
import { everywhere, type Reach, type Transaction } from '@yangguang/store/database';
import type { Hand } from '@yangguang/store/journal/open-matters';
import { assignMatter } from '@yangguang/store/journal/plain-acts';
import type { Room } from '@yangguang/store/journal/room';
import { takeStep } from '@yangguang/store/journal/take-step';
import {
  type DispatchRow,
  endDispatch,
  findDispatch,
  nextToDispatch,
} from '@yangguang/store/run/dispatch-row';
import { appointmentsHeldNow } from '@yangguang/store/run/held-now';
import { intakeRefusal } from '@yangguang/store/run/intake-refusals';
import { asUuid } from '@yangguang/store/run/stable-id';
import type { Office } from '../../http/call.ts';
import { appointmentsFor, reachOf } from '../../http/reach-of.ts';
import { journalRoom } from '../../office/journal-room.ts';
import { failureReport } from '../failure-report.ts';
import type { JobAtWork, JobKind } from '../job-kind.ts';

type Needs = Pick<Office, 'db' | 'vault' | 'policy' | 'now' | 'newId'>;

/** Leads of one transaction: short enough that steps of people get in between. */
const atOnce = 25;

/** What a restart goes on from. */
interface Checkpoint {
  readonly after: string | null;
  readonly towns: Readonly<Record<string, number>>;
  readonly refused: Readonly<Record<string, number>>;
}

/** In whose name it is sent: what that person may do now, not what it was when it was asked for. */
interface Sender {
  readonly hands: readonly Hand[];
  readonly reach: Reach;
}

/** Sends leads to the offices of their towns, each by a step in the sender's name. A step is taken once, whatever happens. */
export function sendDispatch(office: Needs): JobKind {
  return {
    async run(job) {
      const id = String(job.payload['dispatchId']);
      const expected = Number(job.payload['expected']);
      const dispatch = await office.db.within(everywhere, (tx) => findDispatch(tx, everywhere, id));
      if (dispatch === null) throw new Error('no such dispatch');
      const sender = await senderOf(office, dispatch);
      let done = (job.checkpoint as Checkpoint | null) ?? { after: null, towns: {}, refused: {} };
      for (let isMore = true; isMore; ) {
        const sent = sumOf(done.towns);
        job.progress(sent / expected, { zh: `已派发 ${sent} 条`, en: `${sent} dispatched` });
        const next = await sendSome(office, job, dispatch, sender, done);
        isMore = next.after !== done.after;
        done = next;
      }
      await job.finish((tx) =>
        endDispatch(tx, id, { state: 'done', report: reportOf(done), at: office.now() }),
      );
    },
    putAway: (tx, payload, fault) =>
      endDispatch(tx, String(payload['dispatchId']), {
        state: fault === null ? 'cancelled' : 'failed',
        report: failureReport(fault),
        at: office.now(),
      }),
  };
}

/** @throws UserError DSP-103 */
async function senderOf(office: Needs, { sent_by: accountId }: DispatchRow): Promise<Sender> {
  if (accountId === null) throw intakeRefusal('DSP-103');
  const held = await office.db.within(everywhere, (tx) => appointmentsHeldNow(tx, accountId, office.now()));
  const by = appointmentsFor(held, 'lead.dispatch');
  if (by.length === 0) throw intakeRefusal('DSP-103');
  const hands = by.map(({ role, area, programmes }) => ({ accountId, role, area, programmes }));
  return { hands, reach: reachOf(by) };
}

function sendSome(
  office: Needs,
  job: JobAtWork,
  dispatch: DispatchRow,
  sender: Sender,
  before: Checkpoint,
): Promise<Checkpoint> {
  const room = journalRoom(office);
  const work = async (tx: Transaction): Promise<Checkpoint> => {
    const page = { after: before.after, limit: atOnce };
    const leads = await nextToDispatch(tx, sender.reach, dispatch, page);
    const towns = { ...before.towns };
    const refused = { ...before.refused };
    for (const lead of leads) {
      const code = await sendOne(tx, room, dispatch.id, sender, lead);
      const [counts, key] = code === null ? [towns, lead.region.slice(0, 9)] : [refused, code];
      counts[key] = (counts[key] ?? 0) + 1;
    }
    return { after: leads.at(-1)?.id ?? before.after, towns, refused };
  };
  return job.step(work, { reach: sender.reach, checkpoint: (done: Checkpoint) => done });
}

/** @returns the code of what the workflow refuses, such as kin of the family; null when it is sent */
async function sendOne(
  tx: Transaction,
  room: Room,
  dispatchId: string,
  { hands, reach }: Sender,
  { id: matterId, region }: { readonly id: string; readonly region: string },
): Promise<string | null> {
  const stepId = (act: string): string =>
    asUuid(createHash('sha256').update(`${dispatchId}|${matterId}|${act}`).digest());
  const plain = { matterId, expectedVersion: null, reason: null, hands };
  try {
    const asked = { facts: {}, evidence: [], doneAt: null };
    await takeStep(tx, room, reach, { ...plain, ...asked, stepId: stepId('send'), action: 'dispatch' });
  } catch (error) {
    // The gate refuses before anything is written: the others of this transaction are not touched.
    if (error instanceof UserError && error.code.startsWith('WF-')) return error.code;
    throw error;
  }
  const whom = { area: region.slice(0, 9), account: null, dueOn: null };
  await assignMatter(tx, room, reach, { ...plain, ...whom, stepId: stepId('assign') });
  return null;
}

function sumOf(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((all, n) => all + n, 0);
}

function reportOf({ towns, refused }: Checkpoint): DispatchReport {
  const sorted = (counts: Readonly<Record<string, number>>): [string, number][] =>
    Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    dispatched: sumOf(towns),
    towns: sorted(towns).map(([region, leads]) => ({ region, leads })),
    refused: sorted(refused).map(([code, leads]) => ({ code, leads })),
  };
}
