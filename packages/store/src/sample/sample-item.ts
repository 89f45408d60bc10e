import type { Transaction } from '../database.ts';
import { type Sql, sql } from '../sql.ts';

/** A household of a sample, as the table has it. */
export interface ItemRow {
  readonly household_id: string;
  readonly stratum: string;
  readonly draw_no: number;
  readonly persons: number;
  readonly is_must: boolean;
  readonly replaces: string | null;
  readonly reason: string | null;
  readonly replaced_at: Date | null;
  readonly matter_id: string | null;
  readonly first_result: string | null;
  readonly second_result: string | null;
}

export const itemColumns: Sql = sql`i.household_id, i.stratum, i.draw_no, i.persons, i.is_must, i.replaces, i.reason,
  i.replaced_at, i.matter_id, i.first_result, i.second_result`;

/** All households of a sample in the order of the draw, replacements after it. */
export function itemsOf(tx: Transaction, sampleId: string): Promise<ItemRow[]> {
  return tx.rows<ItemRow>(
    sql`select ${itemColumns} from sample_item i where i.sample_id = ${sampleId} order by i.draw_no`,
  );
}

/** A household with what a list shows of it. */
export type ListedItem = ItemRow & { readonly head_name: string; readonly region: string };

export function listItems(
  tx: Transaction,
  sampleId: string,
  page: { readonly after: number; readonly limit: number },
): Promise<ListedItem[]> {
  return tx.rows<ListedItem>(sql`select ${itemColumns}, h.head_name, h.region
    from sample_item i join household h on h.id = i.household_id
    where i.sample_id = ${sampleId} and i.draw_no > ${page.after} order by i.draw_no limit ${page.limit}`);
}

/** A household to put on the list. */
export type NewItem = Pick<
  ItemRow,
  'household_id' | 'stratum' | 'draw_no' | 'persons' | 'is_must' | 'replaces'
>;

export async function insertItems(
  tx: Transaction,
  sampleId: string,
  items: readonly NewItem[],
): Promise<void> {
  if (items.length === 0) return;
  await tx.run(sql`
    insert into sample_item (sample_id, household_id, stratum, draw_no, persons, is_must, replaces)
    select ${sampleId}::uuid, t.* from jsonb_to_recordset(${JSON.stringify(items)}::jsonb) as t (household_id uuid,
      stratum text, draw_no integer, persons integer, is_must boolean, replaces uuid)`);
}
