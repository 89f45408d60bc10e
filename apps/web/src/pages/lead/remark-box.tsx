import { type ReactNode, useId, useState } from 'react';
import { newId } from '../../api/new-id.ts';
import { useSend } from '../../api/use-api.tsx';
import { Button } from '../../ui/button.tsx';
import { AreaField } from '../../ui/field.tsx';
import { Problem } from '../../ui/problem.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import { useWords } from '../../words/language.tsx';
import { leadWords } from './words.ts';

interface Remark {
  readonly text: string;
  /** Made once for this remark: sending it again is not a second one. */
  readonly stepId: string;
}

/** A remark that goes into the history; what is typed stays until it was taken. */
export function RemarkBox({
  matterId,
  start = '',
  hint,
  id,
  onDone,
}: {
  readonly matterId: string;
  readonly start?: string;
  readonly hint?: string;
  /** Of the field, for a key to lead there. */
  readonly id?: string;
  readonly onDone?: () => void;
}): ReactNode {
  const say = useWords(leadWords);
  const made = useId();
  const toast = useToast();
  const send = useSend('matter.note', ['matter']);
  const empty = (): Remark => ({ text: start, stepId: newId() });
  const [remark, setRemark, drop] = useDraft<Remark>(`matter.note:${matterId}:${start}`, empty());
  const [isTried, setTried] = useState(false);
  const isMissing = remark.text.trim() === '' || remark.text.trim() === start.trim();
  const add = async (): Promise<void> => {
    setTried(true);
    if (isMissing) return;
    try {
      await send.send({ matterId, stepId: remark.stepId, text: remark.text.trim() });
    } catch {
      return; // Shown from the state of the request; the text stays.
    }
    setRemark(empty());
    drop();
    setTried(false);
    toast({ text: say.remarkAdded });
    onDone?.();
  };
  return (
    <div>
      <AreaField
        id={id ?? made}
        label={say.remark}
        hint={hint ?? say.remarkHint}
        rows={3}
        maxLength={4000}
        value={remark.text}
        onChange={(text) => setRemark({ ...remark, text })}
        fault={isTried && isMissing ? say.remarkMissing : null}
      />
      {send.error === null ? null : <Problem error={send.error} />}
      <Button busy={send.isPending} onClick={() => void add()}>
        {say.addRemark}
      </Button>
    </div>
  );
}
