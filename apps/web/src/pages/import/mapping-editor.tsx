import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { newId } from '../../api/new-id.ts';
import { useAsk, useSend } from '../../api/use-api.tsx';
import { useSession } from '../../session/session.tsx';
import { Asked } from '../../ui/asked.tsx';
import { Button } from '../../ui/button.tsx';
import { FaultSummary } from '../../ui/fault-summary.tsx';
import { AreaField, type Choice, NumberField, SelectField } from '../../ui/field.tsx';
import { Section } from '../../ui/page.tsx';
import { Problem } from '../../ui/problem.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import { instant } from '../../words/format.ts';
import { usePick, useWords } from '../../words/language.tsx';
import type { Batch } from './batch-frame.tsx';
import style from './import.module.css';
import {
  type DataSet,
  draftAs,
  draftOf,
  type MappingDraft,
  mappingFaults,
  namesNobody,
  type Preview,
  sheetOf,
} from './mapping-draft.ts';
import { MappingTable } from './mapping-table.tsx';
import { sheetWords } from './words-sheet.ts';

interface Props {
  readonly batch: Batch;
  /** Number of the sheet. */
  readonly at: number;
  readonly preview: Preview;
  /** As it is read now. */
  readonly table: string | null;
}

/** Says what a sheet is and which column is which; kept as an act of whoever says so. */
export function MappingEditor(props: Props): ReactNode {
  const say = useWords(sheetWords);
  const dataSets = useAsk('import.dataSets', {});
  const { byHand } = props.preview;
  return (
    <Section title={say.mapping}>
      <div className="stack">
        <p className="soft">{say.mappingLead}</p>
        {byHand === null ? null : (
          <p className="note">
            {say.byHand(byHand.by?.name ?? '—', instant(byHand.at), byHand.reason)}{' '}
            {byHand.isApplied ? '' : say.notYet}
          </p>
        )}
        {props.table?.includes('+') === true ? <p className="note">{say.hitList}</p> : null}
        <Asked query={dataSets}>{(found) => <Editor {...props} dataSets={found.dataSets} />}</Asked>
      </div>
    </Section>
  );
}

