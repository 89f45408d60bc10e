/**
 * How good clusters are, as JSON: pairs inside clusters and B-cubed.
 *
 *   node bench/linkage/score-clusters.mjs --clusters clusters.csv --truth FILE --id COL --cluster COL [--pattern 'rec-(\d+)-']
 *
 * clusters.csv (or .parquet): id, cluster. The truth is the data file itself: its column of ids and its column of true
 * clusters, or with --pattern the part of that column in the first bracket. A record without a cluster stands alone.
 */
import { parseArgs } from 'node:util';
import { clusterMeasures } from './measure.mjs';
import { clusterSql, fileTable, openTables, sqlName } from './scoring-tables.mjs';

const { values } = parseArgs({
  options: {
    clusters: { type: 'string' },
    truth: { type: 'string' },
    id: { type: 'string', default: 'id' },
    cluster: { type: 'string', default: 'cluster' },
    pattern: { type: 'string' },
  },
});
if (values.clusters === undefined || values.truth === undefined) {
  console.error(
    'score-clusters.mjs --clusters clusters.csv --truth FILE --id COL --cluster COL [--pattern REGEX]',
  );
  process.exit(2);
}
const tables = await openTables();
await tables.run(
  `CREATE TEMP TABLE entity AS SELECT trim(CAST(${sqlName(values.id)} AS VARCHAR)) AS id,
     ${clusterSql(values.cluster, values.pattern)} AS entity FROM ${fileTable(values.truth)}`,
);
await tables.run(
  `CREATE TEMP TABLE given AS SELECT trim(CAST(id AS VARCHAR)) AS id, min(CAST(cluster AS VARCHAR)) AS cluster
   FROM ${fileTable(values.clusters)} GROUP BY 1`,
);
const [unknown] = await tables.rows('SELECT count(*) AS ids FROM given ANTI JOIN entity USING (id)');
const cells = await tables.rows(
  `WITH record AS (
     SELECT entity.id, entity, coalesce('c' || cluster, 'alone' || entity.id) AS cluster
     FROM entity LEFT JOIN given USING (id)),
   cell AS (SELECT cluster, entity, count(*) AS size FROM record GROUP BY ALL),
   sized AS (
     SELECT size, sum(size) OVER (PARTITION BY cluster) AS cluster_size, sum(size) OVER (PARTITION BY entity) AS truth_size
     FROM cell)
   SELECT count(*) AS cells, size, cluster_size::BIGINT AS "clusterSize", truth_size::BIGINT AS "truthSize"
   FROM sized GROUP BY ALL`,
);
console.log(JSON.stringify({ unknownIds: unknown.ids, ...clusterMeasures(cells) }, null, 2));
tables.close();
