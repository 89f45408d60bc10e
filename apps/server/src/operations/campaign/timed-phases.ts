import type { CampaignSettings } from '@yangguang/contract/campaign-parts';
import type { CampaignRow } from '@yangguang/store/campaign/campaign-row';
import type { Call } from '../../http/call.ts';
import { phasesNow, settingsOf } from './campaign-line.ts';
import { workingDaysLeft } from './working-day.ts';

type TimedPhase = CampaignSettings['phases'][number] & {
  readonly isCurrent: boolean;
  readonly workingDaysLeft: number | null;
};

/** Phases with their last days as extended; the current one with the working days that are left. */
export function timedPhases({ policy }: Pick<Call, 'policy'>, row: CampaignRow, today: string): TimedPhase[] {
  return phasesNow(row, settingsOf(row)).map((phase) => {
    const isCurrent = phase.state === row.state;
    return {
      ...phase,
      isCurrent,
      workingDaysLeft: isCurrent ? workingDaysLeft(policy.calendar, today, phase.untilOn) : null,
    };
  });
}
