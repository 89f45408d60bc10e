import { type Sql, sql } from '../sql.ts';

/** A column whose values the vault sealed. */
export interface SealedPlace {
  readonly table: string;
  readonly column: string;
  /** Table and columns as parts of a statement. */
  readonly from: Sql;
  readonly key: Sql;
  readonly value: Sql;
  /** Type of the key, for arrays of it. */
  readonly keys: Sql;
  /** Sorts before every key. */
  readonly least: string;
  /** What the value of a row was bound to. */
  readonly context: (key: string) => string;
}

const nil = '00000000-0000-0000-0000-000000000000';

/** A column of a table whose key is a UUID called id. */
function place(from: Sql, value: Sql, context: (id: string) => string): SealedPlace {
  const key = { key: sql`id`, keys: sql`uuid[]`, least: nil };
  return { ...key, table: from.text, column: value.text, from, value, context };
}

/** The column `private` of a table, bound to 'table.private:id'. */
function privateOf(from: Sql): SealedPlace {
  return place(from, sql`private`, (id) => `${from.text}.private:${id}`);
}

const totpContext = (id: string): string => `account.totp_secret ${id}`;

/**
 * Every column with sealed values: what rotation of keys goes through. The contexts are those under which the rooms seal;
 * a test holds the list against the tables.
 */
export const sealedPlaces: readonly SealedPlace[] = [
  privateOf(sql`household`),
  privateOf(sql`matter`),
  privateOf(sql`step`),
  { ...privateOf(sql`lead`), keys: sql`text[]`, least: '' },
  privateOf(sql`import_batch`),
  privateOf(sql`import_act`),
  privateOf(sql`sample`),
  privateOf(sql`identity_judgement`),
  place(sql`sample`, sql`frame`, (id) => `sample.frame:${id}`),
  place(sql`account`, sql`totp_secret`, totpContext),
  place(sql`account`, sql`totp_pending`, totpContext),
];
