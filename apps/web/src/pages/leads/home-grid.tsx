import { Link } from '@tanstack/react-router';
import { type ReactNode, useCallback, useState } from 'react';
import { type GridRow, VirtualGrid } from '../../ui/virtual-grid.tsx';
import { useWords } from '../../words/language.tsx';
import { countLines, lineAt, lineOf } from './folding.ts';
import styles from './leads.module.css';
import { type GridProps, rowWords } from './lead-grid.tsx';
import { homeCells, leadCells, leadName, Tick, useCellWords, useColumns } from './line-cells.tsx';
import { keepPlace, placeOf } from './places.ts';
import { useRowKeys } from './queue-keys.ts';
import { keyOf } from './queue-search.ts';
import { QueueState } from './queue-state.tsx';
import { choose, chosenOf, isChosen } from './selection.ts';
import { useGo } from './use-go.ts';
import { type HomeCard, useHomeQueue } from './use-queue.ts';
import { words } from './words.ts';

/** Lines below an unfolded household: its leads, and a way to the rest where there are more. */
const linesOf = ({ leads, openLeads, householdId }: HomeCard): number =>
  leads.length + (householdId !== null && openLeads > leads.length ? 1 : 0);

/** The queue household by household, each unfolding into its leads. */
export function HomeGrid({ search, selection, onSelect, headTick }: GridProps): ReactNode {
  const say = useWords(words);
  const queue = useHomeQueue(search);
  const columns = useColumns('household', headTick);
  const texts = useCellWords();
  const { go, hrefOf } = useGo(search);
  const place = keyOf(search);
  const [active, setActive] = useState(() => placeOf(place));
  const [unfolded, setUnfolded] = useState<ReadonlyMap<number, number>>(() => new Map());
  const { total, windows } = queue;
  const rowCount = countLines(total ?? 0, unfolded);
  const activate = useCallback(
    (row: number) => {
      keepPlace(place, row);
      setActive(row);
    },
    [place],
  );
  const cardAt = (home: number): HomeCard | null => {
    const at = windows.rowAt(home);
    return at.kind === 'row' ? at.row : null;
  };
  const unfold = (home: number, isOpen: boolean): void => {
    const card = cardAt(home);
    if (card === null || unfolded.has(home) === isOpen) return;
    const next = new Map(unfolded);
    if (isOpen) next.set(home, linesOf(card));
    else next.delete(home);
    setUnfolded(next);
    activate(lineOf(home, next));
  };
  const toggle = (index: number): void => {
    const { home, below } = lineAt(index, unfolded);
    const leads = cardAt(home)?.leads ?? [];
    const ids = (below === null ? leads : leads.slice(below, below + 1)).map(({ id }) => id);
    if (ids.length > 0) onSelect(choose(selection, ids, chosenOf(selection, ids) !== 'all'));
  };
  const open = (index: number): void => {
    const { home, below } = lineAt(index, unfolded);
    if (below === null) return unfold(home, !unfolded.has(home));
    const line = cardAt(home)?.leads[below];
    if (line !== undefined) go(hrefOf(line.id));
  };
  const drawHome = (card: HomeCard, home: number, index: number): GridRow => {
    const isOpen = unfolded.has(home);
    const ids = card.leads.map(({ id }) => id);
    const value = chosenOf(selection, ids);
    const tick = <Tick label={say.chooseOne(card.headName)} value={value} onChange={() => toggle(index)} />;
    const twig = (
      <button
        type="button"
        tabIndex={-1}
        className={styles['fold']}
        aria-label={isOpen ? say.fold(card.headName) : say.unfold(card.headName)}
        onClick={() => unfold(home, !isOpen)}
      >
        {isOpen ? '▾' : '▸'}
      </button>
    );
    return { cells: homeCells(card, texts, twig, tick), isChosen: value === 'all', isOpen, level: 1 };
  };
  const drawLead = (card: HomeCard, below: number, index: number): GridRow => {
    const line = card.leads[below];
    if (line === undefined)
      return {
        level: 2,
        cells: [
          <Link key="more" to="/households/$id" params={{ id: card.householdId ?? '' }}>
            {say.moreInCard}
          </Link>,
        ],
      };
    const isOn = isChosen(selection, line.id);
    const tick = (
      <Tick
        label={say.chooseOne(leadName(line, texts))}
        value={isOn ? 'all' : 'none'}
        onChange={() => toggle(index)}
      />
    );
    const cells = leadCells(line, texts, { href: hrefOf(line.id), go }, tick);
    return { level: 2, isChosen: isOn, cells };
  };
  const row = (index: number): GridRow => {
    const { home, below } = lineAt(index, unfolded);
    const at = windows.rowAt(home);
    if (at.kind !== 'row') return { cells: [<span className="soft">{say[rowWords[at.kind]]}</span>] };
    return below === null ? drawHome(at.row, home, index) : drawLead(at.row, below, index);
  };
  useRowKeys({
    move: (by) => activate(Math.min(Math.max(active + by, 0), Math.max(rowCount - 1, 0))),
    choose: () => toggle(active),
    open: () => open(active),
    unfold: () => {
      const { home } = lineAt(active, unfolded);
      unfold(home, !unfolded.has(home));
    },
  });
  const { want } = windows;
  const see = useCallback(
    (first: number, last: number) =>
      want(lineAt(first, unfolded).home, lineAt(Math.max(last, 0), unfolded).home),
    [want, unfolded],
  );
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
        onUnfold={(index, isOpen) => unfold(lineAt(index, unfolded).home, isOpen)}
        onSight={see}
      />
    </QueueState>
  );
}
