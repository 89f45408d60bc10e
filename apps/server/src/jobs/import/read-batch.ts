import { createReadStream } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MAPPING_FILE } from '@yangguang/engine/import/mapping-file';
import { everywhere } from '@yangguang/store/database';
import { type BatchRow, endBatch, findBatch } from '@yangguang/store/import/import-batch';
import {
  addImportFile,
  type ImportFileRow,
  listImportFiles,
  type NewImportFile,
} from '@yangguang/store/import/import-file';
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

type Needs = Pick<Office, 'db' | 'vault' | 'files' | 'now' | 'newId'>;

/** Reads the files of a batch: what each is, which heading feeds which column, and which rows are to be sent back. */
export function readBatch(office: Needs, place: CheckPlace): JobKind {
  return {
    async run(job) {
      const { batchId } = job.payload as { batchId: string };
      const { batch, files } = await office.db.within(everywhere, async (tx) => ({
        batch: await findBatch(tx, everywhere, batchId),
        files: await listImportFiles(tx, batchId, 'input'),
      }));
      if (batch === null) throw new Error('no such batch');
      await inPrivateFolder(place.workFolder, job.id, (home) => read(office, place, job, home, batch, files));
    },
    putAway: (tx, payload, fault) =>
      endBatch(tx, String(payload['batchId']), {
        state: fault === null ? 'cancelled' : 'failed',
        report: failureReport(fault),
        at: office.now(),
      }),
  };
}

async function read(
  office: Needs,
  place: CheckPlace,
  job: JobAtWork,
  home: string,
  batch: BatchRow,
  files: readonly ImportFileRow[],
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
      ...{ folder, out, builtInPolicy, policy: [...policy], inspect: true, rules: [], asOf: null },
      region: batch.region,
      passwords: openPasswords(office.vault, batch),
      now: batch.opened_at.toISOString(),
    },
  });
  if (!isUsable) throw intakeRefusal('BAT-106');
  const report = importReport(await readFile(join(out, 'import-report.json'), 'utf8'));
  const kept = await keepResults(office, out);
  try {
    await job.finish(async (tx) => {
      for (const file of kept) await addImportFile(tx, batch, file);
      await endBatch(tx, batch.id, { state: 'done', report, at: office.now() });
    });
  } catch (error) {
    for (const file of kept) await office.files.remove(file.storageKey);
    throw error;
  }
}

/** Rows set aside and the mapping, encrypted like what was sent. */
async function keepResults(office: Needs, out: string): Promise<NewImportFile[]> {
  const setAside = await readdir(join(out, 'set-aside'));
  const found = [
    { kind: 'mapping' as const, name: MAPPING_FILE, path: join(out, `识别对照-${MAPPING_FILE}`) },
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
