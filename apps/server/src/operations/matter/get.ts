import { matter } from '@yangguang/contract/matter';
import type { Output } from '@yangguang/contract/operation';
import { maskFacts } from '@yangguang/domain/people/masking';
import { clocksOf, isOver } from '@yangguang/domain/workflows/clocks';
import type { Facts, Fields } from '@yangguang/domain/workflows/field';
import { refusalError } from '@yangguang/domain/workflows/refusal-words';
import { participants, type Workflow } from '@yangguang/domain/workflows/workflow';
import type { Transaction } from '@yangguang/store/database';
import { findWholeMatter, refusalOf, type WholeMatter } from '@yangguang/store/journal/allowances';
import type { Hand } from '@yangguang/store/journal/open-matters';
import { type Entry, plainActs, stepsOf } from '@yangguang/store/journal/project';
import { mattersById } from '@yangguang/store/matter/lock-matter';
import { notFound } from '../../http/api-refusal.ts';
import { type Call, handle } from '../../http/call.ts';
import { journalRoom, limitsOf } from '../../office/journal-room.ts';
import { handsWith } from './hands-of.ts';
import { colleague, isAssigned, matterLine, namesOf } from './matter-line.ts';
import { why } from './why.ts';

type Answer = Output<typeof matter.get>;

export const get = handle(matter.get, async ({ id }, call) => {
  call.note({ matter: id });
  const answer = await call.db.within(call.reach, async (tx) => {
    const whole = await findWholeMatter(tx, journalRoom(call), call.reach, id);
    return whole === null ? null : assemble(tx, call, whole);
  });
  if (answer === null) throw notFound();
  call.note({ household: answer.householdId, place: answer.region });
  return answer;
});

async function assemble(tx: Transaction, call: Call, whole: WholeMatter): Promise<Answer> {
  const { matter: row, workflow, entries, now } = whole;
  const links = await mattersById(
    tx,
    call.reach,
    now.links.map((l) => l.id),
  );
  const named = namedIn(workflow, entries);
  const people = [row, ...links].map((r) => r.assigned_to);
  const names = await namesOf(tx, [...people, ...entries.map((e) => e.accountId), ...named]);
  const tookPart = entries.some((e) => e.accountId === call.caller.accountId);
  return {
    ...matterLine(call, row, names, tookPart || isAssigned(call, row)),
    subject: workflow.subject,
    facts: maskFacts(allFields(workflow), { ...row.facts, ...hiddenFacts(entries) }) as Answer['facts'],
    people: named.map((id) => ({ id, name: names.get(id) ?? '' })),
    steps: entries.map((entry) => stepLine(workflow, entry, names)),
    clocks: clocksNow(call, whole),
    links: links.map((link) => matterLine(call, link, names)),
    actions: allowances(whole, handsWith(call, 'matter.act')),
  };
}

/** Colleagues whom a step names, and whom the matter was given to. */
function namedIn(workflow: Workflow, entries: readonly Entry[]): string[] {
  const given = entries.flatMap((e) => (e.action === plainActs.assign ? [e.facts['account']] : []));
  const named = entries.flatMap(({ action, facts }) => participants(workflow, { action, by: '', facts }));
  return [...new Set([...given, ...named])].filter((id) => typeof id === 'string' && id !== '') as string[];
}

function hiddenFacts(entries: readonly Entry[]): Facts {
  return Object.assign({}, ...entries.map((e) => e.privateFacts)) as Facts;
}

/** Every field a fact of the matter may have come from. */
export function allFields(workflow: Workflow): Fields {
  const plain = { kind: 'text', zh: '', en: '' } as const;
  return Object.assign(
    { kind: plain, severity: plain, amountFen: plain },
    workflow.opening.asks,
    ...Object.values(workflow.actions).map((action) => action.asks ?? {}),
  ) as Fields;
}

const plainTitles: Readonly<Record<string, { zh: string; en: string }>> = {
  [plainActs.open]: { zh: '立项', en: 'Opened' },
  [plainActs.assign]: { zh: '分派', en: 'Assigned' },
  [plainActs.giveBack]: { zh: '退回分派', en: 'Given back' },
  [plainActs.link]: { zh: '关联事项', en: 'Linked' },
  [plainActs.escalate]: { zh: '逾期报上一级', en: 'Time over: the office above is told' },
  [plainActs.recount]: { zh: '重新计算期限', en: 'Clocks counted anew' },
  [plainActs.note]: { zh: '备注', en: 'Remark' },
  [plainActs.evidence]: { zh: '登记材料', en: 'Document added' },
};

function stepLine(
  workflow: Workflow,
  entry: Entry,
  names: ReadonlyMap<string, string>,
): Answer['steps'][number] {
  const action = workflow.actions[entry.action];
  const { zh, en } = plainTitles[entry.action] ?? action ?? { zh: entry.action, en: entry.action };
  const fields = entry.action === plainActs.open ? allFields(workflow) : (action?.asks ?? {});
  return {
    id: entry.id,
    stepNo: entry.stepNo,
    action: entry.action,
    title: { zh, en },
    fromState: entry.fromState,
    toState: entry.toState,
    at: entry.at.toISOString(),
    recordedAt: entry.recordedAt.toISOString(),
    by: colleague(entry.accountId, names),
    role: entry.role,
    area: entry.area,
    reason: entry.reason,
    facts: { ...entry.facts, ...maskFacts(fields, entry.privateFacts) } as Answer['facts'],
    evidence: entry.evidence.map(({ id, kind, paperNo }) => ({ id, kind, paperNo })),
  };
}

function clocksNow(call: Call, { matter: row, workflow, entries, facts }: WholeMatter): Answer['clocks'] {
  const at = call.now().toISOString();
  const lookup = limitsOf(call, row.region);
  return clocksOf(workflow, row.opened_at.toISOString(), stepsOf(entries), facts, lookup).map((clock) => ({
    ...clock,
    remindOn: [...clock.remindOn],
    title: titleOf(workflow, clock.name),
    isOver: isOver(clock, at),
  }));
}

function titleOf(workflow: Workflow, clock: string): { zh: string; en: string } {
  const { zh, en } = workflow.clocks[clock] ?? { zh: clock, en: clock };
  return { zh, en };
}

function allowances(whole: WholeMatter, hands: readonly Hand[]): Answer['actions'] {
  return Object.entries(whole.workflow.actions).map(([action, { zh, en }]) => {
    const refusal = refusalOf(whole, hands, { action });
    return {
      action,
      title: { zh, en },
      may: refusal === null,
      why: refusal === null ? null : why(refusalError(whole.workflow, action, refusal)),
    };
  });
}
