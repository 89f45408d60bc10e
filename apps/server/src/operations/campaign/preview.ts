import { campaign } from '@yangguang/contract/campaign';
import type { Input } from '@yangguang/contract/operation';
import { isWorkingDay } from '@yangguang/domain/words/calendar';
import { type Call, handle } from '../../http/call.ts';
import { planCampaign, templateOf } from './campaign-plan.ts';
import { officesOf } from './campaign-tasks.ts';
import { type CampaignSource, divisionsUnder, handFor, withShare } from './create-campaign.ts';
import { handTemplate, yearOf } from './hand-template.ts';
import { workingDaysLeft } from './working-day.ts';

type Sent = Input<typeof campaign.preview>;

export const preview = handle(campaign.preview, async ({ region, of }, call) => {
  handFor(call, region);
  const divisions = await call.db.within(call.reach, (tx) => divisionsUnder(tx, region));
  const { template, year, sampleShare } = sourceOf(call, of);
  const { dates, dueOn, settings } = withShare(
    planCampaign(call.policy, template, year, region),
    sampleShare,
  );
  const { calendar } = call.policy;
  const tasks = template.tasks.map((task) => ({
    ...{ zh: task.zh, en: task.en, unit: task.unit, phase: task.phase },
    dueOn: dueOn(task),
    offices: officesOf(task, { region, divisions }).length,
  }));
  return {
    fromOn: dates.fromOn,
    endOn: dates.endOn,
    phases: settings.phases.map((phase) => ({
      ...phase,
      // The first day counts: work begins on it.
      workingDays:
        workingDaysLeft(calendar, phase.fromOn, phase.untilOn) +
        (isWorkingDay(calendar, phase.fromOn) ? 1 : 0),
    })),
    tasks,
    taskCount: tasks.reduce((sum, task) => sum + task.offices, 0),
    ledgers: settings.ledgers.map(({ zh, en, dueOn: on }) => ({ zh, en, dueOn: on })),
    reports: settings.reports.map(({ zh, en, dueOn: on }) => ({ zh, en, dueOn: on })),
    sampleShare: settings.sampling?.share ?? null,
  };
});

function sourceOf({ policy }: Pick<Call, 'policy'>, of: Sent['of']): CampaignSource {
  if ('template' in of) return { template: templateOf(policy, of.template), year: of.year };
  const { plan } = of;
  return { template: handTemplate(plan, plan.issuer), year: yearOf(plan), sampleShare: plan.sampleShare };
}
