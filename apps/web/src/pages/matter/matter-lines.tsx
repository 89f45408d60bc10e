import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { type Got, usePages } from '../../api/use-api.tsx';
import type { Column } from '../../ui/data-table.tsx';
import { Empty } from '../../ui/empty.tsx';
import { CheckField } from '../../ui/field.tsx';
import { PagedTable } from '../../ui/paged-table.tsx';
import { DueTag, StateTag } from '../../ui/tag.tsx';
import { dayOf } from '../../words/format.ts';
import { useLang, useWords } from '../../words/language.tsx';
import { stateTitle } from './line-words.ts';
import { useWorkflows } from './use-workflows.ts';
import { lineWords } from './words-lines.ts';

type Line = Got<'matter.list'>['items'][number];

/** All matters of one workflow that has cards of its own, such as inspections: open ones, or those that have ended. */
export function MatterLines({
  workflow,
  card,
  caption,
  name,
  columns = [],
  none,
}: {
  readonly workflow: 'inspection' | 'referral';
  /** Where the card of one lies, before its id. */
  readonly card: '/inspections/$id' | '/referrals/$id';
  readonly caption: string;
  /** Heading of the first column. */
  readonly name: string;
  /** What this workflow shows beside name, state, due day and opening. */
  readonly columns?: readonly Column<Line>[];
  /** Why there is none. */
  readonly none: (onlyEnded: boolean) => string;
}): ReactNode {
  const say = useWords(lineWords);
  const lang = useLang();
  const workflows = useWorkflows();
  const [onlyEnded, setOnlyEnded] = useState(false);
  const filter = [`workflow:${workflow}`, ...(onlyEnded ? ['ended:yes'] : [])];
  const pages = usePages('matter.list', { limit: 50, filter });
  return (
    <section className="card">
      <CheckField label={say.onlyEnded} value={onlyEnded} onChange={setOnlyEnded} />
      <PagedTable
        pages={pages}
        caption={caption}
        hidesCaption
        rowKey={(row) => row.id}
        empty={<Empty why={none(onlyEnded)} />}
        columns={[
          {
            key: 'name',
            title: name,
            isRowHeader: true,
            cell: ({ id, title }) => (
              <Link to={card} params={{ id }}>
                {title}
              </Link>
            ),
          },
          ...columns,
          {
            key: 'state',
            title: say.state,
            cell: (row) => <StateTag title={stateTitle(workflows, row, lang)} isEnded={row.isEnded} />,
          },
          {
            key: 'due',
            title: say.due,
            cell: ({ dueOn, isOverdue, isEnded }) =>
              isEnded ? null : <DueTag dueOn={dueOn} isOverdue={isOverdue} />,
          },
          { key: 'opened', title: say.opened, isShort: true, cell: ({ openedAt }) => dayOf(openedAt) },
        ]}
      />
    </section>
  );
}
