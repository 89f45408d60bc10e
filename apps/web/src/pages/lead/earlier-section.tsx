import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Section } from '../../ui/page.tsx';
import { Tag } from '../../ui/tag.tsx';
import { dayOf } from '../../words/format.ts';
import { useWords } from '../../words/language.tsx';
import type { Proof } from './cell-value.tsx';
import { leadWords } from './words.ts';

/** What the same rule found about the same subject at other times, and what came of it. */
export function EarlierSection({ proof }: { readonly proof: Proof }): ReactNode {
  const say = useWords(leadWords);
  return (
    <Section title={say.earlier}>
      {proof.earlier.length === 0 ? <p className="soft">{say.noEarlier}</p> : null}
      <ul className="stack">
        {proof.earlier.map((one) => (
          <li key={one.matterId}>
            <Link to="/leads/$matterId" params={{ matterId: one.matterId }}>
              {dayOf(one.openedAt)}
            </Link>{' '}
            {one.period ?? ''} <Tag>{one.verdict === null ? say.noVerdict : say[one.verdict]}</Tag>{' '}
            <span className="soft">{one.hasSameFacts ? say.sameFacts : say.otherFacts}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
