import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useAsk, usePages } from '../../api/use-api.tsx';
import { OnlyFor } from '../../shell/only-for.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Empty } from '../../ui/empty.tsx';
import { More } from '../../ui/more.tsx';
import { Page } from '../../ui/page.tsx';
import { Problem } from '../../ui/problem.tsx';
import { RegionName } from '../../ui/region-name.tsx';
import { DueTag, SeverityTag, StateTag } from '../../ui/tag.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { yuan } from '../../words/format.ts';
import { useLang, usePick, useWords } from '../../words/language.tsx';
import { lineTitle, stateTitle } from '../matter/line-words.ts';
import { useWorkflows } from '../matter/use-workflows.ts';
import { boardLineTitle } from './line-titles.ts';
import { words } from './words.ts';

const route = getRouteApi('/campaigns/$campaignId/cases');

/** The cases that a number counts. */
export function CasesPage(): ReactNode {
  const { campaignId } = route.useParams();
  const { line, town, county } = route.useSearch();
  return (
    <OnlyFor may="campaign.read">
      <Cases key={`${line} ${town ?? county ?? ''}`} {...{ campaignId, line, town, county }} />
    </OnlyFor>
  );
}

interface Of {
  readonly campaignId: string;
  readonly line: string;
  readonly town: string | undefined;
  readonly county: string | undefined;
}

function Cases(of: Of): ReactNode {
  const { campaignId, line, town, county } = of;
  const only = town ?? county;
  const say = useWords(words);
  const pick = usePick();
  const lang = useLang();
  const campaign = useAsk('campaign.get', { id: campaignId });
  const counted = campaign.data?.counts.find((one) => one.line === line);
  const name = counted === undefined ? boardLineTitle(line, lang) : pick(counted.title);
  const crumbs = [
    { label: say.title, to: '/campaigns' },
    ...(campaign.data === undefined ? [] : [{ label: campaign.data.title, to: `/campaigns/${campaignId}` }]),
  ];
  return (
    <Page
      title={name === null ? say.cases : say.casesOf(name)}
      crumbs={crumbs}
      lead={
        <>
          {say.casesLead}
          {only === undefined ? null : (
            <>
              {' '}
              {say.ofTown} <RegionName code={only} />
            </>
          )}
        </>
      }
    >
      <CaseTable {...of} />
    </Page>
  );
}

function CaseTable({ campaignId, line, town, county }: Of): ReactNode {
  const say = useWords(words);
  const lang = useLang();
  const workflows = useWorkflows();
  const pages = usePages('campaign.cases', {
    ...{ id: campaignId, line, limit: 50 },
    ...(town === undefined ? {} : { town }),
    ...(county === undefined ? {} : { county }),
  });
  if (pages.error !== null && pages.rows.length === 0)
    return <Problem error={pages.error} onRetry={pages.retry} />;
  if (pages.isLoading) return <Waiting />;
  return (
    <div className="card">
      <DataTable
        caption={say.cases}
        hidesCaption
        rows={pages.rows}
        rowKey={({ id }) => id}
        empty={<Empty why={say.noCases} />}
        columns={[
          {
            key: 'matter',
            title: say.matter,
            isRowHeader: true,
            cell: (row) => (
              <Link to={row.workflow === 'lead' ? `/leads/${row.id}` : `/matters/${row.id}`}>
                {lineTitle(workflows, row, lang)} · {row.title}
              </Link>
            ),
          },
          { key: 'place', title: say.place, cell: ({ region }) => <RegionName code={region} /> },
          {
            key: 'severity',
            title: say.severity,
            isShort: true,
            cell: ({ severity }) => <SeverityTag severity={severity} />,
          },
          {
            key: 'state',
            title: say.progress,
            isShort: true,
            cell: (row) => <StateTag title={stateTitle(workflows, row, lang)} isEnded={row.isEnded} />,
          },
          {
            key: 'amount',
            title: say.amount,
            align: 'right',
            cell: ({ amountFen }) => (amountFen === null ? '' : yuan(amountFen)),
          },
          {
            key: 'due',
            title: say.dueOn,
            isShort: true,
            cell: (row) => (row.isEnded ? '' : <DueTag dueOn={row.dueOn} isOverdue={row.isOverdue} />),
          },
        ]}
      />
      <More pages={pages} />
    </div>
  );
}
