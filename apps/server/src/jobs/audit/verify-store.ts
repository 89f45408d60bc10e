import { type ReadNote, noteReads } from '@yangguang/store/audit/read-log';
import { verify } from '@yangguang/store/audit/verify';
import { fileChecker } from '../../files/check-file.ts';
import type { Office } from '../../http/call.ts';
import { filesOf } from '../../office/open-store.ts';
import { journalRoom } from '../../office/journal-room.ts';
import { outcomeSubject } from '../../operations/audit/verify-outcome.ts';
import type { JobKind } from '../job-kind.ts';

type Needs = Pick<Office, 'db' | 'vault' | 'policy' | 'newId' | 'now' | 'settings'>;

/** The stages in words, and how far the work is when each begins. */
const stages = {
  steps: { zh: '核验办理记录', en: 'Acts', from: 0 },
  reads: { zh: '核验查阅记录', en: 'Reads', from: 0.25 },
  roots: { zh: '核验每日根值', en: 'Daily roots', from: 0.4 },
  matters: { zh: '核验事项和材料', en: 'Matters and documents', from: 0.45 },
  register: { zh: '核验登记行', en: 'Registered rows', from: 0.9 },
} as const;

/**
 * Verifies everything, stored files too, and writes the outcome into the sealed audit, in the transaction that ends the
 * job. It names rows and never what is in them. One statement of it cannot be stopped midway; nothing is written before
 * the end, so a job that is lost is simply begun again.
 */
export function verifyStore(office: Needs): JobKind {
  return {
    run: async (job) => {
      const report = await verify(office.db, journalRoom(office), {
        checkFile: fileChecker(filesOf(office.settings), office.vault),
        onStage: (stage) => job.progress(stages[stage].from, stages[stage]),
      });
      const { by } = job.payload;
      const note = {
        ...outcomeNote,
        at: office.now(),
        accountId: typeof by === 'string' ? by : null,
        subject: outcomeSubject(report),
      };
      await job.finish((tx) => noteReads(tx, office.vault, [note]));
    },
    putAway: async () => {},
  };
}

const outcomeNote: Omit<ReadNote, 'at' | 'accountId' | 'subject'> = {
  sessionId: null,
  role: null,
  kind: 'verify',
  operation: 'audit.verify',
  reason: null,
  outcome: 'given',
  code: null,
  address: null,
  region: null,
};
