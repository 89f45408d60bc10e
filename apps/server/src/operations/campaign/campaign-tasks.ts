import type { CampaignTask, CampaignTemplate } from '@yangguang/engine/pack/campaign-file';
import { type Hand, type Opening, plainHeader } from '@yangguang/store/journal/open-matters';

/** Levels of the units that a notice names; the others lie with the campaign's own office. */
const levelOf: Partial<Record<CampaignTask['unit'], 4 | 6 | 9>> = {
  city: 4,
  county: 6,
  finance: 6,
  bank: 6,
  institution: 6,
  town: 9,
  // A town hands it on to its villages: a task for each of hundreds of villages would bury the town.
  village: 9,
};

/** What the tasks of a campaign are opened with. */
export interface TaskPlan {
  readonly campaignId: string;
  readonly campaignMatterId: string;
  readonly region: string;
  /** Codes of the divisions of the campaign's area. */
  readonly divisions: readonly string[];
  readonly dueOn: (task: CampaignTask) => string;
  readonly hand: Hand;
  readonly at: Date;
  readonly newId: () => string;
}

/** A task for every item of the template and every unit it lies with. */
export function taskOpenings(template: CampaignTemplate, plan: TaskPlan): Opening[] {
  return template.tasks.flatMap((task) =>
    officesOf(task, plan).map((region) => ({
      matterId: plan.newId(),
      stepId: plan.newId(),
      header: {
        ...plainHeader({ workflow: 'task', region, programme: 'none', title: task.zh }),
        campaignId: plan.campaignId,
        parentId: plan.campaignMatterId,
        assignedArea: region,
        links: [plan.campaignMatterId],
      },
      facts: {
        kind: 'notice',
        clause: task.clause,
        problem: task.quote,
        measure: task.zh,
        dueOn: plan.dueOn(task),
      },
      reason: null,
      hand: plan.hand,
      at: plan.at,
      sent: null,
    })),
  );
}

/** Units of the task's level below the campaign's area; the area itself when it lies no higher, or has none. */
export function officesOf(
  { unit }: Pick<CampaignTask, 'unit'>,
  { region, divisions }: Pick<TaskPlan, 'region' | 'divisions'>,
): readonly string[] {
  const level = levelOf[unit];
  if (level === undefined || region.length >= level) return [region];
  const below = divisions.filter((code) => code.length === level && code.startsWith(region));
  return below.length === 0 ? [region] : below;
}
