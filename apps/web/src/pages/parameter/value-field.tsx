import type { ReactNode } from 'react';
import { CheckField, ChoiceField, MonthField, SelectField, TextField } from '../../ui/field.tsx';
import { useLang, useWords } from '../../words/language.tsx';
import type { ParameterDetail } from './parameter-filter.ts';
import type { Proposal } from './proposal.ts';
import { askedWords } from './unit-words.ts';
import { fieldOf, sayValue } from './value-words.ts';
import { words } from './words.ts';

const asked: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = askedWords;

/** The control that fits the unit of a parameter. */
export function ValueField({
  parameter,
  proposal,
  fault,
  onChange,
}: {
  readonly parameter: ParameterDetail;
  readonly proposal: Proposal;
  readonly fault: string | null;
  readonly onChange: (next: Partial<Proposal>) => void;
}): ReactNode {
  const say = useWords(words);
  const lang = useLang();
  const { unit, name, choices } = parameter;
  const label = say.value;
  const hint = say.asks(asked[unit]?.[lang] ?? unit);
  const shared = { id: 'propose-value', label, hint, fault, required: true } as const;
  const type = (typed: string): void => onChange({ typed });
  const word = (code: string): string => sayValue(code, 'text', name, lang);
  switch (fieldOf(unit)) {
    case 'yesno':
      return (
        <ChoiceField
          {...shared}
          value={proposal.typed}
          onChange={type}
          choices={['yes', 'no'].map((one) => ({ value: one, label: word(one) }))}
        />
      );
    case 'choice':
      return (
        <SelectField
          {...shared}
          value={proposal.typed}
          onChange={type}
          choices={choices.map((one) => ({ value: one, label: word(one) }))}
        />
      );
    case 'list':
      return (
        <ListField shared={shared} choices={choices} word={word} proposal={proposal} onChange={onChange} />
      );
    case 'month':
      return <MonthField {...shared} value={proposal.typed} onChange={type} />;
    default:
      return (
        <TextField
          {...shared}
          inputMode="decimal"
          autoComplete="off"
          value={proposal.typed}
          onChange={type}
        />
      );
  }
}

function ListField({
  shared,
  choices,
  word,
  proposal,
  onChange,
}: {
  readonly shared: {
    readonly id: string;
    readonly label: string;
    readonly hint: string;
    readonly fault: string | null;
  };
  readonly choices: readonly string[];
  readonly word: (code: string) => string;
  readonly proposal: Proposal;
  readonly onChange: (next: Partial<Proposal>) => void;
}): ReactNode {
  const { chosen } = proposal;
  return (
    <fieldset id={shared.id} tabIndex={-1} className={shared.fault === null ? 'field' : 'field faulty'}>
      <legend>{shared.label}</legend>
      <p className="hint">{shared.hint}</p>
      {choices.map((one) => (
        <CheckField
          key={one}
          label={word(one)}
          value={chosen.includes(one)}
          onChange={(isOn) =>
            onChange({ chosen: isOn ? [...chosen, one] : chosen.filter((other) => other !== one) })
          }
        />
      ))}
      {shared.fault === null ? null : <p className="fault">{shared.fault}</p>}
    </fieldset>
  );
}
