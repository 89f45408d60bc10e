import { type Field, type Fields, openToPeople } from '@yangguang/domain/workflows/field';
import type { ReactNode } from 'react';
import {
  AreaField,
  ChoiceField,
  DayField,
  type FieldProps,
  MonthField,
  NumberField,
  SelectField,
  TextField,
  YuanField,
} from '../../ui/field.tsx';
import { useLang, usePick, useWords } from '../../words/language.tsx';
import type { FieldFault, Typed, TypedFacts } from './action-form.ts';
import { ColleaguePicker } from './colleague-picker.tsx';
import type { PlaceOfWork } from './colleagues.ts';
import { type FormMatter, MatterPicker } from './matter-picker.tsx';
import { RegionPicker } from './region-picker.tsx';
import { formWords } from './words-form.ts';

/** What the pickers of a form need to know. */
export interface FormPlace extends PlaceOfWork {
  readonly householdId: string | null;
  /** Matters that may be named: null while there is none yet. */
  readonly matter: FormMatter | null;
}

/** Id of the control of a field, for the summary of faults to lead there. */
export const fieldId = (name: string): string => `fact-${name}`;

/** Controls for everything a step asks for, in the order of the workflow. */
export function FactFields({
  fields,
  typed,
  faults,
  place,
  onChange,
}: {
  readonly fields: Fields;
  readonly typed: TypedFacts;
  readonly faults: Readonly<Record<string, FieldFault>>;
  readonly place: FormPlace;
  readonly onChange: (name: string, value: Typed) => void;
}): ReactNode {
  const faultText = useFaultText();
  return Object.entries(openToPeople(fields)).map(([name, field]) => (
    <FactField
      key={name}
      name={name}
      field={field}
      typed={typed[name] ?? ''}
      fault={faults[name] === undefined ? null : faultText(field, faults[name])}
      place={place}
      onChange={(value) => onChange(name, value)}
    />
  ));
}

/** Words for what is wrong with a field: the same on top of the form and beside the control. */
export function useFaultText(): (field: Field, fault: FieldFault) => string {
  const say = useWords(formWords);
  const pick = usePick();
  return (field, fault) => {
    const label = pick(field);
    if (fault === 'missing') return say.missing(label);
    if (fault === 'few') return say.few(label, field.kind === 'accounts' ? field.min : 1);
    return field.kind === 'fen' ? say.shapeFen(label) : say.shape(label);
  };
}

interface One {
  readonly name: string;
  readonly field: Field;
  readonly typed: Typed;
  readonly fault: string | null;
  readonly place: FormPlace;
  readonly onChange: (value: Typed) => void;
}

function FactField({ name, field, typed, fault, place, onChange }: One): ReactNode {
  const lang = useLang();
  const label = field[lang];
  const id = fieldId(name);
  if (field.kind === 'accounts')
    return (
      <ColleaguePicker
        {...{ id, label, fault, place, householdId: place.householdId, onChange }}
        chosen={typeof typed === 'string' ? [] : typed}
      />
    );
  const text = typeof typed === 'string' ? typed : '';
  if (field.kind === 'matter')
    return <MatterPicker {...{ id, label, fault, onChange }} value={text} matter={place.matter} />;
  if (field.kind === 'region') return <RegionPicker {...{ id, label, fault, onChange }} value={text} />;
  const frame = { id, label, fault, value: text, onChange, required: field.optional !== true };
  return <PlainField name={name} field={field} frame={frame} />;
}

function PlainField({
  name,
  field,
  frame,
}: {
  readonly name: string;
  readonly field: Field;
  readonly frame: FieldProps<string>;
}): ReactNode {
  const say = useWords(formWords);
  const lang = useLang();
  switch (field.kind) {
    case 'fen':
      return <YuanField {...frame} />;
    case 'count':
      return <NumberField {...frame} />;
    case 'on':
      return <DayField {...frame} min="1990-01-01" max="2199-12-31" />;
    case 'month':
      return <MonthField {...frame} />;
    case 'yesno':
      return (
        <ChoiceField
          {...frame}
          choices={[
            { value: 'yes', label: say.yes },
            { value: 'no', label: say.no },
          ]}
        />
      );
    case 'choice': {
      const choices = Object.entries(field.choices).map(([value, words]) => ({ value, label: words[lang] }));
      return choices.length <= 5 ? (
        <ChoiceField {...frame} choices={choices} />
      ) : (
        <SelectField {...frame} choices={choices} />
      );
    }
    default:
      return long.has(name) ? (
        <AreaField {...frame} rows={3} maxLength={4000} />
      ) : (
        <TextField {...frame} maxLength={4000} />
      );
  }
}

/** Facts that are sentences rather than a name or a number. */
const long: ReadonlySet<string> = new Set([
  ...[
    'problem',
    'measure',
    'result',
    'finding',
    'points',
    'what',
    'gist',
    'remedyTo',
    'conflict',
    'passedOver',
  ],
]);
