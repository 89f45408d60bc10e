/**
 * Time and memory of a linkage at scale, by the built program as a user runs it:
 *
 *   node bench/linkage/scale.mjs [FOLDER] [--left 150000] [--right 10000000] [--hits 250000] [--memory 2GB] [--keep]
 *
 * Makes the two lists with `make-scale.mjs` where FOLDER does not have them yet, links them, and prints one line of JSON:
 * seconds in all and by step, the largest resident memory of any one process of it (MB), precision and recall against the
 * truth, and the load of the machine before it began. What it made is deleted afterwards unless `--keep` is given. The full size,
 * about 6 GB of disk, on a machine that does nothing else:
 *
 *   node bench/linkage/scale.mjs --left 1500000 --right 100000000 --hits 2500000 --memory 4GB
 */
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    left: { type: 'string', default: '150000' },
    right: { type: 'string', default: '10000000' },
    hits: { type: 'string', default: '250000' },
    memory: { type: 'string', default: '2GB' },
    keep: { type: 'boolean', default: false },
  },
});
const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const [folder = join(tmpdir(), 'yangguang-scale')] = positionals;
const file = (name) => join(folder, name);

const plan = `id: {left: 序号, right: 编号}
fields:
  name: {type: person_name, column: 姓名}
  id: {type: id_number, left: 身份证号, right: 公民身份号码}
  town: {type: text, left: 乡镇, right: 所属乡镇}
compare:
  - {by: id_number, field: id}
  - {by: person_name, field: name}
  - {by: place, fields: [town]}
block:
  - [id]
  - ["solved(id)"]
  - ["head15(id)"]
  - [name, town]
`;

/** A process and all that it started, by their numbers. */
function withChildren(pid) {
  const found = [pid];
  for (let at = 0; at < found.length; at += 1) {
    for (const task of listed(`/proc/${found[at]}/task`))
      found.push(...read(`/proc/${found[at]}/task/${task}/children`).split(' ').filter(Boolean).map(Number));
  }
  return found;
}

function listed(path) {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}

function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

const largestMb = (pid) =>
  Math.round(Number(/VmHWM:\s+(\d+)/.exec(read(`/proc/${pid}/status`))?.[1] ?? 0) / 1024);

/** Runs the program and watches the memory of its processes. */
async function link() {
  const from = performance.now();
  const program = here('../../apps/cli/dist/yangguang.js');
  const child = spawn(
    process.execPath,
    [
      program,
      'link',
      file('left.csv'),
      file('right.csv'),
      '--plan',
      file('plan.yml'),
      '--out',
      file('pairs.csv'),
      '--report',
      file('report.html'),
      '--memory',
      values.memory,
    ],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  let peakMb = 0;
  const watch = setInterval(() => {
    peakMb = Math.max(peakMb, ...withChildren(child.pid).map(largestMb));
  }, 200);
  const code = await new Promise((done) => child.once('close', done));
  clearInterval(watch);
  if (code !== 0) throw new Error(`the program ended with ${code}`);
  return { seconds: Math.round((performance.now() - from) / 100) / 10, peakMb };
}

/** The table of times in the report. */
function stepsIn(html) {
  const rows = /id="phases"[\s\S]*?<\/section>/.exec(html)?.[0].matchAll(/<tr>([\s\S]*?)<\/tr>/g) ?? [];
  return [...rows].flatMap(([, cells]) => {
    const [step, seconds] = cells.split(/<\/t[dh]>/).map((cell) =>
      cell
        .replace(/<[^>]*>/g, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    );
    return Number.isFinite(Number.parseFloat(seconds)) ? [{ step, seconds: Number.parseFloat(seconds) }] : [];
  });
}

mkdirSync(folder, { recursive: true });
const wanted = JSON.stringify([values.left, values.right, values.hits]);
if (!existsSync(file('truth.csv')) || read(file('sizes.json')) !== wanted) {
  const sizes = ['left', 'right', 'hits'].flatMap((name) => [`--${name}`, values[name]]);
  execFileSync(process.execPath, [here('make-scale.mjs'), folder, ...sizes], { stdio: 'ignore' });
  writeFileSync(file('sizes.json'), wanted);
}
writeFileSync(file('plan.yml'), plan);
for (const name of ['pairs.csv', 'report.html']) rmSync(file(name), { force: true });
const load = loadavg()[0];
const ran = await link();
const scored = JSON.parse(
  execFileSync(
    process.execPath,
    [here('score.mjs'), '--pairs', file('pairs.csv'), '--truth', file('truth.csv'), '--threshold', '0.5'],
    { encoding: 'utf8', maxBuffer: 1 << 26 },
  ),
);
const { precision, recall, f1 } = scored.atThreshold;
const sizes = { left: Number(values.left), right: Number(values.right), memory: values.memory };
const steps = stepsIn(read(file('report.html')));
console.log(JSON.stringify({ ...sizes, loadBefore: load, ...ran, steps, precision, recall, f1 }));
if (!values.keep)
  for (const name of [
    'left.csv',
    'right.csv',
    'truth.csv',
    'sizes.json',
    'plan.yml',
    'pairs.csv',
    'report.html',
  ])
    rmSync(file(name), { force: true });
