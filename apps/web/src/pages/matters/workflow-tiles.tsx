import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useAsk } from '../../api/use-api.tsx';
import { useLang, useWords } from '../../words/language.tsx';
import type { Workflows } from '../matter/use-workflows.ts';
import { listedWorkflows } from './columns.ts';
import { filterOf } from './list-search.ts';
import styles from './matters.module.css';
import { words } from './words.ts';

/** How many are open and overdue of every workflow; each number opens its list. */
export function WorkflowTiles({ workflows }: { readonly workflows: Workflows }): ReactNode {
  const lang = useLang();
  return (
    <ul className="tiles">
      {listedWorkflows.map((id) => (
        <li key={id}>
          <Tile id={id} title={workflows[id]?.title[lang] ?? id} />
        </li>
      ))}
    </ul>
  );
}

function Tile({ id, title }: { readonly id: string; readonly title: string }): ReactNode {
  const say = useWords(words);
  const open = useAsk('matter.count', { filter: filterOf({ workflow: id }, null) });
  const overdue = useAsk('matter.count', { filter: filterOf({ workflow: id, show: 'overdue' }, null) });
  const text = (count: { count: number; isMore: boolean } | undefined): string =>
    count === undefined ? '…' : count.isMore ? say.more(count.count) : `${count.count}`;
  return (
    <div className="tile">
      <Link to="/matters" search={{ workflow: id }} className={styles['tile']}>
        <span>{title}</span>
        <span>
          <b>{text(open.data)}</b> {say.open}
        </span>
      </Link>
      {(overdue.data?.count ?? 0) === 0 ? (
        <small className="soft">{overdue.data === undefined ? '…' : say.none}</small>
      ) : (
        <Link to="/matters" search={{ workflow: id, show: 'overdue' }}>
          {say.overdue(text(overdue.data))}
        </Link>
      )}
    </div>
  );
}
