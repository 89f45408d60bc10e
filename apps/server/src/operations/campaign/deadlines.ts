import { campaign } from '@yangguang/contract/campaign';
import type { Output } from '@yangguang/contract/operation';
import { addDays } from '@yangguang/domain/words/date';
import { dayOf } from '@yangguang/domain/workflows/clocks';
import type { CampaignRow } from '@yangguang/store/campaign/campaign-row';
import { taskDays } from '@yangguang/store/campaign/task-lines';
import { type Call, handle } from '../../http/call.ts';
import { phasesNow, settingsOf } from './campaign-line.ts';
import { campaignInReach } from './campaign-in-reach.ts';
import { workingDaysLeft } from './working-day.ts';

type Deadline = Output<typeof campaign.deadlines>['items'][number];
type Due = Pick<Deadline, 'kind' | 'title' | 'dueOn' | 'tasks'>;

export const deadlines = handle(campaign.deadlines, async ({ id }, call) => {
  const today = dayOf(call.now().toISOString());
  const { row, days } = await call.db.within(call.reach, async (tx) => ({
    row: await campaignInReach(tx, call, id),
    days: await taskDays(tx, call.reach, id),
  }));
  const ofTasks = days.map(({ due_on, n }): Due => {
    const title = { zh: `${n} 项任务的时限`, en: n === 1 ? '1 task due' : `${n} tasks due` };
    return { kind: 'tasks', title, dueOn: due_on, tasks: n };
  });
  // What is over matters while there is work in it; phases and reports of the past are history.
  const planned = plannedOf(row).filter(({ dueOn }) => dueOn >= today);
  const remind = Math.max(...settingsOf(row).remindDays, 0);
  const items = [...planned, ...ofTasks].sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
  call.note({ campaign: id, deadlines: items.length });
  return { today, items: items.map((due) => timed(call, due, today, remind)) };
});

function timed({ policy }: Pick<Call, 'policy'>, due: Due, today: string, remind: number): Deadline {
  return {
    ...due,
    workingDaysLeft: workingDaysLeft(policy.calendar, today, due.dueOn),
    isReminded: addDays(today, remind) >= due.dueOn,
  };
}

function plannedOf(row: CampaignRow): Due[] {
  const settings = settingsOf(row);
  const of = (kind: Due['kind'], { zh, en }: { zh: string; en: string }, dueOn: string): Due => ({
    kind,
    title: { zh, en },
    dueOn,
    tasks: null,
  });
  return [
    ...phasesNow(row, settings).map((phase) => of('phase', phase, phase.untilOn)),
    ...settings.reports.map((report) => of('report', report, report.dueOn)),
    ...settings.ledgers.flatMap((ledger) => ledger.dueOn.map((on) => of('ledger', ledger, on))),
  ];
}
