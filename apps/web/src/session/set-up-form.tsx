import { type FormEvent, type ReactNode, useState } from 'react';
import { type Got, useForget, useSend } from '../api/use-api.tsx';
import { Button } from '../ui/button.tsx';
import { FaultSummary } from '../ui/fault-summary.tsx';
import { TextField } from '../ui/field.tsx';
import { Problem } from '../ui/problem.tsx';
import { useWords } from '../words/language.tsx';
import { setUpWords } from './set-up-words.ts';

const offices = ['systemAdmin', 'securityAdmin', 'auditAdmin'] as const;
type Office = (typeof offices)[number];
type Person = { readonly userName: string; readonly fullName: string };
type Typed = { readonly code: string } & Readonly<Record<Office, Person>>;

const nobody: Person = { userName: '', fullName: '' };
const blank: Typed = { code: '', systemAdmin: nobody, securityAdmin: nobody, auditAdmin: nobody };

/** The code of the first start and three people: before them nobody can sign in. */
export function SetUpForm(): ReactNode {
  const say = useWords(setUpWords);
  const setUp = useSend('session.setUp', []);
  const [typed, setTyped] = useState<Typed>(blank);
  const [isTried, setTried] = useState(false);
  const labels = fieldsOf(say);
  const faults = isTried
    ? labels
        .filter(({ read }) => read(typed).trim() === '')
        .map(({ id, label }) => ({ id, text: say.missing(label) }))
    : [];
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (setUp.isPending || labels.some(({ read }) => read(typed).trim() === '')) return;
    setUp.mutate(typed);
  };
  if (setUp.data !== undefined) return <Passwords typed={typed} passwords={setUp.data} />;
  return (
    <form onSubmit={submit} noValidate>
      <h2>{say.title}</h2>
      <p className="hint">{say.lead}</p>
      {setUp.error === null ? null : <Problem error={setUp.error} />}
      <FaultSummary faults={faults} />
      <TextField
        id="set-up-code"
        label={say.code}
        hint={say.codeHint}
        required
        autoComplete="off"
        spellCheck={false}
        value={typed.code}
        onChange={(code) => setTyped({ ...typed, code })}
        fault={faults.find(({ id }) => id === 'set-up-code')?.text}
      />
      {offices.map((office) => (
        <PersonFields
          key={office}
          office={office}
          person={typed[office]}
          onChange={(person) => setTyped({ ...typed, [office]: person })}
          faults={faults}
        />
      ))}
      <Button kind="main" type="submit" busy={setUp.isPending}>
        {say.create}
      </Button>
    </form>
  );
}

interface Say {
  readonly code: string;
  readonly systemAdmin: string;
  readonly securityAdmin: string;
  readonly auditAdmin: string;
  readonly userName: string;
  readonly fullName: string;
  readonly of: (role: string, what: string) => string;
}

/** Every field with its id, its label and where its value stands. */
function fieldsOf(
  say: Say,
): { readonly id: string; readonly label: string; readonly read: (typed: Typed) => string }[] {
  return [
    { id: 'set-up-code', label: say.code, read: (typed) => typed.code },
    ...offices.flatMap((office) =>
      (['userName', 'fullName'] as const).map((part) => ({
        id: `${office}-${part}`,
        label: say.of(say[office], say[part]),
        read: (typed: Typed) => typed[office][part],
      })),
    ),
  ];
}

function PersonFields({
  office,
  person,
  onChange,
  faults,
}: {
  readonly office: Office;
  readonly person: Person;
  readonly onChange: (person: Person) => void;
  readonly faults: readonly { readonly id: string; readonly text: string }[];
}): ReactNode {
  const say = useWords(setUpWords);
  return (
    <fieldset className="field">
      <legend>{say[office]}</legend>
      <div className="fields">
        {(['userName', 'fullName'] as const).map((part) => (
          <TextField
            key={part}
            id={`${office}-${part}`}
            label={say[part]}
            required
            autoComplete="off"
            maxLength={40}
            value={person[part]}
            onChange={(value) => onChange({ ...person, [part]: value })}
            fault={faults.find(({ id }) => id === `${office}-${part}`)?.text}
          />
        ))}
      </div>
    </fieldset>
  );
}

function Passwords({
  typed,
  passwords,
}: {
  readonly typed: Typed;
  readonly passwords: Got<'session.setUp'>;
}): ReactNode {
  const say = useWords(setUpWords);
  const forget = useForget();
  return (
    <div role="status">
      <h2>{say.made}</h2>
      <p>{say.madeWhy}</p>
      <table className="table">
        <caption className="hidden">{say.made}</caption>
        <thead>
          <tr>
            <th scope="col">{say.fullName}</th>
            <th scope="col">{say.userName}</th>
            <th scope="col">{say.password}</th>
          </tr>
        </thead>
        <tbody>
          {offices.map((office) => (
            <tr key={office}>
              <th scope="row">
                {say[office]} {typed[office].fullName}
              </th>
              <td>
                <code>{typed[office].userName}</code>
              </td>
              <td>
                <code className="secret">{passwords[office]}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        <Button kind="main" onClick={() => void forget(['system', 'session'])}>
          {say.toSignIn}
        </Button>
      </p>
    </div>
  );
}
