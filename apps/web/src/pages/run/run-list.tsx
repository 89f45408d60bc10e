import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { type Got, usePages } from '../../api/use-api.tsx';
import { useSession } from '../../session/session.tsx';
import { useCampaign } from '../../shell/campaign-choice.tsx';
import { OnlyFor } from '../../shell/only-for.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import type { Column } from '../../ui/data-table.tsx';
import { Empty } from '../../ui/empty.tsx';
import { More } from '../../ui/more.tsx';
import { Page } from '../../ui/page.tsx';
import { Problem } from '../../ui/problem.tsx';
import { Tag } from '../../ui/tag.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { instant } from '../../words/format.ts';
import { useWords } from '../../words/language.tsx';
import { JudgementLists } from '../identity/judgement-lists.tsx';
import { RunTag } from './run-state.tsx';
import { words } from './words.ts';
import { SectionTable } from '../import/section-table.tsx';

type Row = Got<'run.list'>['items'][number];

/** Runs of the campaign in the header, the newest first. */
export function RunList(): ReactNode {
  const say = useWords(words);
  const { may } = useSession();
  return (
    <OnlyFor may="run.read">
      <Page
        title={say.title}
        lead={say.lead}
        actions={
          may('run.start') ? (
            <ButtonLink className="main" to="/runs/new">
              {say.newRun}
            </ButtonLink>
          ) : (
            <Button kind="main" whyNot={say.notYours}>
              {say.newRun}
            </Button>
          )
        }
      >
        <section className="card">
          <Runs />
        </section>
        <JudgementLists />
      </Page>
    </OnlyFor>
  );
}

function Runs(): ReactNode {
  const say = useWords(words);
  const { campaign } = useCampaign();
  const columns = useColumns();
  const pages = usePages('run.list', {
    limit: 50,
    ...(campaign === null ? {} : { campaignId: campaign.id }),
  });
  if (pages.error !== null) return <Problem error={pages.error} onRetry={pages.retry} />;
  if (pages.isLoading) return <Waiting />;
  return (
    <>
      <SectionTable
        title={say.title}
        columns={columns}
        rows={pages.rows}
        rowKey={({ id }) => id}
        empty={<Empty why={say.noRuns} />}
      />
      <More pages={pages} />
    </>
  );
}

function useColumns(): Column<Row>[] {
  const say = useWords(words);
  return [
    {
      key: 'run',
      title: say.startedAt,
      isRowHeader: true,
      isShort: true,
      cell: ({ id, createdAt }) => (
        <Link to="/runs/$id" params={{ id }}>
          {instant(createdAt)}
        </Link>
      ),
    },
    {
      key: 'kind',
      title: say.kind,
      isShort: true,
      cell: ({ isDry }) => (isDry ? <Tag>{say.dry}</Tag> : <Tag tone="info">{say.entering}</Tag>),
    },
    { key: 'state', title: say.state, isShort: true, cell: ({ state }) => <RunTag state={state} /> },
    { key: 'asOf', title: say.asOf, isShort: true, cell: ({ asOf }) => asOf ?? '—' },
    {
      key: 'rules',
      title: say.rulesAsked,
      cell: ({ rules }) => (rules.length === 0 ? say.allRules : say.someRules(rules.length)),
    },
    {
      key: 'startedBy',
      title: say.startedBy,
      isShort: true,
      cell: ({ startedBy }) => startedBy?.name ?? '—',
    },
  ];
}
