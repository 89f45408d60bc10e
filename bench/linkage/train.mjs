/**
 * Learns policy/linkage/models/registers.yml from made-up registers, whose truth is known:
 *
 *   node bench/linkage/train.mjs [--out policy/linkage/models/registers.yml] [--counts counts.json]
 *
 * m is counted on the true pairs, u on random pairs of the same registers, both through the product's own comparisons.
 * The seeds (1000 and up) are used for nothing else. Takes five minutes of
 * processor time. --counts keeps what was counted, and takes it from there the next time.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { bundleRooms, root } from '../load-rooms.mjs';
import { blend, modelText } from './train-blend.mjs';
import { made } from './run-tools.mjs';

/**
 * Which registers, and how often each kind: the everyday kind most, the hard ones so that their damage is known at all.
 * `none` has no true pairs and is for measuring alone.
 */
const mix = [
  { kind: 'damaged', times: 3 },
  { kind: 'no-id', times: 2 },
  { kind: 'no-id-left', times: 1 },
  { kind: 'minority', times: 1 },
  { kind: 'one-surname', times: 1 },
  { kind: 'twins', times: 1 },
  { kind: 'relatives', times: 1 },
];
const firstSeed = 1000;
const sizes = { left: 20_000, right: 60_000 };
/** Drawings of random pairs in each register; one is 400,000 pairs. */
const drawings = 6;

const { values } = parseArgs({
  options: {
    out: { type: 'string', default: join(root, 'policy/linkage/models/registers.yml') },
    counts: { type: 'string' },
  },
});
const rooms = await import(
  await bundleRooms(
    'train',
    `export { DuckDBInstance } from '@duckdb/node-api';
     export { comparisonsOf } from '@yangguang/engine/linkage/compare/all';
     export { comparePairs } from '@yangguang/engine/linkage/compare/compare-pairs';
     export { makeMacros, makeSides } from '@yangguang/engine/linkage/fields/make-sides';
     export { openTable } from '@yangguang/engine/linkage/fields/open-table';
     export { readSource } from '@yangguang/engine/linkage/fields/read-sources';
     export { countLevels, countRandomPairs } from '@yangguang/engine/linkage/model/count-random';
     export { guardOrder } from '@yangguang/engine/linkage/model/guard-order';
     export { PlanFile } from '@yangguang/engine/linkage/plan/plan';
     export { isLookalike, loadLookalikes } from '@yangguang/engine/pack/lookalikes';
     export { openPackRoot } from '@yangguang/engine/pack/pack-files';`,
  )
);
const lookalikes = rooms.loadLookalikes({ roots: [rooms.openPackRoot(join(root, 'policy'))] });

const learnt = await counted();
writeFileSync(values.out, modelText(blend(learnt, rooms.guardOrder), mix, sizes));
console.log(values.out);

async function counted() {
  if (values.counts !== undefined && existsSync(values.counts))
    return JSON.parse(readFileSync(values.counts, 'utf8'));
  const found = [];
  let seed = firstSeed;
  for (const { kind, times } of mix)
    for (let time = 0; time < times; time += 1, seed += 1) {
      found.push(...(await countLevelsOf(kind, seed)));
      console.error(`${kind}, seed ${seed}`);
    }
  if (values.counts !== undefined) writeFileSync(values.counts, JSON.stringify(found));
  return found;
}

/** Levels of every comparison of one made-up pair of registers: among its true pairs, and among random ones. */
async function countLevelsOf(kind, seed) {
  const folder = mkdtempSync(join(tmpdir(), 'yangguang-train-'));
  const instance = await rooms.DuckDBInstance.create(':memory:', {
    ...{ threads: '2', temp_directory: join(folder, 'spill'), disabled_optimizers: 'join_order' },
  });
  const db = await instance.connect();
  try {
    const files = made('make-registers.mjs', { kind, ...sizes, seed });
    const plan = planFor(files);
    const comparisons = await openSides(db, plan, files, folder);
    const counted = await counts(db, comparisons);
    return comparisons.map((comparison, at) => ({ spec: plan.compare[at], comparison, ...counted[at] }));
  } finally {
    db.closeSync();
    instance.closeSync();
    rmSync(folder, { recursive: true });
  }
}

/** The plan that goes with the columns the right list has. */
function planFor(files) {
  const [headings] = readFileSync(join(files, 'right.csv'), 'utf8').split('\n', 1);
  const name = headings.includes('联系电话') ? 'registers.yml' : 'registers-no-phone.yml';
  return rooms.PlanFile.parse(parse(readFileSync(new URL(`plans/${name}`, import.meta.url), 'utf8')));
}

async function openSides(db, plan, files, folder) {
  await rooms.makeMacros(db);
  for (const side of ['left', 'right']) {
    const view = `file_${side}`;
    const columns = await rooms.openTable(db, join(files, `${side}.csv`), view, folder);
    await rooms.readSource(db, plan, { side, view, name: `${side}.csv`, columns });
  }
  await rooms.makeSides(db, plan, ['src_l', 'src_r']);
  await db.run(`create table true_pair as select l.rid as l, r.rid as r
    from read_csv('${join(files, 'truth.csv')}', header = true, all_varchar = true) t
    join side_l l on l._id = t.id_left join side_r r on r._id = t.id_right`);
  const looks = (a, b) => rooms.isLookalike(lookalikes, a, b);
  return rooms.comparisonsOf(plan, { looks, wordBits: () => () => 10 });
}

async function counts(db, comparisons) {
  const sides = { left: 'side_l', right: 'side_r' };
  await rooms.comparePairs(
    db,
    comparisons,
    { pairs: 'true_pair', ...sides, keep: [], shares: [] },
    'true_level',
  );
  const same = [];
  for (const [place, { levels }] of comparisons.entries())
    same.push(await rooms.countLevels(db, 'true_level', place, levels.length));
  const found = await db.runAndReadAll('select count(*) from true_pair');
  const truePairs = Number(found.getRows()[0][0]);
  const strangers = comparisons.map(({ levels }) => levels.map(() => 0));
  let equal = [];
  let share = 0;
  for (let drawing = 0; drawing < drawings; drawing += 1) {
    const random = await rooms.countRandomPairs(db, comparisons, { ...sides, seed: 1000 + drawing });
    equal = random.equal;
    share = truePairs / random.allPairs;
    for (const [place, row] of random.levels.entries())
      for (const [level, count] of row.entries()) strangers[place][level] += count;
  }
  return comparisons.map((_, place) => ({
    same: same[place],
    strangers: strangers[place],
    equal: equal[place],
    share,
  }));
}
