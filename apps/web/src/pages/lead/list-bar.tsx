import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Button } from '../../ui/button.tsx';
import { useKeys } from '../../ui/keys.tsx';
import { useWords } from '../../words/language.tsx';
import type { QueueSearch } from '../leads/queue-search.ts';
import type { ListPlace } from './list-place.ts';
import styles from './lead.module.css';
import { leadWords } from './words.ts';

/** How far one is in the list one came from, and the way to the next that was not looked at. */
export function ListBar({
  place,
  search,
  onGo,
}: {
  readonly place: ListPlace | null;
  readonly search: QueueSearch;
  readonly onGo: (matterId: string | null) => void;
}): ReactNode {
  const say = useWords(leadWords);
  useKeys(
    place === null
      ? []
      : [
          { key: 'n', title: say.nextKey, run: () => onGo(place.next) },
          ...(place.previous === null
            ? []
            : [{ key: 'p', title: say.previousKey, run: () => onGo(place.previous) }]),
        ],
  );
  return (
    <div className={styles['place']}>
      {place === null ? null : <span className="soft">{say.seenOf(place.seen, place.total)}</span>}
      <Link to="/leads" search={search}>
        {say.backToList}
      </Link>
      {place === null ? null : (
        <>
          {place.previous === null ? null : (
            <Button hotkey="P" onClick={() => onGo(place.previous)}>
              {say.previous}
            </Button>
          )}
          <Button
            hotkey="N"
            whyNot={place.next === null ? say.allSeen : null}
            onClick={() => onGo(place.next)}
          >
            {say.next}
          </Button>
        </>
      )}
    </div>
  );
}
