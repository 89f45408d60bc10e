import { type Verdict, verdictWords } from '@yangguang/domain/identity/verdict';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Got } from '../../api/use-api.tsx';
import { Tag, type Tone } from '../../ui/tag.tsx';
import { Timeline } from '../../ui/timeline.tsx';
import { usePick, useWords } from '../../words/language.tsx';
import { words } from './words.ts';

type Items = Got<'identity.list'>['items'];

const tones: Readonly<Record<Verdict, Tone>> = { same: 'good', not_same: 'bad', unsure: 'warn' };

/** What was judged, by whom, when and why, the newest first. */
export function JudgementTimeline({
  items,
  hasLinks = false,
}: {
  readonly items: Items;
  /** Leads to the lead at which it was given. */
  readonly hasLinks?: boolean;
}): ReactNode {
  const say = useWords(words);
  const pick = usePick();
  const from = { lead: say.givenHere, step: say.fromStep, file: say.fromFile };
  return (
    <Timeline
      entries={items.map(({ id, at, by, verdict, why, source, isInForce, matterId }) => ({
        key: id,
        at,
        by,
        title: <Tag tone={tones[verdict]}>{pick(verdictWords[verdict])}</Tag>,
        children: (
          <>
            <p>{why ?? say.noReason}</p>
            <p className="soft">
              {from[source]} · {isInForce ? say.inForce : say.replaced}
            </p>
            {hasLinks && matterId !== null ? (
              <Link to="/leads/$matterId" params={{ matterId }}>
                {say.openLead}
              </Link>
            ) : null}
          </>
        ),
      }))}
    />
  );
}
