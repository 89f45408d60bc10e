/** Leads found and answered on a day 'YYYY-MM-DD'. */
export interface DayCount {
  readonly on: string;
  readonly found: number;
  readonly answered: number;
}

/** A corner of the plan: the share of leads left unanswered on a day. */
export interface PlanCorner {
  readonly on: string;
  readonly share: number;
}

/** How many leads were unanswered at the end of a day. */
export interface OpenOn {
  readonly on: string;
  readonly open: number;
}

/** What the chart shows and says. */
export interface BurnDown {
  readonly fromOn: string;
  readonly untilOn: string;
  /** Day by day to today, only where it changes, and today. */
  readonly open: readonly OpenOn[];
  readonly plan: readonly OpenOn[];
  /** The largest number on the upward axis. */
  readonly most: number;
  readonly openToday: number;
  readonly planToday: number;
  /** Days by which the work is behind the plan (positive) or ahead of it (negative); null before there is a plan. */
  readonly daysBehind: number | null;
}

const dayMs = 86_400_000;

/** Days since 1970 of a day 'YYYY-MM-DD'. */
export function dayNumber(on: string): number {
  return Math.round(Date.parse(`${on}T00:00:00Z`) / dayMs);
}

/** The day of a number of {@link dayNumber}. */
function dayText(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

/** Unanswered leads against the plan: the plan is the share of all leads found so far. */
export function burnDown(
  days: readonly DayCount[],
  corners: readonly PlanCorner[],
  today: string,
): BurnDown | null {
  const first = corners[0];
  const last = corners.at(-1);
  if (first === undefined || last === undefined) return null;
  const found = days.reduce((sum, day) => sum + day.found, 0);
  const open = openBy(days, today);
  const fromOn = [first.on, days[0]?.on ?? first.on].sort()[0] ?? first.on;
  const untilOn = [last.on, today].sort().at(-1) ?? last.on;
  const plan = planFrom(fromOn, corners, found);
  const openToday = open.at(-1)?.open ?? 0;
  const planned = shareOn(corners, today) * found;
  return {
    ...{ fromOn, untilOn, open, plan, openToday },
    planToday: Math.round(planned),
    most: Math.max(1, found, ...open.map((one) => one.open)),
    daysBehind: found === 0 ? null : daysBehind(corners, openToday / found, today),
  };
}

/** Until the plan begins everything may wait. */
function planFrom(fromOn: string, corners: readonly PlanCorner[], found: number): OpenOn[] {
  const first = corners[0];
  const whole =
    first !== undefined && fromOn < first.on ? [{ on: fromOn, share: first.share }, ...corners] : corners;
  return whole.map(({ on, share }) => ({ on, open: Math.round(share * found) }));
}

/** Every day with what was left at its end. */
export function withOpen(days: readonly DayCount[]): (DayCount & { readonly open: number })[] {
  return days.map((day, i) => ({
    ...day,
    open: days.slice(0, i + 1).reduce((left, one) => left + one.found - one.answered, 0),
  }));
}

function openBy(days: readonly DayCount[], today: string): OpenOn[] {
  const all: OpenOn[] = [];
  let open = 0;
  for (const day of days) {
    if (day.on > today) break;
    open += day.found - day.answered;
    all.push({ on: day.on, open });
  }
  if (all.at(-1)?.on !== today) all.push({ on: today, open });
  return all;
}

/** Share that the plan leaves on a day. */
export function shareOn(corners: readonly PlanCorner[], on: string): number {
  const after = corners.findIndex((corner) => corner.on >= on);
  if (after === 0) return corners[0]?.share ?? 1;
  const [a, b] = after < 0 ? [corners.at(-1), undefined] : [corners[after - 1], corners[after]];
  if (a === undefined) return 0;
  if (b === undefined) return a.share;
  const part = (dayNumber(on) - dayNumber(a.on)) / (dayNumber(b.on) - dayNumber(a.on));
  return a.share + (b.share - a.share) * part;
}

/** When the plan had, or will have, as few left as there are now; counted from today. */
function daysBehind(corners: readonly PlanCorner[], share: number, today: string): number {
  const [first, last] = [corners[0], corners.at(-1)];
  if (first === undefined || last === undefined) return 0;
  const planned = shareOn(corners, today);
  if (Math.abs(planned - share) < 0.005) return 0;
  for (const [i, corner] of corners.entries()) {
    const next = corners[i + 1];
    if (next === undefined) break;
    if (share <= corner.share && share >= next.share && corner.share > next.share) {
      const part = (corner.share - share) / (corner.share - next.share);
      const on = dayNumber(corner.on) + part * (dayNumber(next.on) - dayNumber(corner.on));
      return Math.round(dayNumber(today) - on);
    }
  }
  return dayNumber(today) - dayNumber(first.on);
}

/** A place on the canvas. */
export interface Box {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Where a day and a number stand. */
export function placeIn(box: Box, chart: Pick<BurnDown, 'fromOn' | 'untilOn' | 'most'>) {
  const [from, until] = [dayNumber(chart.fromOn), dayNumber(chart.untilOn)];
  const wide = box.width - box.left - box.right;
  const high = box.height - box.top - box.bottom;
  return {
    x: (on: string): number => round(box.left + (wide * (dayNumber(on) - from)) / Math.max(1, until - from)),
    y: (n: number): number => round(box.top + high * (1 - n / chart.most)),
  };
}

function round(n: number): number {
  return Math.round(n * 10) / 10;
}

/** Steps: a number holds until the next day on which it changes. */
export function stepPath(
  points: readonly OpenOn[],
  place: { x: (on: string) => number; y: (n: number) => number },
): string {
  return points
    .map(({ on, open }, i) =>
      i === 0 ? `M${place.x(on)} ${place.y(open)}` : `H${place.x(on)}V${place.y(open)}`,
    )
    .join('');
}

/** Straight lines from corner to corner. */
export function linePath(
  points: readonly OpenOn[],
  place: { x: (on: string) => number; y: (n: number) => number },
): string {
  return points.map(({ on, open }, i) => `${i === 0 ? 'M' : 'L'}${place.x(on)} ${place.y(open)}`).join('');
}

/** Round numbers for the upward axis, from 0 to the largest. */
export function ticksTo(most: number): number[] {
  const rough = most / 4;
  const unit = 10 ** Math.floor(Math.log10(Math.max(1, rough)));
  const step = [1, 2, 5, 10].map((n) => n * unit).find((n) => n >= rough) ?? unit;
  return Array.from({ length: Math.floor(most / step) + 1 }, (_, i) => i * step);
}

/** First days of months inside the chart. */
export function monthTicks({ fromOn, untilOn }: Pick<BurnDown, 'fromOn' | 'untilOn'>): string[] {
  const ticks: string[] = [];
  for (let day = dayNumber(fromOn); day <= dayNumber(untilOn); day += 1) {
    const on = dayText(day);
    if (on.endsWith('-01')) ticks.push(on);
  }
  return ticks;
}
