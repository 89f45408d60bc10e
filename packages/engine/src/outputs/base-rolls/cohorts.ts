import type { DuckDBConnection } from '@duckdb/node-api';

/** The four groups S1 has surveyed, in its order: on aid, registered poor not on aid, left, applied and refused. */
export const cohorts = ['on_aid', 'uncovered', 'exited', 'refused'] as const;
export type Cohort = (typeof cohorts)[number];

/** First day of the year before the as-of date: S1's 去年以来. */
export function lastYearStart(asOf: string): string {
  return `${Number(asOf.slice(0, 4)) - 1}-01-01`;
}

/**
 * Fills the temporary table `base_roll`: a row for each household on aid, each registered poor person not on
 * dibao or tekun, and each exit and refusal since the start of last year (undated ones included). `unit` is
 * what counts as one 户, `persons` how many 人 the row stands for.
 */
export async function collectCohorts(db: DuckDBConnection, asOf: string): Promise<void> {
  const since = `DATE '${lastYearStart(asOf)}'`;
  await db.run(
    `CREATE OR REPLACE TEMP TABLE base_roll AS
     ${onAid} UNION ALL BY NAME ${uncovered} UNION ALL BY NAME ${exited(since)} UNION ALL BY NAME ${refused(since)}`,
  );
}

const onAid = `
  SELECT 'on_aid' AS cohort, household_key AS unit, h.town, h.village, h.group_name, h.head_name AS name,
         h.head_id AS id_number, h.size AS household_size, coalesce(h.insured_persons, 1) AS persons,
         coalesce(h.total_fen, h.amount_fen) AS amount_fen, h.programme AS kind, h.scheme, h.phone, h.file_no,
         strftime(h.started_month, '%Y-%m') AS since, NULL AS reason, FALSE AS now_on_aid, h.row_key,
         (SELECT string_agg(m.name, '、' ORDER BY m.is_head DESC, m.row_key) FROM member m
          WHERE m.household_key = h.household_key) AS members
  FROM household h`;

const onDibaoOrTekun = `SELECT person_key FROM covered WHERE programme IN ('dibao', 'tekun')`;

const uncovered = `
  SELECT 'uncovered' AS cohort, coalesce(p.household_no, p.head_id, 'r:' || p.row_key) AS unit, p.town, p.village,
         NULL AS group_name, p.name, p.id_number, NULL AS household_size, 1 AS persons, NULL AS amount_fen,
         p.kind, NULL AS scheme, p.phone, p.household_no AS file_no, p.lifted_year::VARCHAR AS since,
         coalesce(p.risk, p.cause) AS reason, FALSE AS now_on_aid, p.row_key, p.head_name AS members
  FROM poverty_register p
  LEFT JOIN ref r ON r.dataset = 'poverty_register' AND r.row_key = p.row_key AND r.slot = 'person'
       AND r.tier IS DISTINCT FROM 'number_only'
  WHERE p.is_current IS NOT FALSE AND (r.person_key IS NULL OR r.person_key NOT IN (${onDibaoOrTekun}))`;

const exited = (since: string): string => `
  SELECT 'exited' AS cohort, coalesce(e.id_number, 'r:' || e.row_key) AS unit, e.town, e.village,
         NULL AS group_name, e.name, e.id_number, e.household_size,
         coalesce(e.insured_persons, e.household_size, 1) AS persons, e.amount_fen, e.programme AS kind,
         NULL AS scheme, e.phone, e.notice_no AS file_no,
         coalesce(strftime(e.stop_month, '%Y-%m'), strftime(e.decided_on, '%Y-%m-%d')) AS since,
         coalesce(e.reason_text, e.reason) AS reason,
         coalesce(r.person_key IN (${onDibaoOrTekun}), FALSE) AS now_on_aid, e.row_key, NULL AS members
  FROM exit_record e
  LEFT JOIN ref r ON r.dataset = 'exit_record' AND r.row_key = e.row_key AND r.slot = 'person'
       AND r.tier IS DISTINCT FROM 'number_only'
  WHERE e.is_current IS NOT FALSE AND coalesce(e.stop_month, e.decided_on, ${since}) >= ${since}
    AND coalesce(e.programme, 'dibao') IN ('dibao', 'tekun', 'edge', 'other')`;

/** Refusals: the refused list, and the application log where the list does not have the person. */
export const refusals = `
  SELECT a.row_key, a.name, a.id_number, a.household_size, a.town, a.village, a.income_month_fen,
         a.income_year_fen, a.assets, a.applied_on, a.rejected_on, a.category, a.reason, a.result, a.investigator,
         a.phone, 'rejected_application' AS dataset
  FROM rejected_application a WHERE a.is_current IS NOT FALSE
  UNION ALL BY NAME
  SELECT p.row_key, p.name, p.id_number, p.household_size, p.town, p.village, p.applied_on,
         p.decided_on AS rejected_on, p.category, p.note AS reason, p.investigator_1 AS investigator,
         'application' AS dataset
  FROM application p
  WHERE p.is_current IS NOT FALSE AND p.decision = 'refused' AND NOT EXISTS (
    SELECT 1 FROM rejected_application a WHERE a.is_current IS NOT FALSE AND a.name = p.name
      AND coalesce(a.id_number, '') = coalesce(p.id_number, ''))`;

const refused = (since: string): string => `
  SELECT 'refused' AS cohort, coalesce(a.id_number, 'r:' || a.row_key) AS unit, a.town, a.village,
         NULL AS group_name, a.name, a.id_number, a.household_size, coalesce(a.household_size, 1) AS persons,
         NULL AS amount_fen, a.category AS kind, NULL AS scheme, a.phone, NULL AS file_no,
         strftime(coalesce(a.applied_on, a.rejected_on), '%Y-%m-%d') AS since, a.reason,
         coalesce(r.person_key IN (${onDibaoOrTekun}), FALSE) AS now_on_aid, a.row_key, NULL AS members
  FROM (${refusals}) a
  LEFT JOIN ref r ON r.dataset = a.dataset AND r.row_key = a.row_key AND r.slot = 'person'
       AND r.tier IS DISTINCT FROM 'number_only'
  WHERE coalesce(a.applied_on, a.rejected_on, ${since}) >= ${since}`;
