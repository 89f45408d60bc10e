import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { type Got, useAsk } from '../../api/use-api.tsx';
import { useCampaign } from '../../shell/campaign-choice.tsx';
import { OnlyFor } from '../../shell/only-for.tsx';
import { useSession } from '../../session/session.tsx';
import { Asked } from '../../ui/asked.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { LinkTabs } from '../../ui/link-tabs.tsx';
import { Page } from '../../ui/page.tsx';
import { RegionName } from '../../ui/region-name.tsx';
import { StateTag } from '../../ui/tag.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useToday } from '../../words/clock.ts';
import { useLang, useWords } from '../../words/language.tsx';
import { stateTitle } from '../matter/line-words.ts';
import { useWorkflows } from '../matter/use-workflows.ts';
import { campaignTabs, type CampaignTab } from './campaign-search.ts';
import { DeadlinesView } from './deadlines-view.tsx';
import { LookBackView } from './look-back-view.tsx';
import { PhaseBar } from './phase-bar.tsx';
import { PlanView } from './plan-view.tsx';
import { TaskLists } from './task-lists.tsx';
import { words } from './words.ts';

type Campaign = Got<'campaign.get'>;
const route = getRouteApi('/campaigns/$campaignId');

/** One campaign: phases, plan, the three lists, times, look-back list. */
export function CampaignPage(): ReactNode {
  const { campaignId } = route.useParams();
  return (
    <OnlyFor may="campaign.read">
      <ById key={campaignId} id={campaignId} />
    </OnlyFor>
  );
}

function ById({ id }: { readonly id: string }): ReactNode {
  const say = useWords(words);
  const query = useAsk('campaign.get', { id });
  if (query.data === undefined)
    return (
      <Page title={say.title} crumbs={[{ label: say.title, to: '/campaigns' }]}>
        {query.error === null ? <Waiting what={say.loading} /> : <Asked query={query}>{() => null}</Asked>}
      </Page>
    );
  return <Asked query={query}>{(campaign) => <Card campaign={campaign} />}</Asked>;
}

function Card({ campaign }: { readonly campaign: Campaign }): ReactNode {
  const say = useWords(words);
  const today = useToday();
  const { tab = 'plan' } = route.useSearch();
  const to = `/campaigns/${campaign.id}`;
  return (
    <Page
      title={campaign.title}
      crumbs={[{ label: say.title, to: '/campaigns' }]}
      lead={<Lead campaign={campaign} />}
      actions={<Actions campaign={campaign} />}
    >
      <div className="card">
        <PhaseBar phases={campaign.phases} today={today} />
      </div>
      <LinkTabs
        label={say.views}
        tabs={campaignTabs.map((key) => ({
          key,
          title: say[key],
          to,
          search: key === 'plan' ? {} : { tab: key },
          isCurrent: key === tab,
        }))}
      />
      <View campaign={campaign} tab={tab} />
    </Page>
  );
}

function View({ campaign, tab }: { readonly campaign: Campaign; readonly tab: CampaignTab }): ReactNode {
  if (tab === 'plan') return <PlanView campaign={campaign} />;
  if (tab === 'times') return <DeadlinesView campaignId={campaign.id} />;
  if (tab === 'lookBack') return <LookBackView campaign={campaign} />;
  return <TaskLists key={tab} campaign={campaign} list={tab} />;
}

function Lead({ campaign }: { readonly campaign: Campaign }): ReactNode {
  const say = useWords(words);
  const lang = useLang();
  const workflows = useWorkflows();
  const { state, region, documentNo, fromOn, endOn } = campaign;
  return (
    <>
      <StateTag
        title={stateTitle(workflows, { workflow: 'campaign', state }, lang)}
        isEnded={state === 'archived'}
      />{' '}
      <RegionName code={region} /> · {documentNo ?? say.noDocumentNo} · {say.fromTo(fromOn, endOn)}
    </>
  );
}

function Actions({ campaign }: { readonly campaign: Campaign }): ReactNode {
  const say = useWords(words);
  const { may } = useSession();
  const { campaign: chosen, choose } = useCampaign();
  const toast = useToast();
  return (
    <>
      {chosen?.id === campaign.id ? null : (
        <Button
          onClick={() => {
            choose(campaign.id);
            toast({ text: say.chosen });
          }}
        >
          {say.work}
        </Button>
      )}
      {may('statistics.read') && chosen?.id === campaign.id ? (
        <>
          <ButtonLink to="/dashboard">{say.openBoard}</ButtonLink>
          <ButtonLink to="/ledgers">{say.openLedgers}</ButtonLink>
        </>
      ) : null}
    </>
  );
}
