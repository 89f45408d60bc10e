import { type ReactNode, useState } from 'react';
import { newId } from '../../api/new-id.ts';
import { useApi, useAsk, useForget } from '../../api/use-api.tsx';
import { DayField, FieldFrame, SelectField, TextField } from '../../ui/field.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useToday } from '../../words/clock.ts';
import { bytes } from '../../words/format.ts';
import { useWords } from '../../words/language.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { inGroups } from '../admin/jwk-text.ts';
import type { Matter } from '../matter/fact-words.ts';
import { isNumber, largestPackage, sealedName } from './numbers.ts';
import { referralWords } from './words.ts';

/** Seals one file to a receiver and takes the step; the file is held by this page alone and goes nowhere else. */
export function SendDialog({
  matter,
  onClose,
}: {
  readonly matter: Matter;
  readonly onClose: () => void;
}): ReactNode {
  const say = useWords(referralWords);
  const api = useApi();
  const forget = useForget();
  const toast = useToast();
  const today = useToday();
  const receivers = useAsk('referral.receivers', {});
  const [stepId] = useState(newId);
  const [file, setFile] = useState<File | null>(null);
  const [typed, setTyped] = useState({ receiverKeyId: '', slipNo: '', sentOn: today });
  const chosen = receivers.data?.items.find(({ id }) => id === typed.receiverKeyId);
  const send = async (): Promise<void> => {
    if (file === null) return;
    await api.referral.send(
      {
        ...{ ...typed, matterId: matter.id, stepId, expectedVersion: matter.version },
        fileName: sealedName(file.name),
        ...(file.type === '' ? {} : { mediaType: file.type }),
      },
      new Uint8Array(await file.arrayBuffer()),
    );
    await forget(['matter', 'referral']);
    toast({ text: say.sent });
  };
  return (
    <ConfirmDialog
      title={say.send}
      consequence={say.sendLead}
      verb={say.send}
      whyNot={hindrance(say, typed, file)}
      act={send}
      onClose={onClose}
    >
      {receivers.data?.items.length === 0 ? <p className="note warn">{say.noReceivers}</p> : null}
      <SelectField
        label={say.receiver}
        required
        value={typed.receiverKeyId}
        onChange={(receiverKeyId) => setTyped({ ...typed, receiverKeyId })}
        choices={(receivers.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      />
      {chosen === undefined ? null : (
        <p>
          {say.compare}
          <code>{inGroups(chosen.fingerprint)}</code>
        </p>
      )}
      <TextField
        label={say.slip}
        hint={say.numberHint}
        required
        maxLength={40}
        autoComplete="off"
        value={typed.slipNo}
        onChange={(slipNo) => setTyped({ ...typed, slipNo: slipNo.trim() })}
      />
      <DayField
        label={say.sentOn}
        required
        value={typed.sentOn}
        onChange={(sentOn) => setTyped({ ...typed, sentOn })}
      />
      <FilePick file={file} onFile={setFile} />
    </ConfirmDialog>
  );
}

interface Say {
  readonly missing: (what: string) => string;
  readonly receiver: string;
  readonly slip: string;
  readonly numberWrong: string;
  readonly sentOn: string;
  readonly file: string;
  readonly fileHint: string;
}

/** What is still missing, the first thing first; null when it can be sent. */
function hindrance(
  say: Say,
  { receiverKeyId, slipNo, sentOn }: { receiverKeyId: string; slipNo: string; sentOn: string },
  file: File | null,
): string | null {
  if (receiverKeyId === '') return say.missing(say.receiver);
  if (slipNo === '') return say.missing(say.slip);
  if (!isNumber(slipNo)) return say.numberWrong;
  if (sentOn === '') return say.missing(say.sentOn);
  if (file === null) return say.missing(say.file);
  return file.size > largestPackage ? say.fileHint : null;
}

function FilePick({
  file,
  onFile,
}: {
  readonly file: File | null;
  readonly onFile: (file: File | null) => void;
}): ReactNode {
  const say = useWords(referralWords);
  return (
    <FieldFrame label={say.file} hint={say.fileHint} required>
      {(described) => (
        <>
          <input {...described} type="file" onChange={(event) => onFile(event.target.files?.[0] ?? null)} />
          {file === null ? null : <span className="soft">{bytes(file.size)}</span>}
        </>
      )}
    </FieldFrame>
  );
}
