import { type ReactNode, useState } from 'react';
import { type Got, useApi, useForget } from '../../api/use-api.tsx';
import { Button } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FaultSummary } from '../../ui/fault-summary.tsx';
import { Problem } from '../../ui/problem.tsx';
import { useRegionName } from '../../ui/region-name.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import { uiWords } from '../../ui/words.ts';
import { Waiting } from '../../ui/waiting.tsx';
import { usePick, useWords } from '../../words/language.tsx';
import { Grounds } from './change-dialog.tsx';
import { changeFaults } from './change-faults.ts';
import styles from './division.module.css';
import { words } from './words.ts';

type Lines = Got<'divisionChange.readList'>['items'];
type Outcome = Got<'divisionChange.add'>;

/** A list of an office: read, looked over, and what is not there yet added. */
export function AddList({
  county,
  onClose,
}: {
  readonly county: string;
  readonly onClose: () => void;
}): ReactNode {
  const say = useWords(words);
  const ui = useWords(uiWords);
  const name = useRegionName(county);
  const toast = useToast();
  const [typed, setTyped, drop] = useDraft(`division.add:${county}`, { effectiveOn: '', reason: '' });
  const [isTried, setTried] = useState(false);
  const list = useList(county);
  const found = changeFaults('add', typed);
  const faults = isTried ? found.map(({ field, why }) => ({ id: `division-${field}`, text: say[why] })) : [];
  const faultOf = (field: string): string | null =>
    faults.find(({ id }) => id === `division-${field}`)?.text ?? null;
  const count = list.trial?.added.length ?? 0;
  const save = async (): Promise<void> => {
    setTried(true);
    if (found.length > 0) return;
    if (!(await list.add(typed))) return;
    drop();
    toast({ text: say.addedToast(count) });
    onClose();
  };
  return (
    <Dialog
      wide
      title={say.listTitle(name)}
      onClose={onClose}
      footer={
        <>
          {count === 0 ? null : (
            <Button kind="main" busy={list.isBusy} onClick={() => void save()}>
              {say.add(count)}
            </Button>
          )}
          <Button onClick={onClose}>{ui.cancel}</Button>
        </>
      }
    >
      <FaultSummary faults={faults} />
      {list.error === null ? null : <Problem error={list.error} />}
      <p>{say.listLead}</p>
      <div className="field">
        <label htmlFor="division-file">{say.file}</label>
        <input
          id="division-file"
          type="file"
          accept=".xlsx,.xls,.csv"
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            if (file !== undefined) void list.read(file);
          }}
        />
      </div>
      {list.isBusy && list.trial === null ? <Waiting what={say.reading} /> : null}
      {list.trial === null ? null : <Preview lines={list.lines} trial={list.trial} />}
      {count === 0 ? null : (
        <Grounds typed={typed} faultOf={faultOf} onChange={(next) => setTyped({ ...typed, ...next })} />
      )}
    </Dialog>
  );
}

/** Reads a file, tries what it would add, and adds it. */
function useList(county: string): {
  readonly lines: Lines;
  readonly trial: Outcome | null;
  readonly isBusy: boolean;
  readonly error: unknown;
  readonly read: (file: File) => Promise<void>;
  readonly add: (grounds: { effectiveOn: string; reason: string }) => Promise<boolean>;
} {
  const api = useApi();
  const forget = useForget();
  const [lines, setLines] = useState<Lines>([]);
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
  const ask = (places: Lines, isTrial: boolean, grounds: { effectiveOn: string; reason: string }) =>
    api.divisionChange.add({ region: county, places, isTrial, ...grounds });
  return {
    ...{ lines, trial, isBusy, error },
    read: async (file) => {
      setTrial(null);
      await working(async () => {
        const content = new Uint8Array(await file.arrayBuffer());
        const { items } = await api.divisionChange.readList({ fileName: file.name }, content);
        setLines(items);
        // Nothing is written by a trial: its grounds are a form.
        setTrial(await ask(items, true, { effectiveOn: '2000-01-01', reason: 'trial' }));
      });
    },
    add: (grounds) =>
      working(async () => {
        await ask(lines, false, { ...grounds, reason: grounds.reason.trim() });
        await forget(['division', 'divisionChange']);
      }),
  };
}

function Preview({ lines, trial }: { readonly lines: Lines; readonly trial: Outcome }): ReactNode {
  const say = useWords(words);
  const pick = usePick();
  const { added, known, faults } = trial;
  return (
    <div className="stack" role="status">
      <p>
        {say.read(lines.length)}
        {added.length === 0 ? say.nothingNew : say.wouldAdd(added.length, known)}
      </p>
      {faults.length === 0 ? null : (
        <DataTable
          caption={say.leftOut(faults.length)}
          rows={faults.slice(0, 50)}
          rowKey={({ row }) => String(row)}
          columns={[
            { key: 'row', title: say.row, align: 'right', isRowHeader: true, cell: ({ row }) => row },
            { key: 'why', title: say.why, cell: ({ why }) => pick(why) },
          ]}
        />
      )}
      {added.length === 0 ? null : (
        <div className={styles['preview']}>
          <DataTable
            caption={say.added}
            rows={added}
            rowKey={({ code }) => code}
            columns={[
              { key: 'code', title: say.code, cell: ({ code }) => <span className="figures">{code}</span> },
              { key: 'name', title: say.name, isRowHeader: true, cell: (one) => one.name },
              { key: 'town', title: say.town, cell: ({ town }) => town ?? '' },
            ]}
          />
        </div>
      )}
    </div>
  );
}
