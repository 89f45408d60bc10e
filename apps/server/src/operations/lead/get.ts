import { lead } from '@yangguang/contract/lead';
import type { Output } from '@yangguang/contract/operation';
import type { Transaction } from '@yangguang/store/database';
import type { LeadPrivate } from '@yangguang/store/lead/lead-private';
import type { LeadRow } from '@yangguang/store/lead/lead-row';
import { findLead, type FoundBefore, foundBefore, openLead } from '@yangguang/store/lead/read-leads';
import { isKin } from '@yangguang/store/matter/is-kin';
import { findMatter } from '@yangguang/store/matter/lock-matter';
import type { MatterRow } from '@yangguang/store/matter/matter-row';
import { notFound } from '../../http/api-refusal.ts';
import { type Call, handle } from '../../http/call.ts';
import type { RuleWords } from '../../policy/policy-view.ts';
import { isAssigned, matterLine, namesOf } from '../matter/matter-line.ts';
import { findingLine, personal } from './finding-line.ts';
import { maskerFor } from './mask-finding.ts';

type Answer = Output<typeof lead.get>;
type Proof = Omit<Answer, keyof ReturnType<typeof matterLine> | 'finding'>;

export const get = handle(lead.get, async ({ matterId }, call) => {
  const answer = await call.db.within(call.reach, async (tx) => {
    const matter = await findMatter(tx, call.reach, matterId);
    return matter?.workflow === 'lead' ? assemble(tx, call, matter) : null;
  });
  if (answer === null) throw notFound();
  const { householdId: household, region: place, isRestricted } = answer;
  call.note({ matter: matterId, household, place, ...(isRestricted ? { restricted: true } : {}) });
  return answer;
});

async function assemble(tx: Transaction, call: Call, matter: MatterRow): Promise<Answer> {
  const seesName = isAssigned(call, matter) && !(await isKin(tx, call.caller.accountId, matter.household_id));
  const line = matterLine(call, matter, await namesOf(tx, [matter.assigned_to]));
  const row = await findLead(tx, call.reach, matter.id);
  if (row === null) return { ...line, finding: null, ...unproved };
  const secret = openLead(call.vault, row);
  const earlier = await foundBefore(tx, call.reach, call.vault, row, secret);
  const mask = maskerFor(
    [secret.facts, secret.evidence],
    personal.has(row.subject_kind) ? [row.subject_name] : [],
    { names: seesName },
  );
  const { zh, en } = secret.summary ?? { zh: row.summary_zh, en: row.summary_en };
  const summary = { zh: mask.text(zh), en: mask.text(en) };
  return {
    ...line,
    // The whole sentence may speak of health: for those who have the matter in hand.
    finding: { ...findingLine(call, row, seesName), ...(seesName ? { summary } : {}) },
    ...proofOf(call, row, secret, mask),
    earlier: earlier.map(earlierLine),
  };
}

/** A lead that no rule found: a report, a petition, an inspection. */
const unproved: Proof = {
  packVersion: null,
  ruleHash: null,
  isPackNewer: false,
  page: null,
  match: { for: null, against: null },
  firstStep: null,
  isUnconfirmed: false,
  isRestricted: false,
  facts: {},
  evidence: [],
  earlier: [],
};

function proofOf(
  { policy }: Call,
  row: LeadRow,
  secret: LeadPrivate,
  mask: ReturnType<typeof maskerFor>,
): Proof {
  const rule = policy.findRule(row.rule);
  const said = (words: { zh: string; en: string } | null | undefined): Proof['match']['for'] =>
    words === null || words === undefined ? null : { zh: mask.text(words.zh), en: mask.text(words.en) };
  return {
    packVersion: row.pack_version,
    ruleHash: row.rule_hash,
    isPackNewer: row.pack_version !== policy.version,
    page: rule === null ? null : pageOf(rule),
    match: { for: said(secret.match?.for), against: said(secret.match?.against) },
    firstStep: secret.firstStep ?? null,
    isUnconfirmed: secret.isUnconfirmed ?? false,
    isRestricted: row.is_restricted,
    facts: mask.json(secret.facts ?? {}) as Proof['facts'],
    evidence: (secret.evidence ?? []).map((one) => evidenceLine(one, mask)),
    earlier: [],
  };
}

function pageOf({ id: _, ...words }: RuleWords): NonNullable<Proof['page']> {
  return {
    ...words,
    innocent: [...words.innocent],
    basis: words.basis.map((one) => ({ ...one })),
    columns: { ...words.columns },
  };
}

function evidenceLine(one: unknown, mask: ReturnType<typeof maskerFor>): Proof['evidence'][number] {
  const row = (one ?? {}) as Readonly<Record<string, unknown>>;
  const plain = (value: unknown): string =>
    typeof value === 'string' || typeof value === 'number' ? `${value}` : '';
  const orNull = (text: string): string | null => (text === '' ? null : text);
  return {
    dataset: plain(row['dataset']),
    file: mask.text(plain(row['file'])),
    sheet: orNull(mask.text(plain(row['sheet']))),
    row: orNull(plain(row['row'])),
    fields: (mask.json(row['fields'] ?? {}) ?? {}) as Readonly<Record<string, unknown>>,
  };
}

function earlierLine({ id, openedAt, ...rest }: FoundBefore): Proof['earlier'][number] {
  return { leadId: id, openedAt: openedAt.toISOString(), ...rest };
}
