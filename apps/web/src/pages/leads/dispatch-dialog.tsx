import { type ReactNode, useState } from 'react';
import { newId } from '../../api/new-id.ts';
import { type Got, useAsk, useForget, useSend } from '../../api/use-api.tsx';
import { useSession } from '../../session/session.tsx';
import { Button } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Problem } from '../../ui/problem.tsx';
import { Waiting } from '../../ui/waiting.tsx';
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
export function DispatchDialog({ search, selection, total, onClose, onDone }: BulkProps): ReactNode {
  const say = useWords(dialogWords);
  const { who } = useSession();
  const forget = useForget();
  const [id] = useState(newId);
  const [isSent, setSent] = useState(false);
  const picked = usePicked(search, selection, selection.kind === 'some' || selection.without.size > 0);
  const filter = dispatchOf(search, selection, picked.ids, who.appointments);
  const ready = filter !== null && !isSent && (picked.ids !== null || !picked.isNeeded);
  const preview = useAsk('dispatch.preview', filter ?? { area: '' }, { when: ready });
  const send = useSend('dispatch.send', ['dispatch']);
  const close = (): void => {
    if (isSent) {
      onDone();
      void forget(['lead', 'matter', 'dispatch']);
    }
    onClose();
  };
  const submit = async (): Promise<void> => {
    if (filter === null || preview.data === undefined) return;
    await send.send({ id, ...filter, expected: preview.data.leads });
    setSent(true);
  };
  const tooMany = picked.isNeeded && total > mostAtOnce && selection.kind === 'all';
  const leads = preview.data?.leads ?? 0;
  return (
    <Dialog
      wide
      title={say.dispatchTitle}
      onClose={close}
      footer={
        isSent ? (
          <Button kind="main" onClick={close}>
            {say.done}
          </Button>
        ) : (
          <>
            {leads === 0 ? null : (
              <Button kind="main" busy={send.isPending} onClick={() => void submit().catch(() => undefined)}>
                {say.send(leads, townsOf(preview.data))}
              </Button>
            )}
            <Button onClick={close}>{say.cancel}</Button>
          </>
        )
      }
    >
      {isSent ? (
        <DispatchResult id={id} />
      ) : (
        <>
          <p className="note">{say.dispatchWhat}</p>
          {filter === null ? <p>{say.noArea}</p> : null}
          {tooMany ? <p className="note warn">{say.tooMany(mostAtOnce)}</p> : null}
          {picked.error === null ? null : <Problem error={picked.error} />}
          {preview.error === null ? null : (
            <Problem error={preview.error} onRetry={() => void preview.refetch()} />
          )}
          {preview.data === undefined && preview.error === null && ready ? (
            <Waiting what={say.dispatchCounting} />
          ) : null}
          {preview.data === undefined ? null : <PreviewOf preview={preview.data} />}
          {send.error === null ? null : (
            <Problem error={send.error} onRetry={() => void preview.refetch().then(() => send.reset())} />
          )}
        </>
      )}
    </Dialog>
  );
}

const townsOf = (preview: Preview | undefined): number => preview?.towns.length ?? 0;

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
