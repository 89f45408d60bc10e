import type { ReactNode } from 'react';
import { AreaField, ChoiceField, TextField } from '../../../ui/field.tsx';
import { Section } from '../../../ui/page.tsx';
import { useWords } from '../../../words/language.tsx';
import type { Signing, VisitDraft, VisitFaults } from './visit-entry.ts';
import { words } from './words.ts';

export const signingIds = {
  signedPaper: 'signed-paper',
  witnessPaper: 'witness-paper',
  refusal: 'refusal-reason',
} as const;

/** How the form was signed, and under which number the paper is kept. */
export function SigningFields({
  draft,
  onChange,
  faults,
}: {
  readonly draft: VisitDraft;
  readonly onChange: (draft: VisitDraft) => void;
  readonly faults: VisitFaults | null;
}): ReactNode {
  const say = useWords(words);
  const { signing } = draft;
  const fault = (isFaulty: boolean | undefined, label: string): string | null =>
    isFaulty === true ? say.fill(label) : null;
  return (
    <Section title={say.signing}>
      <ChoiceField
        label={say.signing}
        value={signing}
        onChange={(value) => onChange({ ...draft, signing: value as Signing })}
        choices={[
          { value: 'signed', label: say.signed },
          { value: 'witnessed', label: say.witnessed },
          { value: 'later', label: say.later },
        ]}
      />
      {signing === 'later' ? null : (
        <TextField
          id={signingIds.signedPaper}
          label={say.signedPaper}
          hint={say.paperHint}
          required
          maxLength={60}
          autoComplete="off"
          value={draft.signedPaper}
          onChange={(signedPaper) => onChange({ ...draft, signedPaper })}
          fault={fault(faults?.signedPaper, say.signedPaper)}
        />
      )}
      {signing === 'witnessed' ? (
        <>
          <TextField
            id={signingIds.witnessPaper}
            label={say.witnessPaper}
            required
            maxLength={60}
            autoComplete="off"
            value={draft.witnessPaper}
            onChange={(witnessPaper) => onChange({ ...draft, witnessPaper })}
            fault={fault(faults?.witnessPaper, say.witnessPaper)}
          />
          <AreaField
            id={signingIds.refusal}
            label={say.refusalReason}
            required
            rows={2}
            value={draft.refusal}
            onChange={(refusal) => onChange({ ...draft, refusal })}
            fault={fault(faults?.refusal, say.refusalReason)}
          />
        </>
      ) : null}
    </Section>
  );
}
