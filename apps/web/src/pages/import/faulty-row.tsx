import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Tag } from '../../ui/tag.tsx';
import { usePick, useWords } from '../../words/language.tsx';
import { cellKey, type CellDrafts, type FaultyRow, looksWrong } from './corrections.ts';
import style from './import.module.css';
import { columnLetters } from './mapping-draft.ts';
import { rowWords } from './words-rows.ts';

interface Editing {
  readonly drafts: CellDrafts;
  readonly onChange: (key: string, value: string) => void;
}

/** A row set aside or a cell not understood: where it stands, why, and its cells; with `editing` they can be corrected. */
export function FaultyRowView({
  id,
  row,
  editing,
}: {
  /** Of the batch. */
  readonly id: string;
  readonly row: FaultyRow;
  readonly editing?: Editing;
}): ReactNode {
  const say = useWords(rowWords);
  const pick = usePick();
  const isWholeSheet = row.code === 'IMP-201';
  return (
    <div className={style['row']}>
      <p>
        <b>{say.row(row.row)}</b>{' '}
        <Tag tone={row.kind === 'setAside' ? 'warn' : 'plain'}>
          {row.kind === 'setAside' ? say.setAside : say.fault}
        </Tag>{' '}
        {row.columnTitle === null ? pick(row.reason) : say.pair(pick(row.columnTitle), pick(row.reason))}{' '}
        <span className="soft">
          {row.code} · {say.in(`${row.file} ${row.sheetName}`)}
        </span>
      </p>
      {isWholeSheet ? (
        <p>
          <Link to="/imports/$id/sheets/$sheet" params={{ id, sheet: String(row.sheet) }}>
            {say.toSheet}
          </Link>
        </p>
      ) : null}
      {row.cells.length === 0 ? <p className="soft">{say.notHere}</p> : null}
      <div className={style['cells']}>
        {row.cells.map((cell) =>
          editing === undefined || isWholeSheet ? (
            <div key={cell.place} className={style['cell']}>
              <span>{say.column(columnLetters(cell.place), cell.heading)}</span>
              <span>{cell.value === '' ? <span className="soft">{say.empty}</span> : cell.value}</span>
            </div>
          ) : (
            <CellField key={cell.place} row={row} cell={cell} editing={editing} />
          ),
        )}
      </div>
    </div>
  );
}

function CellField({
  row,
  cell,
  editing: { drafts, onChange },
}: {
  readonly row: FaultyRow;
  readonly cell: FaultyRow['cells'][number];
  readonly editing: Editing;
}): ReactNode {
  const say = useWords(rowWords);
  const key = cellKey(row, cell.place);
  const typed = drafts[key] ?? cell.value;
  const isChanged = typed.trim() !== cell.value;
  const id = `cell-${row.sheet}-${row.row}-${cell.place}-${row.kind}-${row.code}`;
  const name = say.column(columnLetters(cell.place), cell.heading);
  const notes = [
    ...(isChanged && cell.value !== '' ? [say.was(cell.value)] : []),
    ...(isChanged && looksWrong(cell.heading, typed) ? [say.looksWrong] : []),
  ];
  return (
    <div className={style['cell']}>
      <label htmlFor={id}>{name}</label>
      <input
        id={id}
        className={isChanged ? `input ${style['changed']}` : 'input'}
        aria-label={say.cell(row.row, name)}
        aria-describedby={notes.length > 0 ? `${id}-note` : undefined}
        autoComplete="off"
        spellCheck={false}
        maxLength={500}
        value={typed}
        onChange={(event) => onChange(key, event.target.value)}
      />
      {notes.length === 0 ? null : (
        <span id={`${id}-note`} className="why-not">
          {notes.join(' · ')}
        </span>
      )}
    </div>
  );
}
