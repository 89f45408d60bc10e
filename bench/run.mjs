/**
 * npm run bench: a made-up county of 40,000 recipients, 1,000,000 payment rows and 6,000,000 comparison rows, from CSV
 * to all outputs. Goal: 60 s and 2 GB on two processors.
 *   --recipients N --payments N --comparisons N   another size
 *   --runs N                                      so many runs; the median counts
 *   --out DIR                                     keep the results of the last run there
 * The county is made once and kept in the system's folder for temporary files.
 * Exit code 1 when the goal is missed at full size.
 */
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { bundleRooms, root } from './load-rooms.mjs';
import { machine, measureRun, usageLine } from './measure-run.mjs';

const goal = { seconds: 60, peakMb: 2048 };
const { values } = parseArgs({
  options: {
    recipients: { type: 'string', default: '40000' },
    payments: { type: 'string', default: '1000000' },
    comparisons: { type: 'string', default: '6000000' },
    runs: { type: 'string', default: '1' },
    out: { type: 'string' },
  },
});
const size = [values.recipients, values.payments, values.comparisons].map(Number);

const folder = await makeCounty();
console.log(machine());
const work = mkdtempSync(join(tmpdir(), 'yangguang-bench-run-'));
const out = values.out === undefined ? join(work, 'out') : resolve(values.out);
try {
  const runs = [];
  for (let i = 0; i < Number(values.runs); i += 1) runs.push(await measureCheck());
  runs.sort((a, b) => a.seconds - b.seconds);
  report(runs[Math.floor((runs.length - 1) / 2)]);
} finally {
  rmSync(work, { recursive: true });
}

async function makeCounty() {
  const ready = join(tmpdir(), `yangguang-bench-${size.join('-')}`);
  if (existsSync(ready)) return ready;
  console.log(`Making the county: ${size.join(' recipients, ')} …`);
  const rooms = await bundleRooms(
    'bench-county',
    "export { generateBench } from '@yangguang/county/bench-county';",
  );
  const { generateBench } = await import(rooms);
  const [recipients, paymentRows, comparisonRows] = size;
  const unfinished = `${ready}.${process.pid}`;
  generateBench({ folder: unfinished, recipients, paymentRows, comparisonRows });
  renameSync(unfinished, ready);
  return ready;
}

async function measureCheck() {
  const program = join(root, 'apps/cli/dist/yangguang.js');
  const run = await measureRun([program, 'check', folder, '--out', out, '--force']);
  if (run.code !== 0) throw new Error(`check ended with code ${run.code}\n${run.output}`);
  const { timings } = JSON.parse(readFileSync(join(out, 'run.json'), 'utf8'));
  console.log(usageLine(run));
  return { ...run, timings };
}

function report(run) {
  const stages = Object.entries(run.timings).sort((a, b) => b[1] - a[1]);
  const shown = stages.slice(0, 15);
  for (const [stage, seconds] of shown) console.log(`${seconds.toFixed(2).padStart(8)} s  ${stage}`);
  const rest = stages.slice(15).reduce((sum, [, seconds]) => sum + seconds, 0);
  console.log(`${rest.toFixed(2).padStart(8)} s  ${stages.length - shown.length} others`);
  console.log(run.output.split('\n').slice(0, 3).join('\n'));
  const met = run.seconds <= goal.seconds && run.peakMb <= goal.peakMb;
  console.log(`${usageLine(run)}; goal ${goal.seconds} s and ${goal.peakMb} MB ${met ? 'met' : 'missed'}`);
  if (!met && size.join() === '40000,1000000,6000000') process.exitCode = 1;
}
