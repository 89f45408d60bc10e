import { type ReactNode, useState } from 'react';
import { newId } from '../../api/new-id.ts';
import { type Got, useSend } from '../../api/use-api.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { AreaField } from '../../ui/field.tsx';
import { Problem } from '../../ui/problem.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import { useLang, useWords } from '../../words/language.tsx';
import type { Filling } from './ledger-layout.ts';
import { words } from './words.ts';

/** Typing what no case says. */
export function TypeDialog({
  campaignId,
  table,
  filling: { row, column, cell },
  onClose,
}: {
  readonly campaignId: string;
  readonly table: Got<'ledger.get'>;
  readonly filling: Filling;
  readonly onClose: () => void;
}): ReactNode {
  const say = useWords(words);
  const lang = useLang();
  const toast = useToast();
  const key = `ledger.type:${campaignId}:${table.head.id}:${table.periodOn}:${row.key}:${column.name}`;
  const [draft, setDraft, drop] = useDraft(key, { id: newId(), text: cell.text ?? '' });
  const [isTried, setTried] = useState(false);
  const type = useSend('ledger.type', ['ledger']);
  const text = draft.text.trim();
  const save = async (): Promise<void> => {
    setTried(true);
    if (text === '') return;
    await type.send({
      ...{ id: draft.id, campaignId, ledger: table.head.id, periodOn: table.periodOn, region: table.region },
      ...{ rowKey: row.key, column: column.name, text },
    });
    drop();
    toast({ text: say.saved });
    onClose();
  };
  return (
    <Dialog
      title={say.fillTitle(lang === 'zh' ? column.name : column.en)}
      onClose={onClose}
      footer={
        <>
          <Button kind="main" busy={type.isPending} onClick={() => void save().catch(() => undefined)}>
            {say.save}
          </Button>
          <Button onClick={onClose}>{say.cancel}</Button>
        </>
      }
    >
      {type.error === null ? null : <Problem error={type.error} />}
      <AreaField
        label={say.fillLabel}
        hint={say.fillHint}
        required
        rows={3}
        maxLength={1000}
        value={draft.text}
        fault={isTried && text === '' ? say.needText : null}
        onChange={(next) => setDraft({ ...draft, text: next })}
      />
    </Dialog>
  );
}
