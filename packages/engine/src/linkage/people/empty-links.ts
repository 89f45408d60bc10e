import type { DuckDBConnection } from '@duckdb/node-api';

/** The linkage tables without rows, so that derived tables and rule examples find their columns. */
export async function createEmptyLinks(db: DuckDBConnection): Promise<void> {
  await db.run(`create table ref (dataset varchar, row_key bigint, slot varchar, person_key varchar, tier varchar,
    how varchar, resolved boolean, for_zh varchar, for_en varchar, against_zh varchar, against_en varchar, gid ubigint)`);
  await db.run(`create table mention (gid ubigint, dataset varchar, slot varchar, priority integer, row_key bigint,
    name varchar, id_text varchar, id_state varchar, birth_on date, sex varchar, town varchar, village varchar,
    group_name varchar, address varchar, phone varchar, account_no varchar, person_key varchar)`);
}
