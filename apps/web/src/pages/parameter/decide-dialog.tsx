import { type ReactNode, useState } from 'react';
import { newId } from '../../api/new-id.ts';
import { useSend } from '../../api/use-api.tsx';
import { useSession } from '../../session/session.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FaultSummary } from '../../ui/fault-summary.tsx';
import { AreaField } from '../../ui/field.tsx';
import { Problem } from '../../ui/problem.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import { uiWords } from '../../ui/words.ts';
import { useLang, useWords } from '../../words/language.tsx';
import type { Past } from './parameter-filter.ts';
import type { ParameterDetail } from './parameter-filter.ts';
import { sayValue } from './value-words.ts';
import { words } from './words.ts';

/** What is to become of a proposal or a value in force. */
export interface Decision {
  readonly kind: 'confirm' | 'decline' | 'revoke';
  readonly of: Past;
}

/** Asked before a proposal is confirmed, declined or a value is to be revoked: what follows stands above the button. */
export function DecideDialog({
  decision,
  parameter,
  onClose,
}: {
  readonly decision: Decision;
  readonly parameter: ParameterDetail;
  readonly onClose: () => void;
}): ReactNode {
  const say = useWords(words);
  const ui = useWords(uiWords);
  const toast = useToast();
  const { kind, of } = decision;
  const { title, effect, verb, done } = useDecisionWords(decision, parameter);
  const [reason, setReason, drop] = useDraft(`parameter.${kind}:${of.id}`, '');
  const [isTried, setTried] = useState(false);
  const { act, isPending, error } = useAct(decision);
  const isMissing = kind !== 'confirm' && reason.trim().length < 4;
  const faults = isTried && isMissing ? [{ id: 'decide-reason', text: say.reasonMissing }] : [];
  const run = async (): Promise<void> => {
    setTried(true);
    if (isMissing) return;
    await act(reason.trim());
    drop();
    toast({ text: done });
    onClose();
  };
  return (
    <Dialog
      title={title}
      onClose={onClose}
      footer={
        <>
          <Button
            kind={kind === 'confirm' ? 'main' : 'danger'}
            busy={isPending}
            onClick={() => void run().catch(() => undefined)}
          >
            {verb}
          </Button>
          <Button onClick={onClose}>{ui.cancel}</Button>
        </>
      }
    >
      <FaultSummary faults={faults} />
      {error === null ? null : <Problem error={error} />}
      <p>{effect}</p>
      <p className="note">{of.basis}</p>
      {kind === 'confirm' ? null : (
        <AreaField
          id="decide-reason"
          label={say.reason}
          required
          rows={3}
          maxLength={500}
          value={reason}
          fault={faults[0]?.text ?? null}
          onChange={setReason}
        />
      )}
    </Dialog>
  );
}

function useAct({ kind, of }: Decision): {
  readonly act: (reason: string) => Promise<unknown>;
  readonly isPending: boolean;
  readonly error: Error | null;
} {
  const [id] = useState(newId);
  const confirm = useSend('parameter.confirm', ['parameter', 'rule']);
  const decline = useSend('parameter.decline', ['parameter']);
  const revoke = useSend('parameter.revoke', ['parameter']);
  const acts = {
    confirm: () => confirm.send({ id: of.id }),
    decline: (reason: string) => decline.send({ id: of.id, reason }),
    revoke: (reason: string) => revoke.send({ id, revokes: of.id, reason }),
  };
  const { isPending, error } = { confirm, decline, revoke }[kind];
  return { act: acts[kind], isPending, error };
}

function useDecisionWords(
  { kind, of }: Decision,
  { name, unit }: ParameterDetail,
): { readonly title: string; readonly effect: string; readonly verb: string; readonly done: string } {
  const say = useWords(words);
  const lang = useLang();
  const { who } = useSession();
  if (kind === 'revoke')
    return { title: say.revokeTitle, effect: say.revokeEffect, verb: say.revoke, done: say.sent };
  if (kind === 'decline') {
    const verb = of.proposedBy?.id === who.accountId ? say.withdraw : say.decline;
    return { title: say.declineTitle, effect: say.declineEffect, verb, done: say.declined };
  }
  const effect =
    of.value === null
      ? say.confirmRevoke
      : say.confirmEffect(sayValue(of.value, unit, name, lang), of.from ?? '');
  return { title: say.confirmTitle, effect, verb: say.confirm, done: say.confirmed };
}
