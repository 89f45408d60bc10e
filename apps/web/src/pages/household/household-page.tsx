import { getRouteApi } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useAsk } from '../../api/use-api.tsx';
import { useSession } from '../../session/session.tsx';
import { OnlyFor } from '../../shell/only-for.tsx';
import { Asked } from '../../ui/asked.tsx';
import { Page } from '../../ui/page.tsx';
import { useWords } from '../../words/language.tsx';
import { HouseholdJudgements } from '../identity/household-judgements.tsx';
import { BenefitsSection } from './benefits-section.tsx';
import type { Card } from './card-parts.ts';
import { CombinationsSection } from './combinations-section.tsx';
import { KinSection } from './kin-section.tsx';
import { LeadsSection, MattersSection, MissingSection } from './leads-section.tsx';
import { MembersSection } from './members-section.tsx';
import { PrintCard, SheetFoot } from './print-card.tsx';
import { type Full, InFull, UnmaskSection } from './unmask-section.tsx';
import { householdWords } from './words.ts';

const route = getRouteApi('/households/$id');

/** One household with everything known about it. */
export function HouseholdPage(): ReactNode {
  const { id } = route.useParams();
  return (
    <OnlyFor may="household.read">
      <HouseholdById key={id} id={id} />
    </OnlyFor>
  );
}

function HouseholdById({ id }: { readonly id: string }): ReactNode {
  const say = useWords(householdWords);
  const query = useAsk('household.get', { id });
  if (query.data === undefined)
    return (
      <Page title={say.title}>
        <Asked query={query} what={say.reading}>
          {() => null}
        </Asked>
      </Page>
    );
  return <Asked query={query}>{(card) => <HouseholdCard card={card} />}</Asked>;
}

function HouseholdCard({ card }: { readonly card: Card }): ReactNode {
  const say = useWords(householdWords);
  const { may } = useSession();
  const [full, setFull] = useState<Full | null>(null);
  const [printedAt, setPrintedAt] = useState<string | null>(null);
  return (
    <Page
      title={say.titleOf(card.headName)}
      tabTitle={say.tabTitle}
      crumbs={may('person.find') ? [{ label: say.find, to: '/find' }] : []}
      actions={<PrintCard id={card.id} onPrint={setPrintedAt} />}
      lead={card.isOwnKin ? <p className="note warn">{say.ownKin}</p> : null}
    >
      <div className="columns">
        <div>
          {full === null ? null : <InFull full={full} onFold={() => setFull(null)} />}
          <MembersSection card={card} />
          <BenefitsSection card={card} />
          <MissingSection card={card} />
          <CombinationsSection combinations={card.combinations} />
          <LeadsSection card={card} />
          <MattersSection card={card} />
          <HouseholdJudgements householdId={card.id} />
        </div>
        <div>
          {may('person.unmask') && full === null ? (
            <UnmaskSection id={card.id} whyNot={card.isOwnKin ? say.ownKin : null} onFull={setFull} />
          ) : null}
          <KinSection card={card} />
        </div>
      </div>
      <SheetFoot printedAt={printedAt} />
    </Page>
  );
}
