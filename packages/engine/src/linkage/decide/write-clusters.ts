import { type DuckDBConnection, INTEGER } from '@duckdb/node-api';
import { quoted, rowsOf, valueOf } from '../../dataset/sql-engine.ts';
import { ColumnWriter, streamColumns } from '../fields/columns.ts';
import type { Plan } from '../plan/plan.ts';
import { clusterRecords, type Edge } from './cluster.ts';

/** Lowest score of a pair that is kept for the means of groups. */
const leastScore = -16;
/** What a pair counts for that no blocking rule found. */
const unseen = -10;

/** Groups the records of one table and writes `id,cluster`, the cluster being the smallest id in it. @returns clusters */
export async function writeClusters(db: DuckDBConnection, plan: Plan, path: string): Promise<number> {
  const edges: Edge[] = [];
  // Names that cannot be one are a score far below nothing; what people have judged is beyond all scores.
  const pairs = `select d.l, d.r, case j.verdict when 'same' then 'infinity'::double when 'not_same' then '-infinity'::double
      else if(tier = 'below' and probability = 0, least(score, -60), score) end as s
    from decided d left join judgement j on j.l = d.l and j.r = d.r
    where coalesce(j.verdict, '') in ('same', 'not_same') or (tier <> 'number_only' and score > ${leastScore}) order by s desc, d.l, d.r`;
  for await (const [ls = [], rs = [], scores = []] of streamColumns(db, pairs))
    for (const [at, l] of ls.entries())
      edges.push({ a: Number(l), b: Number(rs[at]), score: Number(scores[at]) });
  const found = clusterRecords(edges, { from: plan.cluster, unseen, numberOf: await numbersOf(db, plan) });
  await db.run('create or replace table cluster_of (rid integer, cluster integer)');
  const writer = await ColumnWriter.open(db, 'cluster_of', [INTEGER, INTEGER]);
  for (const [record, cluster] of found) writer.put([record, cluster]);
  writer.close();
  await valueOf(
    db,
    `copy (select s._id as id, first._id as cluster from side_l s left join cluster_of c on c.rid = s.rid
    join side_l first on first.rid = coalesce(c.cluster, s.rid) order by s.rid) to ${quoted(path)} (header, delimiter ',')`,
  );
  return Number(
    await valueOf(
      db,
      'select count(distinct coalesce(c.cluster, s.rid)) from side_l s left join cluster_of c on c.rid = s.rid',
    ),
  );
}

async function numbersOf(db: DuckDBConnection, plan: Plan): Promise<(record: number) => bigint | null> {
  const field = plan.compare.find((spec) => spec.by === 'id_number')?.field;
  if (field === undefined) return () => null;
  const rows = await rowsOf(db, `select rid, ${field}_n as n from side_l where ${field}_s = 1`);
  const numbers = new Map(rows.map((row) => [Number(row.rid), BigInt(String(row.n))]));
  return (record) => numbers.get(record) ?? null;
}
