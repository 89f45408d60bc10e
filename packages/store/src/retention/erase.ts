import { registerRows } from '../audit/register-rows.ts';
import type { Transaction } from '../database.ts';
import { canonicalJson } from '../journal/canonical-json.ts';
import { leadContext } from '../lead/lead-row.ts';
import { sql } from '../sql.ts';
import type { Vault } from '../vault.ts';
import type { Expired, ExpiryQuestion } from './expired.ts';

/** What was taken away. `steps` and `files` are what verify accounts for. */
export interface ErasedCounts {
  readonly matters: number;
  readonly households: number;
  readonly steps: number;
  readonly leads: number;
  readonly files: number;
  readonly indexEntries: number;
  /** Judgements on identity. */
  readonly judgements: number;
}

export interface Certificate {
  readonly id: string;
  readonly basis: string;
  readonly madeBy: string;
  readonly at: Date;
}

/**
 * Takes the personal data of ended matters and households away: private parts of steps, matters and findings, names,
 * addresses and members of households, the index by number, and (named here, removed by the caller after the commit) the
 * files. The journal stays as it is chained; a certificate accounts for what is gone.
 * @param filed where judgements on identity that came from files are beyond their time, and since when
 */
export async function erase(
  tx: Transaction,
  vault: Vault,
  expired: Expired,
  certificate: Certificate,
  filed: ExpiryQuestion | null = null,
): Promise<ErasedCounts> {
  const matters = [...expired.matters];
  const households = [...expired.households];
  const files = await tx.rows<{ key: string }>(sql`
    select storage_key as key from evidence where matter_id = any(${matters}::uuid[]) and storage_key is not null
      and storage_key not in (select storage_key from erased_file) order by 1`);
  const judgements = await eraseJudgements(tx, matters, filed);
  const counts: ErasedCounts = {
    matters: matters.length,
    households: households.length,
    files: files.length,
    steps: await tx.run(
      sql`update step set private = null where matter_id = any(${matters}::uuid[]) and private is not null`,
    ),
    leads: await eraseLeads(tx, vault, matters),
    indexEntries: await tx.run(sql`delete from person_index where household_id = any(${households}::uuid[])`),
    judgements: judgements.length,
  };
  await tx.run(
    sql`update matter set private = null, erased_at = ${certificate.at} where id = any(${matters}::uuid[])`,
  );
  await tx.run(sql`
    update household set head_name = '', address = null, members = null, private = null, erased_at = ${certificate.at},
      updated_at = ${certificate.at}, version = version + 1 where id = any(${households}::uuid[])`);
  const contentHash = vault.digest(
    canonicalJson({ matters: matters.toSorted(), households: households.toSorted() }),
  );
  await tx.run(sql`
    insert into deletion_certificate (id, kind, basis, counts, content_hash, made_by, made_at)
    values (${certificate.id}, 'retention', ${certificate.basis}, ${canonicalJson(counts)}::jsonb, ${contentHash},
      ${certificate.madeBy}, ${certificate.at})`);
  await tx.run(sql`insert into erased_file (storage_key, certificate_id)
    select key, ${certificate.id}::uuid from unnest(${files.map((file) => file.key)}::text[]) as t (key)`);
  await registerRows(tx, vault, 'household', households, certificate.at);
  await registerRows(tx, vault, 'identity_judgement', judgements, certificate.at);
  await registerRows(tx, vault, 'deletion_certificate', [certificate.id], certificate.at);
  return counts;
}

/** A finding keeps its row, which the opening of its matter has chained; numbers and evidence rows go. */
async function eraseLeads(tx: Transaction, vault: Vault, matters: readonly string[]): Promise<number> {
  const leads = await tx.rows<{ id: string }>(
    sql`select id from lead where matter_id = any(${[...matters]}::uuid[]) order by id`,
  );
  const ids = leads.map((lead) => lead.id);
  return tx.run(sql`
    update lead set private = t.nothing
    from unnest(${ids}::text[], ${ids.map((id) => vault.seal({}, leadContext(id)))}::bytea[]) as t (key, nothing)
    where lead.id = t.key`);
}

/**
 * What was judged at the findings, and what came from files long ago: that somebody judged stays, of whom and why goes.
 * @returns ids of those emptied
 */
async function eraseJudgements(
  tx: Transaction,
  matters: readonly string[],
  filed: ExpiryQuestion | null,
): Promise<string[]> {
  const old =
    filed === null
      ? sql`false`
      : sql`(source = 'file' and starts_with(region, ${filed.area}) and recorded_at < ${filed.endedBefore})`;
  const emptied = await tx.rows<{ id: string }>(sql`
    update identity_judgement set private = null, pair_hash = '' where private is not null
      and (lead_id in (select id from lead where matter_id = any(${[...matters]}::uuid[])) or ${old}) returning id`);
  return emptied.map(({ id }) => id);
}

/**
 * Removes the bytes of erased files; what an earlier call did not get to is done now.
 * @param remove takes a file off the disk; without complaint when it is gone
 */
export async function removeErasedFiles(
  db: { asOwner<T>(work: (tx: Transaction) => Promise<T>): Promise<T> },
  remove: (key: string) => Promise<void>,
  at: Date,
): Promise<number> {
  const due = await db.asOwner((tx) =>
    tx.rows<{ key: string }>(
      sql`select storage_key as key from erased_file where removed_at is null order by 1`,
    ),
  );
  for (const { key } of due) {
    await remove(key);
    await db.asOwner((tx) =>
      tx.run(sql`update erased_file set removed_at = ${at} where storage_key = ${key}`),
    );
  }
  return due.length;
}
