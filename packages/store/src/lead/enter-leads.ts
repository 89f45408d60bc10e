import type { Facts } from '@yangguang/domain/workflows/field';
import type { Transaction } from '../database.ts';
import { canonicalJson } from '../journal/canonical-json.ts';
import { openMatters, plainHeader } from '../journal/open-matters.ts';
import type { Room } from '../journal/room.ts';
import { sql } from '../sql.ts';
import { leadContext, type LeadRow, leadRowHash } from './lead-row.ts';

/** What only the matter at hand may show of a finding: numbers and evidence rows. */
export interface LeadPrivate {
  readonly idNumber?: string;
  readonly accountNo?: string;
  /** Rows that prove it, as the departments sent them. */
  readonly evidence?: readonly unknown[];
  /** The rule's evidence columns. */
  readonly facts?: Readonly<Record<string, unknown>>;
}

/** A finding as a run hands it over. */
export type NewLead = Omit<LeadRow, 'matter_id' | 'last_run_id' | 'private'> & {
  readonly private: LeadPrivate;
  readonly campaignId: string | null;
  /** Facts the matter is opened with, beside kind, severity and amount. */
  readonly facts: Facts;
};

/** What became of the findings of a run. */
export interface EnteredLeads {
  readonly entered: number;
  /** Known already: the run that found them again is noted, nothing else changes. */
  readonly known: number;
}

/**
 * Lets findings in, each once: the fingerprint is the key. A new one becomes a matter of workflow `lead`; a known one
 * keeps its way, whatever became of it. A thousand at a time, each call one transaction.
 */
export async function enterLeads(
  tx: Transaction,
  room: Room,
  leads: readonly NewLead[],
  at: Date,
): Promise<EnteredLeads> {
  const unique = [...new Map(leads.map((lead) => [lead.id, lead])).values()];
  const ids = unique.map((l) => l.id);
  const runs = unique.map((l) => l.run_id);
  const known = await tx.rows<{ id: string }>(sql`
    update lead set last_run_id = t.run_id from unnest(${ids}::text[], ${runs}::uuid[]) as t (id, run_id)
    where lead.id = t.id returning lead.id`);
  const seen = new Set(known.map((k) => k.id));
  const fresh = unique
    .filter((l) => !seen.has(l.id))
    .map((lead) => ({ lead, row: rowOf(room, lead, room.newId()) }));
  await openMatters(
    tx,
    room,
    fresh.map(({ lead, row }) => ({
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
        finding: leadRowHash(room.vault, row),
      },
      facts: {
        kind: lead.rule,
        severity: lead.severity,
        ...(lead.amount_fen === null ? {} : { amountFen: Number(lead.amount_fen) }),
        ...lead.facts,
      },
      reason: null,
      hand: { accountId: null, role: 'clock', area: '' },
      at,
      sent: null,
    })),
  );
  await insert(
    tx,
    fresh.map((f) => f.row),
  );
  return { entered: fresh.length, known: known.length };
}

function rowOf(room: Room, lead: NewLead, matterId: string): LeadRow {
  const { campaignId: _, facts: __, private: secret, ...row } = lead;
  return {
    ...row,
    matter_id: matterId,
    last_run_id: lead.run_id,
    private: room.vault.seal(secret, leadContext(lead.id)),
  };
}

async function insert(tx: Transaction, rows: readonly LeadRow[]): Promise<void> {
  if (rows.length === 0) return;
  const encoded = rows.map((row) => ({ ...row, private: `\\x${row.private.toString('hex')}` }));
  await tx.run(sql`
    insert into lead (id, matter_id, household_id, run_id, last_run_id, rule, family, severity, identity_tier, grade,
      subject_kind, subject_name, period, summary_zh, summary_en, is_restricted, private, region, programme, amount_fen,
      pack_version, rule_hash)
    select * from jsonb_to_recordset(${canonicalJson(encoded)}::jsonb) as t (id text, matter_id uuid, household_id uuid,
      run_id uuid, last_run_id uuid, rule text, family text, severity text, identity_tier text, grade text,
      subject_kind text, subject_name text, period text, summary_zh text, summary_en text, is_restricted boolean,
      private bytea, region text, programme text, amount_fen bigint, pack_version text, rule_hash text)`);
}
