import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { type Got, useAsk } from '../../api/use-api.tsx';
import { useSession } from '../../session/session.tsx';
import { OnlyFor } from '../../shell/only-for.tsx';
import { Asked } from '../../ui/asked.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { RegionName } from '../../ui/region-name.tsx';
import { useLang, usePick, useWords } from '../../words/language.tsx';
import { lineTitle } from '../matter/line-words.ts';
import { recentMatters } from '../matter/recent-matters.ts';
import { useWorkflows, type Workflows } from '../matter/use-workflows.ts';
import { filterOf, type ListSearch } from '../matters/list-search.ts';
import { MatterTable } from '../matters/matter-table.tsx';
import { words } from './words.ts';
import { totalsOf } from './totals.ts';
import { waitingFor } from './waiting-for.ts';
import { WorkTabs } from './work-tabs.tsx';

type Queue = Got<'lead.queue'>;

/** What is in one's hands: counts that open lists, what is due first, where one was. No ranking of anybody. */
export function WorkPage(): ReactNode {
  const say = useWords(words);
  const queue = useAsk('lead.queue', { limit: 20 });
  return (
    <OnlyFor may="matter.read">
      <Page title={say.title} lead={say.lead}>
        <WorkTabs here="work" />
        <Asked query={queue}>{(data) => <Work queue={data} />}</Asked>
      </Page>
    </OnlyFor>
  );
}

function Work({ queue }: { readonly queue: Queue }): ReactNode {
  const say = useWords(words);
  const workflows = useWorkflows();
  const totals = totalsOf(queue.counts);
  return (
    <>
      <ul className="tiles">
        <Tile title={say.open} count={totals.open} search={{ show: 'mine' }} />
        <Tile title={say.overdue} count={totals.overdue} search={{ show: 'mineOverdue' }} />
        <CountedTile title={say.remind} search={{ show: 'remind' }} />
        <CountedTile title={say.escalated} search={{ show: 'escalated' }} />
      </ul>
      <br />
      <div className="columns">
        <Section title={say.nextDue}>
          {workflows === null ? null : (
            <MatterTable
              caption={say.table(say.nextDue)}
              rows={queue.next}
              workflows={workflows}
              empty={
                <Empty why={say.nothing}>
                  <p>{say.nothingNext}</p>
                  <ButtonLink to="/matters">{say.toLists}</ButtonLink>
                </Empty>
              }
            />
          )}
        </Section>
        <div>
          <Waiting />
          <Recent />
          <ByState counts={queue.counts} />
        </div>
      </div>
    </>
  );
}

function Tile({
  title,
  count,
  search,
}: {
  readonly title: string;
  readonly count: number | string;
  readonly search: ListSearch;
}): ReactNode {
  return (
    <li>
      <Link className="tile" to="/matters" search={search}>
        {title}
        <b>{count}</b>
      </Link>
    </li>
  );
}

function CountedTile({ title, search }: { readonly title: string; readonly search: ListSearch }): ReactNode {
  const say = useWords(words);
  const { data } = useAsk('matter.count', { filter: filterOf(search, null) });
  return (
    <Tile
      title={title}
      count={data === undefined ? '…' : data.isMore ? say.more(data.count) : data.count}
      search={search}
    />
  );
}

/** Where one's roles go on, whoever has it in hand. */
function Waiting(): ReactNode {
  const say = useWords(words);
  const { who } = useSession();
  const workflows = useWorkflows();
  if (workflows === null) return null;
  const roles = who.appointments.filter((held) => !held.readsOnly).map(({ role }) => role);
  return (
    <Section title={say.waiting}>
      <p className="hint">{say.waitingHint}</p>
      <ul>
        {waitingFor(workflows, roles).map(({ workflow, states }) => (
          <WaitingLine key={workflow} workflows={workflows} search={{ workflow, state: states.join(',') }} />
        ))}
      </ul>
    </Section>
  );
}

function WaitingLine({
  workflows,
  search,
}: {
  readonly workflows: Workflows;
  readonly search: ListSearch;
}): ReactNode {
  const say = useWords(words);
  const lang = useLang();
  const { data } = useAsk('matter.count', { filter: filterOf(search, null) });
  if (data?.count === 0) return null;
  return (
    <li>
      <Link to="/matters" search={search}>
        {workflows[search.workflow ?? '']?.title[lang]}
      </Link>{' '}
      <b>{data === undefined ? '…' : data.isMore ? say.more(data.count) : data.count}</b>
    </li>
  );
}

/** What was opened last in this window. */
function Recent(): ReactNode {
  const say = useWords(words);
  const lang = useLang();
  const workflows = useWorkflows();
  const { who } = useSession();
  const recent = recentMatters(who.accountId);
  return (
    <Section title={say.goOn}>
      {recent.length === 0 ? <p className="soft">{say.goOnNone}</p> : null}
      <ul>
        {recent.map((one) => (
          <li key={one.id}>
            <Link to="/matters/$id" params={{ id: one.id }}>
              {lineTitle(workflows, one, lang)} · <RegionName code={one.region} />
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function ByState({ counts }: { readonly counts: Queue['counts'] }): ReactNode {
  const say = useWords(words);
  const lang = useLang();
  const pick = usePick();
  const workflows = useWorkflows();
  if (counts.length === 0) return null;
  return (
    <Section title={say.byState}>
      <DataTable
        caption={say.table(say.byState)}
        hidesCaption
        rows={counts}
        rowKey={({ workflow, state }) => `${workflow} ${state}`}
        columns={[
          {
            key: 'workflow',
            title: say.columnWorkflow,
            isRowHeader: true,
            cell: ({ workflow }) => workflows?.[workflow]?.title[lang] ?? workflow,
          },
          {
            key: 'state',
            title: say.columnState,
            cell: ({ workflow, state, title }) => (
              <Link to="/matters" search={{ workflow, state, show: 'mine' }}>
                {pick(title)}
              </Link>
            ),
          },
          { key: 'open', title: say.columnOpen, align: 'right', cell: ({ open }) => open },
          { key: 'overdue', title: say.columnOverdue, align: 'right', cell: ({ overdue }) => overdue },
          { key: 'next', title: say.columnNext, isShort: true, cell: ({ nextDueOn }) => nextDueOn },
        ]}
      />
    </Section>
  );
}
