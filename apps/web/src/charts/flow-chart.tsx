import type { ReactNode } from 'react';
import { DataTable } from '../ui/data-table.tsx';
import { useWords } from '../words/language.tsx';
import { CaseLink } from './case-link.tsx';
import { ChartFrame } from './chart-frame.tsx';
import styles from './charts.module.css';
import { type FlowNode, flowOf, type PathCount } from './flow.ts';
import { layOut } from './flow-layout.ts';
import { words } from './words.ts';

const size = { width: 1120, height: 380, room: 190 };

/** Where leads went, from found to decided. Every number opens its cases. */
export function FlowChart({
  campaignId,
  paths,
}: {
  readonly campaignId: string;
  readonly paths: readonly PathCount[];
}): ReactNode {
  const say = useWords(words);
  const { nodes, links } = flowOf(paths);
  const count = (id: string): number => nodes.find((node) => node.id === id)?.count ?? 0;
  const innocent = count('innocent') + count('dataWrong') + count('identityWrong');
  const finding = say.flowFinding(count('found'), count('confirmed') + count('partly') + innocent, innocent);
  const placed = layOut(nodes, links, size);
  return (
    <ChartFrame
      title={say.flow}
      finding={finding}
      wide
      table={<FlowTable campaignId={campaignId} nodes={nodes} />}
    >
      <svg
        className={`${styles['chart']} ${styles['flow']}`}
        viewBox={`0 0 ${size.width} ${size.height}`}
        role="group"
        aria-label={finding}
      >
        {placed.links.map(({ key, d, width }) => (
          <path key={key} className={styles['band']} d={d} strokeWidth={width} />
        ))}
        {placed.nodes.map(({ id, line, count: n, x0, x1, y0, y1 }) => (
          <g key={id}>
            <rect className={styles['node']} x={x0} y={y0} width={x1 - x0} height={Math.max(1, y1 - y0)} />
            <CaseLink campaignId={campaignId} line={line}>
              <text className={styles['nodeName']} x={x1 + 6} y={(y0 + y1) / 2 + 5}>
                {say[`node.${id}`]} {n}
              </text>
            </CaseLink>
          </g>
        ))}
      </svg>
    </ChartFrame>
  );
}

function FlowTable({
  campaignId,
  nodes,
}: {
  readonly campaignId: string;
  readonly nodes: readonly FlowNode[];
}): ReactNode {
  const say = useWords(words);
  return (
    <DataTable
      caption={say.tableOf(say.flow)}
      hidesCaption
      rows={nodes}
      rowKey={({ id }) => id}
      columns={[
        { key: 'place', title: say.place, cell: ({ id }) => say[`node.${id}`], isRowHeader: true },
        {
          key: 'count',
          title: say.number,
          align: 'right',
          cell: ({ id, line, count }) => (
            <CaseLink campaignId={campaignId} line={line} label={`${say[`node.${id}`]} ${count}`}>
              {count}
            </CaseLink>
          ),
        },
      ]}
    />
  );
}
