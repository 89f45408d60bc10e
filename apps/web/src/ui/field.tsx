import { type ComponentProps, type ReactNode, useId } from 'react';
import { useWords } from '../words/language.tsx';
import { uiWords } from './words.ts';

export interface FieldProps<Value> {
  readonly label: string;
  readonly hint?: string | undefined;
  /** What is wrong, in words; null or absent when nothing is. */
  readonly fault?: string | null | undefined;
  readonly required?: boolean;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  /** For the fault summary to lead here. */
  readonly id?: string;
}

interface Described {
  readonly id: string;
  readonly 'aria-invalid': true | undefined;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-required': true | undefined;
}

/** Label, hint and fault around one control, tied to it for those who hear the page. */
export function FieldFrame({
  label,
  hint,
  fault,
  required = false,
  id: given,
  children,
}: Omit<FieldProps<never>, 'value' | 'onChange'> & {
  readonly children: (described: Described) => ReactNode;
}): ReactNode {
  const say = useWords(uiWords);
  const made = useId();
  const id = given ?? made;
  const isFaulty = fault !== null && fault !== undefined;
  const parts = [hint === undefined ? '' : `${id}-hint`, isFaulty ? `${id}-fault` : ''].filter(
    (one) => one !== '',
  );
  return (
    <div className={isFaulty ? 'field faulty' : 'field'}>
      <label htmlFor={id}>
        {label} {required ? <span className="mark">{say.required}</span> : null}
      </label>
      {hint === undefined ? null : (
        <p id={`${id}-hint`} className="hint">
          {hint}
        </p>
      )}
      {children({
        id,
        'aria-invalid': isFaulty || undefined,
        'aria-describedby': parts.length > 0 ? parts.join(' ') : undefined,
        'aria-required': required || undefined,
      })}
      {isFaulty ? (
        <p id={`${id}-fault`} className="fault">
          {fault}
        </p>
      ) : null}
    </div>
  );
}

type InputExtra = Pick<
  ComponentProps<'input'>,
  'autoComplete' | 'inputMode' | 'maxLength' | 'min' | 'max' | 'placeholder' | 'autoFocus' | 'spellCheck'
>;

function inputField(type: string) {
  return function InputField({ value, onChange, ...props }: FieldProps<string> & InputExtra): ReactNode {
    const { label, hint, fault, required, id, ...extra } = props;
    return (
      <FieldFrame
        {...{ label, hint, fault }}
        {...(required === undefined ? {} : { required })}
        {...(id === undefined ? {} : { id })}
      >
        {(described) => (
          <input
            {...described}
            {...extra}
            type={type}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
        )}
      </FieldFrame>
    );
  };
}

/** One line of text. */
export const TextField = inputField('text');
/** A password: never shown, never kept. */
export const PasswordField = inputField('password');
/** A day, 'YYYY-MM-DD' or ''. */
export const DayField = inputField('date');
/** A month, 'YYYY-MM' or ''. */
export const MonthField = inputField('month');
/** A whole number as typed. */
export function NumberField(props: FieldProps<string> & InputExtra): ReactNode {
  return <TextField {...props} inputMode="numeric" autoComplete="off" />;
}
/** An amount in yuan as typed; {@link fenOf} reads it. */
export function YuanField(props: FieldProps<string> & InputExtra): ReactNode {
  const say = useWords(uiWords);
  return (
    <TextField {...props} label={`${props.label}${say.yuanUnit}`} inputMode="decimal" autoComplete="off" />
  );
}

/** Integer fen of an amount typed in yuan, or null when it is none: "8640.5" → 864050. */
export function fenOf(typed: string): number | null {
  const found = /^(\d{1,12})(?:\.(\d{1,2}))?$/.exec(typed.trim());
  if (found === null) return null;
  const [, whole = '0', part = ''] = found;
  return Number(whole) * 100 + Number(part.padEnd(2, '0'));
}

/** Several lines of text. */
export function AreaField({
  value,
  onChange,
  rows = 4,
  maxLength,
  ...frame
}: FieldProps<string> & { readonly rows?: number; readonly maxLength?: number }): ReactNode {
  return (
    <FieldFrame {...frame}>
      {(described) => (
        <textarea
          {...described}
          rows={rows}
          value={value}
          {...(maxLength === undefined ? {} : { maxLength })}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </FieldFrame>
  );
}

export interface Choice {
  readonly value: string;
  readonly label: string;
  /** Heading under which it stands in a list. */
  readonly group?: string;
}

/** One of a list; '' is nothing chosen yet. */
export function SelectField({
  value,
  onChange,
  choices,
  empty,
  ...frame
}: FieldProps<string> & { readonly choices: readonly Choice[]; readonly empty?: string }): ReactNode {
  const say = useWords(uiWords);
  const groups = [...new Set(choices.map(({ group }) => group))];
  return (
    <FieldFrame {...frame}>
      {(described) => (
        <select {...described} value={value} onChange={(event) => onChange(event.target.value)}>
          <option value="">{empty ?? say.choose}</option>
          {groups.map((group) => {
            const options = choices
              .filter((one) => one.group === group)
              .map((one) => (
                <option key={one.value} value={one.value}>
                  {one.label}
                </option>
              ));
            return group === undefined ? (
              options
            ) : (
              <optgroup key={group} label={group}>
                {options}
              </optgroup>
            );
          })}
        </select>
      )}
    </FieldFrame>
  );
}

/** A single tick. */
export function CheckField({
  label,
  hint,
  fault,
  value,
  onChange,
  id: given,
}: FieldProps<boolean>): ReactNode {
  const made = useId();
  const id = given ?? made;
  const described = [hint === undefined ? '' : `${id}-hint`, fault ? `${id}-fault` : ''].filter(
    (one) => one !== '',
  );
  return (
    <div className={fault ? 'field check faulty' : 'field check'}>
      <input
        id={id}
        type="checkbox"
        checked={value}
        aria-describedby={described.length > 0 ? described.join(' ') : undefined}
        onChange={(event) => onChange(event.target.checked)}
      />
      <label htmlFor={id}>{label}</label>
      {hint === undefined ? null : (
        <p id={`${id}-hint`} className="hint">
          {hint}
        </p>
      )}
      {fault ? (
        <p id={`${id}-fault`} className="fault">
          {fault}
        </p>
      ) : null}
    </div>
  );
}

/** One of a few, all in sight. */
export function ChoiceField({
  label,
  hint,
  fault,
  required,
  value,
  onChange,
  choices,
  id: given,
}: FieldProps<string> & { readonly choices: readonly (Choice & { readonly hint?: string })[] }): ReactNode {
  const say = useWords(uiWords);
  const made = useId();
  const id = given ?? made;
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      className={fault ? 'field faulty' : 'field'}
      aria-describedby={fault ? `${id}-fault` : undefined}
    >
      <legend>
        {label} {required ? <span className="mark">{say.required}</span> : null}
      </legend>
      {hint === undefined ? null : <p className="hint">{hint}</p>}
      {choices.map((one) => (
        <label key={one.value} className="choice">
          <input
            type="radio"
            name={id}
            value={one.value}
            checked={value === one.value}
            onChange={() => onChange(one.value)}
          />
          <span>
            {one.label}
            {one.hint === undefined ? null : <span className="hint"> {one.hint}</span>}
          </span>
        </label>
      ))}
      {fault ? (
        <p id={`${id}-fault`} className="fault">
          {fault}
        </p>
      ) : null}
    </fieldset>
  );
}
