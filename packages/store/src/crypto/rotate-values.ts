import type { Database, Transaction } from '../database.ts';
import { type HouseholdPrivate, householdContext, putIndex } from '../household/household.ts';
import { judgementContext, type JudgementPrivate, pairHashes } from '../identity/identity-judgement.ts';
import { sql } from '../sql.ts';
import type { KeyedVault } from './open-vault.ts';
import { type SealedPlace, sealedPlaces } from './sealed-places.ts';

const nil = '00000000-0000-0000-0000-000000000000';

/** Rows of one transaction: other work on them waits no longer than these take. */
const chunk = 200;

export interface RotationOptions {
  /** Ends after the chunk under way; what is done stays done. */
  readonly signal?: AbortSignal;
  /** Told after each chunk: place and values moved there so far. */
  readonly onChunk?: (place: string, moved: number) => void;
}

/**
 * Encrypts everything anew that an older key sealed, and makes the index for exact search anew, chunk by chunk, while the
 * server works. Each chunk is committed by itself, and every value names its key: whoever is killed goes on by starting
 * over. Rows that are locked are left for the next pass; it ends with a pass that finds nothing.
 * @returns values moved, by place
 */
export async function rotateValues(
  db: Database,
  vault: KeyedVault,
  options: RotationOptions = {},
): Promise<Readonly<Record<string, number>>> {
  const moved: Record<string, number> = {};
  for (const place of sealedPlaces)
    moved[`${place.table}.${place.column}`] = await repeat(
      db,
      `${place.table}.${place.column}`,
      options,
      (tx, after) => moveValues(tx, vault, place, after ?? place.least),
    );
  moved['person_index'] = await repeat(db, 'person_index', options, (tx, after) =>
    moveIndex(tx, vault, after ?? nil),
  );
  moved['identity_judgement.pair_hash'] = await repeat(
    db,
    'identity_judgement.pair_hash',
    options,
    (tx, after) => movePairs(tx, vault, after ?? nil),
  );
  return moved;
}

/** What one chunk did: how many, and the key to go on after; null at the end of the pass. */
interface Chunk {
  readonly moved: number;
  readonly last: string | null;
}

async function repeat(
  db: Database,
  place: string,
  { signal, onChunk }: RotationOptions,
  work: (tx: Transaction, after: string | null) => Promise<Chunk>,
): Promise<number> {
  let total = 0;
  for (;;) {
    let inPass = 0;
    let after: string | null = null;
    do {
      if (signal?.aborted === true) return total;
      const from: string | null = after;
      const done: Chunk = await db.asOwner((tx) => work(tx, from));
      inPass += done.moved;
      after = done.last;
      if (done.moved > 0) onChunk?.(place, total + inPass);
    } while (after !== null);
    if (inPass === 0) return total;
    total += inPass;
  }
}

async function moveValues(
  tx: Transaction,
  vault: KeyedVault,
  { from, key, keys, value, context }: SealedPlace,
  after: string,
): Promise<Chunk> {
  const newest = versionBytes(vault.keyVersion);
  const rows = await tx.rows<{ key: string; value: Buffer }>(sql`
    select ${key} as key, ${value} as value from ${from}
    where ${key} > ${after} and ${value} is not null and substring(${value} from 2 for 4) < ${newest}
    order by ${key} limit ${chunk} for update skip locked`);
  const last = rows.at(-1);
  if (last === undefined) return { moved: 0, last: null };
  const sealed = rows.map((row) => rewrapped(vault, row.value, context(row.key)));
  const moved = await tx.run(sql`
    update ${from} set ${value} = t.sealed
    from unnest(${rows.map((row) => row.key)}::${keys}, ${sealed}::bytea[]) as t (k, sealed)
    where ${key} = t.k and t.sealed is not null`);
  return { moved, last: last.key };
}

/** Null for a value that was tampered with: it stays where it is, counts as a use of its key, and verify names it. */
function rewrapped(vault: KeyedVault, sealed: Buffer, context: string): Buffer | null {
  try {
    return vault.rewrap(sealed, context);
  } catch {
    return null;
  }
}

async function moveIndex(tx: Transaction, vault: KeyedVault, after: string): Promise<Chunk> {
  const rows = await tx.rows<{ id: string; region: string; programme: string; private: Buffer | null }>(sql`
    select id, region, programme, private from household where id in (
      select distinct household_id from person_index
      where household_id > ${after} and key_version < ${vault.keyVersion} order by household_id limit ${chunk})
    order by id for update skip locked`);
  const last = rows.at(-1);
  if (last === undefined) return { moved: 0, last: null };
  await putIndex(
    tx,
    vault,
    rows.map(({ id, region, programme, private: sealed }) => ({
      id,
      region,
      programme,
      private: sealed === null ? nothing : (vault.open(sealed, householdContext(id)) as HouseholdPrivate),
    })),
  );
  return { moved: rows.length, last: last.id };
}

/** The keyed hashes by which a judged pair is found again. */
async function movePairs(tx: Transaction, vault: KeyedVault, after: string): Promise<Chunk> {
  const rows = await tx.rows<{ id: string; private: Buffer }>(sql`
    select id, private from identity_judgement
    where id > ${after} and private is not null and key_version < ${vault.keyVersion}
    order by id limit ${chunk} for update skip locked`);
  const last = rows.at(-1);
  if (last === undefined) return { moved: 0, last: null };
  const hashes = rows.map(({ id, private: sealed }) => {
    const { left, right } = vault.open(sealed, judgementContext(id)) as JudgementPrivate;
    return pairHashes(vault, { left, right })[0]?.hash ?? null;
  });
  const moved = await tx.run(sql`
    update identity_judgement x set pair_hash = t.hash, key_version = ${vault.keyVersion}
    from unnest(${rows.map(({ id }) => id)}::uuid[], ${hashes}::bytea[]) as t (id, hash)
    where x.id = t.id and t.hash is not null`);
  return { moved, last: last.id };
}

const nothing: HouseholdPrivate = { members: [], accounts: [], phones: [] };

/** Values by place and key version, where there are any. */
export async function countKeyUses(
  tx: Transaction,
  vault: KeyedVault,
): Promise<{ readonly place: string; readonly version: number; readonly values: number }[]> {
  const uses = [];
  for (const { table, column, from, value } of sealedPlaces) {
    const rows = await tx.rows<{ head: Buffer; values: bigint }>(sql`
      select substring(${value} from 1 for 5) as head, count(*) as values from ${from}
      where ${value} is not null group by 1 order by 1`);
    for (const row of rows)
      uses.push({
        place: `${table}.${column}`,
        version: vault.versionOf(row.head),
        values: Number(row.values),
      });
  }
  const index = await tx.rows<{ version: number; values: bigint }>(
    sql`select key_version as version, count(*) as values from person_index group by 1 order by 1`,
  );
  for (const { version, values } of index)
    uses.push({ place: 'person_index', version, values: Number(values) });
  const pairs = await tx.rows<{ version: number; values: bigint }>(sql`
    select key_version as version, count(*) as values from identity_judgement where private is not null
    group by 1 order by 1`);
  for (const { version, values } of pairs)
    uses.push({ place: 'identity_judgement.pair_hash', version, values: Number(values) });
  return uses;
}

/** As it stands in sealed bytes: big-endian, so that bytes compare as numbers do. */
function versionBytes(version: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(version);
  return bytes;
}
