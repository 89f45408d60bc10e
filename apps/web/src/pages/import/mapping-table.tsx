import type { ReactNode } from 'react';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { percent } from '../../words/format.ts';
import { usePick, useWords } from '../../words/language.tsx';
import style from './import.module.css';
import {
  columnLetters,
  type DataSet,
  doublePlaces,
  type MappingDraft,
  type Preview,
} from './mapping-draft.ts';
import { sheetWords } from './words-sheet.ts';

interface Props {
  readonly preview: Preview;
  readonly dataSet: DataSet;
  readonly draft: MappingDraft;
  readonly onChange: (columns: readonly string[]) => void;
}

/** A row a column of the sheet: its heading, some of its cells, and what it is read as. */
export function MappingTable({ preview, dataSet, draft, onChange }: Props): ReactNode {
  const say = useWords(sheetWords);
  type Row = Preview['columns'][number];
  const twice = new Set(doublePlaces(draft));
  const columns: Column<Row>[] = [
    { key: 'place', title: say.place, isShort: true, cell: ({ place }) => columnLetters(place) },
    {
      key: 'heading',
      title: say.heading,
      isRowHeader: true,
      cell: ({ heading }) => heading || <span className="soft">{say.noHeading}</span>,
    },
    {
      key: 'samples',
      title: say.samples,
      cell: ({ place }) => <span className={style['samples']}>{say.list(samplesOf(preview, place))}</span>,
    },
    {
      key: 'readAs',
      title: say.readAs,
      cell: ({ place, heading }) => (
        <ColumnSelect
          place={place}
          name={heading || columnLetters(place)}
          dataSet={dataSet}
          value={draft.columns[place] ?? ''}
          isTwice={twice.has(place)}
          onChange={(value) =>
            onChange(preview.columns.map((_, at) => (at === place ? value : (draft.columns[at] ?? ''))))
          }
        />
      ),
    },
    {
      key: 'confidence',
      title: say.confidence,
      align: 'right',
      isShort: true,
      cell: ({ confidence }) => (confidence === null ? '—' : percent(confidence)),
    },
  ];
  return (
    <DataTable
      caption={say.columns}
      columns={columns}
      rows={preview.columns}
      rowKey={({ place }) => String(place)}
    />
  );
}

/** Some different cells of a column. */
function samplesOf({ rows }: Preview, place: number): string[] {
  const cells = rows.flatMap(({ cells: all }) => all[place] ?? []);
  return [...new Set(cells)].slice(0, 3);
}

function ColumnSelect({
  place,
  name,
  dataSet,
  value,
  isTwice,
  onChange,
}: {
  readonly place: number;
  readonly name: string;
  readonly dataSet: DataSet;
  readonly value: string;
  readonly isTwice: boolean;
  readonly onChange: (value: string) => void;
}): ReactNode {
  const say = useWords(sheetWords);
  const pick = usePick();
  const id = `mapping-column-${place}`;
  return (
    <>
      <select
        id={id}
        className={style['select']}
        aria-label={say.readAsOf(name)}
        aria-invalid={isTwice || undefined}
        aria-describedby={isTwice ? `${id}-fault` : undefined}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      >
        <option value="">{say.notUsed}</option>
        {dataSet.columns.map((column) => (
          <option key={column.name} value={column.name}>
            {pick(column.title)}
          </option>
        ))}
      </select>
      {isTwice ? (
        <p id={`${id}-fault`} className="why-not">
          {say.twice}
        </p>
      ) : null}
    </>
  );
}
