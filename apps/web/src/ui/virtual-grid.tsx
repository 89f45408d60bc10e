import {
  type CSSProperties,
  type KeyboardEvent,
  memo,
  type ReactNode,
  useCallback,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { rowAfterKey, rowsInSight, scrollToRow } from './grid-view.ts';
import styles from './virtual-grid.module.css';

export interface GridColumn {
  readonly key: string;
  readonly title: ReactNode;
  /** A track of a CSS grid, such as '8rem' or 'minmax(12rem, 1fr)'. */
  readonly width: string;
  readonly align?: 'right';
}

/** A row as it is drawn. */
export interface GridRow {
  /** In the order of the columns. A single one fills the whole row. */
  readonly cells: readonly ReactNode[];
  readonly isChosen?: boolean;
  /** Of a row below another one: indented. */
  readonly level?: 1 | 2;
  /** For a row that unfolds: whether it has. */
  readonly isOpen?: boolean;
  /** For those who hear it, where the cells do not say it. */
  readonly label?: string;
}

interface Props {
  readonly label: string;
  readonly columns: readonly GridColumn[];
  /** Below this width it scrolls sideways in its own frame, such as '60rem'. */
  readonly minWidth?: string;
  readonly rowCount: number;
  readonly rowHeight?: number;
  /** What stands at a row; asked for the rows in sight only. */
  readonly row: (index: number) => GridRow;
  /** The row that keys act on. */
  readonly active: number;
  readonly onActive: (index: number) => void;
  /** Enter, or a click on the row itself. */
  readonly onOpen: (index: number) => void;
  /** Space. */
  readonly onChoose: (index: number) => void;
  /** Right and left arrow on a row that unfolds. */
  readonly onUnfold?: (index: number, isOpen: boolean) => void;
  /** Rows drawn, both ends included: told whenever they change. */
  readonly onSight: (first: number, last: number) => void;
}

/**
 * A grid of any number of rows of one height, of which only those in sight are drawn. One stop of the Tab key: arrows,
 * PageUp, PageDown, Home and End go through the rows, wherever they are.
 */
export function VirtualGrid(props: Props): ReactNode {
  const { label, columns, minWidth = '0', rowCount, rowHeight = 44, row, active, onSight } = props;
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const sight = useSight(frame, rowHeight, rowCount);
  const { first, last } = sight;
  useEffect(() => onSight(first, last), [first, last, onSight]);
  useKeepInSight(frame, active, rowHeight, rowCount > 0);
  const tracks = columns.map(({ width }) => width).join(' ');
  const count = Math.max(last - first + 1, 0);
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- it has a role: a grid, or one of a tree
    <div
      ref={frame}
      className={styles['frame']}
      // Rows that unfold make it a tree.
      role={props.onUnfold === undefined ? 'grid' : 'treegrid'}
      aria-label={label}
      aria-rowcount={rowCount + 1}
      aria-colcount={columns.length}
      aria-multiselectable
      aria-activedescendant={active >= first && active <= last ? `${id}-${active}` : undefined}
      tabIndex={0}
      onScroll={sight.look}
      onKeyDown={(event) => hearKey(event, props, frame.current, rowHeight)}
    >
      <div role="rowgroup" className={styles['head']} style={{ minWidth }}>
        <div role="row" aria-rowindex={1} className={styles['row']} style={{ gridTemplateColumns: tracks }}>
          {columns.map(({ key, title, align }) => (
            <div key={key} role="columnheader" className={align === 'right' ? styles['right'] : undefined}>
              {title}
            </div>
          ))}
        </div>
      </div>
      <div role="rowgroup" className={styles['body']} style={{ minWidth, height: rowCount * rowHeight }}>
        {Array.from({ length: count }, (_, i) => first + i).map((index) => (
          <GridLine
            key={index}
            id={`${id}-${index}`}
            index={index}
            drawn={row(index)}
            columns={columns}
            place={{ gridTemplateColumns: tracks, height: rowHeight, top: index * rowHeight }}
            isActive={index === active}
            onPress={props.onActive}
            onOpen={props.onOpen}
          />
        ))}
      </div>
    </div>
  );
}

interface LineProps {
  readonly id: string;
  readonly index: number;
  readonly drawn: GridRow;
  readonly columns: readonly GridColumn[];
  readonly place: CSSProperties;
  readonly isActive: boolean;
  readonly onPress: (index: number) => void;
  readonly onOpen: (index: number) => void;
}

