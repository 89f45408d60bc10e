import { identityChoices } from '@yangguang/domain/workflows/lead-choices';
import type { ReactNode } from 'react';
import { Section } from '../../ui/page.tsx';
import { Tag, type Tone } from '../../ui/tag.tsx';
import { usePick, useWords } from '../../words/language.tsx';
import type { Proof } from './cell-value.tsx';
import { IdentityJudge } from './identity-judge.tsx';
import { LadderFigure } from './ladder-figure.tsx';
import type { Tier } from './ladder-layout.ts';
import styles from './lead.module.css';
import { WeightFigure } from './weight-figure.tsx';
import { evidenceWords } from './words-evidence.ts';

const tones: Readonly<Record<Tier, Tone>> = { same: 'good', likely: 'warn', number_only: 'bad' };

/** What speaks for and against its being the same person, and the comparisons that led to the tier. */
export function IdentitySection({ proof }: { readonly proof: Proof }): ReactNode {
  const say = useWords(evidenceWords);
  const pick = usePick();
  const tier = tierOf(proof.finding?.identityTier);
  const { match, identity, weights } = proof;
  if (tier === null)
    return (
      <Section title={say.identity}>
        <p className="soft">{say.identityNone}</p>
      </Section>
    );
  const meaning = { same: say.tierSame, likely: say.tierLikely, number_only: say.tierNumberOnly }[tier];
  return (
    <Section title={say.identity}>
      <p>
        <span className="soft">{say.tierIs}</span> <Tag tone={tones[tier]}>{pick(identityChoices[tier])}</Tag>{' '}
        {meaning}
      </p>
      <div className={styles['sides']}>
        <div>
          <h3>{say.speaksFor}</h3>
          <p>{match.for === null ? <span className="soft">{say.nothingSaid}</span> : pick(match.for)}</p>
        </div>
        <div>
          <h3>{say.speaksAgainst}</h3>
          <p>
            {match.against === null ? <span className="soft">{say.nothingSaid}</span> : pick(match.against)}
          </p>
        </div>
      </div>
      {weights === null ? (
        identity !== null && <LadderFigure identity={identity} />
      ) : (
        <WeightFigure weights={weights} />
      )}
      <IdentityJudge matterId={proof.id} />
    </Section>
  );
}

function tierOf(tier: string | undefined): Tier | null {
  return tier === 'same' || tier === 'likely' || tier === 'number_only' ? tier : null;
}
