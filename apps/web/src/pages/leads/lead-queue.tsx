import { useNavigate, useSearch } from '@tanstack/react-router';
import { type CSSProperties, type ReactNode, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useAsk, useForget } from '../../api/use-api.tsx';
import { OnlyFor } from '../../shell/only-for.tsx';
import { Button } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { useWords } from '../../words/language.tsx';
import { BulkBar } from './bulk-bar.tsx';
import { FilterBar } from './filter-bar.tsx';
import { HomeGrid } from './home-grid.tsx';
import { LeadGrid } from './lead-grid.tsx';
import styles from './leads.module.css';
import { Tick } from './line-cells.tsx';
import { keyOf, type QueueSearch, readQueueSearch, valuesOf, withValues } from './queue-search.ts';
import { RegionTree } from './region-tree.tsx';
import { countChosen, everything, nothing, type Selection } from './selection.ts';
import { ViewTabs } from './view-tabs.tsx';
import { words } from './words.ts';

/** 疑点: the queue of leads, by household or one by one, cut by place, filters and views; whatever cuts it is in the address. */
export function LeadQueue(): ReactNode {
  const say = useWords(words);
  const navigate = useNavigate();
  const given: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const text = JSON.stringify(given);
  const search = useMemo(() => readQueueSearch(JSON.parse(text) as Record<string, unknown>), [text]);
  const change = (next: QueueSearch): void => void navigate({ to: '/leads', search: { ...next } });
  const [town] = valuesOf(search.filter, 'town');
  const anywhere = withValues(search, 'town', []).filter ?? [];
  return (
    <OnlyFor may="lead.read">
      <Page title={say.title} lead={say.lead} actions={<Refresh />}>
        <Room>
          <details className={`card ${styles['side']}`} open={matchMedia('(min-width: 60rem)').matches}>
            <summary>
              <h2>{say.regions}</h2>
            </summary>
            <RegionTree
              filter={anywhere}
              chosen={town ?? null}
              onChoose={(code) => change(withValues(search, 'town', code === null ? [] : [code]))}
            />
          </details>
          <div className={styles['main']}>
            <ViewTabs search={search} />
            <FilterBar search={search} onChange={change} />
            <QueueBody key={keyOf(search)} search={search} onChange={change} />
          </div>
        </Room>
      </Page>
    </OnlyFor>
  );
}

/** As high as the window has room below the heading, so that the queue scrolls in its frame and not the page. */
function Room({ children }: { readonly children: ReactNode }): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState<number | null>(null);
  useLayoutEffect(() => {
    const look = (): void => {
      const top = box.current?.getBoundingClientRect().top ?? 0;
      setRoom(Math.max(window.innerHeight - (top + window.scrollY) - 12, 380));
    };
    look();
    const watcher = new ResizeObserver(look);
    watcher.observe(document.body);
    addEventListener('resize', look);
    return () => {
      watcher.disconnect();
      removeEventListener('resize', look);
    };
  }, []);
  const style = room === null ? undefined : ({ '--room': `${room}px` } as CSSProperties);
  return (
    <div ref={box} className={styles['queue']} style={style}>
      {children}
    </div>
  );
}

function Refresh(): ReactNode {
  const say = useWords(words);
  const forget = useForget();
  return (
    <Button kind="quiet" onClick={() => void forget(['lead', 'view'])}>
      {say.refresh}
    </Button>
  );
}

/** The grid with what is chosen in it: another filter is another choice. */
function QueueBody({
  search,
  onChange,
}: {
  readonly search: QueueSearch;
  readonly onChange: (search: QueueSearch) => void;
}): ReactNode {
  const say = useWords(words);
  const [selection, setSelection] = useState<Selection>(nothing);
  const filter = [...(search.filter ?? [])];
  const leads = useAsk('lead.outline', { filter, order: search.order ?? 'due', by: 'lead' });
  const total = leads.data?.total ?? 0;
  const count = countChosen(selection, total);
  const headTick = (
    <Tick
      isStop
      label={say.chooseAll}
      value={count === 0 ? 'none' : count >= total ? 'all' : 'some'}
      onChange={(isOn) => setSelection(isOn ? everything : nothing)}
    />
  );
  const Grid = search.by === 'lead' ? LeadGrid : HomeGrid;
  return (
    <>
      <BulkBar
        search={search}
        selection={selection}
        total={leads.data?.total ?? null}
        isMore={leads.data?.isMore ?? false}
        onSelect={setSelection}
        onChange={onChange}
      />
      <Grid search={search} selection={selection} onSelect={setSelection} headTick={headTick} />
      <p className={`soft ${styles['hint']}`}>{say.keysHint}</p>
    </>
  );
}