const GridLine = memo(function GridLine(props: LineProps): ReactNode {
  const { id, index, drawn, columns, place, isActive, onPress, onOpen } = props;
  const { cells, isChosen = false, isOpen, level, label } = drawn;
  const isWhole = cells.length === 1 && columns.length > 1;
  const look = [
    styles['row'],
    styles['line'],
    isActive ? styles['active'] : '',
    isChosen ? styles['chosen'] : '',
    level === 2 ? styles['inner'] : '',
  ];
  return (
    <div
      id={id}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isChosen}
      aria-expanded={isOpen}
      aria-level={level}
      aria-label={label}
      className={look.join(' ')}
      style={place}
      onMouseDown={() => onPress(index)}
      onDoubleClick={() => onOpen(index)}
    >
      {cells.map((cell, at) => (
        <div
          key={columns[at]?.key ?? at}
          role="gridcell"
          aria-colindex={at + 1}
          aria-colspan={isWhole ? columns.length : undefined}
          className={[
            columns[at]?.align === 'right' && !isWhole ? styles['right'] : '',
            isWhole ? styles['whole'] : '',
          ].join(' ')}
        >
          {cell}
        </div>
      ))}
    </div>
  );
});

/** Rows to draw, as the frame is scrolled and sized. */
function useSight(
  frame: { readonly current: HTMLDivElement | null },
  rowHeight: number,
  rowCount: number,
): { readonly first: number; readonly last: number; readonly look: () => void } {
  const [at, setAt] = useState({ top: 0, height: 0 });
  const look = useCallback(() => {
    const shown = frame.current;
    if (shown === null) return;
    // Only another row on top is another sight: a frame scrolled by a pixel draws nothing anew.
    const top = Math.floor(shown.scrollTop / rowHeight) * rowHeight;
    const height = shown.clientHeight;
    setAt((was) => (was.top === top && was.height === height ? was : { top, height }));
  }, [frame, rowHeight]);
  useLayoutEffect(() => {
    const shown = frame.current;
    if (shown === null) return;
    // Tells at once how large it is, and then whenever that changes.
    const watcher = new ResizeObserver(look);
    watcher.observe(shown);
    return () => watcher.disconnect();
  }, [frame, look]);
  return { ...rowsInSight(at.top, at.height, rowHeight, rowCount), look };
}

/** Scrolls as little as it takes when another row becomes the active one, and to the one it begins with. */
function useKeepInSight(
  frame: { readonly current: HTMLDivElement | null },
  active: number,
  rowHeight: number,
  hasRows: boolean,
): void {
  useEffect(() => {
    const shown = frame.current;
    if (shown !== null && hasRows) showRow(shown, active, rowHeight);
  }, [frame, active, rowHeight, hasRows]);
}

function showRow(frame: HTMLElement, row: number, rowHeight: number): void {
  const head = frame.firstElementChild?.clientHeight ?? 0;
  const top = scrollToRow(row, frame.scrollTop, frame.clientHeight, rowHeight, head);
  if (top !== frame.scrollTop) frame.scrollTo({ top });
}

function hearKey(
  event: KeyboardEvent<HTMLDivElement>,
  props: Props,
  frame: HTMLDivElement | null,
  rowHeight: number,
): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target !== event.currentTarget) return;
  const { active, rowCount, onActive } = props;
  const page = Math.max(Math.floor((frame?.clientHeight ?? 0) / rowHeight) - 2, 1);
  const next = rowAfterKey(event.key, active, rowCount, page);
  const act = next === null && rowCount > 0 ? actOf(event.key, props) : null;
  if (next === null && act === null) return;
  event.preventDefault();
  act?.();
  if (next === null) return;
  onActive(next);
  // It was the one already, and may have been scrolled out of sight.
  if (next === active && frame !== null) showRow(frame, next, rowHeight);
}

/** What a key does with the active row; null for keys that do nothing. */
function actOf(key: string, { active, onOpen, onChoose, onUnfold, row }: Props): (() => void) | null {
  if (key === 'Enter') return () => onOpen(active);
  if (key === ' ') return () => onChoose(active);
  const isTurn = key === 'ArrowRight' || key === 'ArrowLeft';
  if (!isTurn || onUnfold === undefined || row(active).isOpen === undefined) return null;
  return () => onUnfold(active, key === 'ArrowRight');
}
