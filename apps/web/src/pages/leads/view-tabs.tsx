import { type ReactNode, useState } from 'react';
import { useAsk } from '../../api/use-api.tsx';
import { Button } from '../../ui/button.tsx';
import { LinkTabs } from '../../ui/link-tabs.tsx';
import { Tag } from '../../ui/tag.tsx';
import { useWords } from '../../words/language.tsx';
import styles from './leads.module.css';
import { isSameSearch, type QueueSearch, readQueueSearch } from './queue-search.ts';
import type { SavedView } from './saved-view.ts';
import { ViewDialog } from './view-dialog.tsx';
import { words } from './words.ts';

/** What a saved view shows, as an address has it. */
export function searchOf({ filter, order, by }: Pick<SavedView, 'filter' | 'order' | 'by'>): QueueSearch {
  return readQueueSearch({ filter, order, by });
}

const given = [
  { key: 'viewAll', filter: [] },
  { key: 'viewMine', filter: ['assigned:me'] },
  { key: 'viewNew', filter: ['state:new'] },
  { key: 'viewSerious', filter: ['severity:serious'] },
  { key: 'viewOverdue', filter: ['overdue:yes'] },
  { key: 'viewEnded', filter: ['ended:yes'] },
] as const;

/** Views that everybody has, and those one keeps or shares, as tabs; the present filters become another one. */
export function ViewTabs({ search }: { readonly search: QueueSearch }): ReactNode {
  const say = useWords(words);
  const saved = useAsk('view.list', {});
  const [isOpen, setOpen] = useState(false);
  const views = saved.data?.items ?? [];
  const here = views.find((view) => isSameSearch(searchOf(view), search));
  const keep: QueueSearch = search.by === undefined ? {} : { by: search.by };
  const tabs = [
    ...given.map(({ key, filter }) => {
      const target: QueueSearch = filter.length === 0 ? keep : { ...keep, filter };
      return { key, title: say[key], target };
    }),
    ...views.map((view) => ({
      key: view.id,
      title: (
        <>
          {view.title} {view.isShared ? <Tag>{say.viewShared}</Tag> : null}
        </>
      ),
      target: searchOf(view),
    })),
  ];
  const current = here?.id ?? tabs.find(({ target }) => isSameSearch(target, search))?.key;
  return (
    <div className={styles['views']}>
      <LinkTabs
        label={say.views}
        tabs={tabs.map(({ key, title, target }) => ({
          key,
          title,
          to: '/leads',
          search: { ...target },
          isCurrent: key === current,
        }))}
      />
      {current !== undefined && here?.isOwn !== true ? null : (
        <Button kind="quiet" onClick={() => setOpen(true)}>
          {here === undefined ? say.saveView : say.changeView}
        </Button>
      )}
      {isOpen ? <ViewDialog search={search} view={here ?? null} onClose={() => setOpen(false)} /> : null}
    </div>
  );
}
