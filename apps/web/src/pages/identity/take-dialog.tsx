import { type ReactNode, useState } from 'react';
import { type Got, useApi, useForget } from '../../api/use-api.tsx';
import { useSession } from '../../session/session.tsx';
import { Button } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Problem } from '../../ui/problem.tsx';
import { useToast } from '../../ui/toast.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { uiWords } from '../../ui/words.ts';
import { usePick, useWords } from '../../words/language.tsx';
import { countiesOf, CountyField } from './county-field.tsx';
import { words } from './words.ts';

type Outcome = Got<'identity.upload'>;

const shownRows = 50;

/** A list of judgements: tried first, so that one sees what is refused and why; then taken. */
export function TakeDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const say = useWords(words);
  const ui = useWords(uiWords);
  const toast = useToast();
  const counties = countiesOf(useSession().who, 'run.start');
  const [county, setCounty] = useState(counties.length === 1 ? (counties[0] ?? '') : '');
  const [isTried, setTried] = useState(false);
  const list = useList(county);
  const fresh = list.trial === null ? 0 : list.trial.taken - list.trial.known;
  const take = async (): Promise<void> => {
    if (!(await list.take())) return;
    toast({ text: say.taken(fresh) });
    onClose();
  };
  return (
    <Dialog
      wide
      title={say.take}
      onClose={onClose}
      footer={
        <>
          {fresh === 0 ? null : (
            <Button kind="main" busy={list.isBusy} onClick={() => void take()}>
              {say.takeNow(fresh)}
            </Button>
          )}
          <Button onClick={onClose}>{ui.cancel}</Button>
        </>
      }
    >
      {list.error === null ? null : <Problem error={list.error} />}
      <CountyField
        counties={counties}
        value={county}
        fault={isTried && county === '' ? say.chooseCounty : null}
        onChange={(chosen) => {
          setCounty(chosen);
          list.forget();
        }}
      />
      <div className="field">
        <label htmlFor="judgement-file">{say.file}</label>
        <p id="judgement-file-hint" className="hint">
          {say.fileHint}
        </p>
        <input
          id="judgement-file"
          type="file"
          accept=".csv"
          aria-describedby="judgement-file-hint"
          onChange={(event) => {
            setTried(true);
            const [file] = event.target.files ?? [];
            if (file !== undefined && county !== '') void list.read(file);
          }}
        />
      </div>
      {list.isBusy && list.trial === null ? <Waiting what={say.reading} /> : null}
      {list.trial === null ? null : <Preview trial={list.trial} />}
    </Dialog>
  );
}

/** Tries a file, and takes what was tried. */
function useList(region: string): {
  readonly trial: Outcome | null;
  readonly isBusy: boolean;
  readonly error: unknown;
  readonly read: (file: File) => Promise<void>;
  readonly take: () => Promise<boolean>;
  readonly forget: () => void;
} {
  const api = useApi();
  const forget = useForget();
  const [sent, setSent] = useState<Uint8Array | null>(null);
  const [trial, setTrial] = useState<Outcome | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const working = async (work: () => Promise<void>): Promise<boolean> => {
    setBusy(true);
    setError(null);
    try {
      await work();
      return true;
    } catch (fault) {
      setError(fault);
      return false;
    } finally {
      setBusy(false);
    }
  };
  return {
    ...{ trial, isBusy, error },
    forget: () => setTrial(null),
    read: async (file) => {
      setTrial(null);
      await working(async () => {
        const content = new Uint8Array(await file.arrayBuffer());
        setTrial(await api.identity.upload({ region, isTrial: true }, content));
        setSent(content);
      });
    },
    take: () =>
      working(async () => {
        if (sent === null) return;
        await api.identity.upload({ region, isTrial: false }, sent);
        await forget(['identity']);
      }),
  };
}

function Preview({ trial: { taken, known, refused } }: { readonly trial: Outcome }): ReactNode {
  const say = useWords(words);
  const pick = usePick();
  return (
    <div className="stack" role="status">
      <p>{say.wouldTake(taken - known, known)}</p>
      {refused.length === 0 ? null : (
        <DataTable
          caption={say.refused(refused.length)}
          rows={refused.slice(0, shownRows)}
          rowKey={({ row }) => String(row)}
          columns={[
            { key: 'row', title: say.row, align: 'right', isRowHeader: true, cell: ({ row }) => row },
            { key: 'why', title: say.why, cell: ({ why }) => pick(why) },
          ]}
        />
      )}
      {refused.length > shownRows ? <p>{say.moreRefused(refused.length - shownRows)}</p> : null}
    </div>
  );
}
