import type { DuckDBConnection } from '@duckdb/node-api';
import { groupKey, isLargeList, mentionColumns, type PersonSlot, priorityOf } from './person-slot.ts';

const usable = "id_state in ('valid', 'converted')";

const grouped = (slot: PersonSlot, where: string): string => `
  select ${groupKey(slot)} as gid, '${slot.table}' as dataset, '${slot.slot}' as slot, ${priorityOf(slot.table)} as priority,
    min(row_key) as row_key, name, id_text, id_state, birth_on, min(sex) as sex, town, village,
    min(group_name) as group_name, min(address) as address, min(phone) as phone, min(account_no) as account_no
  from (select row_key, ${mentionColumns(slot)} from ${slot.table}) where (name is not null or id_text is not null) and ${where}
  group by gid, name, id_text, id_state, birth_on, town, village`;

/**
 * Gathers who is mentioned where into `mention_group`: all rows of the office's own lists, of events and of
 * vulnerability lists; of the large departmental lists only rows whose number is known already, or is too damaged to
 * tell. Cost: one scan per list; memory grows with the number of distinct people of interest, not with the lists.
 */
export async function collectMentions(db: DuckDBConnection, slots: readonly PersonSlot[]): Promise<void> {
  await db.run(`create or replace table mention_group (gid ubigint, dataset varchar, slot varchar, priority integer,
    row_key bigint, name varchar, id_text varchar, id_state varchar, birth_on date, sex varchar, town varchar,
    village varchar, group_name varchar, address varchar, phone varchar, account_no varchar)`);
  for (const slot of slots.filter((s) => !isLargeList(s.table)))
    await db.run(`insert into mention_group ${grouped(slot, 'true')}`);
  await addHouseholdMates(db, slots);
  await db.run(
    `create or replace table known_id as select distinct id_text from mention_group where ${usable}`,
  );
  const large = slots.filter((s) => isLargeList(s.table) && s.table !== 'hukou' && s.table !== 'marriage');
  for (const slot of large)
    await db.run(
      `insert into mention_group ${grouped(
        slot,
        `(${usable} and id_text in (select id_text from known_id)
        or not (${usable}) and name is not null and (id_state not in ('missing', 'placeholder', 'other') or birth_on is not null)
        or ${usable} and name is not null and ends_with(id_text, '000'))`,
      )}`,
    );
}

/** People who share a hukou book or a marriage certificate with somebody of interest are of interest too. */
async function addHouseholdMates(db: DuckDBConnection, slots: readonly PersonSlot[]): Promise<void> {
  await db.run(
    `create or replace table known_id as select distinct id_text from mention_group where ${usable}`,
  );
  await db.run(`create or replace table near_book as select distinct hukou_no from hukou
    where hukou_no is not null and id_number in (select id_text from known_id)`);
  await db.run(`create or replace table near_row as
    select row_key from hukou where hukou_no in (select hukou_no from near_book) or id_number in (select id_text from known_id)
    union select row_key from hukou where id_number_state not in ('valid', 'converted') and birth_on is not null
    union select row_key from hukou where address in (select address from hukou where split_on is not null and address is not null and id_number in (select id_text from known_id))
    union select row_key from marriage where id_number in (select id_text from known_id) or spouse_id in (select id_text from known_id)`);
  for (const slot of slots.filter((s) => s.table === 'hukou' || s.table === 'marriage'))
    await db.run(`insert into mention_group ${grouped(slot, 'row_key in (select row_key from near_row)')}`);
}
