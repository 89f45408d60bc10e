import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { JudgedPair } from '@yangguang/domain/identity/judgement';
import { UserError } from '@yangguang/domain/errors/user-error';
import { readCorrections } from '../import/corrections.ts';
import { findUnbalancedSheets, importFolder, type ImportResult } from '../import/import-folder.ts';
import { loadSources } from '../import/load-sources.ts';
import { loadMapping, type MappingFile, MAPPING_FILE } from '../import/mapping-file.ts';
import { type InputList, listInput } from '../import/read/list-input.ts';
import { markCurrent } from '../import/settle-tables.ts';
import type { Source } from '../import/source.ts';
import { carryAnswers, previousRun } from '../outputs/answers/previous-run.ts';
import { writeImportReport } from '../outputs/import-report/write-import-report.ts';
import { writeSheets } from '../outputs/sheets/write-sheets.ts';
import { readJudgements } from '../linkage/people/read-judgements.ts';
import { loadPack, type Pack } from '../pack/load-pack.ts';
import { loadPackTables } from '../pack/load-tables.ts';
import type { RulesOutcome } from '../rules/run-rules.ts';
import { writeHandOver } from '../outputs/hand-over/write-hand-over.ts';
import { buildMeta } from './build-meta.ts';
import { chooseAsOf, chooseRegion } from './choose-place.ts';
import { comparePrevious } from './compare-previous.ts';
import { findLeads, type FindingJob } from './find-leads.ts';
import { handOverRules } from './hand-over-rules.ts';
import { type Engine, openEngine } from './open-engine.ts';
import { prepareResultFolder, type ResultFolder } from './result-folder.ts';
import type { CheckOptions, CheckResult, Progress } from './run-options.ts';
import type { RunMeta } from './run-meta.ts';
import { selectRules } from './select-rules.ts';
import { unreadFiles } from './unread-files.ts';
import { type StageTimings, timeStages } from './stage-timings.ts';
import { summariseRun } from './summarise-run.ts';
import { writeOutputs } from './write-outputs.ts';
import { writeRunJson } from './write-run-json.ts';

/** What the stages of one check share. */
interface Check {
  readonly options: CheckOptions;
  readonly progress: Progress;
  readonly timings: StageTimings;
  readonly pack: Pack;
  readonly sources: readonly Source[];
  readonly judgements: readonly JudgedPair[];
  readonly engine: Engine;
  readonly result: ResultFolder;
}

/**
 * The main job: a folder of departmental files in, a ledger of leads out. Reads nothing outside the folder, writes
 * nothing but the result folder, which appears whole or not at all.
 * @throws UserError for what the user can mend, PackError for a faulty policy pack
 */
export async function runCheck(options: CheckOptions, onProgress: Progress): Promise<CheckResult> {
  const timings = timeStages(onProgress, options.elapsed);
  const { progress } = timings;
  const pack = loadPack([options.builtInPolicy, ...options.policy]);
  const sources = loadSources(sourceFolders(options));
  const pages = selectRules(pack.rules, options.rules, options.without);
  const judgements = options.judgements === undefined ? [] : await readJudgements(options.judgements);
  const result = await prepareResultFolder(options.folder, options.out, options.force);
  const engine = await openEngine(options.signal);
  try {
    const check = { options, progress, timings, pack, sources, judgements, engine, result };
    const input = await listInput(options.folder, { tempFolder: engine.folder });
    const imported = await importAll(check, input);
    await assertBalanced(engine);
    if (isUseless(imported) && !(options.inspect && options.handOver === true)) {
      await result.discard();
      return {
        exit: 3,
        out: null,
        printed: summariseRun({ options, input, imported, meta: null, counts: null, out: null }),
      };
    }
    return await finish(check, input, imported, pages);
  } catch (error) {
    await result.discard();
    throw options.signal.aborted ? new UserError('RUN-130', interrupted) : error;
  } finally {
    await engine.close();
  }
}

/** Nothing of what was sent can be used. */
const isUseless = ({ summaries }: ImportResult): boolean =>
  summaries.every((sheet) => sheet.table === null || sheet.rowsTaken === 0);

const interrupted = {
  what: { zh: '已中断', en: 'Interrupted' },
  why: { zh: '运行被停止。', en: 'The run was stopped.' },
  remedy: { zh: '没有留下半成品，可以重新运行。', en: 'Nothing half-written was left; run again.' },
};

async function importAll(
  { options, progress, sources, engine }: Check,
  input: InputList,
): Promise<ImportResult> {
  const corrections = options.corrections === undefined ? [] : readCorrections(options.corrections);
  return importFolder(engine.db, {
    reader: engine.reader,
    files: input.files.filter((file) => file.name !== MAPPING_FILE),
    sources,
    mapping: mappingOf(options, sources),
    corrections,
    preview: options.inspect && options.handOver === true,
    passwords: options.passwords,
    tempFolder: engine.folder,
    onProgress: ({ file, at, of, fraction }) => {
      options.signal.throwIfAborted();
      progress.file(file, (importShare * (at - 1 + fraction)) / of);
    },
  });
}

