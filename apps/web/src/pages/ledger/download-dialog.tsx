import { type ReactNode, useState } from 'react';
import { newId } from '../../api/new-id.ts';
import { type Got, useApi } from '../../api/use-api.tsx';
import { useSession } from '../../session/session.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FaultSummary } from '../../ui/fault-summary.tsx';
import { ChoiceField, TextField } from '../../ui/field.tsx';
import { Problem } from '../../ui/problem.tsx';
import { saveDownload } from '../../ui/save-download.ts';
import { useLang, useWords } from '../../words/language.tsx';
import { words } from './words.ts';

type Copy = 'upward' | 'own' | 'full';
const sent = {
  upward: { copy: 'upward', numbers: 'masked' },
  own: { copy: 'own', numbers: 'masked' },
  full: { copy: 'own', numbers: 'full' },
} as const;

/** A workbook leaves with its purpose, and with names and numbers only for the office itself. */
export function DownloadDialog({
  campaignId,
  table,
  onClose,
}: {
  readonly campaignId: string;
  readonly table: Got<'ledger.get'>;
  readonly onClose: () => void;
}): ReactNode {
  const say = useWords(words);
  const lang = useLang();
  const api = useApi();
  const [copy, setCopy] = useState<Copy>('upward');
  const [purpose, setPurpose] = useState('');
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const faults = [
    ...(purpose.trim().length >= 4 ? [] : [{ id: 'ledger-purpose', text: say.needPurpose }]),
    ...(copy !== 'full' || reason.trim().length >= 4 ? [] : [{ id: 'ledger-reason', text: say.needReason }]),
  ];
  const fault = (id: string): string | null =>
    isTried ? (faults.find((one) => one.id === id)?.text ?? null) : null;
  const take = async (): Promise<void> => {
    setTried(true);
    if (faults.length > 0) return;
    setBusy(true);
    setError(null);
    try {
      const { periodOn, region, head } = table;
      await saveDownload(
        await api.ledger.download({
          ...{ id: newId(), campaignId, ledger: head.id, periodOn, region, lang, purpose: purpose.trim() },
          ...sent[copy],
          ...(copy === 'full' ? { reason: reason.trim() } : {}),
        }),
      );
      onClose();
    } catch (caught) {
      setError(caught);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      title={say.downloadTitle}
      onClose={onClose}
      footer={
        <>
          <Button kind="main" busy={isBusy} onClick={() => void take()}>
            {say.take}
          </Button>
          <Button onClick={onClose}>{say.cancel}</Button>
        </>
      }
    >
      <FaultSummary faults={isTried ? faults : []} />
      {error === null ? null : <Problem error={error} />}
      <CopyField copy={copy} onChange={setCopy} />
      <TextField
        id="ledger-purpose"
        label={say.purpose}
        hint={say.purposeHint}
        required
        maxLength={200}
        value={purpose}
        fault={fault('ledger-purpose')}
        onChange={setPurpose}
      />
      {copy === 'full' ? (
        <TextField
          id="ledger-reason"
          label={say.reason}
          required
          maxLength={400}
          value={reason}
          fault={fault('ledger-reason')}
          onChange={setReason}
        />
      ) : null}
    </Dialog>
  );
}

function CopyField({
  copy,
  onChange,
}: {
  readonly copy: Copy;
  readonly onChange: (copy: Copy) => void;
}): ReactNode {
  const say = useWords(words);
  const { may } = useSession();
  return (
    <ChoiceField
      label={say.copy}
      value={copy}
      onChange={(chosen) => onChange(chosen === 'own' || chosen === 'full' ? chosen : 'upward')}
      choices={[
        { value: 'upward', label: say.upward, hint: say.upwardHint },
        { value: 'own', label: say.own },
        ...(may('person.unmask') ? [{ value: 'full', label: say.full, hint: say.fullHint }] : []),
      ]}
    />
  );
}
