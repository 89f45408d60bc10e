import { useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { usePages } from '../../api/use-api.tsx';
import { useSession } from '../../session/session.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { SelectField } from '../../ui/field.tsx';
import { More } from '../../ui/more.tsx';
import { Section } from '../../ui/page.tsx';
import { Problem } from '../../ui/problem.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { useWords } from '../../words/language.tsx';
import { type Batch, BatchFrame } from './batch-frame.tsx';
import { FaultyRowView } from './faulty-row.tsx';
import { RowsEditor } from './rows-editor.tsx';
import type { RowsSearch } from './rows-search.ts';
import { rowWords } from './words-rows.ts';

/** Rows set aside and cells not understood, masked until somebody opens them to correct them. */
export function RowsPage(): ReactNode {
  const say = useWords(rowWords);
  return (
    <BatchFrame view="rows">
      {(batch) =>
        batch.report === null || batch.state === 'revoked' ? (
          <Empty why={say.noReport} />
        ) : (
          <Rows batch={batch} report={batch.report} />
        )
      }
    </BatchFrame>
  );
}

function Rows({
  batch,
  report,
}: {
  readonly batch: Batch;
  readonly report: NonNullable<Batch['report']>;
}): ReactNode {
  const say = useWords(rowWords);
  const { may } = useSession();
  const filter: RowsSearch = useSearch({ strict: false });
  const [isFull, setFull] = useState(false);
  const whyNot = may('run.start') ? (batch.state === 'waiting' ? say.notNow : null) : say.notYours;
  const faults = report.sheets.reduce(
    (all, sheet) => all + sheet.faults.reduce((sum, one) => sum + one.cells, 0),
    0,
  );
  return (
    <Section title={say.title}>
      <div className="stack">
        <p className="soft">{say.lead}</p>
        <Filters id={batch.id} report={report} filter={filter} />
        <p>
          {say.counts(report.rowsSetAside, faults)} <span className="soft">{say.listed}</span>
        </p>
        {isFull ? null : (
          <div className="buttons">
            <Button whyNot={whyNot} onClick={() => setFull(true)}>
              {say.openFull}
            </Button>
            {whyNot === null ? <span className="soft">{say.openFullWhy}</span> : null}
          </div>
        )}
        {isFull && whyNot === null ? (
          <RowsEditor key={batch.version} batch={batch} filter={filter} onSaved={() => setFull(false)} />
        ) : (
          <MaskedRows id={batch.id} filter={filter} />
        )}
      </div>
    </Section>
  );
}

function MaskedRows({ id, filter }: { readonly id: string; readonly filter: RowsSearch }): ReactNode {
  const say = useWords(rowWords);
  const pages = usePages('import.rows', { id, ...filter, limit: 50 });
  if (pages.error !== null) return <Problem error={pages.error} onRetry={pages.retry} />;
  if (pages.isLoading) return <Waiting />;
  if (pages.rows.length === 0) return <Empty why={say.none} />;
  return (
    <div>
      {pages.rows.map((row) => (
        <FaultyRowView key={`${row.sheet}:${row.row}:${row.code}:${row.column ?? ''}`} id={id} row={row} />
      ))}
      <More pages={pages} />
    </div>
  );
}

function Filters({
  id,
  report,
  filter,
}: {
  readonly id: string;
  readonly report: NonNullable<Batch['report']>;
  readonly filter: RowsSearch;
}): ReactNode {
  const say = useWords(rowWords);
  const navigate = useNavigate();
  const go = (search: RowsSearch): void => void navigate({ to: '/imports/$id/rows', params: { id }, search });
  const choices = report.sheets.flatMap((sheet, at) =>
    sheet.rowsSetAside + sheet.faults.length === 0
      ? []
      : [{ value: String(at), label: `${sheet.file} ${sheet.sheet}` }],
  );
  const { sheet, kind } = filter;
  return (
    <div className="toolbar">
      <SelectField
        label={say.sheet}
        empty={say.allSheets}
        value={sheet === undefined ? '' : String(sheet)}
        onChange={(value) =>
          go({ ...(kind === undefined ? {} : { kind }), ...(value === '' ? {} : { sheet: Number(value) }) })
        }
        choices={choices}
      />
      <SelectField
        label={say.kind}
        empty={say.allKinds}
        value={kind ?? ''}
        onChange={(value) =>
          go({
            ...(sheet === undefined ? {} : { sheet }),
            ...(value === 'setAside' || value === 'fault' ? { kind: value } : {}),
          })
        }
        choices={[
          { value: 'setAside', label: say.setAside },
          { value: 'fault', label: say.fault },
        ]}
      />
    </div>
  );
}
