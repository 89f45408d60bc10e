import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { newId } from '../../api/new-id.ts';
import { useSend } from '../../api/use-api.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { CheckField, TextField } from '../../ui/field.tsx';
import { Problem } from '../../ui/problem.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import { useWords } from '../../words/language.tsx';
import type { QueueSearch } from './queue-search.ts';
import type { SavedView } from './saved-view.ts';
import { words } from './words.ts';

/** Keeps the present filters under a name; of one's own view: renames, shares or removes it. */
export function ViewDialog({
  search,
  view,
  onClose,
}: {
  readonly search: QueueSearch;
  /** Null: a new one. */
  readonly view: SavedView | null;
  readonly onClose: () => void;
}): ReactNode {
  const say = useWords(words);
  const toast = useToast();
  const navigate = useNavigate();
  const [id] = useState(() => view?.id ?? newId());
  const [title, setTitle, drop] = useDraft(`view:${view?.id ?? 'new'}`, view?.title ?? '');
  const [isShared, setShared] = useState(view?.isShared ?? false);
  const [isTried, setTried] = useState(false);
  const save = useSend('view.save', ['view']);
  const remove = useSend('view.remove', ['view']);
  const fault = isTried && title.trim() === '' ? say.viewNameNeeded : null;
  const submit = async (): Promise<void> => {
    setTried(true);
    if (title.trim() === '') return;
    const { filter = [], order = 'due', by = 'household' }: Loose = search;
    await save.send({ id, title: title.trim(), filter: [...filter], order, by, isShared });
    drop();
    toast({ text: say.viewSaved });
    onClose();
  };
  const take = async (): Promise<void> => {
    await remove.send({ id });
    drop();
    toast({ text: say.viewRemoved });
    onClose();
    void navigate({ to: '/leads', search: {} });
  };
  const busy = save.isPending || remove.isPending;
  return (
    <Dialog
      title={view === null ? say.saveViewTitle : say.changeView}
      onClose={onClose}
      footer={
        <>
          <Button kind="main" busy={busy} onClick={() => void submit().catch(() => undefined)}>
            {say.saveViewTitle}
          </Button>
          {view === null ? null : (
            <Button kind="danger" busy={busy} onClick={() => void take().catch(() => undefined)}>
              {say.removeView}
            </Button>
          )}
        </>
      }
    >
      <p className="soft">{say.viewHolds}</p>
      <TextField
        label={say.viewName}
        hint={say.viewNameHint}
        fault={fault}
        required
        maxLength={30}
        autoComplete="off"
        value={title}
        onChange={setTitle}
      />
      <CheckField label={say.viewShare} value={isShared} onChange={setShared} />
      {save.error === null ? null : <Problem error={save.error} />}
      {remove.error === null ? null : <Problem error={remove.error} />}
    </Dialog>
  );
}

interface Loose {
  readonly filter?: readonly string[];
  readonly order?: 'due' | 'newest' | 'amount';
  readonly by?: 'lead' | 'household';
}
