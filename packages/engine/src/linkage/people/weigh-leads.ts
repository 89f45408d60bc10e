import { type DuckDBConnection, DOUBLE, VARCHAR } from '@duckdb/node-api';
import type { Face } from '@yangguang/domain/identity/face';
import type { MatchWeight, WeightAspect } from '@yangguang/domain/identity/match-weight';
import { rowsOf, type SqlRow } from '../../dataset/sql-engine.ts';
import { tellPairs } from '../describe/tell-pairs.ts';
import { ColumnWriter } from '../fields/columns.ts';
import type { PairInWords, Weight } from '../report/link-report.ts';
import { personPlan } from './person-plan.ts';
import {
  dropPersonTables,
  inWrittenOrder,
  makePersonSides,
  type PersonKnowledge,
  scorePeople,
  sourceColumns,
} from './weigh-people.ts';

/**
 * Gives each lead that rests on a match the weights of that match: `match_score`, `match_weights` (they add up to it) and
 * `match_faces`, what the two lists say. Left is the office's own word on the person, right the row of the comparison
 * list. Null where a lead rests on one row alone. Cost: the leads' pairs, not the lists.
 */
export async function weighLeads(db: DuckDBConnection, knowledge: PersonKnowledge): Promise<void> {
  await db.run(`alter table lead add column match_score double; alter table lead add column match_weights varchar;
    alter table lead add column match_faces varchar`);
  await db.run(leadPairs);
  const [count] = await rowsOf(db, 'select count(*)::integer as n from lead_pair');
  if (Number(count?.n) > 0) await weigh(db, knowledge);
  await db.run('drop table lead_pair; drop table if exists known_name');
}

/** The two mentions of each lead: its own row, and what the most trusted list says of the same person. */
const leadPairs = `create or replace table lead_pair as
  with own as (
    select person_key, arg_min(gid, (priority, row_key)) as gid from mention group by person_key),
  told as (
    select l.lead_id, l.subject_key, r.gid as g_right from lead l
    join (select rule, subject_key, unnest(sources) as row_key from finding where tier is not null) f on f.rule = l.rule and f.subject_key = l.subject_key
    join ref r on r.row_key = f.row_key and r.person_key = l.subject_key and r.tier = l.tier and r.slot in ('person', 'recipient')
    qualify row_number() over (partition by l.lead_id order by r.how <> 'exact' desc, r.row_key) = 1)
  select t.lead_id, o.gid as g_left, t.g_right from told t join own o on o.person_key = t.subject_key where o.gid <> t.g_right`;

async function weigh(db: DuckDBConnection, knowledge: PersonKnowledge): Promise<void> {
  const told = await inWrittenOrder(db, async () => {
    const usable = "id_state in ('valid', 'converted')";
    for (const [source, column] of [
      ['src_l', 'g_left'],
      ['src_r', 'g_right'],
    ] as const)
      await db.run(`create or replace table ${source} as select ${sourceColumns(usable)}, null::varchar as ends_raw
        from mention_group where gid in (select ${column} from lead_pair)`);
    await makePersonSides(db);
    await db.run(`create or replace table pair_to_weigh as select distinct a.rid as l, b.rid as r
      from lead_pair p join side_l a on a._id = p.g_left::varchar join side_r b on b._id = p.g_right::varchar`);
    const linked = await scorePeople(db, 'pair_to_weigh', knowledge);
    await db.run(
      `create or replace table decided as select *, 0::double as probability, 'likely' as tier from scored; drop table pair_to_weigh`,
    );
    return tellPairs(db, { plan: personPlan, isLink: true, linked, where: 'true', limit: 10_000_000 });
  });
  await writeWeights(db, told);
  await dropPersonTables(db);
}

async function writeWeights(db: DuckDBConnection, told: readonly PairInWords[]): Promise<void> {
  const faces = await facesOf(db);
  await db.run(
    'create or replace table weighed_pair (g_left varchar, g_right varchar, score double, weights varchar, faces varchar)',
  );
  const writer = await ColumnWriter.open(db, 'weighed_pair', [VARCHAR, VARCHAR, DOUBLE, VARCHAR, VARCHAR]);
  for (const { idLeft, idRight, score, weights } of told) {
    const both = { left: faces.get(idLeft) ?? null, right: faces.get(idRight) ?? null };
    writer.put([idLeft, idRight, score, JSON.stringify(weights.map(asMatchWeight)), JSON.stringify(both)]);
  }
  writer.close();
  await db.run(`update lead set match_score = w.score, match_weights = w.weights, match_faces = w.faces
    from lead_pair p join weighed_pair w on w.g_left = p.g_left::varchar and w.g_right = p.g_right::varchar where p.lead_id = lead.lead_id`);
  await db.run('drop table weighed_pair');
}

const aspects: Readonly<Record<string, WeightAspect>> = {
  prior: 'prior',
  id: 'id',
  name: 'name',
  born: 'birth',
  town_village: 'village',
  phone: 'phone',
  account: 'account',
};

function asMatchWeight({ comparison, level, bits, left, right, words }: Weight): MatchWeight {
  return { aspect: aspects[comparison] ?? 'name', level, bits, left, right, ...words };
}

async function facesOf(db: DuckDBConnection): Promise<ReadonlyMap<string, Face>> {
  const rows = await rowsOf(
    db,
    `select gid::varchar as gid, name, id_text, birth_on::varchar as birth_on, town, village from mention_group
      where gid in (select g_left from lead_pair union all select g_right from lead_pair)`,
  );
  const text = (row: SqlRow, column: string): string | null => {
    const value = row[column];
    return typeof value === 'string' ? value : null;
  };
  return new Map(
    rows.map((row) => [
      String(row.gid),
      {
        name: text(row, 'name'),
        id: text(row, 'id_text'),
        birth_on: text(row, 'birth_on'),
        town: text(row, 'town'),
        village: text(row, 'village'),
      },
    ]),
  );
}
