import type { Workflow } from '@yangguang/domain/workflows/workflow';
import type { ReactNode } from 'react';
import { Section } from '../../ui/page.tsx';
import { dayOf } from '../../words/format.ts';
import { useLang, useWords } from '../../words/language.tsx';
import type { Matter } from './fact-words.ts';
import styles from './matter.module.css';
import { statePath } from './state-path.ts';
import { words } from './words.ts';

/** States come through, where it stands, what may come next. */
export function PathSection({
  matter,
  workflow,
}: {
  readonly matter: Matter;
  readonly workflow: Workflow;
}): ReactNode {
  const say = useWords(words);
  const lang = useLang();
  const path = statePath(workflow, matter);
  const title = (state: string): string => workflow.states[state]?.[lang] ?? state;
  const next = path.filter(({ place }) => place === 'next');
  return (
    <Section title={say.path}>
      <ol className={styles['path']}>
        {path
          .filter(({ place }) => place !== 'next')
          .map(({ state, place, at }, i) => (
            <li
              key={`${i} ${state}`}
              className={styles[place]}
              aria-current={place === 'now' ? 'step' : undefined}
            >
              <span>{title(state)}</span> {at === null ? null : <time dateTime={at}>{dayOf(at)}</time>}
              {place === 'now' ? <b className="hidden">{say.here}</b> : null}
            </li>
          ))}
      </ol>
      {next.length === 0 ? null : (
        <p className={styles['next']}>
          <span className="soft">{say.next}</span> {next.map(({ state }) => title(state)).join(' · ')}
        </p>
      )}
    </Section>
  );
}
