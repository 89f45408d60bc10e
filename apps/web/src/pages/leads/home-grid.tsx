import { Link } from '@tanstack/react-router';
import { type ReactNode, useCallback, useState } from 'react';
import { type GridRow, VirtualGrid } from '../../ui/virtual-grid.tsx';
import { useWords } from '../../words/language.tsx';
import { countLines, lineAt, lineOf } from './folding.ts';
import styles from './leads.module.css';
import { type GridProps, NotHere } from './lead-grid.tsx';
import { cardOf, homeCells, leadCells, leadName, Tick, useCellWords, useColumns } from './line-cells.tsx';
import { keepPlace, placeOf } from './places.ts';
import { useRowKeys } from './queue-keys.ts';
import { keyOf } from './queue-search.ts';
import { QueueState } from './queue-state.tsx';
import { choose, chosenOf, isChosen } from './selection.ts';
import { useGo } from './use-go.ts';
import { type HomeCard, type LeadLine, type QueueOf, useHomeQueue } from './use-queue.ts';
import { words } from './words.ts';

/** Lines below an unfolded household: its leads, and a way to the rest where there are more. */
const linesOf = ({ leads, openLeads, householdId }: HomeCard): number =>
  leads.length + (householdId !== null && openLeads > leads.length ? 1 : 0);

/** The queue household by household, each unfolding into its leads. */
export function HomeGrid(props: GridProps): ReactNode {
  const say = useWords(words);
  const { search, headTick } = props;
  const queue = useHomeQueue(search);
  const columns = useColumns('household', headTick);
  const lines = useLines(queue, keyOf(search));
  const acts = useActs(props, lines);
  const row = useRows(props, lines, acts);
  const { active, rowCount, unfolded, activate } = lines;
  const { want } = queue.windows;
  useRowKeys({
    move: (by) => activate(Math.min(Math.max(active + by, 0), Math.max(rowCount - 1, 0))),
    choose: () => acts.toggle(active),
    open: () => acts.open(active),
    unfold: () => acts.unfold(active, null),
    card: () => acts.openCard(active),
  });
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
        onOpen={acts.open}
        onChoose={acts.toggle}
        onUnfold={acts.unfold}
        onSight={see}
      />
    </QueueState>
  );
}

type Lines = ReturnType<typeof useLines>;

/** Households with the leads of those that are unfolded, as lines of one list. */
function useLines({ total, windows, places }: QueueOf<HomeCard>, place: string) {
  const [active, setActive] = useState(() => placeOf(place));
  const [unfolded, setUnfolded] = useState<ReadonlyMap<number, number>>(() => new Map());
  const [stood, setStood] = useState(places);
  if (stood !== places) {
    // Households stand elsewhere now: what was unfolded would be another one.
    setStood(places);
    if (stood !== null) setUnfolded(new Map());
  }
  const activate = useCallback(
    (row: number) => {
      keepPlace(place, row);
      setActive(row);
    },
    [place],
  );
  const at = (index: number) => {
    const line = lineAt(index, unfolded);
    return { ...line, found: windows.rowAt(line.home) };
  };
  return {
    active,
    activate,
    unfolded,
    rowCount: countLines(total ?? 0, unfolded),
    at,
    /** The household of a line, and which of its leads; null while it is not there. */
    cardAt: (index: number) => {
      const { home, below, found } = at(index);
      return found.kind === 'row' ? { home, below, card: found.row } : null;
    },
    turn: (home: number, card: HomeCard, isOpen: boolean) => {
      const next = new Map(unfolded);
      if (isOpen) next.set(home, linesOf(card));
      else next.delete(home);
      setUnfolded(next);
      activate(lineOf(home, next));
    },
  };
}

/** What keys and clicks do with a line. */
function useActs({ search, selection, onSelect }: GridProps, lines: Lines) {
  const { go, hrefOf } = useGo(search);
  const unfold = (index: number, isOpen: boolean | null): void => {
    const line = lines.cardAt(index);
    if (line === null) return;
    const isOpenNow = lines.unfolded.has(line.home);
    const wanted = isOpen ?? !isOpenNow;
    if (wanted !== isOpenNow) lines.turn(line.home, line.card, wanted);
  };
  return {
    go,
    hrefOf,
    unfold,
    openCard: (index: number): void => {
      const home = lines.cardAt(index)?.card.householdId ?? null;
      if (home !== null) go(cardOf(home));
    },
    toggle: (index: number): void => {
      const line = lines.cardAt(index);
      const ids = line === null ? [] : idsOf(line.card, line.below);
      if (ids.length > 0) onSelect(choose(selection, ids, chosenOf(selection, ids) !== 'all'));
    },
    open: (index: number): void => {
      const line = lines.cardAt(index);
      if (line === null) return;
      if (line.below === null) return unfold(index, null);
      const lead = line.card.leads[line.below];
      if (lead !== undefined) go(hrefOf(lead.id));
    },
  };
}

/** Leads of a line: all of the household, or the one below it. */
function idsOf({ leads }: HomeCard, below: number | null): string[] {
  return (below === null ? leads : leads.slice(below, below + 1)).map(({ id }) => id);
}

/** Draws a line. */
function useRows(
  { selection }: GridProps,
  lines: Lines,
  acts: ReturnType<typeof useActs>,
): (index: number) => GridRow {
  const say = useWords(words);
  const texts = useCellWords();
  const drawHome = (card: HomeCard, isOpen: boolean, index: number): GridRow => {
    const value = chosenOf(selection, idsOf(card, null));
    const tick = (
      <Tick label={say.chooseOne(card.headName)} value={value} onChange={() => acts.toggle(index)} />
    );
    const twig = (
      <button
        type="button"
        tabIndex={-1}
        className={styles['fold']}
        aria-label={isOpen ? say.fold(card.headName) : say.unfold(card.headName)}
        onClick={() => acts.unfold(index, !isOpen)}
      >
        {isOpen ? '▾' : '▸'}
      </button>
    );
    return {
      cells: homeCells(card, texts, { twig, tick, go: acts.go }),
      isChosen: value === 'all',
      isOpen,
      level: 1,
    };
  };
  const drawLead = (line: LeadLine, index: number): GridRow => {
    const isOn = isChosen(selection, line.id);
    const tick = (
      <Tick
        label={say.chooseOne(leadName(line, texts))}
        value={isOn ? 'all' : 'none'}
        onChange={() => acts.toggle(index)}
      />
    );
    const link = { href: acts.hrefOf(line.id), go: acts.go };
    return { level: 2, isChosen: isOn, cells: leadCells(line, texts, link, tick) };
  };
  return (index) => {
    const { home, below, found } = lines.at(index);
    if (found.kind !== 'row') return { cells: [<NotHere key="row" kind={found.kind} />] };
    if (below === null) return drawHome(found.row, lines.unfolded.has(home), index);
    const lead = found.row.leads[below];
    return lead === undefined ? moreRow(found.row, say.moreInCard) : drawLead(lead, index);
  };
}

function moreRow({ householdId }: HomeCard, title: string): GridRow {
  const link = (
    <Link key="more" to="/households/$id" params={{ id: householdId ?? '' }}>
      {title}
    </Link>
  );
  return { level: 2, cells: [link] };
}
