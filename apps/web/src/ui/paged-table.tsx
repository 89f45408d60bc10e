import type { ReactNode } from 'react';
import type { Pages } from '../api/use-api.tsx';
import { type Column, DataTable } from './data-table.tsx';
import { More } from './more.tsx';
import { Problem } from './problem.tsx';
import { Waiting } from './waiting.tsx';

/** A list page by page: waiting, what went wrong, why it is empty, or the rows and a way to more of them. */
export function PagedTable<Row>({
  pages,
  ...table
}: {
  readonly pages: Pages<Row>;
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rowKey: (row: Row) => string;
  readonly empty: ReactNode;
  readonly hidesCaption?: boolean;
}): ReactNode {
  if (pages.isLoading) return <Waiting />;
  return (
    <>
      {pages.error === null ? null : <Problem error={pages.error} onRetry={pages.retry} />}
      {pages.error !== null && pages.rows.length === 0 ? null : <DataTable {...table} rows={pages.rows} />}
      <More pages={pages} />
    </>
  );
}
