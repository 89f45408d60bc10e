import type { Transaction } from '../database.ts';
import { evidenceRowHash, type EvidenceRow, evidenceColumns } from '../evidence/evidence-row.ts';
import { canonicalJson } from '../journal/canonical-json.ts';
import { type Entry, plainActs, project, type Projection } from '../journal/project.ts';
import { entryOf, matterContext, openFacts, stepColumns } from '../journal/read-journal.ts';
import { type Room, workflowOf } from '../journal/room.ts';
import type { StepRow } from '../journal/step-row.ts';
import { type LeadRow, leadColumns, leadRowHash } from '../lead/lead-row.ts';
import { outcomeOf } from '../lead/lead-verdict.ts';
import { matterColumns, type MatterRow, openColumnsOf } from '../matter/matter-row.ts';
import { sql } from '../sql.ts';
import type { Findings } from './finding.ts';
import { isErasedStep } from './verify-steps.ts';

/** Matters held in memory at a time, with their journals. */
const chunk = 300;

/** Looks at a stored file. */
export type CheckFile = (storageKey: string, sm3: Buffer) => Promise<'whole' | 'missing' | 'changed'>;

/** Computes every matter again from its journal and compares it with what is stored beside it. */
export async function verifyMatters(
  tx: Transaction,
  room: Pick<Room, 'vault' | 'workflows'>,
  findings: Findings,
  checkFile: CheckFile | null,
): Promise<{ matters: number; evidence: number }> {
  const counts = { matters: 0, evidence: 0 };
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const matters = await tx.rows<MatterRow>(
      sql`select ${matterColumns} from matter m where m.id > ${after} order by m.id limit ${chunk}`,
    );
    const last = matters.at(-1);
    if (last === undefined) break;
    after = last.id;
    const around = await readAround(
      tx,
      matters.map((m) => m.id),
    );
    for (const matter of matters) await verifyMatter(room, matter, around, findings, checkFile);
    counts.matters += matters.length;
    counts.evidence += around.evidence.length;
  }
  await findOrphans(tx, findings);
  return counts;
}

interface Around {
  readonly steps: ReadonlyMap<string, StepRow[]>;
  readonly links: readonly { readonly from_id: string; readonly to_id: string }[];
  readonly evidence: readonly EvidenceRow[];
  readonly leads: readonly LeadRow[];
}

async function readAround(tx: Transaction, ids: readonly string[]): Promise<Around> {
  const steps = await tx.rows<StepRow>(
    sql`select ${stepColumns} from step where matter_id = any(${ids}::uuid[]) order by matter_id, step_no`,
  );
  return {
    steps: byMatter(steps),
    links: await tx.rows(
      sql`select from_id, to_id from matter_link where from_id = any(${ids}::uuid[]) order by to_id`,
    ),
    evidence: await tx.rows(
      sql`select ${evidenceColumns} from evidence x where x.matter_id = any(${ids}::uuid[])`,
    ),
    leads: await tx.rows(sql`select ${leadColumns} from lead x where x.matter_id = any(${ids}::uuid[])`),
  };
}

function byMatter(steps: readonly StepRow[]): Map<string, StepRow[]> {
  const journals = new Map<string, StepRow[]>();
  for (const step of steps) {
    const journal = journals.get(step.matter_id);
    if (journal === undefined) journals.set(step.matter_id, [step]);
    else journal.push(step);
  }
  return journals;
}

async function verifyMatter(
  room: Pick<Room, 'vault' | 'workflows'>,
  matter: MatterRow,
  around: Around,
  findings: Findings,
  checkFile: CheckFile | null,
): Promise<void> {
  const rows = around.steps.get(matter.id) ?? [];
  if (rows[0]?.header == null) {
    findings.add('inserted', 'matter', matter.id, '没有立项记录', 'no opening in the journal');
    return;
  }
  const entries = openAll(room, rows, findings);
  if (entries === null) return;
  const projection = project(workflowOf(room, rows[0].header.workflow), entries);
  compareMatter(room, matter, projection, findings, rows.some(isErasedStep));
  compareLinks(matter.id, projection, around, findings);
  compareLead(room, matter, { hash: rows[0].header.finding, entries }, around, findings);
  await compareEvidence(room, matter.id, entries, around, findings, checkFile);
}

/** Null when a private part does not open: the walk of the chain tells which. */
function openAll(room: Pick<Room, 'vault'>, rows: readonly StepRow[], findings: Findings): Entry[] | null {
  const entries: Entry[] = [];
  for (const row of rows) {
    try {
      entries.push(entryOf(room.vault, row));
    } catch {
      findings.add('changed', 'step', row.seq, '加密部分打不开', 'its private part does not open');
      return null;
    }
  }
  return entries;
}

