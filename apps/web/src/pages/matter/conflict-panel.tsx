import type { Workflow } from '@yangguang/domain/workflows/workflow';
import { type ReactNode, useEffect, useRef } from 'react';
import { instant } from '../../words/format.ts';
import { useLang, useWords } from '../../words/language.tsx';
import type { WrittenSince } from './conflict.ts';
import { factLines, type FactLine, type Matter } from './fact-words.ts';
import { FactsOf } from './facts-of.tsx';
import styles from './matter.module.css';
import { formWords } from './words-form.ts';
import { plainTitle } from './words-plain-acts.ts';

/** Somebody was first: what is typed here and what was written since, side by side; nothing is lost, nothing was sent. */
export function ConflictPanel({
  workflow,
  matter,
  since,
  mine,
}: {
  readonly workflow: Workflow;
  readonly matter: Matter;
  readonly since: readonly WrittenSince[];
  /** What is typed, in words. */
  readonly mine: readonly FactLine[];
}): ReactNode {
  const say = useWords(formWords);
  const lang = useLang();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  const reader = { workflow, people: matter.people, lang };
  return (
    <div ref={box} className={styles['conflict']} role="alert" tabIndex={-1}>
      <h3>{say.conflictTitle}</h3>
      <p>{say.conflictWhy}</p>
      <p>{say.stateNow(workflow.states[matter.state]?.[lang] ?? matter.state)}</p>
      <div className="halves">
        <div>
          <h4>{say.theirs}</h4>
          {since.map((step) => (
            <div key={step.stepNo}>
              <p>
                <b>{workflow.actions[step.action]?.[lang] ?? plainTitle(step.action, lang)}</b>{' '}
                <span className="soft">{say.byWhom(step.by ?? say.clock, instant(step.at))}</span>
              </p>
              {step.reason === null ? null : <p>{step.reason}</p>}
              <FactsOf lines={factLines(reader, step.facts)} />
              {step.hidden.length === 0 ? null : (
                <p className="soft">{say.hiddenFacts(step.hidden.length)}</p>
              )}
            </div>
          ))}
        </div>
        <div>
          <h4>{say.yours}</h4>
          <FactsOf lines={mine} />
        </div>
      </div>
    </div>
  );
}
