import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { Got } from '../../api/use-api.tsx';
import { CaseLink } from '../../charts/case-link.tsx';
import { Empty } from '../../ui/empty.tsx';
import { useRegionName } from '../../ui/region-name.tsx';
import { instant, yuan } from '../../words/format.ts';
import { useLang, usePick, useWords } from '../../words/language.tsx';
import { casesOfRow, cellText, type Filling, type HeadCell, headingRows } from './ledger-layout.ts';
import styles from './ledger.module.css';
import { TypeDialog } from './type-dialog.tsx';
import { words } from './words.ts';

type Table = Got<'ledger.get'>;
type Row = Table['rows'][number];
type Cell = Row['cells'][number];
type Column = Table['head']['columns'][number];

/** The table as the notice has it: every number opens its cases, every typed cell says who typed it. */
export function LedgerGrid({
  campaignId,
  table,
  canType,
}: {
  readonly campaignId: string;
  readonly table: Table;
  readonly canType: boolean;
}): ReactNode {
  const say = useWords(words);
  const pick = usePick();
  const [filling, setFilling] = useState<Filling | null>(null);
  const { head, rows } = table;
  const isOfHouseholds = head.rows === 'inBenefit' || head.rows === 'rejected';
  if (rows.length === 0) return <Empty why={isOfHouseholds ? say.emptyHouseholds : say.empty} />;
  const { first, second } = headingRows(head.columns);
  const hasOffice = head.rows === 'division';
  return (
    <>
      <div className="table-frame" role="region" aria-label={pick(head.title)} tabIndex={0}>
        <table className={`table ${styles['ledger']}`}>
          <caption className="hidden">{pick(head.title)}</caption>
          <thead>
            <tr>
              {hasOffice ? (
                <th scope="col" rowSpan={second.length > 0 ? 2 : 1}>
                  {say.office}
                </th>
              ) : null}
              <Headings cells={first} hasSecond={second.length > 0} />
            </tr>
            {second.length === 0 ? null : (
              <tr>
                <Headings cells={second} hasSecond={false} />
              </tr>
            )}
          </thead>
          <tbody>
            {rows.map((row) => (
              <TableRow
                key={`${row.key} ${row.isTotal}`}
                {...{ campaignId, table, row, canType }}
                onFill={setFilling}
              />
            ))}
          </tbody>
        </table>
      </div>
      {head.note === null ? null : <p className={styles['note']}>{pick(head.note)}</p>}
      {filling === null ? null : (
        <TypeDialog
          campaignId={campaignId}
          table={table}
          filling={filling}
          onClose={() => setFilling(null)}
        />
      )}
    </>
  );
}

function Headings({
  cells,
  hasSecond,
}: {
  readonly cells: readonly HeadCell[];
  readonly hasSecond: boolean;
}): ReactNode {
  const lang = useLang();
  const pick = usePick();
  return cells.map(({ key, column, group, span, isDeep }) => (
    <th
      key={key}
      scope={column === null ? 'colgroup' : 'col'}
      colSpan={span}
      rowSpan={hasSecond && isDeep ? 2 : 1}
      className={column !== null && column.kind !== 'text' ? 'right' : undefined}
    >
      {column === null ? (group === null ? '' : pick(group)) : lang === 'zh' ? column.name : column.en}
    </th>
  ));
}

interface RowProps {
  readonly campaignId: string;
  readonly table: Table;
  readonly row: Row;
  readonly canType: boolean;
  readonly onFill: (filling: Filling) => void;
}

function TableRow(props: RowProps): ReactNode {
  const { table, row } = props;
  const say = useWords(words);
  return (
    <tr className={row.isTotal ? styles['total'] : undefined}>
      {table.head.rows === 'division' ? (
        <th scope="row">
          {row.isTotal ? say.total : <OfficeName code={row.region} isOwn={row.region === table.region} />}
        </th>
      ) : null}
      {table.head.columns.map((column, i) => {
        const cell = row.cells[i];
        return cell === undefined ? null : (
          <TableCell key={column.name} {...props} column={column} cell={cell} />
        );
      })}
    </tr>
  );
}

function OfficeName({ code, isOwn }: { readonly code: string; readonly isOwn: boolean }): ReactNode {
  const say = useWords(words);
  const name = useRegionName(code);
  return isOwn && code.length < 9 ? say.ownLevel(name) : name;
}

function TableCell({
  campaignId,
  table,
  row,
  canType,
  onFill,
  column,
  cell,
}: RowProps & { readonly column: Column; readonly cell: Cell }): ReactNode {
  const say = useWords(words);
  const lang = useLang();
  const text = cellText(cell, column.kind, lang, yuan);
  const title = lang === 'zh' ? column.name : column.en;
  const mayFill = canType && !row.isTotal && column.mayType && cell.from !== 'cases';
  const about =
    cell.from === 'typed' && cell.at !== null ? say.typedBy(cell.by ?? '', instant(cell.at)) : undefined;
  return (
    <td className={column.kind === 'text' ? undefined : 'right'}>
      <span title={about}>
        <Value {...{ campaignId, row, column, cell, text }} tableRegion={table.region} />
      </span>
      {about === undefined ? null : <small className={styles['by']}>{about}</small>}
      {mayFill ? (
        <button
          type="button"
          className="link no-print"
          aria-label={
            cell.from === 'typed' ? say.changeCell(title, rowName(row)) : say.fillCell(title, rowName(row))
          }
          onClick={() => onFill({ row, column, cell })}
        >
          {cell.from === 'typed' ? say.change : say.fill}
        </button>
      ) : null}
    </td>
  );
}

/** What tells a row from the others aloud: its number, or its first text. */
function rowName(row: Row): string {
  const first = row.cells[0];
  return first?.number?.toString() ?? first?.text ?? row.region;
}

function Value({
  campaignId,
  row,
  column,
  cell,
  text,
  tableRegion,
}: Pick<RowProps, 'campaignId' | 'row'> & {
  readonly tableRegion: string;
  readonly column: Column;
  readonly cell: Cell;
  readonly text: string;
}): ReactNode {
  const say = useWords(words);
  const isNumber = column.name === '序号' || column.name === '编号';
  if (isNumber && row.householdId !== null)
    return (
      <Link to={`/households/${row.householdId}`} aria-label={say.openHousehold(text)}>
        {text}
      </Link>
    );
  if (isNumber && row.matterId !== null) return <Link to={`/matters/${row.matterId}`}>{text}</Link>;
  if (cell.line === null || cell.number === 0) return text;
  return (
    <CaseLink
      campaignId={campaignId}
      line={cell.line}
      {...casesOfRow(row, tableRegion)}
      label={`${column.name} ${text}`}
    >
      {text}
    </CaseLink>
  );
}
