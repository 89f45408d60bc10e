import type { ReactNode } from 'react';
import { DataTable } from '../ui/data-table.tsx';
import { Empty } from '../ui/empty.tsx';
import { Section } from '../ui/page.tsx';
import { Tag } from '../ui/tag.tsx';
import { useWords } from '../words/language.tsx';
import { CaseLink } from './case-link.tsx';
import { ChartFrame } from './chart-frame.tsx';
import styles from './charts.module.css';
import { columnsFor, type TownCell, type TownCount, townGrid } from './town-grid.ts';
import { words } from './words.ts';

/** Towns in official order as a grid of names and numbers: read, not compared. */
export function TownMap({
  campaignId,
  towns,
}: {
  readonly campaignId: string;
  readonly towns: readonly TownCount[];
}): ReactNode {
  const say = useWords(words);
  if (towns.length === 0)
    return (
      <Section title={say.towns}>
        <Empty why={say.noTowns} />
      </Section>
    );
  const columns = columnsFor(towns.length);
  const escalated = towns.reduce((sum, town) => sum + town.escalated, 0);
  const finding = say.townsFinding(towns.length, escalated);
  return (
    <ChartFrame
      title={say.towns}
      finding={finding}
      wide
      table={<TownTable campaignId={campaignId} towns={towns} />}
      note={say.schematic}
    >
      <ul
        className={styles['towns']}
        aria-label={finding}
        style={{ gridTemplateColumns: `repeat(${columns}, minmax(9rem, 1fr))` }}
      >
        {townGrid(towns, columns).map((cell) => (
          <Cell key={cell.town} campaignId={campaignId} cell={cell} />
        ))}
      </ul>
    </ChartFrame>
  );
}

function Cell({ campaignId, cell }: { readonly campaignId: string; readonly cell: TownCell }): ReactNode {
  const say = useWords(words);
  const { town, name, received, answered, escalated, shade } = cell;
  return (
    <li className={`${styles['town']} ${shade === null ? styles['noShade'] : styles[`shade${shade}`]}`}>
      <b>{name}</b>
      {received === 0 ? (
        <span>{say.nothingReceived}</span>
      ) : (
        <CaseLink campaignId={campaignId} line="town.received" town={town}>
          {say.ofReceived(answered, received)}
        </CaseLink>
      )}
      {escalated === 0 ? null : (
        <CaseLink campaignId={campaignId} line="town.escalated" town={town}>
          <Tag tone="warn">{say.coordinate(escalated)}</Tag>
        </CaseLink>
      )}
    </li>
  );
}

const columns = ['received', 'answered', 'dueSoon', 'overdue', 'escalated'] as const;

function TownTable({
  campaignId,
  towns,
}: {
  readonly campaignId: string;
  readonly towns: readonly TownCount[];
}): ReactNode {
  const say = useWords(words);
  const titles = { ...say, answered: say.answeredShort };
  return (
    <DataTable
      caption={say.tableOf(say.towns)}
      hidesCaption
      rows={[...towns].sort((a, b) => (a.town < b.town ? -1 : 1))}
      rowKey={({ town }) => town}
      columns={[
        { key: 'name', title: say.town, cell: ({ name }) => name, isRowHeader: true, isShort: true },
        ...columns.map((key) => ({
          key,
          title: titles[key],
          align: 'right' as const,
          cell: (row: TownCount) =>
            row[key] === 0 ? (
              0
            ) : (
              <CaseLink
                campaignId={campaignId}
                line={`town.${key}`}
                town={row.town}
                label={`${row.name} ${titles[key]} ${row[key]}`}
              >
                {row[key]}
              </CaseLink>
            ),
        })),
      ]}
    />
  );
}
