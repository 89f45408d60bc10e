import type { ReactNode } from 'react';
import { DataTable } from '../ui/data-table.tsx';
import { usePick, useWords } from '../words/language.tsx';
import { barWidth } from './bar-width.ts';
import { CaseLink } from './case-link.tsx';
import { ChartFrame } from './chart-frame.tsx';
import styles from './charts.module.css';
import { words } from './words.ts';

/** Households that came in or went out one way. */
export interface Movement {
  readonly line: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly count: number;
  readonly people: number;
}

const width = 620;
const rowHigh = 34;
const [bar0, barMost] = [190, 260];

/** People brought in beside people who left, on one scale: a campaign is as much about the one as about the other. */
export function BalanceBars({
  campaignId,
  added,
  removed,
}: {
  readonly campaignId: string;
  readonly added: readonly Movement[];
  readonly removed: readonly Movement[];
}): ReactNode {
  const say = useWords(words);
  const sum = (of: readonly Movement[], key: 'count' | 'people'): number =>
    of.reduce((all, one) => all + one[key], 0);
  const finding = say.balanceFinding(
    ...([sum(added, 'count'), sum(added, 'people'), sum(removed, 'count'), sum(removed, 'people')] as const),
  );
  const most = Math.max(1, ...[...added, ...removed].map(({ count }) => count));
  const groups = [
    { key: 'added', title: say.added, rows: added, look: styles['addedBar'] },
    { key: 'removed', title: say.removed, rows: removed, look: styles['removedBar'] },
  ];
  let y = 0;
  return (
    <ChartFrame
      title={say.balance}
      finding={finding}
      table={<BalanceTable campaignId={campaignId} rows={[...added, ...removed]} />}
    >
      <svg
        className={styles['chart']}
        viewBox={`0 0 ${width} ${(added.length + removed.length) * rowHigh + 2 * 30}`}
        role="group"
        aria-label={finding}
      >
        {groups.map(({ key, title, rows, look }) => {
          const top = y;
          y += 30 + rows.length * rowHigh;
          return (
            <g key={key}>
              <text className={styles['group']} x={0} y={top + 18}>
                {title}
              </text>
              {rows.map((row, i) => (
                <Row
                  key={row.line}
                  campaignId={campaignId}
                  row={row}
                  look={look}
                  most={most}
                  y={top + 30 + i * rowHigh}
                />
              ))}
            </g>
          );
        })}
      </svg>
    </ChartFrame>
  );
}

function Row({
  campaignId,
  row,
  look,
  most,
  y,
}: {
  readonly campaignId: string;
  readonly row: Movement;
  readonly look: string | undefined;
  readonly most: number;
  readonly y: number;
}): ReactNode {
  const say = useWords(words);
  const pick = usePick();
  const wide = barWidth(row.count, most, barMost);
  return (
    <g>
      <text className={styles['label']} x={bar0 - 10} y={y + 18} textAnchor="end">
        {pick(row.title)}
      </text>
      <rect className={look} x={bar0} y={y + 4} width={wide} height={20} rx={2} />
      <CaseLink
        campaignId={campaignId}
        line={row.line}
        label={`${pick(row.title)} ${say.householdsAndPeople(row.count, row.people)}`}
      >
        <text className={styles['nodeName']} x={bar0 + wide + 8} y={y + 19}>
          {say.householdsAndPeople(row.count, row.people)}
        </text>
      </CaseLink>
    </g>
  );
}

function BalanceTable({
  campaignId,
  rows,
}: {
  readonly campaignId: string;
  readonly rows: readonly Movement[];
}): ReactNode {
  const say = useWords(words);
  const pick = usePick();
  return (
    <DataTable
      caption={say.tableOf(say.balance)}
      hidesCaption
      rows={rows}
      rowKey={({ line }) => line}
      columns={[
        { key: 'kind', title: say.kind, cell: ({ title }) => pick(title), isRowHeader: true },
        {
          key: 'households',
          title: say.households,
          align: 'right',
          cell: ({ line, title, count }) => (
            <CaseLink campaignId={campaignId} line={line} label={`${pick(title)} ${count}`}>
              {count}
            </CaseLink>
          ),
        },
        { key: 'people', title: say.people, align: 'right', cell: ({ people }) => people },
      ]}
    />
  );
}
