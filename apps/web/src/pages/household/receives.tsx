import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { RegionName } from '../../ui/region-name.tsx';
import { Tag } from '../../ui/tag.tsx';
import { money } from '../../words/format.ts';
import { useLang, usePick, useWords } from '../../words/language.tsx';
import { type Beside, type Card, type CardLead, doubtfulPairs } from './card-parts.ts';
import styles from './household.module.css';
import { programmeWords } from './programme-words.ts';
import { householdWords } from './words.ts';

/** What a household receives now, with the sum of a month. */
export function ReceivesNow({
  card,
}: {
  readonly card: Pick<Card, 'entitlements' | 'receivesMonthlyFen'>;
}): ReactNode {
  const say = useWords(householdWords);
  const pick = usePick();
  const lang = useLang();
  if (card.entitlements.length === 0) return <p className="soft">{say.receivesNone}</p>;
  return (
    <>
      <ul className={styles['lines']}>
        {card.entitlements.map((one) => (
          <li key={one.id}>
            <b>{pick(programmeWords(one.programme))}</b> {say.aMonth(money(one.monthlyFen, lang))}{' '}
            <span className="soft">
              {say.sinceMonth(one.fromMonth)} · {one.isByDecision ? say.byDecision : say.byRoll}
            </span>
          </li>
        ))}
      </ul>
      <p>{say.together(money(card.receivesMonthlyFen, lang))}</p>
    </>
  );
}

/** What its members receive on other cards: a roll is of one programme, a person may be on several. */
export function ReceivesElsewhere({ elsewhere }: { readonly elsewhere: Card['elsewhere'] }): ReactNode {
  const say = useWords(householdWords);
  const pick = usePick();
  const lang = useLang();
  if (elsewhere.length === 0) return null;
  return (
    <div className={styles['part']}>
      <h3>{say.elsewhere}</h3>
      <ul className={styles['lines']}>
        {elsewhere.map((other) => (
          <li key={other.id}>
            <Link to="/households/$id" params={{ id: other.id }}>
              {say.titleOf(other.headName)} · {pick(programmeWords(other.programme))}
            </Link>{' '}
            <span className="soft">
              <RegionName code={other.region} />
            </span>
            {other.entitlements.map((one) => (
              <p key={one.id}>
                <b>{pick(programmeWords(one.programme))}</b> {say.aMonth(money(one.monthlyFen, lang))}{' '}
                <span className="soft">{say.sinceMonth(one.fromMonth)}</span>
              </p>
            ))}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What the omission rules say it may have been left out of. */
export function MayBeMissing({ leads }: { readonly leads: readonly CardLead[] }): ReactNode {
  const say = useWords(householdWords);
  const pick = usePick();
  if (leads.length === 0) return <p className="soft">{say.mayBeMissingNone}</p>;
  return (
    <ul className={styles['lines']}>
      {leads.map((one) => (
        <li key={one.matterId}>
          <Link to="/leads/$matterId" params={{ matterId: one.matterId }}>
            {pick(one.ruleTitle)}
          </Link>{' '}
          <Tag>{pick(one.stateTitle)}</Tag>
          {pick(one.summary) === '' ? null : <p>{pick(one.summary)}</p>}
        </li>
      ))}
    </ul>
  );
}

/** Pairs it has both of that may not stand side by side for one person. */
export function DoubtfulPairs({ combinations }: { readonly combinations: readonly Beside[] }): ReactNode {
  const say = useWords(householdWords);
  const pick = usePick();
  return doubtfulPairs(combinations).map((one) => (
    <p key={`${one.programme}-${one.other}`} className="note warn">
      <b>{say.pairOf(pick(one.title), pick(one.otherTitle))}</b> {say.saysOf(say[one.is], pick(one.says))}{' '}
      <span className="soft">{pick(one.basis)}</span>
    </p>
  ));
}
