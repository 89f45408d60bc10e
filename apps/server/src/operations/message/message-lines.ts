import type { message } from '@yangguang/contract/message';
import type { Output } from '@yangguang/contract/operation';
import { isWorkflowId, workflows } from '@yangguang/domain/workflows/all';
import { participants, type Workflow } from '@yangguang/domain/workflows/workflow';
import type { AboutMatter, DayEvent, OfficeEvent, StepEvent } from '@yangguang/store/message/message-events';
import { plainActs } from '@yangguang/store/journal/project';
import { chinaDay } from '@yangguang/domain/words/china-day';

/** A message before the names of colleagues are put in. */
export type Draft = Omit<Output<typeof message.list>['items'][number], 'by' | 'isSeen' | 'at'> & {
  readonly at: Date;
  readonly byAccount: string | null;
};

type Kind = Draft['kind'];

/**
 * Messages out of events, newest first. What reached an office is told once for each workflow, place and day.
 * @param accountId whose messages
 */
export function messageDrafts(
  accountId: string,
  events: {
    readonly steps: readonly StepEvent[];
    readonly days: readonly DayEvent[];
    readonly offices: readonly OfficeEvent[];
  },
): Draft[] {
  const days = events.days.map((event) =>
    draft(event.is_over ? 'overdue' : 'dueSoon', event, `day:${event.matter_id}:${event.at.toISOString()}`),
  );
  const all = [...stepDrafts(accountId, events.steps), ...days, ...folded(events.offices)];
  return all.sort((a, b) => b.at.getTime() - a.at.getTime() || (a.id < b.id ? -1 : 1));
}

/** Steps of others from the moment on at which the account has a part in the matter. */
function stepDrafts(accountId: string, steps: readonly StepEvent[]): Draft[] {
  const mine = new Set(steps.filter((s) => s.was_mine).map((s) => s.matter_id));
  const found: Draft[] = [];
  for (const event of steps) {
    const isGiven = givesTo(accountId, event);
    if (event.account_id !== accountId && (isGiven || mine.has(event.matter_id)))
      found.push(stepDraft(event, isGiven));
    if (isGiven || event.account_id === accountId) mine.add(event.matter_id);
  }
  return found;
}

function stepDraft(event: StepEvent, isGiven: boolean): Draft {
  const { zh, en } = workflowOf(event)?.actions[event.action] ?? {};
  return {
    ...draft(isGiven ? 'assigned' : kindOf(event), event, event.id),
    step: zh === undefined || en === undefined ? null : { zh, en },
    byAccount: event.account_id,
  };
}

const plainKinds: Readonly<Record<string, Kind>> = {
  [plainActs.giveBack]: 'givenBack',
  [plainActs.note]: 'remark',
  [plainActs.escalate]: 'overdue',
  [plainActs.assign]: 'step',
};

function kindOf(event: StepEvent): Kind {
  const plain = plainKinds[event.action];
  if (plain !== undefined) return plain;
  if (event.to_state === 'returned' && event.from_state !== 'returned') return 'returned';
  return event.account_id === null ? 'clock' : 'step';
}

/** True when the step puts the matter into the hands of the account. */
function givesTo(accountId: string, event: StepEvent): boolean {
  if (event.action === plainActs.assign) return event.facts['account'] === accountId;
  const workflow = workflowOf(event);
  if (workflow === undefined) return false;
  const named = participants(workflow, { action: event.action, by: '', facts: event.facts });
  return named.includes(accountId);
}

function workflowOf({ workflow }: AboutMatter): Workflow | undefined {
  return isWorkflowId(workflow) ? workflows[workflow] : undefined;
}

function folded(events: readonly OfficeEvent[]): Draft[] {
  const groups = new Map<string, Draft>();
  for (const event of events) {
    const kind = event.is_escalated ? 'escalated' : 'handedOver';
    const place = event.region.slice(0, 9);
    const key = `office:${kind}:${event.workflow}:${place}:${chinaDay(event.at)}`;
    const known = groups.get(key);
    groups.set(
      key,
      known === undefined ? { ...draft(kind, event, key), region: place } : withOneMore(known, event),
    );
  }
  return [...groups.values()];
}

function withOneMore(group: Draft, event: OfficeEvent): Draft {
  return {
    ...group,
    matterId: null,
    matterKind: group.matterKind === event.kind ? group.matterKind : null,
    count: group.count + 1,
    at: event.at > group.at ? event.at : group.at,
    dueOn: earlier(group.dueOn, event.due_on),
  };
}

function earlier(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}

function draft(kind: Kind, event: AboutMatter, id: string): Draft {
  return {
    ...{ id, kind, at: event.at, workflow: event.workflow, matterKind: event.kind, region: event.region },
    ...{ matterId: event.matter_id, count: 1, dueOn: event.due_on, step: null, byAccount: null },
  };
}
