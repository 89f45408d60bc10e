import type { Database, Reach } from '../database.ts';
import { inReach, unrestricted } from '../matter/in-reach.ts';
import type { MatterFilter } from '../matter/list-matters.ts';
import { matchConditions } from '../matter/match-matters.ts';
import { matterColumns, type MatterRow } from '../matter/matter-row.ts';
import { every, type Sql, sql } from '../sql.ts';

/** A matter as an export needs it: with its finding, its place and who has it. */
export type ExportRow = MatterRow & {
  readonly rule: string | null;
  readonly lead_id: string | null;
  readonly subject_kind: string | null;
  readonly subject_name: string | null;
  readonly period: string | null;
  readonly summary_zh: string | null;
  readonly summary_en: string | null;
  readonly lead_private: Buffer | null;
  readonly place: string;
  readonly assigned_name: string | null;
};

/** Which matters; open and ended ones alike. */
export type ExportFilter = Omit<MatterFilter, 'ended'> & {
  /** Only those that have ended, or only those that have not; null is both. */
  readonly isEnded: boolean | null;
};

/** Rows held at a time. */
const pageRows = 500;

/**
 * Every matter of the filter in reach, once, in the order of ids, which never change: a page at a time, each a transaction
 * of its own, so that neither memory nor a connection is held for long. Sealed matters are never among them.
 * @yields pages of at most 500 rows
 */
export async function* exportRows(
  db: Database,
  reach: Reach,
  filter: ExportFilter,
): AsyncGenerator<readonly ExportRow[]> {
  const cut = every([sql`not m.is_sealed`, inReach(reach, 'm'), ...conditionsOf(filter)]);
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const rows = await db.within(reach, (tx) => tx.rows<ExportRow>(pageAfter(reach, cut, after)));
    if (rows.length > 0) yield rows;
    if (rows.length < pageRows) return;
    after = rows.at(-1)?.id ?? after;
  }
}

function pageAfter(reach: Reach, cut: Sql, after: string): Sql {
  return sql`
    select ${matterColumns}, x.rule, x.id as lead_id, x.subject_kind, x.subject_name, x.period,
      x.summary_zh, x.summary_en, x.private as lead_private, coalesce(d.name, m.region) as place, a.full_name as assigned_name
    from matter m left join lead x on x.matter_id = m.id and ${unrestricted(reach)}
      left join division d on d.code = m.region left join account a on a.id = m.assigned_to
    where ${cut} and m.id > ${after}::uuid order by m.id limit ${pageRows}`;
}

function conditionsOf({ isEnded, ...filter }: ExportFilter): Sql[] {
  return [
    sql`m.workflow = any(${filter.workflows}::text[])`,
    ...(isEnded === null ? [] : [isEnded ? sql`m.is_ended` : sql`not m.is_ended`]),
    ...matchConditions(filter),
  ];
}
