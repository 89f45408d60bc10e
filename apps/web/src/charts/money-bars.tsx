import type { ReactNode } from 'react';
import { DataTable } from '../ui/data-table.tsx';
import { yuan } from '../words/format.ts';
import { usePick, useWords } from '../words/language.tsx';
import { barWidth } from './bar-width.ts';
import { CaseLink } from './case-link.tsx';
import { ChartFrame } from './chart-frame.tsx';
import styles from './charts.module.css';
import { words } from './words.ts';

/** An amount in fen and the line of the cases that carry it. */
export interface Money {
  readonly line: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly amountFen: number;
}

const width = 620;
const rowHigh = 38;
const [bar0, barMost] = [190, 260];

/** Money: at stake, confirmed, to be recovered, recovered, and paid back to families. */
export function MoneyBars({
  campaignId,
  money,
}: {
  readonly campaignId: string;
  readonly money: readonly Money[];
}): ReactNode {
  const say = useWords(words);
  const pick = usePick();
  const of = (line: string): string => yuan(money.find((one) => one.line === line)?.amountFen ?? 0);
  const finding = say.moneyFinding(of('money.confirmed'), of('money.recovered'), of('money.backPaid'));
  const most = Math.max(1, ...money.map(({ amountFen }) => amountFen));
  return (
    <ChartFrame
      title={say.money}
      finding={finding}
      table={<MoneyTable campaignId={campaignId} money={money} />}
    >
      <svg
        className={styles['chart']}
        viewBox={`0 0 ${width} ${money.length * rowHigh + 8}`}
        role="group"
        aria-label={finding}
      >
        {money.map(({ line, title, amountFen }, i) => {
          const wide = barWidth(amountFen, most, barMost);
          const y = i * rowHigh;
          return (
            <g key={line}>
              <text className={styles['label']} x={bar0 - 10} y={y + 23} textAnchor="end">
                {pick(title)}
              </text>
              <rect className={styles['moneyBar']} x={bar0} y={y + 8} width={wide} height={22} rx={2} />
              <CaseLink campaignId={campaignId} line={line} label={`${pick(title)} ${yuan(amountFen)}`}>
                <text className={styles['nodeName']} x={bar0 + wide + 8} y={y + 24}>
                  {yuan(amountFen)}
                </text>
              </CaseLink>
            </g>
          );
        })}
      </svg>
    </ChartFrame>
  );
}

function MoneyTable({
  campaignId,
  money,
}: {
  readonly campaignId: string;
  readonly money: readonly Money[];
}): ReactNode {
  const say = useWords(words);
  const pick = usePick();
  return (
    <DataTable
      caption={say.tableOf(say.money)}
      hidesCaption
      rows={money}
      rowKey={({ line }) => line}
      columns={[
        { key: 'item', title: say.item, cell: ({ title }) => pick(title), isRowHeader: true },
        {
          key: 'amount',
          title: say.amount,
          align: 'right',
          cell: ({ line, title, amountFen }) => (
            <CaseLink campaignId={campaignId} line={line} label={`${pick(title)} ${yuan(amountFen)}`}>
              {yuan(amountFen)}
            </CaseLink>
          ),
        },
      ]}
    />
  );
}
