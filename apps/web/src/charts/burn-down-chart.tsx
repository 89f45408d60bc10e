import type { ReactNode } from 'react';
import { DataTable } from '../ui/data-table.tsx';
import { Empty } from '../ui/empty.tsx';
import { Section } from '../ui/page.tsx';
import { useWords } from '../words/language.tsx';
import {
  type BurnDown,
  burnDown,
  type DayCount,
  linePath,
  monthTicks,
  placeIn,
  type PlanCorner,
  stepPath,
  ticksTo,
  withOpen,
} from './burn-down.ts';
import { CaseLink } from './case-link.tsx';
import { ChartFrame } from './chart-frame.tsx';
import styles from './charts.module.css';
import { words } from './words.ts';

const box = { width: 1120, height: 270, left: 48, right: 34, top: 34, bottom: 26 };

/** How many leads are unanswered day by day, beside the plan that the phases make. */
export function BurnDownChart({
  campaignId,
  days,
  plan,
  today,
}: {
  readonly campaignId: string;
  readonly days: readonly DayCount[];
  readonly plan: readonly PlanCorner[];
  readonly today: string;
}): ReactNode {
  const say = useWords(words);
  const chart = burnDown(days, plan, today);
  if (chart === null || days.length === 0)
    return (
      <Section title={say.burnDown}>
        <Empty why={say.noLeads} />
      </Section>
    );
  const { daysBehind, openToday } = chart;
  const finding =
    daysBehind === null || daysBehind === 0
      ? say.onPlan(openToday)
      : daysBehind > 0
        ? say.behind(openToday, daysBehind)
        : say.ahead(openToday, -daysBehind);
  return (
    <ChartFrame
      title={say.burnDown}
      finding={finding}
      wide
      table={<DayTable days={days} campaignId={campaignId} />}
      note={
        <CaseLink campaignId={campaignId} line="leads.unanswered">
          {say.actual} {openToday}
        </CaseLink>
      }
    >
      <Drawing chart={chart} finding={finding} today={today} />
    </ChartFrame>
  );
}

function Drawing({
  chart,
  finding,
  today,
}: {
  readonly chart: BurnDown;
  readonly finding: string;
  readonly today: string;
}): ReactNode {
  const say = useWords(words);
  const place = placeIn(box, chart);
  const base = box.height - box.bottom;
  return (
    <svg
      className={`${styles['chart']} ${styles['flow']}`}
      viewBox={`0 0 ${box.width} ${box.height}`}
      role="img"
      aria-label={finding}
    >
      {ticksTo(chart.most).map((n) => (
        <g key={n}>
          <line
            className={styles['grid']}
            x1={box.left}
            x2={box.width - box.right}
            y1={place.y(n)}
            y2={place.y(n)}
          />
          <text className={styles['tick']} x={box.left - 6} y={place.y(n) + 4} textAnchor="end">
            {n}
          </text>
        </g>
      ))}
      {monthTicks(chart).map((on) => (
        <text key={on} className={styles['tick']} x={place.x(on)} y={base + 17} textAnchor="middle">
          {on.slice(0, 7)}
        </text>
      ))}
      <path className={styles['planLine']} d={linePath(chart.plan, place)} />
      <path className={styles['actualLine']} d={stepPath(chart.open, place)} />
      <line className={styles['todayLine']} x1={place.x(today)} x2={place.x(today)} y1={box.top} y2={base} />
      <circle className={styles['now']} cx={place.x(today)} cy={place.y(chart.openToday)} r={4} />
      <Legend
        items={[
          { key: 'actual', look: styles['actualLine'], text: `${say.actual} ${chart.openToday}` },
          { key: 'plan', look: styles['planLine'], text: `${say.plan} ${chart.planToday}` },
          { key: 'today', look: styles['todayLine'], text: `${say.today} ${today}` },
        ]}
      />
    </svg>
  );
}

/** What each line is, in one row above the drawing. */
function Legend({
  items,
}: {
  readonly items: readonly {
    readonly key: string;
    readonly look: string | undefined;
    readonly text: string;
  }[];
}): ReactNode {
  return items.map(({ key, look, text }, i) => {
    const x = box.left + i * 200;
    return (
      <g key={key}>
        <line className={look} x1={x} x2={x + 28} y1={12} y2={12} />
        <text className={styles['label']} x={x + 36} y={16}>
          {text}
        </text>
      </g>
    );
  });
}

function DayTable({
  days,
  campaignId,
}: {
  readonly days: readonly DayCount[];
  readonly campaignId: string;
}): ReactNode {
  const say = useWords(words);
  const rows = withOpen(days);
  return (
    <>
      <DataTable
        caption={say.tableOf(say.burnDown)}
        hidesCaption
        rows={rows}
        rowKey={(row) => row.on}
        columns={[
          { key: 'on', title: say.day, cell: (row) => row.on, isRowHeader: true, isShort: true },
          { key: 'found', title: say.found, cell: (row) => row.found, align: 'right' },
          { key: 'answered', title: say.answered, cell: (row) => row.answered, align: 'right' },
          { key: 'open', title: say.actual, cell: (row) => row.open, align: 'right' },
        ]}
      />
      <p>
        <CaseLink campaignId={campaignId} line="leads.unanswered">
          {say.actual} {rows.at(-1)?.open ?? 0}
        </CaseLink>
      </p>
    </>
  );
}
