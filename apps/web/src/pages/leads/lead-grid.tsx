import { type ReactNode, useCallback, useState } from 'react';
import { type GridRow, VirtualGrid } from '../../ui/virtual-grid.tsx';
import { useWords } from '../../words/language.tsx';
import { leadCells, leadName, Tick, useCellWords, useColumns } from './line-cells.tsx';
import { keepPlace, placeOf } from './places.ts';
import { useRowKeys } from './queue-keys.ts';
import { keyOf, type QueueSearch } from './queue-search.ts';
import { QueueState } from './queue-state.tsx';
import { choose, isChosen, type Selection } from './selection.ts';
import { useLeadQueue } from './use-queue.ts';
import { useGo } from './use-go.ts';
import { words } from './words.ts';

export interface GridProps {
  readonly search: QueueSearch;
  readonly selection: Selection;
  readonly onSelect: (selection: Selection) => void;
  /** Tick at the head of the grid. */
  readonly headTick: ReactNode;
}

/** The queue lead by lead: a hundred thousand rows, of which those in sight are fetched. */
export function LeadGrid({ search, selection, onSelect, headTick }: GridProps): ReactNode {
  const say = useWords(words);
  const queue = useLeadQueue(search);
  const columns = useColumns('lead', headTick);
  const texts = useCellWords();
  const { go, hrefOf } = useGo(search);
  const place = keyOf(search);
  const [active, setActive] = useState(() => placeOf(place));
  const { total, windows } = queue;
  const activate = useCallback(
    (row: number) => {
      keepPlace(place, row);
      setActive(row);
    },
    [place],
  );
  const lineOf = (index: number) => {
    const at = windows.rowAt(index);
    return at.kind === 'row' ? at.row : null;
  };
  const toggle = (index: number): void => {
    const line = lineOf(index);
    if (line !== null) onSelect(choose(selection, [line.id], !isChosen(selection, line.id)));
  };
  const open = (index: number): void => {
    const line = lineOf(index);
    if (line !== null) go(hrefOf(line.id));
  };
  const rowCount = total ?? 0;
  useRowKeys({
    move: (by) => activate(Math.min(Math.max(active + by, 0), Math.max(rowCount - 1, 0))),
    choose: () => toggle(active),
    open: () => open(active),
  });
  const row = (index: number): GridRow => {
    const at = windows.rowAt(index);
    if (at.kind !== 'row') return { cells: [<NotHere key="row" kind={at.kind} />] };
    const isOn = isChosen(selection, at.row.id);
    const tick = (
      <Tick
        label={say.chooseOne(leadName(at.row, texts))}
        value={isOn ? 'all' : 'none'}
        onChange={() => toggle(index)}
      />
    );
    return { cells: leadCells(at.row, texts, { href: hrefOf(at.row.id), go }, tick), isChosen: isOn };
  };
  return (
    <QueueState queue={queue} search={search}>
      <VirtualGrid
        label={say.grid}
        columns={columns}
        minWidth="60rem"
        rowCount={rowCount}
        row={row}
        active={Math.min(active, Math.max(rowCount - 1, 0))}
        onActive={activate}
        onOpen={open}
        onChoose={toggle}
        onSight={windows.want}
      />
    </QueueState>
  );
}

const rowWords = { waiting: 'loadingRow', failed: 'failedRow', gone: 'goneRow' } as const;

/** What stands in a row that has not come, or has left the list. */
export function NotHere({ kind }: { readonly kind: keyof typeof rowWords }): ReactNode {
  return <span className="soft">{useWords(words)[rowWords[kind]]}</span>;
}
