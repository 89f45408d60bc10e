import type { DuckDBConnection } from '@duckdb/node-api';
import { quoted, rowsOf } from '../dataset/sql-engine.ts';
import type { RulePage } from '../pack/rule-page.ts';

/**
 * Turns findings into table `lead`: subject, household, sentences on identity, source rows, and an id that depends on
 * rule, subject and facts alone, so that the same facts give the same id whatever the files were called.
 */
export async function writeLeads(
  db: DuckDBConnection,
  pages: readonly RulePage[],
  tables: readonly string[],
): Promise<void> {
  // The empty line stands for no rule: a run of none still has its tables.
  const words = pages.map(
    (p) =>
      `(${quoted(p.id)}, ${quoted(p.family)}, ${quoted(p.title.zh)}, ${quoted(p.title.en)}, ${String(p.restricted)})`,
  );
  await db.run(`create or replace temp table rule_word as
    select * from (values ${["('', '', '', '', false)", ...words].join(', ')}) t(rule, family, title_zh, title_en, restricted)`);
  await collectEvidence(db, tables);
  await db.run(leadSql);
}

/**
 * `evidence_row(row_key, place, source_on, evidence)`: the source rows leads point at, as JSON with data set, file,
 * sheet, row, fields. They are shown by data set and date; the key breaks ties, since it does not know the file's name.
 */
async function collectEvidence(db: DuckDBConnection, tables: readonly string[]): Promise<void> {
  await db.run(
    'create or replace temp table wanted_row as select distinct unnest(sources) as row_key from finding',
  );
  await db.run(
    'create or replace temp table evidence_row (row_key bigint, place integer, source_on date, evidence varchar)',
  );
  for (const [place, table] of tables.entries()) {
    const columns = await rowsOf(
      db,
      `select column_name from duckdb_columns() where table_name = ${quoted(table)} order by column_index`,
    );
    const fields = columns
      .map((row) => String(row.column_name))
      .filter(
        (name) =>
          !['row_key', 'sheet_id', 'row_no', 'part', 'is_current'].includes(name) &&
          !name.endsWith('_raw') &&
          !name.endsWith('_state'),
      )
      .map((name) => `${quoted(name)}, t."${name}"::varchar`);
    await db.run(`insert into evidence_row
      select t.row_key, ${place}, t.source_on, json_object('dataset', ${quoted(table)}, 'file', i.file, 'sheet', i.sheet, 'row', t.row_no, 'fields',
        json_merge_patch('{}'::json, json_object(${fields.join(', ')})))::varchar
      from ${table} t join wanted_row w using (row_key) left join import_sheet i using (sheet_id)`);
  }
}

const month = (column: string): string => `strftime(${column}, '%Y-%m')`;

const leadSql = `create or replace table lead as
  with evidence as (
    select f.rule, f.subject_key, '[' || string_agg(e.evidence, ',' order by e.place, e.source_on nulls last, e.row_key) || ']' as evidence
    from (select rule, subject_key, unnest(sources) as row_key from finding) f join evidence_row e using (row_key) group by all),
   identity as (
    select f.rule, f.subject_key, r.for_zh, r.for_en, r.against_zh, r.against_en
    from (select rule, subject_key, tier, unnest(sources) as row_key from finding where tier is not null) f
    join ref r on r.row_key = f.row_key and r.person_key = f.subject_key and r.tier = f.tier and r.slot in ('person', 'recipient')
    qualify row_number() over (partition by f.rule, f.subject_key order by r.how <> 'exact' desc, r.row_key) = 1)
  select 'L' || md5(concat_ws('|', f.rule, f.subject_kind, f.norm, f.facts, coalesce(${month('f.period_from')}, ''), coalesce(${month('f.period_to')}, '')))[1:16] as lead_id,
    f.rule, w.family, w.title_zh, w.title_en, f.grade, f.severity, f.subject_kind, f.subject_key, s.name as subject_name, s.id_number,
    s.household_key, s.head_id as household_head_id, s.head_name as household_head_name, s.county, s.town, s.village, s.group_name,
    s.address, s.phone, s.programme, s.scheme, s.file_no, s.insured_persons, s.month_amount_fen, ${month('s.started_month')} as started_month,
    ${month('f.period_from')} as period_from, ${month('f.period_to')} as period_to, f.amount_fen, f.tier,
    i.for_zh as match_for_zh, i.for_en as match_for_en, i.against_zh as match_against_zh, i.against_en as match_against_en,
    f.summary_zh || if(f.unconfirmed, '（未核标准）', '') as summary_zh,
    f.summary_en || if(f.unconfirmed, ' (local standard not confirmed)', '') as summary_en, f.facts, coalesce(e.evidence, '[]') as evidence,
    w.restricted or f.restricted as restricted, f.unconfirmed, if(f.tier = 'likely', 'identity_check', null) as first_step, s.source_on,
    null::varchar as change, false as quiet,
    row_number() over (partition by f.grade order by list_position(['serious', 'suspect', 'info'], f.severity), f.score desc nulls last,
      f.amount_fen desc nulls last, f.rule, f.norm, f.subject_key)::integer as rank
  from finding f
  join rule_word w using (rule)
  left join subject s on s.kind = if(f.subject_kind = 'official', 'person', f.subject_kind) and s.key = f.subject_key
  left join evidence e on e.rule = f.rule and e.subject_key = f.subject_key
  left join identity i on i.rule = f.rule and i.subject_key = f.subject_key`;
