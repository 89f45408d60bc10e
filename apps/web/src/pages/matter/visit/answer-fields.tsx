import { type Question, visitForm, withNothing } from '@yangguang/domain/forms/visit-form';
import type { ReactNode } from 'react';
import { Button } from '../../../ui/button.tsx';
import { AreaField, ChoiceField, TextField } from '../../../ui/field.tsx';
import { Section } from '../../../ui/page.tsx';
import { useLang, usePick, useWords } from '../../../words/language.tsx';
import type { VisitDraft } from './visit-entry.ts';
import styles from './visit.module.css';
import { words } from './words.ts';

export const answerId = (question: string): string => `answer-${question}`;

/** The questions of the form, section by section. */
export function AnswerFields({
  draft,
  onChange,
  missing,
}: {
  readonly draft: VisitDraft;
  readonly onChange: (draft: VisitDraft) => void;
  /** Questions without an answer, once it was tried. */
  readonly missing: readonly string[];
}): ReactNode {
  const say = useWords(words);
  const pick = usePick();
  return (
    <Section
      title={say.answers}
      actions={
        <Button onClick={() => onChange({ ...draft, answers: withNothing(draft.answers) })}>
          {say.fillNothing}
        </Button>
      }
    >
      <p className="hint">{say.nothingHint}</p>
      {visitForm.map((section) => (
        <fieldset key={section.id} className={styles['part']}>
          <legend>{pick(section)}</legend>
          <div className="fields">
            {section.questions.map((question) => (
              <Answer
                key={question.id}
                question={question}
                value={draft.answers[question.id] ?? ''}
                onChange={(said) =>
                  onChange({ ...draft, answers: { ...draft.answers, [question.id]: said } })
                }
                fault={missing.includes(question.id) ? say.fill(pick(question)) : null}
              />
            ))}
          </div>
        </fieldset>
      ))}
    </Section>
  );
}

function Answer({
  question,
  value,
  onChange,
  fault,
}: {
  readonly question: Question;
  readonly value: string;
  readonly onChange: (said: string) => void;
  readonly fault: string | null;
}): ReactNode {
  const lang = useLang();
  const frame = { id: answerId(question.id), label: question[lang], value, onChange, fault };
  if (question.kind === 'choice')
    return (
      <ChoiceField
        {...frame}
        choices={Object.entries(question.choices ?? {}).map(([key, title]) => ({
          value: key,
          label: title[lang],
        }))}
      />
    );
  return question.kind === 'lines' ? (
    <AreaField {...frame} rows={2} maxLength={2000} />
  ) : (
    <TextField {...frame} maxLength={300} autoComplete="off" />
  );
}
