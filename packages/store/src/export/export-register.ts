import type { Reach, Transaction } from '../database.ts';
import { canonicalJson } from '../journal/canonical-json.ts';
import { sql } from '../sql.ts';
import { exportRefusal } from './export-refusals.ts';

/** A line of the register. */
export interface ExportEntry {
  readonly id: string;
  readonly account_id: string;
  readonly region: string;
  readonly purpose: string;
  readonly what: Readonly<Record<string, unknown>>;
  readonly row_count: number;
  readonly people: number;
  readonly watermark: string;
  readonly expires_at: Date;
  readonly made_at: Date;
}

/** @throws UserError EXP-102 when the id is taken */
export async function registerExport(tx: Transaction, e: ExportEntry): Promise<void> {
  const added = await tx.run(sql`
    insert into export_entry (id, account_id, region, purpose, what, row_count, people, watermark, expires_at, made_at)
    values (${e.id}, ${e.account_id}, ${e.region}, ${e.purpose}, ${canonicalJson(e.what)}::jsonb, ${e.row_count},
      ${e.people}, ${e.watermark}, ${e.expires_at}, ${e.made_at})
    on conflict (id) do nothing`);
  if (added === 0) throw exportRefusal('EXP-102');
}

/** The last row of a page. */
export interface ExportKey {
  readonly at: string;
  readonly id: string;
}

type ListedExport = ExportEntry & { readonly full_name: string; readonly sort_key: string };

/** Exports made under appointments of the areas, the newest first. */
export function listExports(
  tx: Transaction,
  reach: Reach,
  page: { readonly after: ExportKey | null; readonly limit: number },
): Promise<ListedExport[]> {
  const areas = reach.scopes.map(({ area }) => area);
  const after =
    page.after === null
      ? sql`true`
      : sql`(e.made_at, e.id) < (${page.after.at}::timestamptz, ${page.after.id}::uuid)`;
  return tx.rows<ListedExport>(sql`
    select e.id, e.account_id, e.region, e.purpose, e.what, e.row_count, e.people, e.watermark, e.expires_at, e.made_at,
      a.full_name, to_char(e.made_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as sort_key
    from export_entry e join account a on a.id = e.account_id
    where exists (select 1 from unnest(${areas}::text[]) as s (area) where starts_with(e.region, s.area)) and ${after}
    order by e.made_at desc, e.id desc limit ${page.limit}`);
}
