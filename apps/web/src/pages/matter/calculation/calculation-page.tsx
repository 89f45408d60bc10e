import { getRouteApi } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { newId } from '../../../api/new-id.ts';
import { useAsk, useForget } from '../../../api/use-api.tsx';
import { useSession } from '../../../session/session.tsx';
import { OnlyFor } from '../../../shell/only-for.tsx';
import { Asked } from '../../../ui/asked.tsx';
import { Button } from '../../../ui/button.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { Problem } from '../../../ui/problem.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { useDraft } from '../../../ui/use-draft.ts';
import { money, yuan } from '../../../words/format.ts';
import { useLang, useWords } from '../../../words/language.tsx';
import { CombinationsSection } from '../../household/combinations-section.tsx';
import type { Matter } from '../fact-words.ts';
import { uploadEvidence } from '../upload-evidence.ts';
import { computeSheet, overpaidOf, type Sheet, type SheetDraft } from './calculation.ts';
import { SheetFields } from './sheet-fields.tsx';
import { sheetText } from './sheet-text.ts';
import { useKnown } from './use-known.ts';
import { words } from './words.ts';

const route = getRouteApi('/matters/$id/calculation');

/** The recalculation of what a household is due, line by line, to print and to keep with the matter. */
export function CalculationPage(): ReactNode {
  const { id } = route.useParams();
  const query = useAsk('matter.get', { id });
  return (
    <OnlyFor may="matter.read">
      <Asked query={query}>{(matter) => <Calculation key={matter.id} matter={matter} />}</Asked>
    </OnlyFor>
  );
}

const start: SheetDraft = {
  ...{ standard: '', members: '', insured: '', income: '', deducted: '', uplift: '', minShare: '' },
  ...{ rounding: 'ceilYuan', current: '', from: '', note: '', paidFrom: '', paidTo: '', paidEach: '' },
};

function Calculation({ matter }: { readonly matter: Matter }): ReactNode {
  const say = useWords(words);
  const lang = useLang();
  const known = useKnown(matter);
  const [typed, setDraft] = useDraft<Partial<SheetDraft>>(`calculation:${matter.id}`, {});
  const draft: SheetDraft = { ...start, ...known.values, ...typed };
  const source = (name: 'standard' | 'current', otherwise: string | null): string =>
    typed[name] === undefined || typed[name] === known.values[name] ? (otherwise ?? say.typed) : say.typed;
  const sources = {
    standard: source('standard', known.standardSource),
    current: source('current', known.hasCard ? say.fromCard : null),
  };
  const sheet = computeSheet(draft, sources, lang);
  return (
    <Page
      title={`${say.title} · ${matter.title}`}
      tabTitle={say.title}
      lead={say.lead}
      crumbs={[{ label: say.back, to: `/matters/${matter.id}` }]}
    >
      <Section title={say.inputs} className="no-print">
        <SheetFields
          draft={draft}
          onChange={(part) => setDraft({ ...typed, ...part })}
          hint={known.standardSource}
        />
      </Section>
      <Section title={say.sum}>
        {sheet === null ? <p className="soft">{say.incomplete}</p> : <SumTable sheet={sheet} draft={draft} />}
      </Section>
      {sheet === null ? null : <Overpaid draft={draft} sheet={sheet} />}
      {known.combinations.length === 0 ? null : <CombinationsSection combinations={known.combinations} />}
      {sheet === null ? null : <Keep matter={matter} draft={draft} sheet={sheet} sources={sources} />}
    </Page>
  );
}

function SumTable({ sheet, draft }: { readonly sheet: Sheet; readonly draft: SheetDraft }): ReactNode {
  const say = useWords(words);
  return (
    <>
      <DataTable
        caption={say.table(say.sum)}
        hidesCaption
        rows={sheet.lines}
        rowKey={({ key }) => key}
        columns={[
          { key: 'label', title: say.columnStep, isRowHeader: true, cell: ({ label }) => label },
          { key: 'formula', title: say.columnFormula, cell: ({ formula }) => <code>{formula}</code> },
          { key: 'value', title: say.columnValue, align: 'right', cell: ({ value }) => <b>{value}</b> },
          { key: 'source', title: say.columnSource, cell: ({ source }) => source },
        ]}
      />
      {draft.from === '' ? null : (
        <p>
          {say.from} {draft.from}
        </p>
      )}
      {draft.note.trim() === '' ? null : <p>{draft.note}</p>}
      <p className="print-only">
        {say.by} ____________________ {say.checkedBy} ____________________
      </p>
      <p className="hint">{say.design}</p>
    </>
  );
}

function Overpaid({ draft, sheet }: { readonly draft: SheetDraft; readonly sheet: Sheet }): ReactNode {
  const say = useWords(words);
  const lang = useLang();
  const overpaid = overpaidOf(draft, sheet.dueFen);
  if (overpaid === null) return null;
  return (
    <Section title={say.overpaid}>
      <p className="hint">{say.overpaidHint}</p>
      <DataTable
        caption={say.table(say.overpaid)}
        hidesCaption
        rows={overpaid.months}
        rowKey={({ month }) => month}
        columns={[
          { key: 'month', title: say.columnMonth, isRowHeader: true, cell: ({ month }) => month },
          { key: 'paid', title: say.columnPaid, align: 'right', cell: ({ paidFen }) => yuan(paidFen) },
          { key: 'due', title: say.columnDue, align: 'right', cell: ({ dueFen }) => yuan(dueFen) },
          {
            key: 'over',
            title: say.columnOver,
            align: 'right',
            cell: ({ overpaidFen }) => yuan(overpaidFen),
          },
        ]}
      />
      <p>
        <b>{say.total(money(overpaid.totalFen, lang))}</b>
      </p>
    </Section>
  );
}

/** Keeps the sheet as a document of the matter, and prints it. */
function Keep({
  matter,
  draft,
  sheet,
  sources,
}: {
  readonly matter: Matter;
  readonly draft: SheetDraft;
  readonly sheet: Sheet;
  readonly sources: Parameters<typeof computeSheet>[1];
}): ReactNode {
  const say = useWords(words);
  const toast = useToast();
  const forget = useForget();
  const { may } = useSession();
  const [stepId, setStepId] = useState(newId);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const keep = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      const chinese = computeSheet(draft, sources, 'zh') ?? sheet;
      const text = sheetText(draft, chinese, overpaidOf(draft, sheet.dueFen));
      const file = new Blob([text], { type: 'text/plain' });
      const kept = { matterId: matter.id, stepId, kind: 'recalculation', title: words.title.zh };
      await uploadEvidence({ ...kept, fileName: `${words.title.zh}.txt` }, file, () => undefined);
      setStepId(newId());
      toast({ text: say.saved });
      await forget(['evidence', 'matter']);
    } catch (caught) {
      setError(caught);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="buttons no-print">
      {may('evidence.add') ? (
        <Button kind="main" busy={isBusy} onClick={() => void keep()}>
          {say.save}
        </Button>
      ) : null}
      <Button onClick={() => window.print()}>{say.print}</Button>
      {error === null ? null : <Problem error={error} onRetry={() => void keep()} />}
    </div>
  );
}
