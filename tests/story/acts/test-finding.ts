import type { Facts } from '@yangguang/domain/workflows/field';
import { journalRoom } from '@yangguang/server/office/journal-room';
import { everywhere } from '@yangguang/store/database';
import { enterLeads } from '@yangguang/store/lead/enter-leads';
import { sql } from '@yangguang/store/sql';
import type { Story } from './test-story.ts';

/** What a run found about a family. */
export interface Found {
  readonly household: string;
  readonly rule: string;
  readonly severity: 'info' | 'suspect' | 'serious';
  readonly summary: { readonly zh: string; readonly en: string };
  readonly amountFen?: number;
  readonly isKinCase?: boolean;
}

/** Enters a finding as a run does. @returns the id of the matter of the lead */
export async function findLead(story: Story, found: Found): Promise<string> {
  const { office } = story.t;
  const { household, rule, severity, summary, amountFen, isKinCase = false } = found;
  const family = rule.slice(0, 3);
  const id = `${rule}:${household}`;
  const runId = office.newId();
  const {
    region,
    programme,
    head_name: name,
  } = await office.db.asOwner((tx) =>
    tx.get<{ region: string; programme: string; head_name: string }>(
      sql`select region, programme, head_name from household where id = ${household}`,
    ),
  );
  const facts: Facts = { rule, family, programme, identity: 'same', isKinCase, isComplaint: false };
  await office.db.within(everywhere, (tx) =>
    enterLeads(
      tx,
      journalRoom(office),
      [
        {
          ...{ id, household_id: household, run_id: runId, rule, family, severity, grade: 'lead' },
          ...{ identity_tier: 'same', subject_kind: 'household', subject_name: name, period: null },
          ...{ summary_zh: summary.zh, summary_en: summary.en, is_restricted: false, region, programme },
          ...{ amount_fen: amountFen === undefined ? null : BigInt(amountFen) },
          ...{ pack_version: '1', rule_hash: rule, private: {}, campaignId: null, facts },
        },
      ],
      office.now(),
    ),
  );
  const { matter_id: matterId } = await office.db.asOwner((tx) =>
    tx.get<{ matter_id: string }>(sql`select matter_id from lead where id = ${id}`),
  );
  return matterId;
}
