import type { DuckDBConnection } from '@duckdb/node-api';
import { numberOf, readRows } from '../read-rows.ts';
import { type StreamedRow, text } from '../stream-rows.ts';

/** Which of the two equal halves of the work a rule family serves; `other` is data quality and standards. */
export type Side = 'inclusion' | 'omission' | 'other';

export interface Counts {
  readonly leads: number;
  readonly serious: number;
  readonly suspect: number;
  readonly info: number;
  readonly households: number;
  readonly persons: number;
  readonly amountFen: number;
}

export const noCounts: Counts = {
  leads: 0,
  serious: 0,
  suspect: 0,
  info: 0,
  households: 0,
  persons: 0,
  amountFen: 0,
};

/**
 * Leads that ask for work now: not screening lists, not leads cleared earlier whose facts stand unchanged, and
 * not leads of the previous run that are gone.
 */
export const openLead = `grade = 'lead' AND NOT coalesce(quiet, FALSE) AND coalesce(change, '') <> 'gone'`;

/** Screening lists still to be gone through: broad cohorts in a set order, not leads. */
export const openScreening = openLead.replace(`'lead'`, `'screening'`);

const omissionFamilies = ['OMI'];
const otherFamilies = ['IDQ', 'STD'];

export function sideOfFamily(family: string): Side {
  if (omissionFamilies.includes(family)) return 'omission';
  return otherFamilies.includes(family) ? 'other' : 'inclusion';
}

const listed = (families: readonly string[]): string => families.map((family) => `'${family}'`).join(', ');
const sideSql = `CASE WHEN family IN (${listed(omissionFamilies)}) THEN 'omission'
  WHEN family IN (${listed(otherFamilies)}) THEN 'other' ELSE 'inclusion' END`;

/**
 * Counts of open leads by the columns named (of `rule`, `family`, `side`, `town`, `village`, `grade`), or in all
 * when none is named.
 *
 * 户 = distinct households touched. 人 = distinct persons: the person a lead names, and for a lead on a whole
 * household its insured persons, never counted twice within one household. Money is the sum at stake; one
 * payment may be named by several rules, so sums over rules are not a sum to recover.
 */
export async function countLeads(
  db: DuckDBConnection,
  by: readonly string[],
  where: string = openLead,
): Promise<(Counts & { readonly key: readonly string[] })[]> {
  const keys = by.map((name) =>
    name === 'side' ? `${sideSql} AS side` : `coalesce(${name}, '') AS ${name}`,
  );
  const group = by.length > 0 ? `GROUP BY ${by.join(', ')}` : '';
  const rows = await readRows(
    db,
    `WITH open AS (
       SELECT * FROM lead WHERE ${where}
     ), keyed AS (
       SELECT ${[...keys, 'severity', 'amount_fen', 'household_key', 'subject_kind', 'subject_key', 'insured_persons'].join(', ')},
              coalesce(household_key, subject_kind || ':' || subject_key) AS unit
       FROM open
     ), unit_count AS (
       SELECT ${[...by, 'unit'].join(', ')}, bool_or(household_key IS NOT NULL OR subject_kind = 'household') AS is_household,
              count(DISTINCT CASE WHEN subject_kind IN ('person', 'official') THEN subject_key END) AS named,
              coalesce(max(CASE WHEN subject_kind = 'household' THEN coalesce(insured_persons, 1) END), 0) AS insured,
              count(*) AS leads,
              count(*) FILTER (severity = 'serious') AS serious,
              count(*) FILTER (severity = 'suspect') AS suspect,
              count(*) FILTER (severity = 'info') AS info,
              sum(coalesce(amount_fen, 0)) AS amount_fen
       FROM keyed GROUP BY ${[...by, 'unit'].join(', ')}
     )
     SELECT ${by.map((name) => `${name},`).join(' ')}
            sum(leads) AS leads, sum(serious) AS serious, sum(suspect) AS suspect, sum(info) AS info,
            count(*) FILTER (is_household) AS households, sum(greatest(named, insured)) AS persons,
            sum(amount_fen) AS amount_fen
     FROM unit_count ${group} ${by.length > 0 ? `ORDER BY ${by.join(', ')}` : ''}`,
  );
  return rows.map((row) => ({ ...countsOf(row), key: by.map((name) => text(row, name)) }));
}

function countsOf(row: StreamedRow): Counts {
  return {
    leads: numberOf(row, 'leads'),
    serious: numberOf(row, 'serious'),
    suspect: numberOf(row, 'suspect'),
    info: numberOf(row, 'info'),
    households: numberOf(row, 'households'),
    persons: numberOf(row, 'persons'),
    amountFen: numberOf(row, 'amount_fen'),
  };
}
