import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RunReport } from '@yangguang/contract/run';
import { everywhere } from '@yangguang/store/database';
import { listImportActs } from '@yangguang/store/import/import-act';
import { type BatchRow, findBatch } from '@yangguang/store/import/import-batch';
import { type ImportFileRow, listImportFiles } from '@yangguang/store/import/import-file';
import { writeLocalOverlay } from '@yangguang/engine/pack/local-values';
import type { LocalValueRow } from '@yangguang/store/policy/local-values';
import type { Judgement } from '@yangguang/store/identity/identity-judgement';
import { judgementsInArea } from '@yangguang/store/identity/read-judgements';
import { campaignEndOn } from '@yangguang/store/run/campaign-end';
import { intakeRefusal } from '@yangguang/store/run/intake-refusals';
import { batchesOf, endRun, findRun, type RunRow } from '@yangguang/store/run/run-row';
import { z } from 'zod';
import type { Office } from '../../http/call.ts';
import type { CheckPlace } from '../check-place.ts';
import { failureReport } from '../failure-report.ts';
import { asLocalValues, toldValues, valuesOfRun } from '../../policy/local-policy.ts';
import { openPasswords } from '../import/passwords.ts';
import { asPlaced, type Settled, settledBy, writeSettled } from '../import/settled.ts';
import type { JobAtWork, JobKind } from '../job-kind.ts';
import { inPrivateFolder } from '../private-folder.ts';
import { runCheckProgram } from '../run-check-program.ts';
import { unpackFiles } from '../unpack-files.ts';
import { type EnteredRun, RunEntry } from './enter-run.ts';
import { writeJudgements } from './write-judgements.ts';

type Needs = Pick<Office, 'db' | 'vault' | 'policy' | 'files' | 'now' | 'newId'>;

/** What a run works on. */
interface Task {
  readonly run: RunRow;
  readonly batches: readonly BatchRow[];
  readonly files: readonly ImportFileRow[];
  /** What is laid over the files, by batch. */
  readonly settled: ReadonlyMap<string, Settled>;
  readonly endOn: string | null;
  readonly values: readonly LocalValueRow[];
  /** What people judged of identity in the county before the run was asked for. */
  readonly judgements: readonly Judgement[];
}

/** Share of the whole that checking takes; the rest is entering. */
const checkShare = 0.8;

/** Runs the rules over batches and enters what they found: rolls first, then leads; each once, whatever happens on the way. */
export function checkRun(office: Needs, place: CheckPlace): JobKind {
  return {
    async run(job) {
      const task = await readTask(office, String(job.payload['runId']));
      await inPrivateFolder(place.workFolder, job.id, (home) => check(office, place, job, home, task));
    },
    putAway: (tx, payload, fault) =>
      endRun(tx, String(payload['runId']), {
        state: fault === null ? 'cancelled' : 'failed',
        report: failureReport(fault),
        at: office.now(),
      }),
  };
}

function readTask(office: Needs, runId: string): Promise<Task> {
  return office.db.within(everywhere, async (tx) => {
    const run = await findRun(tx, everywhere, runId);
    if (run === null) throw new Error('no such run');
    const batches: BatchRow[] = [];
    const files: ImportFileRow[] = [];
    const settled = new Map<string, Settled>();
    for (const id of await batchesOf(tx, runId)) {
      const batch = await findBatch(tx, everywhere, id);
      if (batch === null || batch.state !== 'done') throw intakeRefusal('RUN-202');
      batches.push(batch);
      files.push(...(await listImportFiles(tx, id, 'input')));
      const acts = (await listImportActs(tx, id)).filter(({ no }) => no <= batch.acts_applied);
      settled.set(id, settledBy(office.vault, acts));
    }
    const endOn = run.campaign_id === null ? null : await campaignEndOn(tx, run.campaign_id);
    const { region, created_at: until } = run;
    const judgements = await judgementsInArea(tx, everywhere, office.vault, region, until);
    return { run, batches, files, settled, endOn, judgements, values: await valuesOfRun(tx, run.options) };
  });
}

async function check(
  office: Needs,
  place: CheckPlace,
  job: JobAtWork,
  home: string,
  { run, batches, files, settled, endOn, values, judgements }: Task,
): Promise<void> {
  const [folder, out] = [join(home, 'files'), join(home, 'result')];
  job.progress(0, { zh: '取出文件', en: 'Unpacking the files' });
  const placed = await unpackFiles(office, files, folder, job.signal);
  const byBatch = [...settled].map(([id, one]) => asPlaced(one, placed.get(id) ?? new Map()));
  const { builtInPolicy, program, priority } = place;
  const policy = layOver(office, place, join(home, 'policy'), values);
  const isUsable = await runCheckProgram({
    program,
    priority,
    home,
    signal: job.signal,
    onProgress: (fraction, stage) => job.progress(fraction * checkShare, stage),
    spec: {
      ...{ folder, out, builtInPolicy, policy, inspect: false },
      asOf: run.as_of,
      region: run.region,
      rules: [...(run.options.rules ?? [])],
      without: [...(run.options.retired ?? [])],
      ...(await writeSettled(home, byBatch)),
      judgements: await writeJudgements(home, judgements),
      passwords: batches.flatMap((batch) => openPasswords(office.vault, batch)),
      // Not the time of this attempt: another one must find the same.
      now: run.created_at.toISOString(),
    },
  });
  if (!isUsable) throw intakeRefusal('BAT-106');
  const told = RunJson.parse(JSON.parse(await readFile(join(out, 'run.json'), 'utf8')));
  const { asOf } = told;
  const packVersion = told.pack.version;
  const shadow = new Set(run.options.shadow);
  const found = { run, folder: join(out, 'hand-over'), asOf, packVersion, campaignEndOn: endOn, shadow };
  const entered = await new RunEntry(office, job, found).enter();
  const { retired = [] } = run.options;
  const report = reportOf(told, entered, { retired, localValues: toldValues(office.policy, values) });
  await job.finish((tx) =>
    endRun(tx, run.id, { state: 'done', report, asOf, packVersion, at: office.now() }),
  );
}

/** The overlays of a check: those of the installation, and what offices have set, written as one more. */
function layOver(
  { policy }: Needs,
  place: CheckPlace,
  folder: string,
  values: readonly LocalValueRow[],
): string[] {
  if (values.length === 0) return [...place.policy];
  writeLocalOverlay(folder, policy.packParameters, asLocalValues(values));
  return [...place.policy, folder];
}

/** The part of the engine's run.json that is kept. */
const RunJson = z.object({
  asOf: z.string(),
  regionName: z.string(),
  pack: z.object({ version: z.string() }),
  silentRules: z.array(
    z.object({
      rule: z.string(),
      titleZh: z.string(),
      titleEn: z.string(),
      missing: z.array(z.object({ zh: z.string(), en: z.string() })),
    }),
  ),
});

function reportOf(
  { regionName, silentRules }: z.output<typeof RunJson>,
  entered: EnteredRun,
  {
    retired,
    localValues,
  }: { readonly retired: readonly string[]; readonly localValues: RunReport['localValues'] },
): RunReport {
  return {
    ...entered,
    retired: [...retired],
    localValues,
    regionName,
    silentRules: silentRules.map(({ rule, titleZh, titleEn, missing }) => ({
      rule,
      title: { zh: titleZh, en: titleEn },
      missing,
    })),
  };
}
