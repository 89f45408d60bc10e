import { getRouteApi } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useAsk, usePages } from '../../api/use-api.tsx';
import { OnlyFor } from '../../shell/only-for.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { LinkTabs } from '../../ui/link-tabs.tsx';
import { More } from '../../ui/more.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Problem } from '../../ui/problem.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { useToday } from '../../words/clock.ts';
import { useLang, useWords } from '../../words/language.tsx';
import { type Line, lineTitle } from '../matter/line-words.ts';
import { useWorkflows, type Workflows } from '../matter/use-workflows.ts';
import { filterOf } from '../matters/list-search.ts';
import { MatterTable } from '../matters/matter-table.tsx';
import { BulkDialog } from './bulk-dialog.tsx';
import { bulkActionOf, searchOf, type Stage, stages, sundayOf } from './stages.ts';
import { words } from './words.ts';
import { WorkTabs } from './work-tabs.tsx';

const route = getRouteApi('/work/town');

/** The work of a town by stage; several visits are given to a pair of visitors at once. */
export function TownPage(): ReactNode {
  const say = useWords(words);
  const { stage } = route.useSearch();
  const workflows = useWorkflows();
  return (
    <OnlyFor may="matter.act">
      <Page title={say.townDesk} lead={say.townLead}>
        <WorkTabs here="town" />
        <LinkTabs
          label={say.stages}
          tabs={stages.map((one) => ({
            key: one,
            title: <StageTitle stage={one} />,
            to: '/work/town',
            search: { stage: one },
            isCurrent: one === stage,
          }))}
        />
        {workflows === null ? <Waiting /> : <StageList key={stage} stage={stage} workflows={workflows} />}
      </Page>
    </OnlyFor>
  );
}

function useTitles(): Readonly<Record<Stage, string>> {
  const say = useWords(words);
  return {
    ...{ toStart: say.toStart, toAssign: say.toAssign, out: say.out, toCheck: say.toCheck },
    ...{ returned: say.returned, thisWeek: say.thisWeek, overdue: say.overdueTab },
  };
}

function StageTitle({ stage }: { readonly stage: Stage }): ReactNode {
  const titles = useTitles();
  const today = useToday();
  const { data } = useAsk('matter.count', { filter: filterOf(searchOf(stage, sundayOf(today)), null) });
  return `${titles[stage]} ${data === undefined ? '…' : data.isMore ? `${data.count}+` : data.count}`;
}

function StageList({
  stage,
  workflows,
}: {
  readonly stage: Stage;
  readonly workflows: Workflows;
}): ReactNode {
  const say = useWords(words);
  const lang = useLang();
  const titles = useTitles();
  const today = useToday();
  const search = searchOf(stage, sundayOf(today));
  const pages = usePages('matter.list', { filter: filterOf(search, null), limit: 50 });
  const [ticked, setTicked] = useState<ReadonlyMap<string, Line>>(new Map());
  const [isOpen, setOpen] = useState(false);
  const action = bulkActionOf(stage);
  const actionTitle =
    action === null ? '' : (workflows[search.workflow ?? '']?.actions[action]?.[lang] ?? action);
  const tick = (row: Line, isOn: boolean): void => {
    const next = new Map(ticked);
    if (isOn) next.set(row.id, row);
    else next.delete(row.id);
    setTicked(next);
  };
  return (
    <Section
      title={titles[stage]}
      actions={
        action === null ? undefined : (
          <Button kind="main" whyNot={ticked.size === 0 ? say.tickFirst : null} onClick={() => setOpen(true)}>
            {say.bulk(actionTitle, ticked.size)}
          </Button>
        )
      }
    >
      {pages.error === null ? null : <Problem error={pages.error} onRetry={pages.retry} />}
      {pages.isLoading ? (
        <Waiting />
      ) : (
        <MatterTable
          caption={say.table(titles[stage])}
          rows={pages.rows}
          workflows={workflows}
          workflow={search.workflow}
          {...(action === null ? {} : { first: tickColumn(say, workflows, ticked, tick, lang) })}
          empty={
            <Empty why={say.emptyStage}>
              <p>{say.emptyStageNext}</p>
            </Empty>
          }
        />
      )}
      <More pages={pages} />
      {isOpen && action !== null ? (
        <BulkDialog
          lines={[...ticked.values()]}
          action={action}
          workflows={workflows}
          onClose={() => {
            setOpen(false);
            setTicked(new Map());
          }}
        />
      ) : null}
    </Section>
  );
}

function tickColumn(
  say: ReturnType<typeof useWords<typeof words>>,
  workflows: Workflows,
  ticked: ReadonlyMap<string, Line>,
  tick: (row: Line, isOn: boolean) => void,
  lang: ReturnType<typeof useLang>,
): { key: string; title: string; isShort: true; cell: (row: Line) => ReactNode } {
  return {
    key: 'tick',
    title: say.tick,
    isShort: true,
    cell: (row) => (
      <input
        type="checkbox"
        aria-label={say.tickOne(`${lineTitle(workflows, row, lang)} ${row.title}`)}
        checked={ticked.has(row.id)}
        onChange={(event) => tick(row, event.target.checked)}
      />
    ),
  };
}
