import type { Transaction } from '../database.ts';
import { canonicalJson } from '../journal/canonical-json.ts';
import { type Sql, sql } from '../sql.ts';
import type { Vault } from '../vault.ts';
import type { Findings } from './finding.ts';
import { noteReads } from './read-log.ts';

/**
 * Tables that no journal covers row by row: what departments sent about families, who is kin to whom, what retention
 * accounts for, draws with their results, sealed packages and the keys they are sealed to, what was exported, what offices
 * decided about rules, numbers and divisions, what people judged of identity. Whoever writes them registers the rows; the hashes go into the sealed audit, and verify holds the tables
 * against them.
 */
const registered = {
  household: sql`select x.id::text as key, to_jsonb(x) - 'private' as row from household x`,
  entitlement: sql`select x.id::text as key, to_jsonb(x) as row from entitlement x`,
  deletion_certificate: sql`select x.id::text as key, to_jsonb(x) as row from deletion_certificate x`,
  kinship: sql`select x.account_id || ' ' || x.household_id as key, to_jsonb(x) as row from kinship x`,
  // What is encrypted changes when keys are rotated, and authenticates itself.
  sample: sql`select x.id::text as key, to_jsonb(x) - 'private' - 'frame' as row from sample x`,
  sample_item: sql`select x.sample_id || ' ' || x.household_id as key, to_jsonb(x) as row from sample_item x`,
  sealed_package: sql`select x.matter_id || ' ' || x.number as key, to_jsonb(x) - 'package'
    || jsonb_build_object('package', encode(sha256(x.package), 'hex')) as row from sealed_package x`,
  receiver_key: sql`select x.id::text as key, to_jsonb(x) as row from receiver_key x`,
  export_entry: sql`select x.id::text as key, to_jsonb(x) as row from export_entry x`,
  ledger_lock: sql`select x.id::text as key, to_jsonb(x) as row from ledger_lock x`,
  rule_mode: sql`select x.id::text as key, to_jsonb(x) as row from rule_mode x`,
  local_value: sql`select x.id::text as key, to_jsonb(x) as row from local_value x`,
  local_value_decision: sql`select x.value_id::text as key, to_jsonb(x) as row from local_value_decision x`,
  division_change: sql`select x.id::text as key, to_jsonb(x) as row from division_change x`,
  // Encrypted and keyed values move with the keys; that retention emptied it is part of the row.
  identity_judgement: sql`select x.id::text as key, to_jsonb(x) - '{private,pair_hash,key_version}'::text[]
    || jsonb_build_object('is_empty', x.private is null) as row from identity_judgement x`,
} as const satisfies Record<string, Sql>;

/** By the columns of the primary key, so that a few rows are found without reading the table. */
const byKey = {
  household: (keys) => sql`x.id = any(${keys}::uuid[])`,
  entitlement: (keys) => sql`x.id = any(${keys}::uuid[])`,
  deletion_certificate: (keys) => sql`x.id = any(${keys}::uuid[])`,
  kinship: (keys) =>
    sql`(x.account_id, x.household_id) in (select * from unnest(${firsts(keys)}::uuid[], ${seconds(keys)}::uuid[]))`,
  sample: (keys) => sql`x.id = any(${keys}::uuid[])`,
  sample_item: (keys) =>
    sql`(x.sample_id, x.household_id) in (select * from unnest(${firsts(keys)}::uuid[], ${seconds(keys)}::uuid[]))`,
  sealed_package: (keys) =>
    sql`(x.matter_id, x.number) in (select * from unnest(${firsts(keys)}::uuid[], ${seconds(keys)}::text[]))`,
  receiver_key: (keys) => sql`x.id = any(${keys}::uuid[])`,
  export_entry: (keys) => sql`x.id = any(${keys}::uuid[])`,
  ledger_lock: (keys) => sql`x.id = any(${keys}::uuid[])`,
  rule_mode: (keys) => sql`x.id = any(${keys}::uuid[])`,
  local_value: (keys) => sql`x.id = any(${keys}::uuid[])`,
  local_value_decision: (keys) => sql`x.value_id = any(${keys}::uuid[])`,
  division_change: (keys) => sql`x.id = any(${keys}::uuid[])`,
  identity_judgement: (keys) => sql`x.id = any(${keys}::uuid[])`,
} as const satisfies Record<keyof typeof registered, (keys: readonly string[]) => Sql>;

