import type { Facts } from '@yangguang/domain/workflows/field';
import { everywhere, type Transaction } from '../database.ts';
import { canonicalJson } from '../journal/canonical-json.ts';
import { type Hand, openMatters, plainHeader } from '../journal/open-matters.ts';
import type { Room } from '../journal/room.ts';
import { takeStep } from '../journal/take-step.ts';
import { sql } from '../sql.ts';
import { type EarlierFinding, earlierFindings } from './earlier-findings.ts';
import { type FindingIdentity, identifyFinding } from './finding-identity.ts';
import type { LeadPrivate } from './lead-private.ts';
import { leadContext, type LeadRow, leadRowHash } from './lead-row.ts';
import { isCleared, newestVerdict, verdictOf } from './lead-verdict.ts';
import { openSummary } from './open-summary.ts';

/** What a finding has when it enters, and what only comes then. */
const unentered = { matter_id: '', last_run_id: '', is_dispatched: false, verdict: null } as const;

/** A finding as a run hands it over. */
export type NewLead = Omit<LeadRow, 'private' | keyof FindingIdentity | keyof typeof unentered> & {
  readonly private: LeadPrivate;
  readonly campaignId: string | null;
  /** Facts the matter is opened with, beside kind, severity and amount. */
  readonly facts: Facts;
};

/** What became of the findings of a run. Each is in one of the first three. */
export interface EnteredLeads {
  /** New matters. */
  readonly entered: number;
  /** Known and under way or settled: the run that found them again is noted, nothing else changes. */
  readonly known: number;
  /** Cleared before on the same facts: they stay quiet. */
  readonly quiet: number;
  /** Of the entered: the subject was cleared before, and its facts have changed since. Linked to the earlier matter. */
  readonly returned: number;
  /** Of the known: recorded as no longer found, and found again. They are looked at anew. */
  readonly woken: number;
}

/** The clock opens what a run found: nobody did. */
const clock: Hand = { accountId: null, role: 'clock', area: '' };

/**
 * Lets findings in, each once: the fingerprint (rule, subject, facts, period) is the key. A new one becomes a matter of
 * workflow `lead`. One that is known, or rests on the same facts as an earlier one of the same rule and subject (its
 * period has only grown), keeps its way: what was cleared stays quiet. With other facts it comes back, linked to what
 * was found before. A thousand at a time, each call one transaction.
 */
export async function enterLeads(
  tx: Transaction,
  room: Room,
  leads: readonly NewLead[],
  at: Date,
): Promise<EnteredLeads> {
  const unique = [...new Map(leads.map((lead) => [lead.id, lead])).values()];
  const found = await noteFound(tx, new Map(unique.map((lead) => [lead.id, lead.run_id])));
  const others = unique.filter((lead) => !found.has(lead.id));
  const earlier = await earlierFindings(tx, room.vault, others);
  const same = new Map<string, EarlierFinding>();
  for (const lead of others) {
    const one = earlier.get(lead.id)?.find((e) => e.hasSameFacts);
    if (one !== undefined) same.set(lead.id, one);
  }
  const again = await noteFound(
    tx,
    new Map(others.flatMap(({ id, run_id }) => [[same.get(id)?.id ?? '', run_id]])),
  );
  const fresh = others
    .filter((lead) => !same.has(lead.id))
    .map((lead) => ({
      lead,
      row: rowOf(room, lead, room.newId()),
      before: (earlier.get(lead.id) ?? []).find((e) => e.runId !== lead.run_id) ?? null,
    }));
  await open(tx, room, fresh, at);
  const all = new Map([...found, ...again]);
  const woken = await wake(tx, room, [...all.values()]);
  const quiet =
    unique.filter((lead) => found.get(lead.id)?.isQuiet === true).length +
    [...same.values()].filter((one) => all.get(one.id)?.isQuiet === true).length;
  return {
    entered: fresh.length,
    known: found.size + same.size - quiet,
    quiet,
    returned: fresh.filter((f) => f.before?.isCleared === true).length,
    woken,
  };
}

interface Found {
  readonly matterId: string;
  readonly state: string;
  readonly isQuiet: boolean;
}

