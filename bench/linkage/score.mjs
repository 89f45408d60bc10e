/**
 * How good links are, as JSON:
 *
 *   node bench/linkage/score.mjs --pairs pairs.csv --truth truth.csv [--groups groups.csv] [--threshold 0.5] [--tier same]
 *
 * pairs.csv (or .parquet): id_left, id_right, score, probability, tier. Every row with probability ≥ threshold is a link; the
 * threshold is fixed beforehand, the best one on this very set is printed beside it and is no result. truth.csv: id_left,
 * id_right. groups.csv: id of the left row and one column a grouping.
 *
 * For one file against itself the truth is the file with its clusters, and a pair has no order:
 *   --clusters FILE --id COLUMN --cluster COLUMN [--pattern 'rec-(\d+)-']
 */
import { parseArgs } from 'node:util';
import { bestCut, calibration, groupErrors, precisionRecall, upperBound } from './measure.mjs';
import { clusterSql, fileTable, openTables, sqlName, sqlText } from './scoring-tables.mjs';

const { values } = parseArgs({
  options: {
    pairs: { type: 'string' },
    truth: { type: 'string' },
    clusters: { type: 'string' },
    id: { type: 'string', default: 'id' },
    cluster: { type: 'string', default: 'cluster' },
    pattern: { type: 'string' },
    groups: { type: 'string' },
    threshold: { type: 'string', default: '0.5' },
    tier: { type: 'string', default: 'same' },
  },
});
if (values.pairs === undefined || (values.truth === undefined) === (values.clusters === undefined)) {
  console.error(
    'score.mjs --pairs FILE (--truth FILE | --clusters FILE --id COL --cluster COL) [--groups FILE]',
  );
  process.exit(2);
}
const tables = await openTables();
await loadTruth();
await loadPairs();
console.log(JSON.stringify(await score(Number(values.threshold)), null, 2));
tables.close();

async function loadTruth() {
  if (values.truth !== undefined) {
    await tables.run(
      `CREATE TEMP TABLE truth AS SELECT DISTINCT trim(CAST(id_left AS VARCHAR)) AS a, trim(CAST(id_right AS VARCHAR)) AS b
       FROM ${fileTable(values.truth)}`,
    );
    return;
  }
  await tables.run(
    `CREATE TEMP TABLE entity AS SELECT trim(CAST(${sqlName(values.id)} AS VARCHAR)) AS id,
       ${clusterSql(values.cluster, values.pattern)} AS cluster FROM ${fileTable(values.clusters)}`,
  );
  await tables.run(
    `CREATE TEMP TABLE truth AS SELECT l.id AS a, r.id AS b FROM entity l JOIN entity r USING (cluster) WHERE l.id < r.id`,
  );
}

/** Pairs once each, with the better score where one comes twice, and whether they are true. */
async function loadPairs() {
  const sides = values.truth === undefined ? ['least(l, r)', 'greatest(l, r)'] : ['l', 'r'];
  await tables.run(
    `CREATE TEMP TABLE pair AS
     WITH raw AS (
       SELECT trim(CAST(id_left AS VARCHAR)) AS l, trim(CAST(id_right AS VARCHAR)) AS r, TRY_CAST(score AS DOUBLE) AS score,
         TRY_CAST(probability AS DOUBLE) AS probability, CAST(tier AS VARCHAR) AS tier FROM ${fileTable(values.pairs)}),
     once AS (
       SELECT ${sides[0]} AS a, ${sides[1]} AS b, max(score) AS score, max(probability) AS probability,
         arg_max(tier, probability) AS tier, count(*) AS times FROM raw GROUP BY ALL)
     SELECT once.*, truth.a IS NOT NULL AS is_true FROM once LEFT JOIN truth ON once.a = truth.a AND once.b = truth.b`,
  );
}

