import { type ReactNode, useState } from 'react';
import { useSend } from '../../api/use-api.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FaultSummary } from '../../ui/fault-summary.tsx';
import { DayField, SelectField, TextField } from '../../ui/field.tsx';
import { Problem } from '../../ui/problem.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import { uiWords } from '../../ui/words.ts';
import { useWords } from '../../words/language.tsx';
import { changeFaults } from './change-faults.ts';
import type { Place } from './levels.ts';
import { words } from './words.ts';

/** What is to become of a division. */
export interface Change {
  readonly kind: 'rename' | 'merge';
  readonly place: Place;
}

/** Another name for a division, or its going into another one: from a day on, and on what grounds. */
export function ChangeDialog({
  change: { kind, place },
  beside,
  onClose,
}: {
  readonly change: Change;
  readonly beside: readonly Place[];
  readonly onClose: () => void;
}): ReactNode {
  const say = useWords(words);
  const ui = useWords(uiWords);
  const toast = useToast();
  const [typed, setTyped, drop] = useDraft(`division.${kind}:${place.code}`, {
    ...{ target: '', effectiveOn: '', reason: '' },
  });
  const [isTried, setTried] = useState(false);
  const rename = useSend('divisionChange.rename', ['division', 'divisionChange']);
  const merge = useSend('divisionChange.merge', ['division', 'divisionChange']);
  const { isPending, error } = kind === 'rename' ? rename : merge;
  const found = changeFaults(kind, typed);
  const faults = isTried ? found.map(({ field, why }) => ({ id: `division-${field}`, text: say[why] })) : [];
  const faultOf = (field: string): string | null =>
    faults.find(({ id }) => id === `division-${field}`)?.text ?? null;
  const save = async (): Promise<void> => {
    setTried(true);
    if (found.length > 0) return;
    const { target, effectiveOn, reason } = typed;
    const shared = { code: place.code, effectiveOn, reason: reason.trim() };
    if (kind === 'rename') await rename.send({ ...shared, name: target.trim() });
    else await merge.send({ ...shared, into: target });
    drop();
    toast({ text: say.saved });
    onClose();
  };
  return (
    <Dialog
      title={kind === 'rename' ? say.renameTitle(place.name) : say.mergeTitle(place.name)}
      onClose={onClose}
      footer={
        <>
          <Button kind="main" busy={isPending} onClick={() => void save().catch(() => undefined)}>
            {kind === 'rename' ? say.saveName : say.saveMerge}
          </Button>
          <Button onClick={onClose}>{ui.cancel}</Button>
        </>
      }
    >
      <FaultSummary faults={faults} />
      {error === null ? null : <Problem error={error} />}
      <Target
        {...{ kind, place, beside }}
        value={typed.target}
        fault={faultOf('target')}
        onChange={(target) => setTyped({ ...typed, target })}
      />
      <Grounds typed={typed} faultOf={faultOf} onChange={(next) => setTyped({ ...typed, ...next })} />
      <p className="note">
        {kind === 'rename' ? say.renameEffect : say.mergeEffect}
        {kind === 'merge' && place.code.length === 9 ? ` ${say.townGoes}` : null}
      </p>
    </Dialog>
  );
}

function Target({
  kind,
  place,
  beside,
  value,
  fault,
  onChange,
}: Change & {
  readonly beside: readonly Place[];
  readonly value: string;
  readonly fault: string | null;
  readonly onChange: (value: string) => void;
}): ReactNode {
  const say = useWords(words);
  const shared = { id: 'division-target', required: true, value, fault, onChange } as const;
  if (kind === 'rename')
    return <TextField {...shared} label={say.newName} maxLength={30} autoComplete="off" />;
  return (
    <SelectField
      {...shared}
      label={say.into}
      choices={beside
        .filter(({ code, endedOn }) => code !== place.code && endedOn === null)
        .map(({ code, name }) => ({ value: code, label: `${name}（${code}）` }))}
    />
  );
}

/** From which day on, and what it rests on. */
export function Grounds({
  typed,
  faultOf,
  onChange,
}: {
  readonly typed: { readonly effectiveOn: string; readonly reason: string };
  readonly faultOf: (field: string) => string | null;
  readonly onChange: (next: { readonly effectiveOn?: string; readonly reason?: string }) => void;
}): ReactNode {
  const say = useWords(words);
  return (
    <>
      <DayField
        id="division-effectiveOn"
        label={say.effectiveOn}
        required
        value={typed.effectiveOn}
        fault={faultOf('effectiveOn')}
        onChange={(effectiveOn) => onChange({ effectiveOn })}
      />
      <TextField
        id="division-reason"
        label={say.reason}
        hint={say.reasonHint}
        required
        maxLength={500}
        autoComplete="off"
        value={typed.reason}
        fault={faultOf('reason')}
        onChange={(reason) => onChange({ reason })}
      />
    </>
  );
}
