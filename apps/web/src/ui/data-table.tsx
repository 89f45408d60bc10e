import type { ReactNode } from 'react';

export interface Column<Row> {
  readonly key: string;
  readonly title: string;
  readonly cell: (row: Row) => ReactNode;
  /** Numbers stand to the right. */
  readonly align?: 'right';
  /** Names the row for those who hear the table. */
  readonly isRowHeader?: true;
  /** Stays on one line. */
  readonly isShort?: true;
}

/** A real table: caption, scoped headers. Wide ones scroll in a frame of their own that the keyboard reaches. */
export function DataTable<Row>({
  caption,
  columns,
  rows,
  rowKey,
  empty,
  hidesCaption = false,
}: {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** Instead of a table without rows. */
  readonly empty?: ReactNode;
  readonly hidesCaption?: boolean;
}): ReactNode {
  if (rows.length === 0 && empty !== undefined) return <>{empty}</>;
  return (
    <div className="table-frame" role="group" aria-label={caption} tabIndex={0}>
      <table className="table">
        <caption className={hidesCaption ? 'hidden' : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ key, title, align }) => (
              <th key={key} scope="col" className={align}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column) => (
                <Cell key={column.key} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell<Row>({ column, row }: { readonly column: Column<Row>; readonly row: Row }): ReactNode {
  const { align, isShort, isRowHeader, cell } = column;
  const look =
    [align, isShort ? 'short' : undefined].filter((one) => one !== undefined).join(' ') || undefined;
  return isRowHeader ? (
    <th scope="row" className={look}>
      {cell(row)}
    </th>
  ) : (
    <td className={look}>{cell(row)}</td>
  );
}
