import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { usePages } from '../../api/use-api.tsx';
import { useSession } from '../../session/session.tsx';
import { OnlyFor } from '../../shell/only-for.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Empty } from '../../ui/empty.tsx';
import { More } from '../../ui/more.tsx';
import { Page } from '../../ui/page.tsx';
import { Problem } from '../../ui/problem.tsx';
import { RegionName } from '../../ui/region-name.tsx';
import { StateTag } from '../../ui/tag.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { useLang, useWords } from '../../words/language.tsx';
import { stateTitle } from '../matter/line-words.ts';
import { useWorkflows } from '../matter/use-workflows.ts';
import { words } from './words.ts';

/** Campaigns of one's area and of the levels above. */
export function CampaignList(): ReactNode {
  const say = useWords(words);
  const { may } = useSession();
  const create = may('campaign.run') ? (
    <ButtonLink to="/campaigns/new" className="main">
      {say.create}
    </ButtonLink>
  ) : undefined;
  return (
    <OnlyFor may="campaign.read">
      <Page title={say.title} lead={say.listLead} {...(create === undefined ? {} : { actions: create })}>
        <Rows create={create} />
      </Page>
    </OnlyFor>
  );
}

function Rows({ create }: { readonly create: ReactNode }): ReactNode {
  const say = useWords(words);
  const lang = useLang();
  const workflows = useWorkflows();
  const pages = usePages('campaign.list', { limit: 50 });
  if (pages.error !== null && pages.rows.length === 0)
    return <Problem error={pages.error} onRetry={pages.retry} />;
  if (pages.isLoading) return <Waiting what={say.loading} />;
  const empty = <Empty why={create === undefined ? say.noneReader : say.none}>{create}</Empty>;
  return (
    <div className="card">
      <DataTable
        caption={say.title}
        hidesCaption
        rows={pages.rows}
        rowKey={({ id }) => id}
        empty={empty}
        columns={[
          {
            key: 'name',
            title: say.name,
            isRowHeader: true,
            cell: ({ id, title }) => <Link to={`/campaigns/${id}`}>{title}</Link>,
          },
          {
            key: 'state',
            title: say.state,
            isShort: true,
            cell: ({ state }) => (
              <StateTag
                title={stateTitle(workflows, { workflow: 'campaign', state }, lang)}
                isEnded={state === 'archived'}
              />
            ),
          },
          { key: 'region', title: say.region, cell: ({ region }) => <RegionName code={region} /> },
          {
            key: 'no',
            title: say.documentNo,
            cell: ({ documentNo }) => documentNo ?? <span className="soft">{say.noDocumentNo}</span>,
          },
          {
            key: 'period',
            title: say.period,
            isShort: true,
            cell: ({ fromOn, endOn }) => say.fromTo(fromOn, endOn),
          },
        ]}
      />
      <More pages={pages} />
    </div>
  );
}
