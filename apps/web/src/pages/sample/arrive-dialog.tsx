import { type ReactNode, useState } from 'react';
import { newId } from '../../api/new-id.ts';
import { useSend } from '../../api/use-api.tsx';
import { TextField } from '../../ui/field.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import { useWords } from '../../words/language.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { sampleWords } from './words.ts';

/** Opens a sealed draw on the spot; one step, however often it is sent. */
export function ArriveDialog({
  sampleId,
  version,
  onClose,
}: {
  readonly sampleId: string;
  readonly version: number;
  readonly onClose: () => void;
}): ReactNode {
  const say = useWords(sampleWords);
  const toast = useToast();
  const [place, setPlace, drop] = useDraft(`sample.open:${sampleId}`, '');
  const [stepId] = useState(newId);
  const open = useSend('sample.open', ['sample', 'matter']);
  return (
    <ConfirmDialog
      title={say.arrive}
      consequence={say.arriveWhy}
      verb={say.arrive}
      whyNot={place.trim().length < 2 ? say.missing(say.place) : null}
      act={async () => {
        await open.send({ sampleId, stepId, expectedVersion: version, place: place.trim() });
        drop();
        toast({ text: say.opened });
      }}
      onClose={onClose}
    >
      <TextField
        label={say.place}
        hint={say.placeHint}
        required
        maxLength={120}
        autoComplete="off"
        value={place}
        onChange={setPlace}
      />
    </ConfirmDialog>
  );
}
