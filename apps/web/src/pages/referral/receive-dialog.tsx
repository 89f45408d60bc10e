import { type ReactNode, useState } from 'react';
import { newId } from '../../api/new-id.ts';
import { useAsk, useSend } from '../../api/use-api.tsx';
import { ChoiceField, DayField, SelectField, TextField } from '../../ui/field.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useToday } from '../../words/clock.ts';
import { useWords } from '../../words/language.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import type { Matter } from '../matter/fact-words.ts';
import { isNumber } from './numbers.ts';
import { referralWords } from './words.ts';

/** Number and date of the receiver's slip; nothing of what becomes of the clue. */
export function ReceiveDialog({
  matter,
  isAccepted,
  onClose,
}: {
  readonly matter: Matter;
  readonly isAccepted: boolean;
  readonly onClose: () => void;
}): ReactNode {
  const say = useWords(referralWords);
  const toast = useToast();
  const today = useToday();
  const packages = useAsk('referral.packages', { matterId: matter.id });
  const numbers = (packages.data?.items ?? []).map(({ number }) => number);
  const [stepId] = useState(newId);
  const [typed, setTyped] = useState({
    ...{ number: '', receiptNo: '', receivedOn: today },
    outcome: isAccepted ? 'yes' : 'no',
  });
  const receive = useSend('referral.receive', ['matter', 'referral']);
  const number = typed.number === '' && numbers.length === 1 ? (numbers[0] ?? '') : typed.number;
  const whyNot =
    number === ''
      ? say.missing(say.whichPackage)
      : typed.receiptNo === ''
        ? say.missing(say.receiptNo)
        : !isNumber(typed.receiptNo)
          ? say.numberWrong
          : typed.receivedOn === ''
            ? say.missing(say.receivedOn)
            : null;
  return (
    <ConfirmDialog
      title={say.receive}
      consequence={say.receiveLead}
      verb={say.receive}
      whyNot={whyNot}
      act={async () => {
        const { receiptNo, receivedOn, outcome } = typed;
        const target = { matterId: matter.id, stepId, expectedVersion: matter.version };
        await receive.send({ ...target, number, receiptNo, receivedOn, isAccepted: outcome === 'yes' });
        toast({ text: say.registered });
      }}
      onClose={onClose}
    >
      <SelectField
        label={say.whichPackage}
        required
        value={number}
        onChange={(one) => setTyped({ ...typed, number: one })}
        choices={numbers.map((one) => ({ value: one, label: one }))}
      />
      <TextField
        label={say.receiptNo}
        hint={say.numberHint}
        required
        maxLength={40}
        autoComplete="off"
        value={typed.receiptNo}
        onChange={(receiptNo) => setTyped({ ...typed, receiptNo: receiptNo.trim() })}
      />
      <DayField
        label={say.receivedOn}
        required
        value={typed.receivedOn}
        onChange={(receivedOn) => setTyped({ ...typed, receivedOn })}
      />
      <ChoiceField
        label={say.outcome}
        value={typed.outcome}
        onChange={(outcome) => setTyped({ ...typed, outcome })}
        choices={[
          { value: 'yes', label: say.accepted },
          { value: 'no', label: say.notAccepted },
        ]}
      />
    </ConfirmDialog>
  );
}
