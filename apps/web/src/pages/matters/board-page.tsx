import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useAsk, usePages } from '../../api/use-api.tsx';
import { useSession } from '../../session/session.tsx';
import { OnlyFor } from '../../shell/only-for.tsx';
import { Button } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Empty } from '../../ui/empty.tsx';
import { More } from '../../ui/more.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Problem } from '../../ui/problem.tsx';
import { RegionName } from '../../ui/region-name.tsx';
import { DueTag } from '../../ui/tag.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { yuan } from '../../words/format.ts';
import { useWords } from '../../words/language.tsx';
import type { Line } from '../matter/line-words.ts';
import { filterOf } from './list-search.ts';
import { words } from './words.ts';

const hanging = filterOf({ workflow: 'publicNotice', state: 'inPeriod,rePosted' }, null);

/**
 * 公示栏: what hangs in the area now, with the three things a notice may show: name, number of members, amount
 * (民发〔2021〕57号 art. 24). Names stay masked here; the sheet of a case is printed from its card.
 */
export function BoardPage(): ReactNode {
  const say = useWords(words);
  const pages = usePages('matter.list', { filter: hanging, limit: 50 });
  return (
    <OnlyFor may="matter.read">
      <Page
        title={say.board}
        lead={say.boardLead}
        crumbs={[{ label: say.title, to: '/matters' }]}
        actions={<Button onClick={() => window.print()}>{say.printBoard}</Button>}
      >
        <Section title={say.boardNow}>
          {pages.error === null ? null : <Problem error={pages.error} onRetry={pages.retry} />}
          {pages.isLoading ? <Waiting /> : <Board rows={pages.rows} />}
          <More pages={pages} />
          <p className="hint">{say.boardLaw}</p>
        </Section>
      </Page>
    </OnlyFor>
  );
}

function Board({ rows }: { readonly rows: readonly Line[] }): ReactNode {
  const say = useWords(words);
  return (
    <DataTable
      caption={say.board}
      hidesCaption
      rows={rows}
      rowKey={({ id }) => id}
      empty={<Empty why={say.boardEmpty} />}
      columns={[
        {
          key: 'name',
          title: say.columnWho,
          isRowHeader: true,
          cell: (row) => (
            <Link to="/matters/$id" params={{ id: row.id }}>
              {row.title}
            </Link>
          ),
        },
        { key: 'place', title: say.columnPlace, cell: (row) => <RegionName code={row.region} /> },
        { key: 'members', title: say.columnMembers, align: 'right', cell: (row) => <Members row={row} /> },
        { key: 'amount', title: say.columnProposed, align: 'right', cell: (row) => <Proposed row={row} /> },
        {
          key: 'until',
          title: say.columnUntil,
          isShort: true,
          cell: (row) => <DueTag dueOn={row.dueOn} isOverdue={row.isOverdue} />,
        },
      ]}
    />
  );
}

function Members({ row }: { readonly row: Line }): ReactNode {
  const { may } = useSession();
  const home = useAsk(
    'household.get',
    { id: row.householdId ?? '' },
    { when: row.householdId !== null && may('household.read') },
  );
  return home.data?.members.length ?? '';
}

/** What the decision proposes that the notice belongs to. */
function Proposed({ row }: { readonly row: Line }): ReactNode {
  const decision = useAsk('matter.get', { id: row.parentId ?? '' }, { when: row.parentId !== null });
  const fen = decision.data?.facts['monthlyFen'];
  return typeof fen === 'number' ? yuan(fen) : '';
}
