/**
 * Measures `yangguang link` and `yangguang dedupe` on every set of sets.mjs, each once with the plan of plans/ and once
 * with the plan that --suggest writes, into results.json and the tables of docs/benchmarks.md:
 *
 *   node bench/linkage/run.mjs [--only NAME,NAME] [--public FOLDER] [--plans committed,suggested] [--timing] [--once] [--program FILE]
 *
 * --public   folder with the published files (FEBRL dataset1.csv to dataset3.csv, fake_1000.csv, transactions_*.parquet);
 *            without it those sets are left out
 * --timing   only the sets whose time is a goal, and only their time is noted; on a machine that does nothing else
 * --once     no second run on shuffled rows, and no other means of groups beside the plan's
 * --tables   nothing is run: the tables are written anew
 * --program  a built program other than this checkout's
 *
 * The threshold is 0.5 everywhere and was fixed before any of these sets was made. Results of other sets stay in the file.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build, isFresh } from '../../scripts/house/bundle.mjs';
import { root } from '../load-rooms.mjs';
import { machine } from '../measure-run.mjs';
import { measureProgram } from './measure-program.mjs';
import { best, scored, truthOf } from './run-score.mjs';
import { planFor, shuffled } from './run-input.mjs';
import { sets } from './sets.mjs';
import { writeTables } from './write-tables.mjs';

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    public: { type: 'string' },
    plans: { type: 'string', default: 'committed,suggested' },
    timing: { type: 'boolean', default: false },
    once: { type: 'boolean', default: false },
    tables: { type: 'boolean', default: false },
    program: { type: 'string' },
  },
});
const resultsFile = join(root, 'bench/linkage/results.json');
if (!values.tables) await runAll();
writeTables(readResults(), join(root, 'docs/benchmarks.md'));

async function runAll() {
  if (values.program === undefined && !isFresh()) await build();
  const program = values.program ?? join(root, 'apps/cli/dist/yangguang.js');
  for (const set of sets.filter(isWanted))
    for (const kind of values.plans.split(',')) await runOne(set, kind, program);
}

function isWanted(set) {
  if (values.only !== undefined && !values.only.split(',').includes(set.name)) return false;
  return (set.isTimed || !values.timing) && (!set.isPublic || values.public !== undefined);
}

async function runOne(set, kind, program) {
  const work = mkdtempSync(join(tmpdir(), 'yangguang-linkage-bench-'));
  try {
    const files = await truthOf(set, set.files(values.public), work);
    const plan = await planFor(set, kind, files, program, work);
    const load = Number(loadavg()[0].toFixed(1));
    const run = await linkOnce(set, files, plan, program, join(work, 'first.csv'));
    const { seconds, cpuSeconds, peakMb, spillMb } = run;
    const time = { ...rounded({ seconds, cpuSeconds, peakMb, spillMb }), load, phases: run.phases };
    const found = values.timing ? { time } : { ...(await judged(set, files, run.out)), time };
    if (!values.timing && !values.once) {
      found.again = await isSameAgain(set, files, plan, { program, work, out: run.out });
      if (set.verb === 'dedupe') found.best = await best(set, files, plan, { program, work, linkOnce });
    }
    keep(set.name, kind, found);
    console.log(`${set.name}, ${kind} plan: ${line(found)}`);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

async function judged(set, files, out) {
  return { note: set.note, verb: set.verb, ...(await scored(set, files, out)) };
}

async function linkOnce(set, files, plan, program, out) {
  const inputs = files.right === null ? [files.left] : [files.left, files.right];
  const report = `${out}.html`;
  const run = await measureProgram([
    ...[program, set.verb, ...inputs, '--plan', plan, '--out', out, '--report', report, '--lang', 'en'],
  ]);
  if (run.code !== 0) throw new Error(`${set.name}: code ${run.code}\n${run.output}`);
  return { ...run, out, phases: phasesIn(readFileSync(report, 'utf8')) };
}

/** Seconds by step, from the table of the report page. */
function phasesIn(page) {
  const [, rows = ''] = /<section id="phases"([\s\S]*?)<\/section>/.exec(page) ?? [];
  const found = rows.matchAll(/lang="en">([^<]+)<\/span>\s*<\/t[dh]>\s*<td[^>]*>([\d.]+)</g);
  return Object.fromEntries([...found].map(([, name, seconds]) => [name, Number(seconds)]));
}

/** Whether the same rows in another order give the same bytes. */
async function isSameAgain(set, files, plan, { program, work, out }) {
  const mixed = await shuffled(files, work);
  const again = await linkOnce(set, mixed, plan, program, join(work, 'again.csv'));
  return readFileSync(out).equals(readFileSync(again.out));
}

function readResults() {
  return existsSync(resultsFile) ? JSON.parse(readFileSync(resultsFile, 'utf8')) : { runs: {} };
}

/** Results stand in the order of sets.mjs. A timing replaces the time alone. */
function keep(name, kind, found) {
  const results = readResults();
  const runs = { ...results.runs, [name]: { ...results.runs[name] } };
  runs[name][kind] = { ...runs[name][kind], ...found };
  const inOrder = Object.fromEntries(
    sets.flatMap((set) => (runs[set.name] === undefined ? [] : [[set.name, runs[set.name]]])),
  );
  const text = JSON.stringify({ machine: machine(), runs: inOrder }, null, 1);
  writeFileSync(resultsFile, `${text}\n`);
}

function rounded(numbers) {
  return Object.fromEntries(Object.entries(numbers).map(([key, value]) => [key, Number(value.toFixed(1))]));
}

function line({ atThreshold, pairs, bCubed, tier, again, time }) {
  const f1 = atThreshold ?? pairs;
  const accuracy =
    f1 === undefined
      ? ''
      : `P ${f1.precision?.toFixed(5)} R ${f1.recall?.toFixed(5)} F1 ${f1.f1?.toFixed(5)}${bCubed ? ` B³ ${bCubed.f1.toFixed(4)}` : ''}${tier ? `, same ${tier.linked} with ${tier.falseLinks} false` : ''}, ${again === undefined ? 'one run' : again ? 'same bytes' : 'OTHER BYTES'}; `;
  return `${accuracy}${time.seconds} s, CPU ${time.cpuSeconds} s, ${time.peakMb} MB, spill ${time.spillMb} MB`;
}
