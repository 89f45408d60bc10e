import { randomUUID } from 'node:crypto';
import type { Transaction } from './database.ts';
import { type Sql, sql } from './sql.ts';

/** A statement of fixed text, for tests that go through tables by name. */
export function plainSql(text: string): Sql {
  return sql(Object.assign([text], { raw: [text] }));
}

/** One row in every table that lies in an area, for tests of scope. Needs the division and one account. */
export async function fillRegion(tx: Transaction, region: string): Promise<void> {
  const programme = 'dibao_rural';
  const [household, matter, other, run, sample, campaign] = Array.from({ length: 6 }, () => randomUUID());
  const bytes = Buffer.from(region);
  await tx.run(sql`insert into household (id, region, programme, head_name, updated_at)
    values (${household}, ${region}, ${programme}, 'h', now())`);
  await tx.run(
    sql`insert into person_index values (${bytes}, 1, 'id', ${household}, ${region}, ${programme})`,
  );
  for (const id of [matter, other])
    await tx.run(sql`insert into matter (id, workflow, household_id, region, programme, title, state, opened_at, changed_at)
      values (${id}, 'lead', ${household}, ${region}, ${programme}, 't', 's', now(), now())`);
  await tx.run(sql`insert into matter_link values (${matter}, ${other})`);
  await tx.run(sql`insert into step (seq, id, matter_id, step_no, action, to_state, role, area, at, recorded_at, facts,
      evidence, request_hash, prev_hash, hash)
    values (${Number(region.slice(3))}, ${randomUUID()}, ${matter}, 0, 'matter.open', 's', 'townLead', ${region}, now(),
      now(), '{}', '[]', '', '', '')`);
  await tx.run(sql`insert into evidence (id, matter_id, kind, title, added_at, region, programme)
    values (${randomUUID()}, ${matter}, 'k', 't', now(), ${region}, ${programme})`);
  await tx.run(sql`insert into lead (id, matter_id, run_id, last_run_id, rule, family, severity, identity_tier, grade,
      subject_kind, subject_name, summary_zh, summary_en, private, region, programme, pack_version, rule_hash)
    values (${region}, ${matter}, ${run}, ${run}, 'INC-01', 'INC', 'info', 'same', 'lead', 'person', 'n', 's', 's', '',
      ${region}, ${programme}, '1', 'h')`);
  await tx.run(sql`insert into entitlement (id, household_id, region, programme, monthly_fen, from_month)
    values (${randomUUID()}, ${household}, ${region}, ${programme}, 100, '2026-01-01')`);
  await tx.run(
    sql`insert into run (id, region, state, created_at) values (${run}, ${region}, 'done', now())`,
  );
  const batch = randomUUID();
  await tx.run(sql`insert into import_batch (id, region, title, state, request_hash, opened_at)
    values (${batch}, ${region}, 't', 'done', '', now())`);
  await tx.run(sql`insert into import_file (id, batch_id, region, kind, name, bytes, sha256, sm3, added_at)
    values (${randomUUID()}, ${batch}, ${region}, 'input', 'n', 1, '', '', now())`);
  await tx.run(sql`insert into import_act (id, batch_id, region, no, kind, items, reason, request_hash, settled_by, settled_at)
    select ${randomUUID()}, ${batch}, ${region}, 1, 'cells', 1, 'r', '', id, now() from account limit 1`);
  await tx.run(sql`insert into import_reading (batch_id, no, region, acts, state, started_at)
    values (${batch}, 1, ${region}, 0, 'done', now())`);
  await tx.run(sql`insert into run_batch values (${run}, ${batch})`);
  await tx.run(sql`insert into dispatch (id, region, filter, state, request_hash, created_at)
    values (${randomUUID()}, ${region}, '{}', 'done', '', now())`);
  await tx.run(sql`insert into sample (id, region, seed, plan, frame_hash, is_sealed, drawn_at)
    values (${sample}, ${region}, 's', '{}', '', false, now())`);
  await tx.run(sql`insert into sample_item (sample_id, household_id, stratum, draw_no, persons)
    values (${sample}, ${household}, 's', 1, 1)`);
  await tx.run(sql`insert into sealed_package values (${matter}, ${region}, 'r', '', now())`);
  await tx.run(sql`insert into campaign (id, matter_id, template, title, region, from_on, to_on, settings)
    values (${campaign}, ${matter}, 't', 't', ${region}, '2026-01-01', '2027-01-01', '{}')`);
  await tx.run(sql`insert into look_back values (${campaign}, ${matter}, 's', now())`);
  await tx.run(sql`insert into receiver_key (id, region, name, public_key, algorithm, fingerprint, added_at)
    values (${randomUUID()}, ${region}, 'r', '{}', 'a', ${region}, now())`);
  await tx.run(sql`insert into export_entry (id, account_id, region, purpose, what, row_count, people, watermark,
      expires_at, made_at)
    select ${randomUUID()}, id, ${region}, 'p', '{}', 1, 1, 'w', now(), now() from account limit 1`);
  await fillLedger(tx, region, campaign);
  await tx.run(sql`insert into saved_view select ${randomUUID()}, id, ${region}, 't', true, '{}', 'due', 'lead', now()
    from account limit 1`);
  await tx.run(sql`insert into kinship select id, ${household}, 'uncle', now() from account`);
  await fillDecisions(tx, region, programme);
}

async function fillLedger(tx: Transaction, region: string, campaign: string | undefined): Promise<void> {
  await tx.run(sql`insert into ledger_entry (id, campaign_id, ledger, region, row_key, column_name, body, typed_at)
    values (${randomUUID()}, ${campaign}, 'l', ${region}, 'k', 'c', 'b', now())`);
  await tx.run(sql`insert into ledger_lock (id, campaign_id, ledger, period_on, region, as_of, content, sha256, row_count,
      cells, filled, locked_at)
    values (${randomUUID()}, ${campaign}, 'l', '2026-01-01', ${region}, now(), '{}', '', 0, 0, 0, now())`);
}

/** What people decided about identity, rules, numbers and divisions; and a read. */
async function fillDecisions(tx: Transaction, region: string, programme: string): Promise<void> {
  await tx.run(sql`insert into identity_judgement (id, region, programme, verdict, source, lead_id, pair_hash, key_version,
      request_hash, judged_at, recorded_by, recorded_at)
    select ${randomUUID()}, ${region}, ${programme}, 'unsure', 'lead', ${region}, '', 1, '', now(), id, now()
    from account limit 1`);
  await tx.run(sql`insert into rule_mode select ${randomUUID()}, ${region}, 'INC-01', 1, 'shadow', 'r', id, now()
    from account limit 1`);
  const value = randomUUID();
  await tx.run(sql`insert into local_value (id, region, parameter, value, from_on, basis, proposed_by, proposed_at)
    select ${value}, ${region}, 'p.p', '1', '2026-01-01', 'b', id, now() from account limit 1`);
  await tx.run(sql`insert into local_value_decision
    select ${value}, ${region}, id, 'withdrawn', null, id, now() from account limit 1`);
  await tx.run(sql`insert into division_change (id, region, kind, effective_on, reason, changed_by, changed_at)
    select ${randomUUID()}, ${region}, 'renamed', '2026-01-01', 'r', id, now() from account limit 1`);
  await tx.run(sql`insert into read_log (at, kind, operation, subject, outcome, region)
    values (now(), 'k', 'o', '{}', 'ok', ${region})`);
}