/** Notes the run that found these again. @param runs by fingerprint */
async function noteFound(tx: Transaction, runs: ReadonlyMap<string, string>): Promise<Map<string, Found>> {
  if (runs.size === 0) return new Map();
  const rows = await tx.rows<{
    id: string;
    matter_id: string;
    state: string;
    action: string | null;
    cause: string | null;
  }>(sql`
    with noted as (
      update lead set last_run_id = t.run_id
      from unnest(${[...runs.keys()]}::text[], ${[...runs.values()]}::uuid[]) as t (id, run_id)
      where lead.id = t.id returning lead.id, lead.matter_id)
    select noted.id, noted.matter_id, m.state, v.action, v.cause
    from noted join matter m on m.id = noted.matter_id left join lateral ${newestVerdict} v on true`);
  return new Map(
    rows.map((row) => [
      row.id,
      {
        matterId: row.matter_id,
        state: row.state,
        isQuiet: row.state === 'suppressed' || isCleared(verdictOf(row)),
      },
    ]),
  );
}

interface Fresh {
  readonly lead: NewLead;
  readonly row: LeadRow;
  /** The newest of the same rule and subject. */
  readonly before: EarlierFinding | null;
}

async function open(tx: Transaction, room: Room, fresh: readonly Fresh[], at: Date): Promise<void> {
  await openMatters(
    tx,
    room,
    fresh.map(({ lead, row, before }) => ({
      matterId: row.matter_id,
      stepId: room.newId(),
      header: {
        ...plainHeader({
          workflow: 'lead',
          region: lead.region,
          programme: lead.programme,
          title: lead.subject_name,
        }),
        householdId: lead.household_id,
        campaignId: lead.campaignId,
        links: before === null ? [] : [before.matterId],
        finding: leadRowHash(room.vault, row),
      },
      facts: {
        kind: lead.rule,
        severity: lead.severity,
        ...(lead.amount_fen === null ? {} : { amountFen: Number(lead.amount_fen) }),
        ...lead.facts,
      },
      reason: null,
      hand: clock,
      at,
      sent: null,
    })),
  );
  await insert(
    tx,
    fresh.map((f) => f.row),
  );
}

/** Somebody recorded that it is no longer found; it is. */
async function wake(tx: Transaction, room: Room, found: readonly Found[]): Promise<number> {
  const expired = [...new Set(found.filter((f) => f.state === 'expired').map((f) => f.matterId))];
  for (const matterId of expired)
    await takeStep(tx, room, everywhere, {
      stepId: room.newId(),
      matterId,
      action: 'wake',
      expectedVersion: null,
      facts: {},
      reason: null,
      evidence: [],
      doneAt: null,
      hands: [clock],
    });
  return expired.length;
}

function rowOf(room: Room, lead: NewLead, matterId: string): LeadRow {
  const { campaignId: _, facts: __, private: secret, ...row } = lead;
  const summary = secret.summary ?? { zh: lead.summary_zh, en: lead.summary_en };
  return {
    ...unentered,
    ...row,
    ...identifyFinding(room.vault, lead),
    summary_zh: openSummary(summary.zh, lead.subject_name, secret),
    summary_en: openSummary(summary.en, lead.subject_name, secret),
    matter_id: matterId,
    last_run_id: lead.run_id,
    private: room.vault.seal({ ...secret, summary }, leadContext(lead.id)),
  };
}

async function insert(tx: Transaction, rows: readonly LeadRow[]): Promise<void> {
  if (rows.length === 0) return;
  const encoded = rows.map((row) => ({ ...row, private: `\\x${row.private.toString('hex')}` }));
  await tx.run(sql`
    insert into lead (id, matter_id, household_id, run_id, last_run_id, rule, family, severity, identity_tier, grade,
      subject_kind, subject_name, period, summary_zh, summary_en, is_restricted, private, region, programme, amount_fen,
      pack_version, rule_hash, subject_hash, facts_hash)
    select * from jsonb_to_recordset(${canonicalJson(encoded)}::jsonb) as t (id text, matter_id uuid, household_id uuid,
      run_id uuid, last_run_id uuid, rule text, family text, severity text, identity_tier text, grade text,
      subject_kind text, subject_name text, period text, summary_zh text, summary_en text, is_restricted boolean,
      private bytea, region text, programme text, amount_fen bigint, pack_version text, rule_hash text,
      subject_hash text, facts_hash text)`);
}
