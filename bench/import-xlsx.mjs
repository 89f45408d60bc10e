/**
 * node bench/import-xlsx.mjs: an .xlsx of 1,000,000 rows and 12 columns, imported (read, recognised, typed, reconciled,
 * written as Parquet), beside bare readings of the same file. Goal: 20 s and 400 MB.
 *   --rows N            another length
 *   --strings shared    texts in the shared table, as spreadsheet programs save them (default: both kinds)
 *   --no-library        leave out the whole-file library, which needs 3 GB
 * Each reading runs in a process of its own. Exit code 1 when the goal is missed at full length.
 */
import { existsSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { bundleRooms, root } from './load-rooms.mjs';
import { machine, measureRun, usageLine } from './measure-run.mjs';

const goal = { seconds: 20, peakMb: 400 };
const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '1000000' },
    strings: { type: 'string' },
    'no-library': { type: 'boolean' },
  },
});
const rows = Number(values.rows);
const here = (name) => fileURLToPath(new URL(name, import.meta.url));

const importer = await bundleRooms(
  'import-one',
  `export { importFolder } from '@yangguang/engine/import/import-folder';
   export { findUnbalancedSheets } from '@yangguang/engine/import/import-folder';
   export { loadSources } from '@yangguang/engine/import/load-sources';
   export { listInput } from '@yangguang/engine/import/read/list-input';
   export { openEngine } from '@yangguang/engine/run/open-engine';`,
);
console.log(machine());
for (const strings of values.strings === undefined ? ['inline', 'shared'] : [values.strings]) {
  const file = await makeFile(strings);
  console.log(`\n${rows} × 12, ${strings} strings`);
  await compare(file);
}

async function makeFile(strings) {
  const ready = join(tmpdir(), `yangguang-bench-${rows}-${strings}.xlsx`);
  if (existsSync(ready)) return ready;
  const rooms = await bundleRooms(
    'wide-xlsx',
    "export { writeWideXlsx } from '@yangguang/county/write-wide-xlsx';",
  );
  const { writeWideXlsx } = await import(rooms);
  await writeWideXlsx(`${ready}.${process.pid}`, { rows, strings });
  renameSync(`${ready}.${process.pid}`, ready);
  return ready;
}

async function compare(file) {
  const ours = await measure('this product, imported to Parquet', [
    here('import-one.mjs'),
    importer,
    join(root, 'policy/sources'),
    file,
  ]);
  const thin = await measure('bare: yauzl + saxes, streaming', [here('read-thin.mjs'), file]);
  ratio(ours, thin);
  if (!values['no-library']) {
    const library = await measure(
      'bare: @e965/xlsx, whole file',
      [here('read-library.mjs'), file],
      ['--max-old-space-size=8000'],
    );
    ratio(ours, library);
  }
  const met = ours.seconds <= goal.seconds && ours.peakMb <= goal.peakMb;
  console.log(`goal ${goal.seconds} s and ${goal.peakMb} MB ${met ? 'met' : 'missed'}`);
  if (!met && rows === 1_000_000) process.exitCode = 1;
}

async function measure(what, args, flags) {
  const run = await measureRun(args, flags);
  if (run.code !== 0) throw new Error(`${what}: code ${run.code}\n${run.output}`);
  console.log(`${what}: ${usageLine(run)}; ${run.output.trim()}`);
  return run;
}

function ratio(ours, other) {
  const time = ours.seconds / other.seconds;
  const memory = ours.peakMb / other.peakMb;
  console.log(`    ours to that: ${time.toFixed(2)} of the time, ${memory.toFixed(2)} of the memory`);
}
