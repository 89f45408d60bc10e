/** How good an output is, by the scorers of this folder. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { printed } from './run-tools.mjs';
import { fileTable, openTables, sqlName, sqlText } from './scoring-tables.mjs';

const threshold = '0.5';
/** Lowest means of groups, in bits, among which the best is looked for; only on sets of at most so many bytes. */
const cuts = [-1, 1, 3];
const largest = 1_000_000;

/** The files, with the truth as pairs where a set tells it by a column of both tables. */
export async function truthOf(set, files, work) {
  if (files.truth !== null) return files;
  const truth = join(work, 'truth.csv');
  const [id, entity] = [sqlName(set.truth.id), sqlName(set.truth.entity)];
  const tables = await openTables();
  await tables.run(`COPY (SELECT l.${id} AS id_left, r.${id} AS id_right FROM ${fileTable(files.left)} l
    JOIN ${fileTable(files.right)} r ON l.${entity} = r.${entity}) TO ${sqlText(truth)} (HEADER)`);
  tables.close();
  return { ...files, truth };
}

/** Scores of pairs or clusters, without what no table shows. */
export async function scored(set, files, out) {
  if (set.verb === 'dedupe') {
    const { records, pairs, bCubed } = clusterScores(set, files, out);
    return { records, pairs, bCubed };
  }
  const groups = files.groups === null ? [] : ['--groups', files.groups];
  const all = printed('score.mjs', [
    ...['--pairs', out, '--truth', files.truth, '--threshold', threshold, ...groups],
  ]);
  const { pairsCompleteness, atThreshold, bestOnTest, tier, calibration } = all;
  return {
    ...{ pairsCompleteness, atThreshold, bestOnTest, tier },
    calibrationError: calibration.error,
    ...(all.groups === undefined ? {} : { groups: ratios(all.groups) }),
  };
}

/** Of each grouping the ratio, and the groups by false links; of many groups only the best and the worst. */
function ratios(groupings) {
  return Object.fromEntries(
    Object.entries(groupings).map(([name, { groups, falseRatio, missedRatio }]) => {
      const counted = groups.filter(({ linked }) => linked >= 100);
      const byFalse = [...counted].sort((a, b) => a.falsePer10k - b.falsePer10k);
      const shown = byFalse.length > 8 ? [...byFalse.slice(0, 1), ...byFalse.slice(-2)] : counted;
      return [name, { falseRatio, missedRatio, of: counted.length, groups: shown }];
    }),
  );
}

const clusterScores = (set, files, out) =>
  printed('score-clusters.mjs', ['--clusters', out, '--truth', files.truth, ...set.truth]);

/** The best that any cut gives on this very set: no result, but what the threshold cost. Small sets only. */
export async function best(set, files, plan, { program, work, linkOnce }) {
  if (readFileSync(files.left).length > largest) return undefined;
  const found = [];
  for (const cut of cuts) {
    const other = join(work, `cut${cut}.yml`);
    const text = readFileSync(plan, 'utf8').replace(/^cluster: .*$/m, '');
    writeFileSync(other, `${text}\ncluster: ${cut}\n`);
    const { out } = await linkOnce(set, files, other, program, join(work, 'cut.csv'));
    const { pairs, bCubed } = clusterScores(set, files, out);
    found.push({ cut, pairs: pairs.f1, bCubed: bCubed.f1 });
  }
  return found.reduce((most, one) => (one.pairs > most.pairs ? one : most));
}
