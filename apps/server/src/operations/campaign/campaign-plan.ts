import type { CampaignSettings } from '@yangguang/contract/campaign-parts';
import {
  campaignDates,
  campaignDay,
  type CampaignDates,
  ledgerDates,
  phaseDates,
  taskDueOn,
} from '@yangguang/engine/pack/campaign-dates';
import type { CampaignTask, CampaignTemplate } from '@yangguang/engine/pack/campaign-file';
import { PackError } from '@yangguang/engine/pack/pack-error';
import { campaignRefusal } from '@yangguang/store/campaign/campaign-refusals';
import type { PolicyView } from '../../policy/policy-view.ts';
import { lastWorkingDayBy } from './working-day.ts';

type Cited = { readonly zh: string; readonly en: string; readonly clause: string; readonly quote: string };
const cited = ({ zh, en, clause, quote }: Cited): Cited => ({ zh, en, clause, quote });

/** A template in the year it is held in. */
export interface PlannedCampaign {
  readonly dates: CampaignDates;
  readonly settings: Omit<CampaignSettings, 'leadingGroup'>;
  /** When a task of the template is due: on a working day. */
  readonly dueOn: (task: CampaignTask) => string;
}

/** @throws UserError CAM-101 */
export function templateOf(policy: PolicyView, id: string): CampaignTemplate {
  const template = policy.campaigns.find((one) => one.id === id);
  if (template === undefined) throw campaignRefusal('CAM-101');
  return template;
}

/**
 * The plan that a template gives in a year and division.
 * @throws UserError CAM-103 when the calendar does not know a holiday it needs
 */
export function planCampaign(
  policy: PolicyView,
  template: CampaignTemplate,
  year: number,
  region: string,
): PlannedCampaign {
  const day = (on: string): string => campaignDay(on, template, year, policy.calendarDays);
  try {
    const dates = campaignDates(template, year);
    const due = (task: CampaignTask): string =>
      lastWorkingDayBy(policy.calendar, taskDueOn(task, template, year, policy.calendarDays));
    for (const task of template.tasks) due(task);
    return {
      dates,
      dueOn: due,
      settings: {
        policyVersion: policy.version,
        year,
        number: template.number ?? null,
        issuer: template.issuer,
        programmes: template.programmes,
        phases: phasesOf(template, year),
        posts: template.leadingGroup,
        sampling: samplingOf(policy, template, region, dates.fromOn),
        families: template.families,
        cohorts: template.cohorts.map(({ id, since, ...one }) => ({
          id,
          ...cited(one),
          sinceOn: since === undefined ? null : day(since),
        })),
        ledgers: template.ledgers.map(({ every, from, to, columns, ...one }) => ({
          ...cited(one),
          ...{ every, from, to, columns },
          dueOn: ledgerDates({ every, from, to, columns, ...one }, template, year).map((on) =>
            lastWorkingDayBy(policy.calendar, on),
          ),
        })),
        reports: template.reports.map(({ id, from, to, due: on, columns = [], ...one }) => ({
          id,
          ...cited(one),
          ...{ from, to, columns },
          dueOn: lastWorkingDayBy(policy.calendar, day(on)),
        })),
        remindDays: template.remindDays,
        officialProxyAllowed: template.officialProxyAllowed,
        photos: template.photos !== false,
        position: template.position !== false,
      },
    };
  } catch (error) {
    if (error instanceof PackError && error.code === 'PACK-53') throw campaignRefusal('CAM-103');
    throw error;
  }
}

/** Phases with their days. */
export function phasesOf(template: CampaignTemplate, year: number): CampaignSettings['phases'] {
  return template.phases.map((phase) => ({
    id: phase.id,
    ...cited(phase),
    state: phase.state,
    ...phaseDates(phase, template, year),
  }));
}

/** The share in force in the division when the campaign begins: no number is typed. */
function samplingOf(
  policy: PolicyView,
  { sampling }: CampaignTemplate,
  region: string,
  on: string,
): CampaignSettings['sampling'] {
  if (sampling === null) return null;
  const { clause, quote, parameter, priority } = sampling;
  const share = policy.get(parameter, region, on).value;
  if (typeof share !== 'number') throw new Error(`parameter ${parameter} is no share`);
  return { clause, quote, parameter, priority, share };
}
