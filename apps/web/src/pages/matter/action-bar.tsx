import type { Workflow } from '@yangguang/domain/workflows/workflow';
import type { ReactNode } from 'react';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/page.tsx';
import { usePick, useWords } from '../../words/language.tsx';
import { sortActions } from './actions.ts';
import type { Matter } from './fact-words.ts';
import styles from './matter.module.css';
import { words } from './words.ts';

type Allowance = Matter['actions'][number];

/** A button exactly where the gate says yes; the others with the gate's own words for why not. */
export function ActionBar({
  matter,
  workflow,
  onChoose,
}: {
  readonly matter: Matter;
  readonly workflow: Workflow;
  readonly onChoose: (action: string) => void;
}): ReactNode {
  const say = useWords(words);
  const pick = usePick();
  const { able, barred, elsewhere } = sortActions(workflow, matter.actions);
  return (
    <Section title={say.actions}>
      {able.length === 0 ? <p>{matter.isEnded ? say.ended : say.noAction}</p> : null}
      <div className="buttons">
        {able.map(({ action, title }, i) => (
          <Button key={action} kind={i === 0 ? 'main' : 'plain'} onClick={() => onChoose(action)}>
            {pick(title)}
          </Button>
        ))}
      </div>
      <Reasons title={say.whyNot(barred.length)} allowances={barred} />
      <Reasons title={say.otherStates(elsewhere.length)} allowances={elsewhere} />
    </Section>
  );
}

function Reasons({
  title,
  allowances,
}: {
  readonly title: string;
  readonly allowances: readonly Allowance[];
}): ReactNode {
  const pick = usePick();
  if (allowances.length === 0) return null;
  return (
    <details className={styles['reasons']}>
      <summary>{title}</summary>
      <ul>
        {allowances.map(({ action, title: name, why }) => (
          <li key={action}>
            <b>{pick(name)}</b>{' '}
            {why === null ? null : (
              <span>
                {pick(why.why)} {pick(why.remedy)} <span className="soft">{why.code}</span>
              </span>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
