import { type ReactNode, useState } from 'react';
import { newId } from '../../api/new-id.ts';
import { usePages, useSend } from '../../api/use-api.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { AreaField } from '../../ui/field.tsx';
import { More } from '../../ui/more.tsx';
import { Problem } from '../../ui/problem.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import { Waiting } from '../../ui/waiting.tsx';
import { useWords } from '../../words/language.tsx';
import type { Batch } from './batch-frame.tsx';
import { type CellDrafts, correctedRows, countCells } from './corrections.ts';
import { FaultyRowView } from './faulty-row.tsx';
import style from './import.module.css';
import type { RowsSearch } from './rows-search.ts';
import { rowWords } from './words-rows.ts';

const none: CellDrafts = {};
/** As many as the server takes at once. */
const mostRows = 200;

/** Rows with whole values, to be corrected in place. What is typed stays until it was sent. @param onSaved closes the whole values again */
export function RowsEditor({
  batch,
  filter,
  onSaved,
}: {
  readonly batch: Batch;
  readonly filter: RowsSearch;
  readonly onSaved: () => void;
}): ReactNode {
  const say = useWords(rowWords);
  const key = `import.fix:${batch.id}:${batch.version}`;
  const pages = usePages('import.openRows', { id: batch.id, ...filter, limit: 50 });
  const [drafts, setDrafts, dropDrafts] = useDraft<CellDrafts>(key, none);
  const [reason, setReason, dropReason] = useDraft(`${key}:reason`, '');
  const [isTried, setTried] = useState(false);
  const rows = correctedRows(pages.rows, drafts);
  const saving = useSaving(batch, rows, reason, () => {
    dropDrafts();
    dropReason();
    onSaved();
  });
  const isMissing = reason.trim().length < 2;
  const save = (isReading: boolean): void => {
    setTried(true);
    if (!isMissing) void saving.save(isReading).catch(() => undefined);
  };
  if (pages.error !== null) return <Problem error={pages.error} onRetry={pages.retry} />;
  if (pages.isLoading) return <Waiting />;
  if (pages.rows.length === 0) return <Empty why={say.none} />;
  const whyNot = rows.length === 0 ? say.nothing : rows.length > mostRows ? say.tooMany(mostRows) : null;
  return (
    <div className="stack">
      <div>
        {pages.rows.map((row) => (
          <FaultyRowView
            key={`${row.sheet}:${row.row}:${row.code}:${row.column ?? ''}`}
            id={batch.id}
            row={row}
            editing={{ drafts, onChange: (cell, value) => setDrafts({ ...drafts, [cell]: value }) }}
          />
        ))}
        <More pages={pages} />
      </div>
      {saving.error === null ? null : <Problem error={saving.error} />}
      <p role="status">{say.changed(countCells(rows))}</p>
      <div className={style['narrow']}>
        <AreaField
          label={say.reason}
          hint={say.reasonHint}
          required
          rows={2}
          maxLength={400}
          fault={isTried && isMissing ? say.reasonNeeded : null}
          value={reason}
          onChange={setReason}
        />
      </div>
      <div className="buttons">
        <Button kind="main" busy={saving.busy} whyNot={whyNot} onClick={() => save(true)}>
          {say.saveAndRead}
        </Button>
        {whyNot === null ? (
          <Button busy={saving.busy} onClick={() => save(false)}>
            {say.save}
          </Button>
        ) : null}
      </div>
    </div>
  );
}

/** One act however often it is sent: its id is made once, and anew when something else is corrected. */
function useSaving(
  { id: batchId, version }: Batch,
  rows: ReturnType<typeof correctedRows>,
  reason: string,
  onSaved: () => void,
) {
  const say = useWords(rowWords);
  const fix = useSend('import.fix', ['import']);
  const reread = useSend('import.reread', ['import']);
  const toast = useToast();
  const [act, setAct] = useState({ id: newId(), said: '' });
  const save = async (isReading: boolean): Promise<void> => {
    const said = JSON.stringify([rows, reason]);
    const id = act.said === '' || act.said === said ? act.id : newId();
    setAct({ id, said });
    await fix.send({ id, batchId, version, rows, reason: reason.trim() });
    if (isReading) await reread.send({ id: batchId, version });
    onSaved();
    setAct({ id: newId(), said: '' });
    toast({ text: isReading ? say.readingNow : say.saved });
  };
  return { save, busy: fix.isPending || reread.isPending, error: fix.error ?? reread.error };
}
