import type { ReactNode } from 'react';
import { useAsk } from '../../api/use-api.tsx';
import { useSession } from '../../session/session.tsx';
import { Section } from '../../ui/page.tsx';
import { useWords } from '../../words/language.tsx';
import { JudgementTimeline } from './judgement-timeline.tsx';
import { words } from './words.ts';

/** What people judged of identity at the leads of a household; nothing where nobody did. */
export function HouseholdJudgements({ householdId }: { readonly householdId: string }): ReactNode {
  const say = useWords(words);
  const { may } = useSession();
  const { data } = useAsk('identity.list', { householdId }, { when: may('lead.read') });
  if (data === undefined || data.items.length === 0) return null;
  return (
    <Section title={say.ofHousehold}>
      <JudgementTimeline items={data.items} hasLinks />
    </Section>
  );
}
