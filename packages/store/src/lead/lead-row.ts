import { canonicalJson } from '../journal/canonical-json.ts';
import { type Sql, sql } from '../sql.ts';
import type { Vault } from '../vault.ts';
import type { Verdict } from './lead-verdict.ts';

/** A row of `lead`, as the table has it. */
export interface LeadRow {
  readonly id: string;
  readonly matter_id: string;
  readonly household_id: string | null;
  readonly run_id: string;
  readonly last_run_id: string;
  readonly rule: string;
  readonly family: string;
  readonly severity: 'info' | 'suspect' | 'serious';
  readonly identity_tier: string;
  readonly grade: 'lead' | 'screening';
  readonly subject_kind: string;
  readonly subject_name: string;
  readonly period: string | null;
  readonly summary_zh: string;
  readonly summary_en: string;
  readonly is_restricted: boolean;
  readonly private: Buffer;
  readonly region: string;
  readonly programme: string;
  readonly amount_fen: bigint | null;
  readonly pack_version: string;
  readonly rule_hash: string;
  /** See finding-identity. */
  readonly subject_hash: string;
  readonly facts_hash: string;
  /** What its journal says became of it: kept by the database as steps are written. */
  readonly is_dispatched: boolean;
  readonly verdict: Verdict | null;
}

/** Columns of {@link LeadRow}, of table alias x. */
export const leadColumns: Sql = sql`x.id, x.matter_id, x.household_id, x.run_id, x.last_run_id, x.rule, x.family,
  x.severity, x.identity_tier, x.grade, x.subject_kind, x.subject_name, x.period, x.summary_zh, x.summary_en,
  x.is_restricted, x.private, x.region, x.programme, x.amount_fen, x.pack_version, x.rule_hash, x.subject_hash,
  x.facts_hash, x.is_dispatched, x.verdict`;

/**
 * Hash of a finding as it entered, hex: the opening of its matter keeps it. Left out are the newest run that found it
 * again, what became of it since, and the encrypted bytes, which change when keys are rotated and authenticate themselves.
 */
export function leadRowHash(vault: Vault, row: LeadRow): string {
  const { last_run_id: _, private: __, is_dispatched: ___, verdict: ____, ...kept } = row;
  return vault.digest(canonicalJson(kept)).toString('hex');
}

export const leadContext = (id: string): string => `lead.private:${id}`;
