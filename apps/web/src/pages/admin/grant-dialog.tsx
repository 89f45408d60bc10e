import { type Role, roles } from '@yangguang/domain/people/role';
import { programmes as allProgrammes } from '@yangguang/domain/people/scope';
import { type ReactNode, useState } from 'react';
import { newId } from '../../api/new-id.ts';
import { type Got, type Sent, useSend } from '../../api/use-api.tsx';
import { RegionPicker } from '../matter/region-picker.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FaultSummary } from '../../ui/fault-summary.tsx';
import { CheckField, DayField, SelectField } from '../../ui/field.tsx';
import { Problem } from '../../ui/problem.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import { uiWords } from '../../ui/words.ts';
import { useToday } from '../../words/clock.ts';
import { usePick, useWords } from '../../words/language.tsx';
import { clashWith } from './account-state.ts';
import { peopleWords, programmeWords } from './words-people.ts';

interface Typed {
  readonly role: string;
  readonly area: string;
  readonly programmes: readonly (typeof allProgrammes)[number][];
  readonly fromOn: string;
  readonly toOn: string;
}

/** Gives an account a role, an area, programmes and a period. */
export function GrantDialog({
  account,
  held,
  onClose,
}: {
  readonly account: Got<'account.get'>;
  readonly held: readonly Role[];
  readonly onClose: () => void;
}): ReactNode {
  const say = useWords(peopleWords);
  const ui = useWords(uiWords);
  const pick = usePick();
  const toast = useToast();
  const today = useToday();
  const start: Typed = { role: '', area: account.area, programmes: [], fromOn: today, toOn: '' };
  const [typed, setTyped, drop] = useDraft<Typed>(`appointment.grant:${account.id}`, start);
  const [id] = useState(newId);
  const [isTried, setTried] = useState(false);
  const grant = useSend('appointment.grant', ['appointment', 'account']);
  const clash = clashWith(held, typed.role);
  const faults = isTried && typed.role === '' ? [{ id: 'grant-role', text: say.missing(say.role) }] : [];
  const send = async (): Promise<void> => {
    setTried(true);
    if (typed.role === '' || clash !== null || grant.isPending) return;
    await grant.send(inputOf(typed, account.id, id));
    drop();
    toast({ text: say.done });
    onClose();
  };
  return (
    <Dialog
      title={`${say.grant} · ${account.fullName}`}
      onClose={onClose}
      footer={
        <>
          <Button
            kind="main"
            busy={grant.isPending}
            whyNot={clash === null ? null : say.clash(pick(roles[clash]))}
            onClick={() => void send().catch(() => undefined)}
          >
            {say.grantVerb}
          </Button>
          <Button onClick={onClose}>{ui.cancel}</Button>
        </>
      }
    >
      <p className="hint">{say.grantLead}</p>
      {grant.error === null ? null : <Problem error={grant.error} />}
      <FaultSummary faults={faults} />
      <Fields typed={typed} onTyped={setTyped} fault={faults[0]?.text ?? null} />
    </Dialog>
  );
}

function inputOf(typed: Typed, accountId: string, id: string): Sent<'appointment.grant'> {
  const { role, area, programmes, fromOn, toOn } = typed;
  return {
    ...{ id, accountId, role: role as Role, area, fromOn },
    programmes: programmes.length === 0 ? null : [...programmes],
    toOn: toOn === '' ? null : toOn,
  };
}

function Fields({
  typed,
  onTyped,
  fault,
}: {
  readonly typed: Typed;
  readonly onTyped: (typed: Typed) => void;
  readonly fault: string | null;
}): ReactNode {
  const say = useWords(peopleWords);
  const words = useWords(programmeWords);
  const pick = usePick();
  const toggle = (name: Typed['programmes'][number], isOn: boolean): void =>
    onTyped({
      ...typed,
      programmes: isOn ? [...typed.programmes, name] : typed.programmes.filter((one) => one !== name),
    });
  return (
    <>
      <SelectField
        id="grant-role"
        label={say.role}
        required
        value={typed.role}
        onChange={(role) => onTyped({ ...typed, role })}
        choices={Object.entries(roles).map(([value, title]) => ({ value, label: pick(title) }))}
        fault={fault}
      />
      <RegionPicker
        id="grant-area"
        label={say.area}
        value={typed.area}
        onChange={(area) => onTyped({ ...typed, area })}
        fault={null}
      />
      <fieldset className="field">
        <legend>{say.programmes}</legend>
        <p className="hint">{say.programmesHint}</p>
        <div className="fields">
          {allProgrammes.map((name) => (
            <CheckField
              key={name}
              label={words[name]}
              value={typed.programmes.includes(name)}
              onChange={(isOn) => toggle(name, isOn)}
            />
          ))}
        </div>
      </fieldset>
      <div className="fields">
        <DayField
          label={say.fromOn}
          value={typed.fromOn}
          onChange={(fromOn) => onTyped({ ...typed, fromOn })}
        />
        <DayField
          label={say.toOn}
          hint={say.toOnHint}
          value={typed.toOn}
          onChange={(toOn) => onTyped({ ...typed, toOn })}
        />
      </div>
    </>
  );
}
