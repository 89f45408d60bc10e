import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { useAsk } from '../../api/use-api.tsx';
import { useSession } from '../../session/session.tsx';
import { OnlyFor } from '../../shell/only-for.tsx';
import { Asked } from '../../ui/asked.tsx';
import { Page } from '../../ui/page.tsx';
import { useToast } from '../../ui/toast.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { usePick, useWords } from '../../words/language.tsx';
import { rememberMatter } from '../matter/recent-matters.ts';
import { useWorkflows } from '../matter/use-workflows.ts';
import type { Proof } from './cell-value.tsx';
import { EarlierSection } from './earlier-section.tsx';
import { EvidencePairs } from './evidence-pairs.tsx';
import { EvidenceRows } from './evidence-rows.tsx';
import { HouseholdBeside } from './household-beside.tsx';
import { IdentitySection } from './identity-section.tsx';
import { LeadHeading } from './lead-heading.tsx';
import { ListBar } from './list-bar.tsx';
import { MatterBeside, MatterHistory } from './matter-beside.tsx';
import { RuleSection } from './rule-section.tsx';
import { useListPlace } from './use-list-place.ts';
import { leadWords } from './words.ts';

const route = getRouteApi('/leads/$matterId');

/** The review of one lead: what proves it, whether it is the same person, what may explain it, and what to do. */
export function LeadPage(): ReactNode {
  const { matterId } = route.useParams();
  return (
    <OnlyFor may="lead.read">
      <LeadById key={matterId} matterId={matterId} />
    </OnlyFor>
  );
}

function LeadById({ matterId }: { readonly matterId: string }): ReactNode {
  const say = useWords(leadWords);
  const query = useAsk('lead.get', { matterId });
  const isWhole = useNeighbours(matterId, query.data?.householdId ?? null);
  if (query.data === undefined || !isWhole)
    return (
      <Page title={say.title} crumbs={[{ label: say.leads, to: '/leads' }]}>
        <Asked query={query} what={say.reading}>
          {() => <Waiting what={say.reading} />}
        </Asked>
      </Page>
    );
  return <Asked query={query}>{(proof) => <Review proof={proof} />}</Asked>;
}

/**
 * Asks for what stands beside the lead at the same time as for the lead.
 * @returns true when all of it was answered, one way or another: the page is drawn once and nothing moves under the eye
 */
function useNeighbours(matterId: string, householdId: string | null): boolean {
  const { may } = useSession();
  const matter = useAsk('matter.get', { id: matterId }, { when: may('matter.read') });
  const isShown = householdId !== null && may('household.read');
  const household = useAsk('household.get', { id: householdId ?? '' }, { when: isShown });
  const judged = useAsk('identity.list', { matterId });
  const workflows = useWorkflows();
  return !matter.isLoading && !household.isLoading && !judged.isLoading && workflows !== null;
}

function Review({ proof }: { readonly proof: Proof }): ReactNode {
  const say = useWords(leadWords);
  const pick = usePick();
  const { who, may } = useSession();
  const search = route.useSearch();
  const navigate = useNavigate();
  const toast = useToast();
  const place = useListPlace(search, proof.id);
  const { id, kind, region, workflow } = proof;
  const { accountId } = who;
  useEffect(
    () => rememberMatter(accountId, { id, kind, region, workflow }),
    [accountId, id, kind, region, workflow],
  );
  const goTo = (matterId: string | null): void => {
    if (matterId === null) toast({ text: say.allSeen });
    else void navigate({ to: '/leads/$matterId', params: { matterId }, search });
  };
  const title = proof.finding === null ? say.noRule : pick(proof.finding.ruleTitle);
  return (
    <Page
      title={title}
      crumbs={[{ label: say.leads, to: '/leads' }]}
      actions={<ListBar place={place} search={search} onGo={goTo} />}
      lead={<LeadHeading proof={proof} />}
    >
      <div className="columns">
        <div>
          <EvidencePairs proof={proof} />
          {proof.finding === null ? null : (
            <>
              <IdentitySection proof={proof} />
              <RuleSection proof={proof} />
            </>
          )}
          <EvidenceRows proof={proof} />
          {may('matter.read') ? <MatterHistory matterId={proof.id} /> : null}
        </div>
        <div>
          {may('matter.read') ? (
            <MatterBeside matterId={proof.id} onJudged={() => goTo(place?.next ?? null)}>
              <HouseholdBeside householdId={proof.householdId} matterId={proof.id} />
            </MatterBeside>
          ) : (
            <HouseholdBeside householdId={proof.householdId} matterId={proof.id} />
          )}
          <EarlierSection proof={proof} />
        </div>
      </div>
    </Page>
  );
}
