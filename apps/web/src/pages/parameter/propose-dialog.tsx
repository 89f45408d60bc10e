import { type ReactNode, useState } from 'react';
import { newId } from '../../api/new-id.ts';
import { useSend } from '../../api/use-api.tsx';
import { useSession } from '../../session/session.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FaultSummary } from '../../ui/fault-summary.tsx';
import { DayField, SelectField, TextField } from '../../ui/field.tsx';
import { Problem } from '../../ui/problem.tsx';
import { useRegionName } from '../../ui/region-name.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import { uiWords } from '../../ui/words.ts';
import { usePick, useWords } from '../../words/language.tsx';
import type { ParameterDetail } from './parameter-filter.ts';
import { type Proposal, proposalFaults } from './proposal.ts';
import { ValueField } from './value-field.tsx';
import { readTyped } from './value-words.ts';
import { words } from './words.ts';

/** Proposes a value for one's own place: value, days, document. Nothing is in force before another person confirms it. */
export function ProposeDialog({
  parameter,
  place,
  onClose,
}: {
  readonly parameter: ParameterDetail;
  readonly place: string;
  readonly onClose: () => void;
}): ReactNode {
  const say = useWords(words);
  const ui = useWords(uiWords);
  const pick = usePick();
  const toast = useToast();
  const [id] = useState(newId);
  const [typed, setTyped, drop] = useDraft<Proposal>(`parameter.propose:${parameter.name}:${place}`, {
    ...{ typed: '', chosen: [], from: '', to: '', basis: '', publishedOn: '', region: place.slice(0, 9) },
  });
  const [isTried, setTried] = useState(false);
  const send = useSend('parameter.propose', ['parameter']);
  const found = proposalFaults(parameter.unit, typed);
  const faults = isTried ? found.map(({ field, why }) => ({ id: `propose-${field}`, text: say[why] })) : [];
  const faultOf = (field: string): string | null =>
    faults.find(({ id: own }) => own === `propose-${field}`)?.text ?? null;
  const propose = async (): Promise<void> => {
    setTried(true);
    const read = readTyped(parameter.unit, typed.typed, typed.chosen);
    if (found.length > 0 || 'fault' in read) return;
    const { from, to, basis, publishedOn, region } = typed;
    const days = { from, to: to === '' ? null : to, publishedOn: publishedOn === '' ? null : publishedOn };
    await send.send({ id, name: parameter.name, region, value: read.value, ...days, basis: basis.trim() });
    drop();
    toast({ text: say.sent });
    onClose();
  };
  const change = (next: Partial<Proposal>): void => setTyped({ ...typed, ...next });
  return (
    <Dialog
      title={say.proposeTitle(pick(parameter.title))}
      onClose={onClose}
      footer={
        <>
          <Button kind="main" busy={send.isPending} onClick={() => void propose().catch(() => undefined)}>
            {say.send}
          </Button>
          <Button onClick={onClose}>{ui.cancel}</Button>
        </>
      }
    >
      <FaultSummary faults={faults} />
      {send.error === null ? null : <Problem error={send.error} />}
      <ValueField parameter={parameter} proposal={typed} fault={faultOf('value')} onChange={change} />
      <PlaceField place={place} value={typed.region} onChange={(region) => change({ region })} />
      <div className="fields">
        <DayField
          id="propose-from"
          label={say.fromOn}
          required
          value={typed.from}
          fault={faultOf('from')}
          onChange={(from) => change({ from })}
        />
        <DayField
          id="propose-to"
          label={say.toOn}
          value={typed.to}
          fault={faultOf('to')}
          onChange={(to) => change({ to })}
        />
      </div>
      <TextField
        id="propose-basis"
        label={say.basisTyped}
        hint={say.basisHint}
        required
        maxLength={500}
        autoComplete="off"
        value={typed.basis}
        fault={faultOf('basis')}
        onChange={(basis) => change({ basis })}
      />
      <DayField
        label={say.publishedOn}
        value={typed.publishedOn}
        onChange={(publishedOn) => change({ publishedOn })}
      />
      <p className="note">{say.effect}</p>
    </Dialog>
  );
}

/** The place itself, or a larger one of one's own that holds it. */
function PlaceField({
  place,
  value,
  onChange,
}: {
  readonly place: string;
  readonly value: string;
  readonly onChange: (region: string) => void;
}): ReactNode {
  const say = useWords(words);
  const { who } = useSession();
  const own = who.appointments.map(({ area }) => area);
  const codes = [place.slice(0, 4), place.slice(0, 6), place.slice(0, 9)].filter((code) =>
    own.some((area) => code.startsWith(area)),
  );
  const names = [
    useRegionName(place.slice(0, 4)),
    useRegionName(place.slice(0, 6)),
    useRegionName(place.slice(0, 9)),
  ];
  const choices = [...new Set(codes)].map((code) => ({
    value: code,
    label: names[code.length === 4 ? 0 : code.length === 6 ? 1 : 2] ?? code,
  }));
  return <SelectField label={say.place} required value={value} onChange={onChange} choices={choices} />;
}
