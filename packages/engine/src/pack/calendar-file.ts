import { PackError } from './pack-error.ts';

/** A day that differs from its weekday: a day off, or a weekend day that is worked. */
export interface CalendarDay {
  /** 'YYYY-MM-DD' */
  readonly date: string;
  readonly kind: 'off' | 'work';
  readonly name: string;
}

/** Reads policy/calendar/YYYY.csv (date,kind,name). @throws PackError PACK-25 */
export function readCalendar(text: string, file: string): CalendarDay[] {
  const [head, ...lines] = text.split(/\r?\n/);
  if (head !== 'date,kind,name') fail(file, 1);
  const days: CalendarDay[] = [];
  for (const [i, line] of lines.entries()) {
    if (line === '') continue;
    const day = readDay(line, file);
    const last = days.at(-1);
    if (!day || (last && day.date <= last.date)) fail(file, i + 2);
    days.push(day);
  }
  return days;
}

/** A year's arrangement may reach a few days into its neighbours, no further. */
function readDay(line: string, file: string): CalendarDay | undefined {
  const [, date, kind, name] = /^(\d{4}-\d{2}-\d{2}),(off|work),([^,]+)$/.exec(line) ?? [];
  if (date === undefined || name === undefined || (kind !== 'off' && kind !== 'work')) return undefined;
  const year = /(\d{4})\.csv$/.exec(file)?.[1];
  return Math.abs(Number(date.slice(0, 4)) - Number(year)) <= 1 ? { date, kind, name } : undefined;
}

function fail(file: string, line: number): never {
  throw new PackError(
    'PACK-25',
    { file, line },
    {
      zh: '日历行不对。表头为 date,kind,name；日期递增；kind 为 off（放假）或 work（调休上班）。',
      en: 'Faulty calendar line. Header date,kind,name; dates ascending; kind is off or work.',
    },
  );
}

/** The calendar as two sets of dates, as the working-day arithmetic wants it. */
export function calendarSets(days: readonly CalendarDay[]): {
  offDays: ReadonlySet<string>;
  workDays: ReadonlySet<string>;
} {
  const of = (kind: CalendarDay['kind']): Set<string> =>
    new Set(days.filter((d) => d.kind === kind).map((d) => d.date));
  return { offDays: of('off'), workDays: of('work') };
}