function compareMatter(
  { vault }: Pick<Room, 'vault'>,
  matter: MatterRow,
  projection: Projection,
  findings: Findings,
  isErased: boolean,
): void {
  const should = openColumnsOf(projection);
  const wrong = Object.entries(should)
    .filter(([name, value]) => canonicalJson(value) !== canonicalJson(matter[name as keyof MatterRow]))
    .map(([name]) => name);
  if (!isErased && !privateFits(vault, matter, projection)) wrong.push('private');
  if (wrong.length === 0) return;
  const names = wrong.join(', ');
  findings.add(
    'changed',
    'matter',
    matter.id,
    `与历程推算不符：${names}`,
    `the journal says otherwise: ${names}`,
  );
}

function privateFits(vault: Room['vault'], matter: MatterRow, projection: Projection): boolean {
  try {
    const facts = openFacts(vault, matter.private, matterContext(matter.id));
    return canonicalJson(facts) === canonicalJson(projection.privateFacts);
  } catch {
    return false;
  }
}

function compareLinks(id: string, projection: Projection, around: Around, findings: Findings): void {
  const there = new Set(around.links.filter((l) => l.from_id === id).map((l) => l.to_id));
  const should = new Set(projection.links);
  for (const to of there)
    if (!should.has(to))
      findings.add('inserted', 'matter_link', `${id} → ${to}`, '历程中没有', 'not in the journal');
  for (const to of should)
    if (!there.has(to))
      findings.add('removed', 'matter_link', `${id} → ${to}`, '历程中有', 'the journal has it');
}

function compareLead(
  { vault }: Pick<Room, 'vault'>,
  { id, is_restricted: isRestricted }: MatterRow,
  { hash, entries }: { readonly hash: string | null; readonly entries: readonly Entry[] },
  around: Around,
  findings: Findings,
): void {
  const lead = around.leads.find((l) => l.matter_id === id);
  if (lead === undefined) {
    if (hash !== null)
      findings.add('removed', 'lead', id, '事项所依据的疑点不见了', 'the finding of the matter is gone');
  } else if (hash === null) {
    findings.add('inserted', 'lead', lead.id, '立项时没有', 'the matter was opened without it');
  } else if (leadRowHash(vault, lead) !== hash) {
    findings.add('changed', 'lead', lead.id, '与立项时的哈希不符', 'not what the matter was opened with');
  } else if (!hasOutcome(lead, outcomeOf(entries))) {
    findings.add(
      'changed',
      'lead',
      lead.id,
      '处理结果与历程不符',
      'the journal says otherwise of its outcome',
    );
  }
  if (isRestricted !== (lead?.is_restricted ?? false))
    findings.add('changed', 'matter', id, '限阅与疑点不符', 'not as restricted as its lead');
}

function hasOutcome(lead: LeadRow, said: ReturnType<typeof outcomeOf>): boolean {
  return lead.verdict === said.verdict && lead.is_dispatched === said.is_dispatched;
}

async function compareEvidence(
  { vault }: Pick<Room, 'vault'>,
  id: string,
  entries: readonly Entry[],
  around: Around,
  findings: Findings,
  checkFile: CheckFile | null,
): Promise<void> {
  const added = entries.filter((e) => e.action === plainActs.evidence).flatMap((e) => e.evidence);
  const rows = new Map(around.evidence.filter((e) => e.matter_id === id).map((e) => [e.id, e]));
  for (const cited of added) {
    const row = rows.get(cited.id);
    rows.delete(cited.id);
    if (row === undefined) findings.add('removed', 'evidence', cited.id, '历程中有', 'the journal has it');
    else if (evidenceRowHash(vault, row) !== cited.row)
      findings.add('changed', 'evidence', cited.id, '与登记时的哈希不符', 'not what was added');
    else await checkContent(row, findings, checkFile);
  }
  for (const key of rows.keys())
    findings.add('inserted', 'evidence', key, '历程中没有', 'not in the journal');
}

async function checkContent(
  row: EvidenceRow,
  findings: Findings,
  checkFile: CheckFile | null,
): Promise<void> {
  if (checkFile === null || row.storage_key === null || row.sm3 === null) return;
  const state = await checkFile(row.storage_key, row.sm3);
  if (state === 'missing') findings.add('removed', 'evidence', row.id, '文件不见了', 'its file is gone');
  if (state === 'changed')
    findings.add('changed', 'evidence', row.id, '文件内容与哈希不符', 'its file does not fit its hash');
}

/** Rows whose matter is gone: foreign keys forbid it, an administrator can switch them off. */
async function findOrphans(tx: Transaction, findings: Findings): Promise<void> {
  const gone = await tx.rows<{ matter_id: string }>(sql`select matter_id from step s
    where step_no = 0 and not exists (select 1 from matter m where m.id = s.matter_id) limit 1000`);
  for (const { matter_id: id } of gone)
    findings.add('removed', 'matter', id, '历程还在', 'its journal is still there');
  const loose = await tx.rows<{ id: string }>(sql`select x.id from evidence x
    where not exists (select 1 from matter m where m.id = x.matter_id) limit 1000`);
  for (const { id } of loose)
    findings.add('inserted', 'evidence', id, '所属事项不存在', 'its matter does not exist');
}
