import { type ReactNode, useState } from 'react';
import { newId } from '../../api/new-id.ts';
import { useSend } from '../../api/use-api.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FaultSummary } from '../../ui/fault-summary.tsx';
import { AreaField, ChoiceField } from '../../ui/field.tsx';
import { Problem } from '../../ui/problem.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import { uiWords } from '../../ui/words.ts';
import { useWords } from '../../words/language.tsx';
import type { Rule } from './rule-filter.ts';
import type { RuleDetail } from './rule-filter.ts';
import { words } from './words.ts';

const modes = ['enabled', 'shadow', 'retired'] as const;

/** Lets a county enable, shadow or retire a rule, with a reason and what follows from it. */
export function ModeDialog({
  rule,
  place,
  onClose,
}: {
  readonly rule: RuleDetail;
  readonly place: string;
  readonly onClose: () => void;
}): ReactNode {
  const say = useWords(words);
  const ui = useWords(uiWords);
  const toast = useToast();
  const [id] = useState(newId);
  const [typed, setTyped, drop] = useDraft<{ mode: string; reason: string }>(
    `rule.mode:${rule.rule}:${place}`,
    {
      mode: rule.mode,
      reason: '',
    },
  );
  const [isTried, setTried] = useState(false);
  const send = useSend('rule.setMode', ['rule']);
  const faults = isTried ? faultsIn(typed, rule.mode, say) : [];
  const faultOf = (field: string): string | null => faults.find(({ id: own }) => own === field)?.text ?? null;
  const save = async (): Promise<void> => {
    setTried(true);
    if (faultsIn(typed, rule.mode, say).length > 0) return;
    const mode = typed.mode as Rule['mode'];
    await send.send({ id, rule: rule.rule, region: place.slice(0, 6), mode, reason: typed.reason.trim() });
    drop();
    toast({ text: say.saved(say[mode]) });
    onClose();
  };
  return (
    <Dialog
      title={say.changeTitle(rule.rule)}
      onClose={onClose}
      footer={
        <>
          <Button kind="main" busy={send.isPending} onClick={() => void save().catch(() => undefined)}>
            {say.save}
          </Button>
          <Button onClick={onClose}>{ui.cancel}</Button>
        </>
      }
    >
      <FaultSummary faults={faults} />
      {send.error === null ? null : <Problem error={send.error} />}
      <ChoiceField
        id="rule-mode"
        label={say.mode}
        value={typed.mode}
        fault={faultOf('rule-mode')}
        onChange={(mode) => setTyped({ ...typed, mode })}
        choices={modes
          .filter((one) => rule.status === 'active' || one !== 'enabled')
          .map((one) => ({ value: one, label: say[one], hint: say[`${one}Means`] }))}
      />
      <AreaField
        id="rule-reason"
        label={say.reason}
        hint={say.reasonHint}
        required
        rows={3}
        maxLength={500}
        value={typed.reason}
        fault={faultOf('rule-reason')}
        onChange={(reason) => setTyped({ ...typed, reason })}
      />
      <p className="note">
        {say.fromNext} {rule.openLeads === null ? null : say.openStay(rule.openLeads)}
      </p>
    </Dialog>
  );
}

function faultsIn(
  { mode, reason }: { readonly mode: string; readonly reason: string },
  present: string,
  say: { readonly modeMissing: string; readonly reasonMissing: string },
): { readonly id: string; readonly text: string }[] {
  return [
    ...(mode === present ? [{ id: 'rule-mode', text: say.modeMissing }] : []),
    ...(reason.trim().length < 4 ? [{ id: 'rule-reason', text: say.reasonMissing }] : []),
  ];
}
