import { type ReactNode, useState } from 'react';
import { newId } from '../../api/new-id.ts';
import { useSend } from '../../api/use-api.tsx';
import { useSession } from '../../session/session.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { Problem } from '../../ui/problem.tsx';
import { saveDownload } from '../../ui/save-download.ts';
import { useToast } from '../../ui/toast.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import { uiWords } from '../../ui/words.ts';
import { useWords } from '../../words/language.tsx';
import { countiesOf, CountyField } from './county-field.tsx';
import { words } from './words.ts';

/** All judgements in force in a county as a file with whole numbers: with purpose and reason, and registered. */
export function GiveDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const say = useWords(words);
  const ui = useWords(uiWords);
  const toast = useToast();
  const counties = countiesOf(useSession().who, 'export.make');
  const [draft, setDraft, drop] = useDraft('identity.export', {
    county: counties.length === 1 ? (counties[0] ?? '') : '',
    purpose: '',
    reason: '',
  });
  const [id, setId] = useState(newId);
  const [isTried, setTried] = useState(false);
  const make = useSend('identity.export', ['export']);
  const { county, purpose, reason } = draft;
  const tooShort = (text: string): string | null =>
    isTried && [...text.trim()].length < 4 ? say.atLeastFour : null;
  const submit = async (): Promise<void> => {
    setTried(true);
    if (county === '' || [purpose, reason].some((text) => [...text.trim()].length < 4)) return;
    const file = await make.send({ id, region: county, purpose: purpose.trim(), reason: reason.trim() });
    // An export has a number of its own: another try is another entry of the register.
    setId(newId());
    await saveDownload(file);
    drop();
    toast({ text: say.exported });
    onClose();
  };
  return (
    <Dialog
      title={say.give}
      onClose={onClose}
      footer={
        <>
          <Button kind="main" busy={make.isPending} onClick={() => void submit().catch(() => undefined)}>
            {say.export}
          </Button>
          <Button onClick={onClose}>{ui.cancel}</Button>
        </>
      }
    >
      <p>{say.fullNumbers}</p>
      <CountyField
        counties={counties}
        value={county}
        fault={isTried && county === '' ? say.chooseCounty : null}
        onChange={(chosen) => setDraft({ ...draft, county: chosen })}
      />
      <TextField
        label={say.purpose}
        required
        maxLength={200}
        autoComplete="off"
        value={purpose}
        fault={tooShort(purpose)}
        onChange={(text) => setDraft({ ...draft, purpose: text })}
      />
      <TextField
        label={say.reason}
        required
        maxLength={400}
        autoComplete="off"
        value={reason}
        fault={tooShort(reason)}
        onChange={(text) => setDraft({ ...draft, reason: text })}
      />
      {make.error === null ? null : <Problem error={make.error} />}
    </Dialog>
  );
}
