/**
 * node bench/fuzz-import.mjs: damaged files, seeded, thrown at the import. Each must be refused with a clear error, be
 * left alone with its reason, or be imported so that rows in = taken + set aside + headings, totals and notes.
 *   --each N (20000)        files of every kind        --xlsx N --xls N --csv N --zip N   of one kind
 *   --seed N (1)            another N, other damage    --from N (0)   first file, to repeat a finding
 *   --batch N (40)          files of one import
 * A crash, or 20 seconds without progress on a file although it was given the processor, is a finding; the batch is then repeated file by file. Writes
 * nothing but one temporary folder. Exit code 1 when there is any finding.
 */
import { fork } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { bundleRooms, root } from './load-rooms.mjs';
import { kinds } from './mutate-file.mjs';

const patience = 20_000;
/** On a busy machine the clock says little: a child that was given no processor is waited for, but not for ever. */
const longestWait = 30 * patience;
const number = (value) => ({ type: 'string', default: String(value) });
const { values } = parseArgs({
  options: {
    each: number(20_000),
    seed: number(1),
    from: number(0),
    batch: number(40),
    ...Object.fromEntries(kinds.map((kind) => [kind, { type: 'string' }])),
  },
});

const rooms = await bundleRooms(
  'fuzz-rooms',
  `export { importFolder } from '@yangguang/engine/import/import-folder';
   export { loadSources } from '@yangguang/engine/import/load-sources';
   export { listInput } from '@yangguang/engine/import/read/list-input';
   export { openEngine } from '@yangguang/engine/run/open-engine';
   export { checkCharacter } from '@yangguang/county/citizen-number';
   export { makeName } from '@yangguang/county/names';
   export { Random } from '@yangguang/county/prng';
   export { csvBytes } from '@yangguang/county/files/write-csv';
   export { writeXlsx } from '@yangguang/county/files/write-xlsx';
   export { writeWideXlsx } from '@yangguang/county/write-wide-xlsx';
   export { ZipFile } from 'yazl';`,
);
const folder = mkdtempSync(join(tmpdir(), 'yangguang-fuzz-'));
/** Told at once: a long run may be stopped. */
const findings = [];
function find(what) {
  findings.push(what);
  console.log(`FINDING ${what}`);
}
let worker = null;
try {
  for (const kind of kinds) await fuzzKind(kind, Number(values[kind] ?? values.each));
} finally {
  worker?.kill();
  rmSync(folder, { recursive: true, force: true });
}
console.log(`${findings.length} findings`);
process.exitCode = findings.length > 0 ? 1 : 0;

async function fuzzKind(kind, count) {
  const total = { files: 0, imported: 0, refused: 0, left: 0, sheets: 0, rowsIn: 0, codes: {}, peakMb: 0 };
  const started = performance.now();
  const first = Number(values.from);
  const size = Number(values.batch);
  for (let from = first; from < first + count; from += size) {
    await runBatch(kind, from, Math.min(size, first + count - from), total);
    if ((from - first) % 4000 === 0 && from > first) console.error(`${kind}: ${from - first} …`);
  }
  const codes = Object.entries(total.codes).sort((a, b) => b[1] - a[1]);
  console.log(
    `${kind}: ${total.files} files, seed ${values.seed}: ${total.imported} imported (${total.sheets} sheets, ${total.rowsIn} rows), ${total.refused} refused, ${total.left} left alone; ${((performance.now() - started) / 1000).toFixed(0)} s, peak ${total.peakMb.toFixed(0)} MB`,
  );
  console.log(`    ${codes.map(([code, n]) => `${code} ${n}`).join('  ')}`);
}

async function runBatch(kind, from, count, total) {
  const answer = await ask({ kind, seed: Number(values.seed), from, count });
  if (answer.failure === undefined) return add(total, answer, kind);
  if (count === 1) {
    total.files += 1;
    find(`${kind} --seed ${values.seed} --from ${from}: ${answer.failure}`);
  } else for (let i = 0; i < count; i += 1) await runBatch(kind, from + i, 1, total);
}

function add(total, answer, kind) {
  for (const name of ['files', 'imported', 'refused', 'left', 'sheets', 'rowsIn'])
    total[name] += answer[name];
  for (const [code, n] of Object.entries(answer.codes)) total.codes[code] = (total.codes[code] ?? 0) + n;
  total.peakMb = Math.max(total.peakMb, answer.peakMb);
  for (const { index, what } of answer.findings)
    find(`${kind} --seed ${values.seed} --from ${index}: ${what}`);
}

/** Milliseconds of processor a process has used; without /proc as many as the clock says. */
function cpuMs(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ');
    return 10 * (Number(fields[11]) + Number(fields[12]));
  } catch {
    return performance.now();
  }
}

/** What the worker answers, or { failure } when it died or made no progress; it is then replaced. */
function ask(job) {
  worker ??= fork(
    fileURLToPath(new URL('fuzz-batch.mjs', import.meta.url)),
    [rooms, join(root, 'policy/sources'), folder],
    {
      execArgv: ['--max-old-space-size=1024'],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    },
  );
  const asked = worker;
  return new Promise((resolve) => {
    let words = '';
    const hear = (text) => {
      words = (words + text).slice(-2000);
    };
    let timer;
    const settle = (answer) => {
      clearTimeout(timer);
      asked.off('message', onMessage).off('exit', onExit);
      asked.stderr.off('data', hear);
      if (answer.failure !== undefined) {
        asked.kill('SIGKILL');
        worker = null;
      }
      resolve(answer);
    };
    const wait = () => {
      clearTimeout(timer);
      const [from, usedBefore] = [performance.now(), cpuMs(asked.pid)];
      const look = () => {
        const starved = cpuMs(asked.pid) - usedBefore < patience / 2;
        if (starved && performance.now() - from < longestWait) timer = setTimeout(look, patience);
        else settle({ failure: `no progress for ${Math.round((performance.now() - from) / 1000)} s` });
      };
      timer = setTimeout(look, patience);
    };
    const onMessage = (message) => (message === 'progress' ? wait() : settle(message));
    const onExit = (code, signal) =>
      settle({
        failure: `the process ended (${signal ?? code}) ${words.split('\n').find((l) => /Error|FATAL/.test(l)) ?? ''}`,
      });
    asked.on('message', onMessage).on('exit', onExit);
    asked.stderr.on('data', hear);
    wait();
    asked.send(job);
  });
}
