import { campaign } from '@yangguang/contract/campaign';
import type { Output } from '@yangguang/contract/operation';
import { dayOf } from '@yangguang/domain/workflows/clocks';
import { type TaskRow, tasksOf } from '@yangguang/store/campaign/task-lines';
import { type Call, handle } from '../../http/call.ts';
import { countShape, pageOfRows, readCursor, writeCursor } from '../cursor.ts';
import { colleague, namesOf } from '../matter/matter-line.ts';
import { phasesNow, settingsOf } from './campaign-line.ts';
import { campaignInReach } from './campaign-in-reach.ts';
import { workingDaysLeft } from './working-day.ts';

type Line = Output<typeof campaign.tasks>['items'][number];
type Phases = ReturnType<typeof phasesNow>;

export const tasks = handle(campaign.tasks, async ({ id, cursor, limit }, call) => {
  const [after = '0'] = readCursor(cursor, countShape) ?? [];
  const { rows, lines } = await call.db.within(call.reach, async (tx) => {
    const row = await campaignInReach(tx, call, id);
    const found = await tasksOf(tx, call.reach, id, { after: Number(after), limit: limit + 1 });
    const names = await namesOf(
      tx,
      found.flatMap((task) => [...peopleOf(task), task.supervisor]),
    );
    const phases = phasesNow(row, settingsOf(row));
    return { rows: found, lines: found.map((task) => lineOf(call, task, names, phases)) };
  });
  const answer = pageOfRows(rows, limit, lines, (row) => writeCursor(String(row.no)));
  call.note({ campaign: id, tasks: answer.items.length });
  return answer;
});

function peopleOf({ facts }: TaskRow): string[] {
  const value = facts['responsiblePerson'];
  return Array.isArray(value) ? value.map(String) : [];
}

function lineOf(call: Call, row: TaskRow, names: ReadonlyMap<string, string>, phases: Phases): Line {
  const today = dayOf(call.now().toISOString());
  const fact = (name: string): string | null => {
    const value = row.facts[name];
    return typeof value === 'string' && value !== '' ? value : null;
  };
  const dueOn = fact('dueOn');
  const isDone = row.is_ended || row.state === 'submitted' || row.state === 'verified';
  return {
    ...{ id: row.id, no: row.no, source: row.kind, severity: row.severity, region: row.region },
    ...{ place: row.place, state: row.state, documents: row.documents, closedOn: row.closed_on, dueOn },
    ...{ clause: fact('clause'), problem: fact('problem'), measure: fact('measure'), result: fact('result') },
    phase: dueOn === null ? null : phaseOf(phases, dueOn),
    workingDaysLeft: dueOn === null || isDone ? null : workingDaysLeft(call.policy.calendar, today, dueOn),
    isOverdue: !isDone && dueOn !== null && dueOn < today,
    responsibleUnit: fact('responsibleUnit'),
    responsible: peopleOf(row).flatMap((id) => colleague(id, names) ?? []),
    supervisor: colleague(row.supervisor, names),
  };
}

/** The first phase that has not ended when it is due; the last one for what is due later. */
function phaseOf(phases: Phases, dueOn: string): string | null {
  const byEnd = [...phases].sort((a, b) => (a.untilOn < b.untilOn ? -1 : 1));
  return (byEnd.find((phase) => phase.untilOn >= dueOn) ?? byEnd.at(-1))?.id ?? null;
}
