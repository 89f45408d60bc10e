import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { type Got, usePages } from '../../api/use-api.tsx';
import { useSession } from '../../session/session.tsx';
import { Button } from '../../ui/button.tsx';
import type { Column } from '../../ui/data-table.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Section } from '../../ui/page.tsx';
import { RegionName } from '../../ui/region-name.tsx';
import { Tag } from '../../ui/tag.tsx';
import { useWords } from '../../words/language.tsx';
import { PagedTable } from '../../ui/paged-table.tsx';
import { AssignDialog, EnterDialog, ReplaceDialog } from './item-dialogs.tsx';
import styles from './sample.module.css';
import { actsOn, checkedOf, withoutVisit } from './sample-rows.ts';
import { StratumName } from './stratum-name.tsx';
import type { Item } from './use-sample.ts';
import { sampleWords } from './words.ts';
import { useTableName } from '../../ui/use-table-name.ts';

type Sample = Got<'sample.list'>['items'][number];
type Act = { readonly item: Item; readonly act: 'enter' | 'replace' };

/** Households drawn, in the order of the draw: visits, results, replacements. */
export function ItemSection({ sample }: { readonly sample: Sample }): ReactNode {
  const say = useWords(sampleWords);
  const listOf = useTableName();
  const { may } = useSession();
  const pages = usePages('sample.items', { id: sample.id, limit: 200 });
  const [chosen, setChosen] = useState<Act | null>(null);
  const [isAssigning, setAssigning] = useState(false);
  const { checked, all } = checkedOf(pages.rows);
  const open = withoutVisit(pages.rows);
  const mayDraw = may('sample.draw');
  return (
    <Section
      title={say.items}
      actions={
        mayDraw ? (
          <Button whyNot={open.length === 0 ? say.allAssigned : null} onClick={() => setAssigning(true)}>
            {say.assign}
          </Button>
        ) : undefined
      }
    >
      <p role="status">{say.progress(checked, all)}</p>
      <PagedTable
        pages={pages}
        caption={listOf(say.items)}
        hidesCaption
        columns={useColumns(mayDraw, (item, act) => setChosen({ item, act }))}
        rowKey={(row) => `${row.householdId} ${row.drawNo}`}
        empty={<Empty why={say.noItems} />}
      />
      {isAssigning ? (
        <AssignDialog
          sampleId={sample.id}
          region={sample.region}
          householdIds={open.slice(0, 200)}
          onClose={() => setAssigning(false)}
        />
      ) : null}
      {chosen?.act === 'enter' ? (
        <EnterDialog sampleId={sample.id} item={chosen.item} onClose={() => setChosen(null)} />
      ) : null}
      {chosen?.act === 'replace' ? (
        <ReplaceDialog sampleId={sample.id} item={chosen.item} onClose={() => setChosen(null)} />
      ) : null}
    </Section>
  );
}

function useColumns(mayDraw: boolean, onAct: (item: Item, act: Act['act']) => void): Column<Item>[] {
  const say = useWords(sampleWords);
  const names = { enter: say.enterNamed, replace: say.replaceNamed };
  return [
    { key: 'drawNo', title: say.drawNo, align: 'right', cell: ({ drawNo }) => drawNo },
    { key: 'household', title: say.household, isRowHeader: true, cell: (row) => <Household item={row} /> },
    { key: 'region', title: say.town, cell: ({ region }) => <RegionName code={region} /> },
    { key: 'stratum', title: say.stratum, cell: ({ stratum }) => <StratumName stratum={stratum} /> },
    { key: 'persons', title: say.persons, align: 'right', cell: ({ persons }) => persons },
    {
      key: 'visit',
      title: say.visit,
      cell: ({ matterId }) =>
        matterId === null ? (
          <span className="soft">{say.noVisit}</span>
        ) : (
          <Link to="/matters/$id" params={{ id: matterId }}>
            {say.toVisit}
          </Link>
        ),
    },
    { key: 'first', title: say.first, cell: ({ first }) => <ResultWord result={first} /> },
    { key: 'second', title: say.second, cell: (row) => <Second item={row} /> },
    ...(mayDraw
      ? [
          {
            key: 'acts',
            title: say.acts,
            cell: (row: Item) => (
              <span className="buttons">
                {actsOn(row).map((act) => (
                  <Button key={act} aria-label={names[act](row.drawNo)} onClick={() => onAct(row, act)}>
                    {say[act]}
                  </Button>
                ))}
              </span>
            ),
          },
        ]
      : []),
  ];
}

function Household({ item }: { readonly item: Item }): ReactNode {
  const say = useWords(sampleWords);
  return (
    <>
      <Link
        to="/households/$id"
        params={{ id: item.householdId }}
        className={item.isReplaced ? styles['out'] : undefined}
      >
        {item.title}
      </Link>{' '}
      {item.isMust ? <Tag tone="info">{say.must}</Tag> : null}
      {item.replaces === null ? null : <Tag>{say.replaces}</Tag>}
      {item.isReplaced ? (
        <>
          <Tag>{say.replaced}</Tag> <small>{item.reason}</small>
        </>
      ) : null}
    </>
  );
}

function Second({ item: { first, second } }: { readonly item: Item }): ReactNode {
  const say = useWords(sampleWords);
  if (second === null) return null;
  return (
    <>
      <ResultWord result={second} />{' '}
      {first === second ? <Tag tone="good">{say.same}</Tag> : <Tag tone="warn">{say.differs}</Tag>}
    </>
  );
}

/** A result in words. */
export function ResultWord({ result }: { readonly result: string | null }): ReactNode {
  const say = useWords(sampleWords);
  if (result === null) return null;
  const known = { keep: say.keep, increase: say.increase, reduce: say.reduce, stop: say.stop };
  return <>{known[result as keyof typeof known] ?? result}</>;
}
