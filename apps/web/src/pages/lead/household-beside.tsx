import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useAsk } from '../../api/use-api.tsx';
import { useSession } from '../../session/session.tsx';
import { Asked } from '../../ui/asked.tsx';
import { Section } from '../../ui/page.tsx';
import { Tag } from '../../ui/tag.tsx';
import { usePick, useWords } from '../../words/language.tsx';
import { type Card, otherOpenLeads } from '../household/card-parts.ts';
import { DoubtfulPairs, MayBeMissing, ReceivesElsewhere, ReceivesNow } from '../household/receives.tsx';
import { leadWords } from './words.ts';

/** The whole household beside the lead: what it receives, what it may be missing, what else was found. */
export function HouseholdBeside({
  householdId,
  matterId,
}: {
  readonly householdId: string | null;
  readonly matterId: string;
}): ReactNode {
  const say = useWords(leadWords);
  const { may } = useSession();
  const isShown = householdId !== null && may('household.read');
  const query = useAsk('household.get', { id: householdId ?? '' }, { when: isShown });
  return (
    <Section title={say.household}>
      {householdId === null ? (
        <p className="soft">{say.noHousehold}</p>
      ) : isShown ? (
        <Asked query={query}>{(card) => <Beside card={card} matterId={matterId} />}</Asked>
      ) : (
        <p className="soft">{say.householdHidden}</p>
      )}
    </Section>
  );
}

function Beside({ card, matterId }: { readonly card: Card; readonly matterId: string }): ReactNode {
  const say = useWords(leadWords);
  const pick = usePick();
  const others = otherOpenLeads(card.leads, matterId);
  const running = card.matters.filter(({ isEnded }) => !isEnded).length;
  return (
    <div className="stack">
      <p>
        <b>{card.headName}</b> {say.members(card.members.length)} ·{' '}
        <Link to="/households/$id" params={{ id: card.id }}>
          {say.openHousehold}
        </Link>
        {running === 0 ? null : ` · ${say.mattersNow(running)}`}
      </p>
      <div>
        <h3>{say.receives}</h3>
        <ReceivesNow card={card} />
        <ReceivesElsewhere elsewhere={card.elsewhere} />
        <DoubtfulPairs combinations={card.combinations} />
      </div>
      <div>
        <h3>{say.mayBeMissing}</h3>
        <MayBeMissing leads={card.mayBeMissing} />
      </div>
      <div>
        <h3>{say.otherLeads}</h3>
        {others.length === 0 ? <p className="soft">{say.otherLeadsNone}</p> : null}
        <ul className="stack">
          {others.map((one) => (
            <li key={one.matterId}>
              <Link to="/leads/$matterId" params={{ matterId: one.matterId }}>
                {pick(one.ruleTitle)}
              </Link>{' '}
              <Tag>{pick(one.stateTitle)}</Tag>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
