import { createReadStream } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MAPPING_FILE } from '@yangguang/engine/import/mapping-file';
import type { ImportReport } from '@yangguang/contract/import';
import { everywhere, type Transaction } from '@yangguang/store/database';
import { type ImportActRow, listImportActs } from '@yangguang/store/import/import-act';
import { type BatchRow, endBatch, findBatch } from '@yangguang/store/import/import-batch';
import {
  addImportFile,
  dropResults,
  type ImportFileRow,
  listImportFiles,
  type NewImportFile,
} from '@yangguang/store/import/import-file';
import { findOpenReading } from '@yangguang/store/import/import-reading';
import { intakeRefusal } from '@yangguang/store/run/intake-refusals';
import type { Office } from '../../http/call.ts';
import type { CheckPlace } from '../check-place.ts';
import { failureReport } from '../failure-report.ts';
import type { JobAtWork, JobKind } from '../job-kind.ts';
import { inPrivateFolder } from '../private-folder.ts';
import { runCheckProgram } from '../run-check-program.ts';
import { unpackFiles } from '../unpack-files.ts';
import { importReport } from './import-report.ts';
import { openPasswords } from './passwords.ts';
import { settledBy, writeSettled } from './settled.ts';

type Needs = Pick<Office, 'db' | 'vault' | 'files' | 'now' | 'newId'>;

/** Reads the files of a batch: what each is, which heading feeds which column, and which rows are to be sent back. */
export function readBatch(office: Needs, place: CheckPlace): JobKind {
  return {
    async run(job) {
      const { batchId } = job.payload as { batchId: string };
      const task = await office.db.within(everywhere, async (tx) => {
        const acts = (await findOpenReading(tx, batchId))?.acts ?? 0;
        return {
          batch: await findBatch(tx, everywhere, batchId),
          files: await listImportFiles(tx, batchId, 'input'),
          acts: (await listImportActs(tx, batchId)).filter(({ no }) => no <= acts),
        };
      });
      const { batch } = task;
      if (batch === null) throw new Error('no such batch');
      await inPrivateFolder(place.workFolder, job.id, (home) =>
        read(office, place, job, home, { ...task, batch }),
      );
    },
    async putAway(tx, payload, fault) {
      await endBatch(tx, String(payload['batchId']), {
        state: fault === null ? 'cancelled' : 'failed',
        report: failureReport(fault),
        at: office.now(),
      });
    },
  };
}

/** What a reading works on. */
interface Task {
  readonly batch: BatchRow;
  readonly files: readonly ImportFileRow[];
  readonly acts: readonly ImportActRow[];
}

async function read(
  office: Needs,
  place: CheckPlace,
  job: JobAtWork,
  home: string,
  { batch, files, acts }: Task,
): Promise<void> {
  const [folder, out] = [join(home, 'files'), join(home, 'result')];
  job.progress(0, { zh: '取出文件', en: 'Unpacking the files' });
  await unpackFiles(office, files, folder, job.signal);
  const { builtInPolicy, policy, program, priority } = place;
  const isUsable = await runCheckProgram({
    program,
    priority,
    home,
    signal: job.signal,
    // Reading is the first half of a whole check.
    onProgress: (fraction, stage) => job.progress(Math.min(0.95, fraction * 1.8), stage),
    spec: {
      ...{
        folder,
        out,
        builtInPolicy,
        policy: [...policy],
        inspect: true,
        rules: [],
        without: [],
        asOf: null,
        judgements: '',
      },
      region: batch.region,
      passwords: openPasswords(office.vault, batch),
      ...(await writeSettled(home, [settledBy(office.vault, acts)])),
      now: batch.opened_at.toISOString(),
    },
  });
  const report = importReport(await readFile(join(out, 'import-report.json'), 'utf8'));
  const kept = await keepResults(office, out);
  let gone: readonly string[] = [];
  try {
    await job.finish(async (tx) => {
      gone = await enter(tx, office, batch, { isUsable, report, kept });
    });
  } catch (error) {
    for (const file of kept) await office.files.remove(file.storageKey);
    throw error;
  }
  for (const key of gone) await office.files.remove(key);
}

/** Enters a reading; what nothing came of is kept as well, so that somebody can say what it is. @returns keys nothing points at */
async function enter(
  tx: Transaction,
  office: Needs,
  batch: BatchRow,
  result: {
    readonly isUsable: boolean;
    readonly report: ImportReport;
    readonly kept: readonly NewImportFile[];
  },
): Promise<string[]> {
  const { isUsable, report, kept } = result;
  const ended = isUsable
    ? ({ state: 'done', report } as const)
    : ({ state: 'failed', report: { ...failureReport(intakeRefusal('BAT-106')), report } } as const);
  const counts = await endBatch(tx, batch.id, { ...ended, at: office.now() });
  if (!counts) return kept.map((file) => file.storageKey);
  const gone = await dropResults(tx, batch.id);
  for (const file of kept) await addImportFile(tx, batch, file);
  return gone;
}

/** Rows set aside, the mapping and what the desk shows of the sheets, encrypted like what was sent. */
async function keepResults(office: Needs, out: string): Promise<NewImportFile[]> {
  const setAside = await readdir(join(out, 'set-aside'));
  const found = [
    { kind: 'mapping' as const, name: MAPPING_FILE, path: join(out, `识别对照-${MAPPING_FILE}`) },
    { kind: 'preview' as const, name: 'preview.json', path: join(out, 'sheets', 'preview.json') },
    { kind: 'rows' as const, name: 'rows.ndjson', path: join(out, 'sheets', 'rows.ndjson') },
    ...setAside
      .sort()
      .map((name) => ({ kind: 'setAside' as const, name, path: join(out, 'set-aside', name) })),
  ];
  const kept: NewImportFile[] = [];
  for (const { kind, name, path } of found) {
    const { key, bytes, sha256, sm3 } = await office.files.put(
      createReadStream(path),
      Number.MAX_SAFE_INTEGER,
    );
    const stored = { bytes, sha256, sm3, storageKey: key };
    kept.push({ id: office.newId(), kind, name, ...stored, by: null, at: office.now() });
  }
  return kept;
}
