import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useAsk, usePages } from '../../api/use-api.tsx';
import { useSession } from '../../session/session.tsx';
import { useCampaign } from '../../shell/campaign-choice.tsx';
import { OnlyFor } from '../../shell/only-for.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { LinkTabs } from '../../ui/link-tabs.tsx';
import { More } from '../../ui/more.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Problem } from '../../ui/problem.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { useLang, useWords } from '../../words/language.tsx';
import { useWorkflows, type Workflows } from '../matter/use-workflows.ts';
import { listedWorkflows } from './columns.ts';
import { ListFilters } from './list-filters.tsx';
import { filterOf, type ListSearch } from './list-search.ts';
import { MatterTable } from './matter-table.tsx';
import { WorkflowTiles } from './workflow-tiles.tsx';
import { words } from './words.ts';

const route = getRouteApi('/matters');

/** Matters of the area: all workflows with their counts, or one with its list. */
export function MatterListPage(): ReactNode {
  const say = useWords(words);
  const lang = useLang();
  const { may } = useSession();
  const workflows = useWorkflows();
  const search = route.useSearch();
  const isList = Object.keys(search).length > 0;
  return (
    <OnlyFor may="matter.read">
      <Page
        title={say.title}
        lead={say.lead}
        actions={
          <>
            <ButtonLink to="/matters/board">{say.board}</ButtonLink>
            {may('matter.open') ? <ButtonLink to="/matters/new">{say.newMatter}</ButtonLink> : null}
          </>
        }
      >
        <LinkTabs
          label={say.tabs}
          tabs={[
            { key: 'all', title: say.all, to: '/matters', search: {}, isCurrent: !isList },
            ...listedWorkflows.map((id) => ({
              key: id,
              title: workflows?.[id]?.title[lang] ?? id,
              to: '/matters',
              search: { workflow: id },
              isCurrent: search.workflow === id,
            })),
          ]}
        />
        {workflows === null ? (
          <Waiting />
        ) : isList ? (
          <List key={JSON.stringify(search)} search={search} workflows={workflows} />
        ) : (
          <WorkflowTiles workflows={workflows} />
        )}
      </Page>
    </OnlyFor>
  );
}

function List({
  search,
  workflows,
}: {
  readonly search: ListSearch;
  readonly workflows: Workflows;
}): ReactNode {
  const say = useWords(words);
  const lang = useLang();
  const { campaign } = useCampaign();
  const filter = filterOf(search, campaign?.id ?? null);
  const pages = usePages('matter.list', { filter, limit: 50 });
  const count = useAsk('matter.count', { filter });
  const title = (search.workflow ?? '')
    .split(',')
    .map((id) => workflows[id]?.title[lang] ?? say.title)
    .join(' · ');
  const found =
    count.data === undefined ? '…' : count.data.isMore ? say.more(count.data.count) : `${count.data.count}`;
  return (
    <Section title={title} actions={<span aria-live="polite">{say.found(found)}</span>}>
      <ListFilters search={search} workflows={workflows} />
      {pages.error === null ? null : <Problem error={pages.error} onRetry={pages.retry} />}
      {pages.isLoading ? (
        <Waiting />
      ) : (
        <MatterTable
          caption={say.listCaption(title)}
          rows={pages.rows}
          workflows={workflows}
          workflow={search.workflow}
          isEnded={search.show === 'ended'}
          empty={
            <Empty why={search.show === 'ended' ? say.emptyEnded : say.empty}>
              <ButtonLink
                to="/matters"
                search={search.workflow === undefined ? {} : { workflow: search.workflow }}
              >
                {say.clear}
              </ButtonLink>
            </Empty>
          }
        />
      )}
      <More pages={pages} />
    </Section>
  );
}