async function score(threshold) {
  const [{ truth }] = await tables.rows('SELECT count(*) AS truth FROM truth');
  const [counts] = await tables.rows(
    `SELECT count(*) AS pairs, coalesce(sum(times - 1), 0)::BIGINT AS repeated, count(*) FILTER (is_true) AS found,
       count(*) FILTER (probability >= ${threshold}) AS linked,
       count(*) FILTER (probability >= ${threshold} AND is_true) AS "right"
     FROM pair`,
  );
  return {
    pairs: counts.pairs,
    repeated: counts.repeated,
    // The most that could be found with these pairs, however they are scored.
    pairsCompleteness: truth === 0 ? null : counts.found / truth,
    atThreshold: { threshold, ...precisionRecall({ linked: counts.linked, right: counts.right, truth }) },
    bestOnTest: bestCut(await steps(), truth),
    tier: await tierMeasures(values.tier),
    tiers: await tables.rows(
      `SELECT tier, count(*) AS pairs, count(*) FILTER (is_true) AS "right" FROM pair GROUP BY tier ORDER BY tier`,
    ),
    calibration: calibration(await bands()),
    ...(values.groups === undefined ? {} : { groups: await groupTables(threshold) }),
  };
}

/**
 * Counts by distinct score, highest first. Within a run of scores whose pairs are all true F1 only rises, so such a run
 * comes as one step, at its lowest score.
 */
function steps() {
  return tables.rows(
    `WITH step AS (
       SELECT coalesce(score, probability) AS s, min(probability) AS p, count(*) AS linked, count(*) FILTER (is_true) AS hits
       FROM pair WHERE coalesce(score, probability) IS NOT NULL GROUP BY 1),
     marked AS (
       SELECT *, hits = linked AND coalesce(lead(hits = linked) OVER (ORDER BY s DESC), false) AS goes_on FROM step),
     run AS (SELECT *, coalesce(sum((NOT goes_on)::INTEGER) OVER (ORDER BY s DESC ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS run FROM marked)
     SELECT min(s) AS score, min(p) AS probability, sum(linked)::BIGINT AS linked, sum(hits)::BIGINT AS "right"
     FROM run GROUP BY run ORDER BY 1 DESC`,
  );
}

async function tierMeasures(tier) {
  const [{ linked, right }] = await tables.rows(
    `SELECT count(*) AS linked, count(*) FILTER (is_true) AS "right" FROM pair WHERE tier = ${sqlText(tier)}`,
  );
  const falseLinks = linked - right;
  return {
    tier,
    linked,
    falseLinks,
    precision: linked === 0 ? null : right / linked,
    falseShareAtMost95: linked === 0 ? null : upperBound(falseLinks, linked),
  };
}

function bands() {
  const edges = [0, 0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99, 0.999];
  return Promise.all(
    edges.map(async (from, i) => {
      const to = edges[i + 1] ?? 1;
      const within = `probability >= ${from} AND probability ${i === edges.length - 1 ? '<=' : '<'} ${to}`;
      const [row] = await tables.rows(
        `SELECT count(*) AS pairs, coalesce(sum(probability), 0) AS expected, count(*) FILTER (is_true) AS "right"
         FROM pair WHERE ${within}`,
      );
      return { band: `${from}-${to}`, ...row };
    }),
  );
}

/** One table a grouping; a link counts in the group of its left row. */
async function groupTables(threshold) {
  await tables.run(`CREATE TEMP TABLE member AS SELECT * FROM ${fileTable(values.groups)}`);
  const columns = await tables.rows(
    `SELECT column_name AS name FROM information_schema.columns WHERE table_name = 'member' AND column_name <> 'id'`,
  );
  const result = {};
  for (const { name } of columns) result[name] = groupErrors(await groupCounts(sqlName(name), threshold));
  return result;
}

function groupCounts(column, threshold) {
  return tables.rows(
    `WITH links AS (
       SELECT ${column} AS g, count(*) AS linked, count(*) FILTER (is_true) AS "right"
       FROM pair JOIN member ON pair.a = member.id WHERE probability >= ${threshold} GROUP BY 1),
     trues AS (SELECT ${column} AS g, count(*) AS truth FROM truth JOIN member ON truth.a = member.id GROUP BY 1),
     known AS (SELECT DISTINCT ${column} AS g FROM member)
     SELECT known.g AS "group", coalesce(linked, 0) AS linked, coalesce("right", 0) AS "right", coalesce(truth, 0) AS truth
     FROM known LEFT JOIN links USING (g) LEFT JOIN trues USING (g) ORDER BY known.g`,
  );
}
