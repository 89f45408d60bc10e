import type pg from 'pg';
import { noRole, noTrigrams, tooOld, unfitLocale } from './migration-refusals.ts';

const oldest = 150_000;

/**
 * Checks that the server is fit, and makes what lies outside a migration: the role that requests run as, which belongs to
 * all databases of the server. Safe to run at the same time from several databases.
 * @throws UserError DB-122 … DB-125
 */
export async function prepareServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{
    version: string;
    number: number;
    encoding: string;
    database: string;
    owner: string;
  }>(`select current_setting('server_version') version, current_setting('server_version_num')::int number,
      current_setting('server_encoding') encoding, current_database() database, current_user owner`);
  const server = rows[0];
  if (server === undefined) throw new Error('The server does not say what it is.');
  if (server.number < oldest) throw tooOld(server.version);
  if (server.encoding !== 'UTF8') throw unfitLocale(server.database);
  await makeTrigrams(client, server.database);
  await makeRole(client, server.owner, server.number);
}

async function makeTrigrams(client: pg.Client, database: string): Promise<void> {
  try {
    await client.query('create extension if not exists pg_trgm');
  } catch (error) {
    throw noTrigrams(error);
  }
  const { rows } = await client.query<{ n: number }>(`select cardinality(show_trgm('张三丰')) n`);
  if (rows[0]?.n === 0) throw unfitLocale(database);
}

async function makeRole(client: pg.Client, owner: string, serverVersion: number): Promise<void> {
  if (!(await hasRole(client))) {
    try {
      await client.query('create role yangguang_app nologin');
    } catch (error) {
      // Somebody else made it a moment ago, from another database of the server.
      if (!(await hasRole(client))) throw noRole(owner, error);
    }
  }
  // From 16 on, making a role does not yet mean that one may become it.
  const right = serverVersion >= 160_000 ? 'set' : 'member';
  const mayBecome = `select pg_has_role(current_user, 'yangguang_app', '${right}') may`;
  const isMember = async (): Promise<boolean> =>
    (await client.query<{ may: boolean }>(mayBecome)).rows[0]?.may === true;
  if (await isMember()) return;
  try {
    await client.query('grant yangguang_app to current_user');
  } catch (error) {
    if (!(await isMember())) throw noRole(owner, error);
  }
}

async function hasRole(client: pg.Client): Promise<boolean> {
  const { rowCount } = await client.query(`select 1 from pg_roles where rolname = 'yangguang_app'`);
  return rowCount === 1;
}