/** What was settled by hand, then what lies in the folder. */
function mappingOf(options: CheckOptions, sources: readonly Source[]): MappingFile | null {
  const sent = loadMapping(options.mapping ?? join(options.folder, MAPPING_FILE), sources);
  const byHand = options.byHand === undefined ? null : loadMapping(options.byHand, sources);
  return byHand === null ? sent : { sheets: [...byHand.sheets, ...(sent?.sheets ?? [])] };
}

/** The built-in data sets, and those of overlays that have any. */
function sourceFolders({ builtInPolicy, policy }: CheckOptions): string[] {
  const overlays = policy.map((dir) => join(dir, 'sources')).filter((dir) => existsSync(dir));
  return [join(builtInPolicy, 'sources'), ...overlays];
}

/** Share of the whole run that reading takes. */
const importShare = 0.54;

async function finish(
  check: Check,
  input: InputList,
  imported: ImportResult,
  pages: ReturnType<typeof selectRules>,
): Promise<CheckResult> {
  const { options, pack, sources, engine, result } = check;
  const place = {
    ...(await chooseAsOf(engine.db, options)),
    ...(await chooseRegion(engine.db, options, pack.divisions())),
  };
  await markCurrent(engine.db, place.asOf, sources);
  const files = [...imported.summaries, ...unreadFiles(input, imported)];
  const job = {
    pack,
    sources,
    pages,
    place,
    policyFolder: options.builtInPolicy,
    judgements: check.judgements,
  };
  const outcome = options.inspect
    ? await inspectOnly(engine.db, job)
    : await findLeads(engine.db, job, check.progress);
  const meta = await buildMeta(engine.db, { ...job, options, outcome, files });
  await writeImportReport(engine.db, result.staging, meta);
  await writeFile(join(result.staging, `识别对照-${MAPPING_FILE}`), imported.proposedMapping);
  if (imported.previews.length > 0 || (options.inspect && options.handOver === true))
    await writeSheets(engine.db, join(result.staging, 'sheets'), imported.previews, meta);
  const counts = options.inspect ? null : await writeFindings(check, meta);
  const timings = check.timings.seconds();
  await writeRunJson(result.staging, {
    meta,
    pack,
    sources,
    inputs: input.files,
    startedAt: options.now,
    timings,
  });
  await result.publish();
  const setAside =
    files.some((file) => file.rowsSetAside > 0) || imported.summaries.some((file) => file.table === null);
  const refused = input.refusals.length + imported.refusals.length > 0;
  return {
    exit: isUseless(imported) ? 3 : setAside || refused ? 1 : 0,
    out: result.final,
    printed: summariseRun({ options, input, imported, meta, counts, out: result.final }),
  };
}

/** Rows in = taken + set aside + structure, on every sheet of every run: a row lost in silence is our fault, and stops us. */
async function assertBalanced({ db }: Engine): Promise<void> {
  const unbalanced = await findUnbalancedSheets(db);
  if (unbalanced.length > 0) throw new Error(`rows do not add up in ${unbalanced.length} sheets`);
}

/** Gives the outputs the parameters in force; no rule runs. */
async function inspectOnly(db: Engine['db'], job: FindingJob): Promise<RulesOutcome> {
  await loadPackTables(db, job.pack, job.place);
  return { silent: [], hits: new Map() };
}

async function writeFindings(
  { options, progress, pack, engine, result }: Check,
  meta: RunMeta,
): Promise<Record<string, string>> {
  if (options.previous !== undefined) {
    const previous = await previousRun(options.previous);
    await comparePrevious(engine.db, previous);
    await carryAnswers(previous, result.staging);
  }
  if (options.handOver === true)
    await writeHandOver(engine.db, result.staging, handOverRules(pack.rules, meta));
  else await writeOutputs(engine, result.staging, meta, progress, options.signal);
  return ((await engine.db.runAndReadAll(countLeads)).getRowObjectsJson()[0] ?? {}) as Record<string, string>;
}

const countLeads = `select count(*) filter (grade = 'lead' and severity = 'serious') as serious, count(*) filter (grade = 'lead' and severity = 'suspect') as suspect,
  count(*) filter (grade = 'lead' and severity = 'info') as info, count(*) filter (grade = 'screening') as screening,
  count(*) filter (grade = 'lead' and family = 'OMI') as omissions, count(distinct household_key) filter (grade = 'lead') as households
  from lead where change is distinct from 'gone' and not quiet`;
