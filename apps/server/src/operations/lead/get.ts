import { lead } from '@yangguang/contract/lead';
import type { Output } from '@yangguang/contract/operation';
import type { Transaction } from '@yangguang/store/database';
import type { LeadPrivate } from '@yangguang/store/lead/lead-private';
import type { LeadRow } from '@yangguang/store/lead/lead-row';
import { type FindingRun, findingRun } from '@yangguang/store/lead/found-by';
import { findLead, type FoundBefore, foundBefore, openLead } from '@yangguang/store/lead/read-leads';
import { isKin } from '@yangguang/store/matter/is-kin';
import { findMatter } from '@yangguang/store/matter/lock-matter';
import type { MatterRow } from '@yangguang/store/matter/matter-row';
import { notFound } from '../../http/api-refusal.ts';
import { type Call, handle } from '../../http/call.ts';
import { isAssigned, matterLine, namesOf } from '../matter/matter-line.ts';
import { pageWords } from '../rule/page-words.ts';
import { type KeptRow, keptRows, namesInRows } from './evidence-row.ts';
import { findingLine, personal } from './finding-line.ts';
import { foundCells } from './found-cells.ts';
import { memberRow } from './member-row.ts';
import { identityWeights, namesCompared } from './identity-weights.ts';
import { type FindingMask, maskerFor } from './mask-finding.ts';
import { proveLead } from './prove-lead.ts';

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
  const own = keptRows(secret.evidence ?? [], call.policy);
  const rows = [...own, ...(await memberRow(tx, call, row, secret.idNumber ?? null, own))];
  const known = personal.has(row.subject_kind) ? [row.subject_name] : [];
  const everybody = [...known, ...namesInRows(rows), ...namesCompared(secret.match)];
  const mask = maskerFor([secret.facts, secret.evidence], everybody, { names: seesName });
  const { zh, en } = secret.summary ?? { zh: row.summary_zh, en: row.summary_en };
  const summary = masked({ zh, en }, mask);
  const shown = findingLine(call, row, seesName);
  return {
    ...line,
    // The whole sentence may speak of health: for those who have the matter in hand.
    finding: { ...shown, summary: seesName ? summary : masked(shown.summary, mask) },
    ...proofOf(call, row, secret, rows, mask),
    foundBy: foundByLine(await findingRun(tx, call.reach, row)),
    earlier: earlier.map(earlierLine),
  };
}

/** Without the names of anybody who stands in the rows: a list knows the subject's alone. */
function masked({ zh, en }: { zh: string; en: string }, mask: FindingMask): { zh: string; en: string } {
  return { zh: mask.text(zh), en: mask.text(en) };
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
  found: [],
  evidence: [],
  pairs: [],
  identity: null,
  weights: null,
  foundBy: null,
  earlier: [],
};

function proofOf(
  { policy }: Call,
  row: LeadRow,
  secret: LeadPrivate,
  rows: readonly KeptRow[],
  mask: FindingMask,
): Proof {
  const rule = policy.findRule(row.rule);
  const said = (words: { zh: string; en: string } | null | undefined): Proof['match']['for'] =>
    words === null || words === undefined ? null : { zh: mask.text(words.zh), en: mask.text(words.en) };
  return {
    packVersion: row.pack_version,
    ruleHash: row.rule_hash,
    isPackNewer: packOf(row.pack_version) !== packOf(policy.version),
    page: rule === null ? null : pageWords(rule),
    match: { for: said(secret.match?.for), against: said(secret.match?.against) },
    firstStep: secret.firstStep ?? null,
    isUnconfirmed: secret.isUnconfirmed ?? false,
    isRestricted: row.is_restricted,
    facts: mask.json(secret.facts ?? {}) as Proof['facts'],
    found: foundCells(policy, row.rule, secret.facts ?? {}, mask),
    ...proveLead(
      rows,
      {
        tier: row.identity_tier,
        subjectId: secret.idNumber ?? null,
        isPerson: row.subject_kind === 'person',
      },
      mask,
      policy.isLookAlike,
    ),
    weights: identityWeights(secret.match, mask),
    foundBy: null,
    earlier: [],
  };
}

function foundByLine(run: FindingRun | null): Proof['foundBy'] {
  if (run === null) return null;
  const batches = run.batches.map(({ id, title, opened_at }) => ({
    ...{ id, title },
    at: opened_at.toISOString(),
  }));
  return { runId: run.id, asOf: run.as_of, at: run.ended_at?.toISOString() ?? null, batches };
}

function earlierLine({ id, openedAt, ...rest }: FoundBefore): Proof['earlier'][number] {
  return { leadId: id, openedAt: openedAt.toISOString(), ...rest };
}

/** Without the mark that numbers of the place lay over it: they change no page. */
function packOf(version: string): string {
  return version.replace(/\+local$/, '');
}
