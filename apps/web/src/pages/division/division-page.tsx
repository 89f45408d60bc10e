import { Link, useSearch } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useAsk } from '../../api/use-api.tsx';
import { useSession } from '../../session/session.tsx';
import { OnlyFor } from '../../shell/only-for.tsx';
import { Asked } from '../../ui/asked.tsx';
import { Button } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { RegionName, useRegionName } from '../../ui/region-name.tsx';
import { Tag } from '../../ui/tag.tsx';
import { useWords } from '../../words/language.tsx';
import { AddList } from './add-list.tsx';
import { ChangeDialog, type Change } from './change-dialog.tsx';
import { ChangeLog } from './change-log.tsx';
import { levelsAbove, type Place, rootOf } from './levels.ts';
import styles from './division.module.css';
import { words } from './words.ts';

/** Divisions as they stand: what lies below one, lists of villages, names, mergers, and what was changed. */
export function DivisionPage(): ReactNode {
  const say = useWords(words);
  const { who } = useSession();
  const { of }: { of?: string } = useSearch({ strict: false });
  const root = rootOf(who.appointments.map(({ area }) => area));
  const at = of ?? root;
  return (
    <OnlyFor may="system.read">
      <Page title={say.title} lead={say.lead}>
        <Trail at={at} root={root} />
        {at.length < 4 ? <Larger at={at} /> : <Managed at={at} />}
      </Page>
    </OnlyFor>
  );
}

function Trail({ at, root }: { readonly at: string; readonly root: string }): ReactNode {
  const say = useWords(words);
  return (
    <nav className="crumbs" aria-label={say.title}>
      <ol>
        {levelsAbove(at, root).map((code) => (
          <li key={code}>
            <Link to="/admin/divisions" search={{ of: code }} aria-current={code === at ? 'page' : undefined}>
              {code === '' ? say.whole : <RegionName code={code} />}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** The country and provinces: only to go down from. */
function Larger({ at }: { readonly at: string }): ReactNode {
  const say = useWords(words);
  const below = useAsk('division.children', { of: at });
  return (
    <Section title={say.below}>
      <Asked query={below}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty why={say.nothing} />
          ) : (
            <ul className={styles['places']}>
              {items.map(({ code, name }) => (
                <li key={code}>
                  <Link to="/admin/divisions" search={{ of: code }}>
                    {name}
                  </Link>
                </li>
              ))}
            </ul>
          )
        }
      </Asked>
    </Section>
  );
}

function Managed({ at }: { readonly at: string }): ReactNode {
  const say = useWords(words);
  const { may } = useSession();
  const [isAdding, setAdding] = useState(false);
  const [change, setChange] = useState<Change | null>(null);
  const places = useAsk('divisionChange.places', { of: at });
  const name = useRegionName(at);
  const county = at.slice(0, 6);
  const whyNot = may('system.operate') ? (at.length < 6 ? say.chooseCounty : null) : say.noOperate;
  return (
    <>
      <Section
        title={say.below}
        actions={
          <Button kind="main" whyNot={whyNot} onClick={() => setAdding(true)}>
            {say.addList}
          </Button>
        }
      >
        <Asked query={places}>
          {({ items }) => <Places at={at} name={name} items={items} onChange={setChange} />}
        </Asked>
      </Section>
      <ChangeLog region={at} />
      {isAdding ? <AddList county={county} onClose={() => setAdding(false)} /> : null}
      {change === null || places.data === undefined ? null : (
        <ChangeDialog change={change} beside={places.data.items} onClose={() => setChange(null)} />
      )}
    </>
  );
}

function Places({
  at,
  name,
  items,
  onChange,
}: {
  readonly at: string;
  readonly name: string;
  readonly items: readonly Place[];
  readonly onChange: (change: Change) => void;
}): ReactNode {
  const say = useWords(words);
  const { may } = useSession();
  const operates = may('system.operate') && at.length >= 6;
  return (
    <DataTable
      caption={say.belowCaption(name)}
      rows={items}
      rowKey={({ code }) => code}
      empty={<Empty why={at.length === 9 ? say.nothingBelow : say.nothing} />}
      columns={[
        {
          key: 'code',
          title: say.code,
          isShort: true,
          cell: ({ code }) => <span className="figures">{code}</span>,
        },
        {
          key: 'name',
          title: say.name,
          isRowHeader: true,
          cell: (one) =>
            one.code.length === 12 ? (
              one.name
            ) : (
              <Link to="/admin/divisions" search={{ of: one.code }}>
                {one.name}
              </Link>
            ),
        },
        { key: 'origin', title: say.origin, cell: ({ isLocal }) => (isLocal ? say.own : say.published) },
        { key: 'state', title: say.state, cell: (one) => <StateOf place={one} /> },
        ...(operates
          ? [
              {
                key: 'acts',
                title: say.acts,
                cell: (one: Place) =>
                  one.endedOn === null ? <Acts place={one} onChange={onChange} /> : null,
              },
            ]
          : []),
      ]}
    />
  );
}

function StateOf({ place: { endedOn, successor } }: { readonly place: Place }): ReactNode {
  const say = useWords(words);
  if (endedOn === null || successor === null) return <Tag tone="good">{say.inUse}</Tag>;
  return <Tag>{say.mergedInto(endedOn, successor.name)}</Tag>;
}

function Acts({
  place,
  onChange,
}: {
  readonly place: Place;
  readonly onChange: (change: Change) => void;
}): ReactNode {
  const say = useWords(words);
  const kinds = place.isLocal ? (['rename', 'merge'] as const) : (['merge'] as const);
  return (
    <div className="buttons">
      {kinds.map((kind) => (
        <button
          key={kind}
          type="button"
          className="link"
          aria-label={`${say[kind]} ${place.name}`}
          onClick={() => onChange({ kind, place })}
        >
          {say[kind]}
        </button>
      ))}
    </div>
  );
}