function firsts(keys: readonly string[]): string[] {
  return keys.map((key) => key.split(' ')[0] ?? '');
}

function seconds(keys: readonly string[]): string[] {
  return keys.map((key) => key.split(' ')[1] ?? '');
}

export type RegisteredTable = keyof typeof registered;

/** Rows of one line of the audit. */
const perNote = 400;

/**
 * Registers rows as they are now. Call it in the transaction that wrote them and after everything else, because it locks
 * the head of the audit.
 * @param keys ids; of two columns both, with a space: 'account household', 'sample household', 'matter number'
 */
export async function registerRows(
  tx: Transaction,
  vault: Vault,
  table: RegisteredTable,
  keys: readonly string[],
  at: Date,
): Promise<void> {
  if (keys.length === 0) return;
  const all = sql`${registered[table]} where ${byKey[table](keys)}`;
  const rows = await tx.rows<{ key: string; row: unknown }>(all);
  const there = new Map(rows.map(({ key, row }) => [key, rowHash(vault, row)]));
  const pairs = [...new Set(keys)].sort().map((key) => [key, there.get(key) ?? null] as const);
  const chunks = Array.from({ length: Math.ceil(pairs.length / perNote) }, (_, i) =>
    pairs.slice(i * perNote, (i + 1) * perNote),
  );
  await noteReads(
    tx,
    vault,
    chunks.map((chunk) => ({
      at,
      accountId: null,
      sessionId: null,
      role: null,
      kind: 'act',
      operation: `register.${table}`,
      subject: { rows: chunk },
      reason: null,
      outcome: 'given',
      code: null,
      address: null,
      region: null,
    })),
  );
}

function rowHash(vault: Vault, row: unknown): string {
  return vault.digest(canonicalJson(row)).toString('base64url');
}

/** Holds the tables against what was registered last. The database sorts, so memory stays the same. */
export async function verifyRegister(tx: Transaction, vault: Vault, findings: Findings): Promise<number> {
  let checked = 0;
  for (const table of Object.keys(registered) as RegisteredTable[]) {
    await tx.run(sql`drop table if exists registered_row`);
    await tx.run(sql`create temporary table registered_row on commit drop as
      select distinct on (pair ->> 0) (pair ->> 0) collate "C" as key, pair ->> 1 as hash
      from read_log, jsonb_array_elements(subject -> 'rows') with ordinality as t (pair, n)
      where operation = ${`register.${table}`} order by pair ->> 0, seq desc, n desc`);
    checked += await compare(tx, vault, table, findings);
  }
  return checked;
}

interface Compared {
  readonly key: string;
  readonly row: unknown;
  readonly hash: string | null;
}

async function compare(
  tx: Transaction,
  vault: Vault,
  table: RegisteredTable,
  findings: Findings,
): Promise<number> {
  const chunk = 1000;
  let checked = 0;
  let after = '';
  for (;;) {
    const rows = await tx.rows<Compared>(sql`
      select key, t.row, r.hash from (select key collate "C" as key, row from (${registered[table]}) as s) as t
      full join registered_row r using (key) where key > ${after} order by key limit ${chunk}`);
    for (const row of rows) checkRow(vault, table, row, findings);
    checked += rows.length;
    after = rows.at(-1)?.key ?? after;
    if (rows.length < chunk) return checked;
  }
}

function checkRow(vault: Vault, table: string, { key, row, hash }: Compared, findings: Findings): void {
  if (row === null) {
    if (hash !== null) findings.add('removed', table, key, '登记过', 'it was registered');
  } else if (hash === null) findings.add('inserted', table, key, '没有登记', 'it was never registered');
  else if (rowHash(vault, row) !== hash)
    findings.add('changed', table, key, '与登记的不符', 'not what was registered');
}
