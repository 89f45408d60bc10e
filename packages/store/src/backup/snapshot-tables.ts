import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { digestStream } from './sealed-stream.ts';

/** A table as a backup knows it. */
export interface TableShape {
  readonly name: string;
  /** Those that hold something of their own: generated ones come back by themselves. */
  readonly columns: readonly string[];
  /** Order of the rows, the same on every server. */
  readonly order: string;
}

/** Applied by migrate, and compared by name and checksum. */
const ownBook = 'migration';

/** Connects with the settings under which rows read the same everywhere. */
export async function connectPlainly(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: 'yangguang backup' });
  client.on('error', () => {});
  await client.connect();
  await client.query(`set timezone = 'UTC'; set datestyle = 'ISO, YMD'; set intervalstyle = 'iso_8601';
    set bytea_output = 'hex'; set extra_float_digits = 1; set statement_timeout = 0`);
  return client;
}

/** The tables of the product, in order of their names. */
export async function listTables(client: pg.Client): Promise<TableShape[]> {
  const { rows } = await client.query<TableShape>(
    `select c.relname as name,
      (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      coalesce((select string_agg(quote_ident(a.attname) || case when a.attcollation <> 0 then ' collate "C"' else '' end,
          ', ' order by k.ordinality)
        from pg_index i cross join unnest(i.indkey) with ordinality as k (attnum, ordinality)
          join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
        where i.indrelid = c.oid and i.indisprimary), 't::text collate "C"') as order
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> $1 order by 1`,
    [ownBook],
  );
  return rows;
}

/** The rows of a table as text, in order. */
export function readTable(
  client: pg.Client,
  { name, columns, order }: TableShape,
): ReturnType<typeof copyTo> {
  const list = columns.map((column) => `"${column}"`).join(', ');
  return client.query(copyTo(`copy (select ${list} from "${name}" as t order by ${order}) to stdout`));
}

/** Number of rows and digest of a table as it is now. */
export async function digestTable(
  client: pg.Client,
  table: TableShape,
): Promise<{ readonly rows: number; readonly digest: string }> {
  const source = readTable(client, table);
  const digest = digestStream();
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  await pipeline(source, digest.stream, nowhere);
  return { rows: source.rowCount, digest: digest.hex() };
}
