import { type ReactNode, useState } from 'react';
import { newId } from '../../api/new-id.ts';
import { type Got, useAsk, useForget, useSend } from '../../api/use-api.tsx';
import { useSession } from '../../session/session.tsx';
import { Asked } from '../../ui/asked.tsx';
import { Button } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Problem } from '../../ui/problem.tsx';
import { usePick, useWords } from '../../words/language.tsx';
import { DispatchResult } from './dispatch-result.tsx';
import { dispatchOf, mostAtOnce } from './dispatch-of.ts';
import type { QueueSearch } from './queue-search.ts';
import type { Selection } from './selection.ts';
import { usePicked } from './use-picked.ts';
import { dialogWords } from './words-dialogs.ts';

export interface BulkProps {
  readonly search: QueueSearch;
  readonly selection: Selection;
  /** Leads of the filter. */
  readonly total: number;
  readonly onClose: () => void;
  /** What was chosen is done with. */
  readonly onDone: () => void;
}

type Preview = Got<'dispatch.preview'>;

/** Leads to the towns: first what each would get and by when, then exactly that, then what became of it. */
export function DispatchDialog(props: BulkProps): ReactNode {
  const { onClose, onDone } = props;
  const say = useWords(dialogWords);
  const forget = useForget();
  const [id] = useState(newId);
  const [isSent, setSent] = useState(false);
  const close = (): void => {
    if (isSent) {
      onDone();
      void forget(['lead', 'matter', 'dispatch']);
    }
    onClose();
  };
  if (!isSent) return <BeforeSending {...props} id={id} onSent={() => setSent(true)} onClose={close} />;
  return (
    <Dialog
      wide
      key="sent"
      title={say.dispatchTitle}
      onClose={close}
      footer={
        <Button kind="main" onClick={close}>
          {say.done}
        </Button>
      }
    >
      <DispatchResult id={id} />
    </Dialog>
  );
}

function BeforeSending({
  search,
  selection,
  total,
  id,
  onSent,
  onClose,
}: BulkProps & { readonly id: string; readonly onSent: () => void }): ReactNode {
  const say = useWords(dialogWords);
  const { who } = useSession();
  const picked = usePicked(search, selection, selection.kind === 'some' || selection.without.size > 0);
  const filter = dispatchOf(search, selection, picked.ids, who.appointments);
  const isReady = filter !== null && (picked.ids !== null || !picked.isNeeded);
  const preview = useAsk('dispatch.preview', filter ?? { area: '' }, { when: isReady });
  const send = useSend('dispatch.send', ['dispatch']);
  const leads = preview.data?.leads ?? 0;
  const submit = async (): Promise<void> => {
    if (filter === null) return;
    await send.send({ id, ...filter, expected: leads });
    onSent();
  };
  return (
    <Dialog
      wide
      key="before"
      title={say.dispatchTitle}
      onClose={onClose}
      footer={
        <>
          {leads === 0 ? null : (
            <Button kind="main" busy={send.isPending} onClick={() => void submit().catch(() => undefined)}>
              {say.send(leads, preview.data?.towns.length ?? 0)}
            </Button>
          )}
          <Button onClick={onClose}>{say.cancel}</Button>
        </>
      }
    >
      <p className="note">{say.dispatchWhat}</p>
      {filter === null ? <p>{say.noArea}</p> : null}
      <PickedState picked={picked} tooMany={selection.kind === 'all' && total > mostAtOnce} />
      {isReady ? (
        <Asked query={preview} what={say.dispatchCounting}>
          {(shown) => <PreviewOf preview={shown} />}
        </Asked>
      ) : null}
      {send.error === null ? null : (
        <Problem error={send.error} onRetry={() => void preview.refetch().then(() => send.reset())} />
      )}
    </Dialog>
  );
}

/** Why the leads chosen cannot be named one by one. */
function PickedState({
  picked,
  tooMany,
}: {
  readonly picked: ReturnType<typeof usePicked>;
  readonly tooMany: boolean;
}): ReactNode {
  const say = useWords(dialogWords);
  if (picked.isNeeded && tooMany) return <p className="note warn">{say.tooMany(mostAtOnce)}</p>;
  return picked.error === null ? null : <Problem error={picked.error} />;
}

type Row = Preview['towns'][number] & { readonly isTotal?: true };

function PreviewOf({ preview }: { readonly preview: Preview }): ReactNode {
  const say = useWords(dialogWords);
  const { towns, leads, households } = preview;
  const sum = (name: 'serious' | 'suspect' | 'info'): number =>
    towns.reduce((all, one) => all + one[name], 0);
  const total: Row = {
    ...{ region: '', name: say.total, leads, households, dueFrom: null, dueTo: null, isTotal: true },
    ...{ serious: sum('serious'), suspect: sum('suspect'), info: sum('info') },
  };
  const number = (key: 'leads' | 'households' | 'serious' | 'suspect' | 'info', title: string) => ({
    key,
    title,
    align: 'right' as const,
    cell: (row: Row) => (row.isTotal ? <b>{row[key]}</b> : row[key]),
  });
  return (
    <>
      {leads === 0 ? (
        <Empty why={say.nothingToSend}>
          <p>{say.nothingToSendWhy}</p>
        </Empty>
      ) : (
        <DataTable
          caption={say.dispatchTable}
          rows={[...towns, total]}
          rowKey={(row) => row.region}
          columns={[
            {
              key: 'town',
              title: say.town,
              isRowHeader: true,
              cell: (row: Row) =>
                row.isTotal ? <b>{row.name}</b> : row.region.length < 9 ? say.countyItself : row.name,
            },
            number('leads', say.leads),
            number('households', say.homes),
            number('serious', say.serious),
            number('suspect', say.suspect),
            number('info', say.info),
            {
              key: 'due',
              title: say.dueDays,
              isShort: true,
              cell: ({ dueFrom, dueTo }: Row) =>
                dueFrom === null ? '' : dueFrom === dueTo ? dueFrom : `${dueFrom} — ${dueTo ?? ''}`,
            },
          ]}
        />
      )}
      <LeftOut preview={preview} />
    </>
  );
}

function LeftOut({ preview: { leftOut, ofKin } }: { readonly preview: Preview }): ReactNode {
  const say = useWords(dialogWords);
  const pick = usePick();
  return (
    <>
      {leftOut.length === 0 ? null : (
        <div className="note warn">
          <p>{say.leftOut}</p>
          <ul className="bulleted">
            {leftOut.map(({ state, title, leads }) => (
              <li key={state}>{say.leftOutLine(pick(title), leads)}</li>
            ))}
          </ul>
        </div>
      )}
      {ofKin === 0 ? null : <p className="note warn">{say.ofKin(ofKin)}</p>}
    </>
  );
}
