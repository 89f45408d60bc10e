import type { DuckDBConnection } from '@duckdb/node-api';
import { openLead } from '../statistics/count-leads.ts';
import { type StreamedRow, text } from '../stream-rows.ts';
import { programmeWord } from './kind-names.ts';

const relationWords: Readonly<Record<string, string>> = {
  spouse: '配偶',
  child: '子女',
  parent: '父母',
  sibling: '兄弟姐妹',
  grandparent: '祖父母、外祖父母',
  grandchild: '孙子女、外孙子女',
};

const roleWords: Readonly<Record<string, string>> = {
  handler: '经办人员',
  village_committee: '村（居）两委成员',
  payroll: '财政供养人员',
};

/**
 * Fills the temporary table `annex_remark`: for each household on aid the other aid its members draw, what the
 * leads say it may still be missing, its near relatives on aid in other households, and its near relatives in
 * office (by the family lists and by the disclosure register; a member in office is named as 本户成员). Lists inside a cell are cut at `listLimit`.
 */
export async function collectRemarks(db: DuckDBConnection): Promise<void> {
  await db.run(`CREATE OR REPLACE TEMP TABLE annex_remark AS
    WITH other_aid AS (
      SELECT m.household_key, list_sort(list_distinct(list(b.programme))) AS programmes
      FROM member m JOIN (
        SELECT person_key, programme FROM benefit WHERE to_month IS NULL
        UNION ALL
        SELECT r.person_key, 'temporary_relief' FROM temporary_relief t
        JOIN ref r ON r.dataset = 'temporary_relief' AND r.row_key = t.row_key AND r.slot = 'person'
        WHERE r.tier IS DISTINCT FROM 'number_only'
      ) b USING (person_key)
      WHERE b.programme NOT IN ('dibao', 'tekun', 'edge') GROUP BY 1
    ), missing AS (
      SELECT household_key, list_sort(list_distinct(list(title_zh))) AS titles
      FROM lead WHERE ${openLead} AND family = 'OMI' AND household_key IS NOT NULL GROUP BY 1
    ), kin_on_aid AS (
      SELECT household_key, list_sort(list_distinct(list(words)))[1:${listLimit}] AS people FROM (
        SELECT m.household_key, o.name || '|' || k.relation || '|' || o.programme AS words
        FROM member m JOIN kin k ON k.a_key = m.person_key JOIN member o ON o.person_key = k.b_key
        WHERE o.household_key <> m.household_key AND o.insured IS NOT FALSE) GROUP BY 1
    ), kin_in_office AS (
      SELECT household_key, list_sort(list_distinct(list(words)))[1:${listLimit}] AS people FROM (
        SELECT m.household_key, p.name || '|' || k.relation || '|' || o.role AS words
        FROM member m JOIN kin k ON k.a_key = m.person_key
        JOIN official o ON o.person_key = k.b_key AND o.tier IS DISTINCT FROM 'number_only'
        JOIN person p ON p.person_key = o.person_key
        WHERE NOT EXISTS (
          SELECT 1 FROM member own WHERE own.household_key = m.household_key AND own.person_key = k.b_key)
        UNION ALL
        SELECT m.household_key, m.name || '|本户成员|' || o.role AS words
        FROM member m JOIN official o ON o.person_key = m.person_key AND o.tier IS DISTINCT FROM 'number_only'
        UNION ALL
        SELECT m.household_key, d.official_name || '|' || coalesce(d.relation, '') || '|' || 'disclosed' AS words
        FROM relative_disclosure d
        JOIN ref r ON r.dataset = 'relative_disclosure' AND r.row_key = d.row_key AND r.slot = 'recipient'
        JOIN member m ON m.person_key = r.person_key
        WHERE d.is_current IS NOT FALSE AND r.tier IS DISTINCT FROM 'number_only' AND d.official_name IS NOT NULL
      ) GROUP BY 1
    )
    SELECT h.household_key, to_json(a.programmes) AS other_aid, to_json(g.titles) AS missing,
           to_json(k.people) AS kin_on_aid, to_json(o.people) AS kin_in_office
    FROM household h LEFT JOIN other_aid a USING (household_key) LEFT JOIN missing g USING (household_key)
    LEFT JOIN kin_on_aid k USING (household_key) LEFT JOIN kin_in_office o USING (household_key)`);
}

/** A cell names at most so many relatives; a longer list belongs in the verification file. */
const listLimit = 8;

/**
 * The three sentences the note under annex 1 asks for (S3 annex 1, domain §11.14). The second can only be
 * settled at the household: what the data show is said, and that the visit decides.
 */
export function annexRemark(row: StreamedRow): string {
  const otherAid = listOf(row, 'other_aid').map((programme) => programmeWord(programme, 'zh'));
  const missing = listOf(row, 'missing');
  const onAid = listOf(row, 'kin_on_aid').map((words) => {
    const [name = '', relation = '', programme = ''] = words.split('|');
    return `${name}（${relationWords[relation] ?? relation}，${programmeWord(programme, 'zh')}）`;
  });
  const inOffice = listOf(row, 'kin_in_office').map((words) => {
    const [name = '', relation = '', role = ''] = words.split('|');
    const parts = [relationWords[relation] ?? relation, roleWords[role] ?? '已备案'].filter(
      (part) => part !== '',
    );
    return `${name}（${parts.join('，')}）`;
  });
  return [
    `1、其他救助：${orNone(otherAid)}。`,
    missing.length > 0
      ? `2、仍有困难：疑似（${missing.join('、')}），待入户核实。`
      : '2、仍有困难：无（以入户核实为准）。',
    `3、近亲属享受救助：${orNone(onAid)}；工作人员近亲属：${orNone(inOffice)}。`,
  ].join('\n');
}

function orNone(items: readonly string[]): string {
  return items.length === 0 ? '无' : items.join('、');
}

function listOf(row: StreamedRow, column: string): string[] {
  const json = text(row, column);
  if (json === '') return [];
  const value: unknown = JSON.parse(json);
  return Array.isArray(value) ? value.map(String) : [];
}
