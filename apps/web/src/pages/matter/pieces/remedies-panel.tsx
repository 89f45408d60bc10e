import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Section } from '../../../ui/page.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { money } from '../../../words/format.ts';
import { useLang, useWords } from '../../../words/language.tsx';
import type { Matter } from '../fact-words.ts';
import type { Workflows } from '../use-workflows.ts';
import { type Remedies, remediesOf } from './remedies.ts';
import { words } from './words.ts';

/** What comes after a decision: until when it can be challenged, and what is open of putting it right. */
export function RemediesPanel({
  matter,
  workflows,
}: {
  readonly matter: Matter;
  readonly workflows: Workflows;
}): ReactNode {
  const say = useWords(words);
  const remedies = remediesOf(matter);
  const { stage, untilOn } = remedies;
  if (stage === 'none') return null;
  const sentences: Readonly<Record<Exclude<Remedies['stage'], 'none'>, string>> = {
    ...{ open: say.remedyOpen, suspended: say.suspended, corrected: say.corrected },
    ...{ underReconsideration: say.underReconsideration, inCourt: say.inCourt },
  };
  return (
    <Section title={say.remedies}>
      <p>{sentences[stage]}</p>
      {untilOn === null ? null : <p>{say.remedyUntil(untilOn)}</p>}
      {stage === 'corrected' ? <Restoration remedies={remedies} workflows={workflows} /> : null}
    </Section>
  );
}

function Restoration({
  remedies: { restore, backPayFen, backPayFrom },
  workflows,
}: {
  readonly remedies: Remedies;
  readonly workflows: Workflows;
}): ReactNode {
  const say = useWords(words);
  const lang = useLang();
  const state =
    restore === null ? null : (workflows['decision']?.states[restore.state]?.[lang] ?? restore.state);
  return (
    <ul className="bulleted">
      <li>
        {restore === null || state === null ? (
          say.restoreNone
        ) : (
          <>
            <Link to="/matters/$id" params={{ id: restore.id }}>
              {say.restoreAt(state)}
            </Link>{' '}
            <Tag tone={restore.isDone ? 'good' : 'warn'}>{restore.isDone ? say.wayMet : say.wayMissing}</Tag>
          </>
        )}
      </li>
      <li>
        {backPayFen === null || backPayFen === 0
          ? say.noBackPay
          : `${say.backPay(money(backPayFen, lang), backPayFrom ?? '')}${lang === 'zh' ? '；' : '; '}${say.voucher}`}
      </li>
    </ul>
  );
}
