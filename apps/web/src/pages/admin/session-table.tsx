import type { ReactNode } from 'react';
import type { Got } from '../../api/use-api.tsx';
import { Button } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Tag } from '../../ui/tag.tsx';
import { instant } from '../../words/format.ts';
import { useWords } from '../../words/language.tsx';
import { browserOf } from './browser-of.ts';
import { peopleWords } from './words-people.ts';
import { useTableName } from '../../ui/use-table-name.ts';

type Row = Got<'session.listOwn'>['items'][number];

/** Open sessions, and the way to end one. */
export function SessionTable({
  rows,
  onEnd,
}: {
  readonly rows: readonly Row[];
  readonly onEnd: (row: Row) => void;
}): ReactNode {
  const say = useWords(peopleWords);
  const listOf = useTableName();
  return (
    <DataTable
      caption={listOf(say.sessions)}
      hidesCaption
      rows={rows}
      rowKey={(row) => row.id}
      empty={<Empty why={say.noSessions} />}
      columns={[
        {
          key: 'since',
          title: say.since,
          isShort: true,
          isRowHeader: true,
          cell: (row) => instant(row.createdAt),
        },
        { key: 'seen', title: say.lastSeen, isShort: true, cell: (row) => instant(row.lastSeenAt) },
        { key: 'address', title: say.address, cell: (row) => <code>{row.address ?? '—'}</code> },
        { key: 'agent', title: say.browser, cell: (row) => browserOf(row.agent) },
        {
          key: 'state',
          title: say.state,
          cell: (row) => (
            <>
              {row.isThisOne ? <Tag tone="info">{say.thisOne}</Tag> : null}{' '}
              {row.isComplete ? null : <Tag tone="warn">{say.incomplete}</Tag>}
            </>
          ),
        },
        {
          key: 'end',
          title: say.endSession,
          cell: (row) =>
            row.isThisOne ? null : (
              <Button aria-label={say.endSessionAt(instant(row.createdAt))} onClick={() => onEnd(row)}>
                {say.endSession}
              </Button>
            ),
        },
      ]}
    />
  );
}
