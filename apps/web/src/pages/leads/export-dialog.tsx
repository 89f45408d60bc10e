import { type ReactNode, useState } from 'react';
import { newId } from '../../api/new-id.ts';
import { useSend } from '../../api/use-api.tsx';
import { useSession } from '../../session/session.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FaultSummary } from '../../ui/fault-summary.tsx';
import { ChoiceField, NumberField, TextField } from '../../ui/field.tsx';
import { Problem } from '../../ui/problem.tsx';
import { saveDownload } from '../../ui/save-download.ts';
import { useToast } from '../../ui/toast.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import { useLang, useWords } from '../../words/language.tsx';
import type { BulkProps } from './dispatch-dialog.tsx';
import { exportFilter } from './export-filter.ts';
import { dialogWords } from './words-dialogs.ts';

interface Draft {
  readonly purpose: string;
  readonly format: 'xlsx' | 'csv';
  readonly numbers: 'masked' | 'full';
  readonly reason: string;
  readonly validDays: string;
}

const fresh: Draft = { purpose: '', format: 'xlsx', numbers: 'masked', reason: '', validDays: '30' };

/** The leads of the filter as a file: for whom and what for, masked unless another right and a reason allow more. */
export function ExportDialog({ search, total, onClose }: Omit<BulkProps, 'onDone' | 'selection'>): ReactNode {
  const say = useWords(dialogWords);
  const lang = useLang();
  const toast = useToast();
  const [id, setId] = useState(newId);
  const [draft, setDraft, drop] = useDraft<Draft>('leads:export', fresh);
  const [isTried, setTried] = useState(false);
  const make = useSend('export.make', ['export']);
  const faults = isTried ? faultsOf(draft, say) : {};
  const set = (part: Partial<Draft>): void => setDraft({ ...draft, ...part });
  const submit = async (): Promise<void> => {
    setTried(true);
    if (Object.keys(faultsOf(draft, say)).length > 0) return;
    const { purpose, format, numbers, reason, validDays } = draft;
    const file = await make.send({
      ...{ id, what: 'leads', lang, format, numbers, filter: exportFilter(search.filter ?? []) },
      ...{ purpose: purpose.trim(), validDays: Number(validDays) },
      ...(numbers === 'full' ? { reason: reason.trim() } : {}),
    });
    // An export has a number of its own: another try is another entry of the register.
    setId(newId());
    await saveDownload(file);
    drop();
    toast({ text: say.exported });
    onClose();
  };
  return (
    <Dialog
      title={say.exportTitle}
      onClose={onClose}
      footer={
        <>
          <Button kind="main" busy={make.isPending} onClick={() => void submit().catch(() => undefined)}>
            {say.makeExport}
          </Button>
          <Button onClick={onClose}>{say.back}</Button>
        </>
      }
    >
      <FaultSummary faults={Object.entries(faults).map(([name, text]) => ({ id: `export-${name}`, text }))} />
      <p>{say.exportWhat(String(total))}</p>
      <Fields draft={draft} faults={faults} set={set} />
      {make.error === null ? null : <Problem error={make.error} />}
    </Dialog>
  );
}

function Fields({
  draft,
  faults,
  set,
}: {
  readonly draft: Draft;
  readonly faults: Readonly<Record<string, string>>;
  readonly set: (part: Partial<Draft>) => void;
}): ReactNode {
  const say = useWords(dialogWords);
  const { may } = useSession();
  return (
    <>
      <TextField
        id="export-purpose"
        label={say.purpose}
        hint={say.purposeHint}
        fault={faults['purpose']}
        required
        maxLength={200}
        autoComplete="off"
        value={draft.purpose}
        onChange={(purpose) => set({ purpose })}
      />
      <ChoiceField
        label={say.format}
        value={draft.format}
        onChange={(format) => set({ format: format === 'csv' ? 'csv' : 'xlsx' })}
        choices={[
          { value: 'xlsx', label: '.xlsx' },
          { value: 'csv', label: '.csv' },
        ]}
      />
      {may('person.unmask') ? (
        <ChoiceField
          label={say.numbers}
          value={draft.numbers}
          onChange={(numbers) => set({ numbers: numbers === 'full' ? 'full' : 'masked' })}
          choices={[
            { value: 'masked', label: say.numbersMasked },
            { value: 'full', label: say.numbersFull, hint: say.numbersFullHint },
          ]}
        />
      ) : null}
      {draft.numbers === 'full' ? (
        <TextField
          id="export-reason"
          label={say.fullReason}
          fault={faults['reason']}
          required
          maxLength={400}
          autoComplete="off"
          value={draft.reason}
          onChange={(reason) => set({ reason })}
        />
      ) : null}
      <NumberField
        id="export-validDays"
        label={say.validDays}
        fault={faults['validDays']}
        required
        value={draft.validDays}
        onChange={(validDays) => set({ validDays })}
      />
    </>
  );
}

interface FaultWords {
  readonly purposeNeeded: string;
  readonly fullReasonNeeded: string;
  readonly validNeeded: string;
}

function faultsOf(draft: Draft, say: FaultWords): Readonly<Record<string, string>> {
  const days = Number(draft.validDays);
  return {
    ...(draft.purpose.trim().length < 4 ? { purpose: say.purposeNeeded } : {}),
    ...(draft.numbers === 'full' && draft.reason.trim().length < 4 ? { reason: say.fullReasonNeeded } : {}),
    ...(Number.isInteger(days) && days >= 1 && days <= 180 ? {} : { validDays: say.validNeeded }),
  };
}