function Editor({
  batch,
  at,
  preview,
  table,
  dataSets,
}: Props & { readonly dataSets: readonly DataSet[] }): ReactNode {
  const say = useWords(sheetWords);
  const key = `import.map:${batch.id}:${at}:${preview.version}`;
  const [draft, setDraft, dropDraft] = useDraft<MappingDraft>(key, draftOf(preview, table));
  const [reason, setReason, dropReason] = useDraft(`${key}:reason`, '');
  const [isTried, setTried] = useState(false);
  const dataSet = dataSets.find((one) => one.table === draft.dataset);
  const faults = useFaults(draft, reason);
  const saving = useSaving({ batch, at, draft, reason }, () => {
    dropDraft();
    dropReason();
  });
  const save = (isReading: boolean): void => {
    setTried(true);
    if (faults.length === 0) void saving.save(isReading).catch(() => undefined);
  };
  const faultOf = (id: string): string | null =>
    isTried ? (faults.find((one) => one.id === id)?.text ?? null) : null;
  const whyNot = useWhyNot(batch);
  return (
    <div className="stack">
      {isTried ? <FaultSummary faults={faults} /> : null}
      {saving.error === null ? null : <Problem error={saving.error} />}
      <SheetFields
        preview={preview}
        dataSets={dataSets}
        draft={draft}
        onChange={setDraft}
        faultOf={faultOf}
      />
      {dataSet === undefined ? null : (
        <MappingTable
          preview={preview}
          dataSet={dataSet}
          draft={draft}
          onChange={(columns) => setDraft({ ...draft, columns })}
        />
      )}
      {dataSet !== undefined && namesNobody(draft, dataSet) ? (
        <p className="note warn">{say.namesNobody}</p>
      ) : null}
      <div className={style['narrow']}>
        <AreaField
          id="mapping-reason"
          label={say.reason}
          hint={say.reasonHint}
          required
          rows={2}
          maxLength={400}
          fault={faultOf('mapping-reason')}
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

function SheetFields({
  preview,
  dataSets,
  draft,
  onChange,
  faultOf,
}: {
  readonly preview: Preview;
  readonly dataSets: readonly DataSet[];
  readonly draft: MappingDraft;
  readonly onChange: (draft: MappingDraft) => void;
  readonly faultOf: (id: string) => string | null;
}): ReactNode {
  const say = useWords(sheetWords);
  const choices = useChoices(preview, dataSets);
  const { headerRow: found } = preview;
  const as = (dataset: string): MappingDraft =>
    draftAs(
      { ...draft, dataset },
      preview,
      dataSets.find(({ table }) => table === dataset),
    );
  return (
    <div className="fields">
      <SelectField
        id="mapping-dataset"
        label={say.dataSet}
        required
        fault={faultOf('mapping-dataset')}
        value={draft.dataset}
        onChange={(dataset) => onChange(as(dataset))}
        choices={choices}
      />
      <NumberField
        id="mapping-header"
        label={say.headerRow}
        hint={found === null ? say.headerRowHint : say.headerFound(found)}
        fault={faultOf('mapping-header')}
        value={draft.headerRow}
        onChange={(headerRow) => onChange({ ...draft, headerRow })}
      />
    </div>
  );
}

function useFaults(draft: MappingDraft, reason: string): { id: string; text: string }[] {
  const say = useWords(sheetWords);
  const fields = {
    noDataSet: 'mapping-dataset',
    badHeaderRow: 'mapping-header',
    noColumns: 'mapping-column-0',
    twice: 'mapping-column-0',
  } as const;
  return [
    ...mappingFaults(draft).map((fault) => ({ id: fields[fault], text: say[fault] })),
    ...(reason.trim().length < 2 ? [{ id: 'mapping-reason', text: say.reasonNeeded }] : []),
  ];
}

function useWhyNot({ state }: Batch): string | null {
  const say = useWords(sheetWords);
  const { may } = useSession();
  if (!may('run.start')) return say.notYours;
  return state === 'waiting' ? say.notNow : null;
}

/** Data sets to choose from: what it might be first, then all by who has them. */
function useChoices(preview: Preview, dataSets: readonly DataSet[]): Choice[] {
  const say = useWords(sheetWords);
  const pick = usePick();
  const byTable = new Map(dataSets.map((one) => [one.table, one]));
  return [
    { value: 'auto', label: say.asRecognised, group: say.others },
    { value: 'none', label: say.leaveOut, group: say.others },
    ...preview.offers.flatMap(({ table }) => {
      const one = byTable.get(table);
      return one === undefined ? [] : [{ value: table, label: pick(one.title), group: say.maybe }];
    }),
    ...dataSets
      .filter(({ table }) => !preview.offers.some((one) => one.table === table))
      .map(({ table, title, department }) => ({ value: table, label: pick(title), group: department })),
  ];
}

interface Said {
  readonly batch: Batch;
  readonly at: number;
  readonly draft: MappingDraft;
  readonly reason: string;
}

/** One act however often it is sent: its id is made once, and anew when something else is said. */
function useSaving({ batch, at, draft, reason }: Said, onSaved: () => void) {
  const say = useWords(sheetWords);
  const map = useSend('import.map', ['import']);
  const reread = useSend('import.reread', ['import']);
  const toast = useToast();
  const navigate = useNavigate();
  const [act, setAct] = useState({ id: newId(), said: '' });
  const save = async (isReading: boolean): Promise<void> => {
    const { id: batchId, version } = batch;
    const sheets = [sheetOf(draft, at)];
    const said = JSON.stringify([sheets, reason]);
    const id = act.said === '' || act.said === said ? act.id : newId();
    setAct({ id, said });
    await map.send({ id, batchId, version, sheets, reason: reason.trim() });
    if (isReading) await reread.send({ id: batchId, version });
    onSaved();
    toast({ text: isReading ? say.readingNow : say.saved });
    await navigate({ to: '/imports/$id', params: { id: batchId } });
  };
  return { save, busy: map.isPending || reread.isPending, error: map.error ?? reread.error };
}
