import type { Workflow } from '@yangguang/domain/workflows/workflow';
import type { ReactNode } from 'react';
import { Section } from '../../ui/page.tsx';
import { Tag } from '../../ui/tag.tsx';
import { useToday } from '../../words/clock.ts';
import { useLang, usePick, useWords } from '../../words/language.tsx';
import { clockNotes, leftWords, urgencyOf } from './due-words.ts';
import type { Matter } from './fact-words.ts';
import styles from './matter.module.css';
import { words } from './words.ts';
import { dueWords } from './words-due.ts';

/** Times that run or stand still, with what is left in words. */
export function ClocksSection({
  matter,
  workflow,
}: {
  readonly matter: Matter;
  readonly workflow: Workflow;
}): ReactNode {
  const say = useWords(words);
  const due = useWords(dueWords);
  const pick = usePick();
  const lang = useLang();
  const today = useToday();
  const isAssigned = matter.clock === 'assigned' && matter.dueOn !== null;
  return (
    <Section title={say.clocks}>
      {matter.clocks.length === 0 && !isAssigned ? <p className="soft">{say.noClock}</p> : null}
      <ul className="stack">
        {isAssigned ? (
          <li className={styles['clock']}>
            <b>{due.assigned}</b>
            <Tag tone={matter.isOverdue ? 'bad' : 'plain'}>
              {leftWords({ ...matter, isOver: matter.isOverdue }, today, lang)}
            </Tag>
          </li>
        ) : null}
        {matter.clocks.map((clock) => (
          <li key={clock.name} className={styles['clock']}>
            <b>{pick(clock.title)}</b>
            <Tag tone={urgencyOf(clock, today)}>{leftWords(clock, today, lang)}</Tag>
            <small className="soft">{clockNotes(workflow, clock, lang).join(' ')}</small>
          </li>
        ))}
      </ul>
    </Section>
  );
}
