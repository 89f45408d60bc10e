import { addDays, daysInMonth } from '@yangguang/domain/words/date';
import type { CalendarDay } from './calendar-file.ts';
import type { CampaignLedger, CampaignPhase, CampaignTask, CampaignTemplate } from './campaign-file.ts';
import { PackError } from './pack-error.ts';

/** The dates a campaign matter is opened with; all inclusive, 'YYYY-MM-DD'. Names as the campaign workflow asks them. */
export interface CampaignDates {
  readonly fromOn: string;
  readonly mobilisingUntilOn: string;
  readonly selfCheckUntilOn: string;
  readonly inspectingUntilOn: string;
  readonly endOn: string;
}

/**
 * A template's day in the year it is held in. A day the month does not have (02-29) is its last.
 * @param year the year in which the campaign begins
 * @throws PackError PACK-53 when the calendar does not know the Spring Festival asked for
 */
export function campaignDay(
  day: string,
  campaign: CampaignTemplate,
  year: number,
  calendar: readonly CalendarDay[],
): string {
  if (day === 'springFestival') return beforeSpringFestival(campaign, year, calendar);
  const [, shift, month = '', date = ''] = /^([+-]1 )?(\d{2})-(\d{2})$/.exec(day) ?? [];
  if (month === '') return day;
  const in_ = year + Number(shift ?? 0);
  const last = daysInMonth(in_, Number(month));
  return `${in_}-${month}-${String(Math.min(Number(date), last)).padStart(2, '0')}`;
}

/** The last day before the first Spring Festival holiday that begins after the campaign does. */
function beforeSpringFestival(
  campaign: CampaignTemplate,
  year: number,
  calendar: readonly CalendarDay[],
): string {
  const from = startOf(campaign, year);
  const first = calendar.find(
    (d) => d.kind === 'off' && d.name === '春节' && d.date > from && isFirst(d, calendar),
  );
  if (first !== undefined) return addDays(first.date, -1);
  throw new PackError(
    'PACK-53',
    { file: campaign.file, line: 1 },
    {
      zh: `日历中没有 ${from} 之后的春节假期。请在 policy/calendar 增加该年的放假安排。`,
      en: `The calendar knows no Spring Festival after ${from}. Add the arrangement of that year to policy/calendar.`,
    },
  );
}

function isFirst(day: CalendarDay, calendar: readonly CalendarDay[]): boolean {
  const before = addDays(day.date, -1);
  return !calendar.some((d) => d.date === before && d.kind === 'off' && d.name === '春节');
}

function startOf(campaign: CampaignTemplate, year: number): string {
  return campaign.phases.map((p) => campaignDay(p.from, campaign, year, [])).sort()[0] ?? `${year}-01-01`;
}

/** First and last day of a phase. */
export function phaseDates(
  phase: CampaignPhase,
  campaign: CampaignTemplate,
  year: number,
): { readonly fromOn: string; readonly untilOn: string } {
  return {
    fromOn: campaignDay(phase.from, campaign, year, []),
    untilOn: campaignDay(phase.until, campaign, year, []),
  };
}

/**
 * What the campaign workflow asks at the opening. A campaign without a phase of its own for mobilising has it on its first
 * day; one without inspections or summary keeps them open to its end.
 */
export function campaignDates(campaign: CampaignTemplate, year: number): CampaignDates {
  const until = (state: CampaignPhase['state']): string | undefined =>
    campaign.phases
      .filter((p) => p.state === state)
      .map((p) => phaseDates(p, campaign, year).untilOn)
      .sort()
      .at(-1);
  const fromOn = startOf(campaign, year);
  const endOn =
    campaign.phases
      .map((p) => phaseDates(p, campaign, year).untilOn)
      .sort()
      .at(-1) ?? fromOn;
  return {
    fromOn,
    mobilisingUntilOn: until('mobilising') ?? fromOn,
    selfCheckUntilOn: until('selfCheck') ?? endOn,
    inspectingUntilOn: until('inspecting') ?? endOn,
    endOn,
  };
}

/** When a task is due: its own day, else the last of its phase. @throws PackError PACK-53 */
export function taskDueOn(
  task: CampaignTask,
  campaign: CampaignTemplate,
  year: number,
  calendar: readonly CalendarDay[],
): string {
  const day = task.due ?? campaign.phases.find((p) => p.id === task.phase)?.until ?? '12-31';
  return campaignDay(day, campaign, year, calendar);
}

/** Every day on which a ledger is due within the campaign, ascending. */
export function ledgerDates(ledger: CampaignLedger, campaign: CampaignTemplate, year: number): string[] {
  const { fromOn, endOn } = campaignDates(campaign, year);
  const days =
    ledger.every === 'week' || ledger.every === 'fortnight'
      ? everyDays(fromOn, endOn, ledger.every === 'week' ? 7 : 14)
      : everyMonths(fromOn, endOn, ledger);
  return days.filter((on) => on > fromOn && on <= endOn);
}

function everyDays(fromOn: string, endOn: string, step: number): string[] {
  const days: string[] = [];
  for (let on = addDays(fromOn, step); on <= endOn; on = addDays(on, step)) days.push(on);
  return days;
}

/** With a day: that day of the month after the period; without: the period's last day. */
function everyMonths(fromOn: string, endOn: string, { every, day }: CampaignLedger): string[] {
  const days: string[] = [];
  for (let year = Number(fromOn.slice(0, 4)); year <= Number(endOn.slice(0, 4)); year++) {
    for (let month = 1; month <= 12; month++) {
      const isDue = every === 'month' || month % 3 === (day === undefined ? 0 : 1);
      if (isDue) days.push(dayOf(year, month, day ?? daysInMonth(year, month)));
    }
  }
  return days;
}

function dayOf(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
