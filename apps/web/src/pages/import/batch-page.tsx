import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { ButtonLink } from '../../ui/button.tsx';
import type { Column } from '../../ui/data-table.tsx';
import { Section } from '../../ui/page.tsx';
import { Tag } from '../../ui/tag.tsx';
import { percent } from '../../words/format.ts';
import { usePick, useWords } from '../../words/language.tsx';
import { type Batch, BatchFrame } from './batch-frame.tsx';
import style from './import.module.css';
import { SameFileNotes } from './same-file-notes.tsx';
import { UploadSection } from './upload-section.tsx';
import { batchWords } from './words-batch.ts';
import { words } from './words.ts';
import { SectionTable } from './section-table.tsx';

type Report = NonNullable<Batch['report']>;
type Sheet = Report['sheets'][number];

/** A batch: files on their way in, or what was read of each sheet. */
export function BatchPage(): ReactNode {
  return (
    <BatchFrame view="result">
      {(batch) => (batch.state === 'open' ? <UploadSection batch={batch} /> : <Result batch={batch} />)}
    </BatchFrame>
  );
}

function Result({ batch }: { readonly batch: Batch }): ReactNode {
  const say = useWords(batchWords);
  const { report, failure, state } = batch;
  return (
    <>
      <div className={style['notes']}>
        {failure === null ? null : <Failed failure={failure} />}
        {state === 'cancelled' ? <p className="note warn">{say.cancelledWhy}</p> : null}
        {state === 'revoked' ? null : <SameFileNotes batch={batch} />}
        {batch.waitingActs > 0 && state !== 'waiting' ? (
          <p className="note warn">{say.waitingActs(batch.waitingActs)}</p>
        ) : null}
      </div>
      {report === null ? null : <ReportSections id={batch.id} report={report} />}
    </>
  );
}

function Failed({ failure }: { readonly failure: NonNullable<Batch['failure']> }): ReactNode {
  const pick = usePick();
  return (
    <div className="problem">
      <p className="what">{pick(failure.what)}</p>
      <p>{pick(failure.why)}</p>
      <p>{pick(failure.remedy)}</p>
      <p className="code">{failure.code}</p>
    </div>
  );
}

/** Whether somebody has to say what it is. */
const isUnknown = (sheet: Sheet): boolean => sheet.table === null && sheet.mapping.length > 0;

function ReportSections({ id, report }: { readonly id: string; readonly report: Report }): ReactNode {
  const say = useWords(batchWords);
  const unknown = report.sheets.filter(isUnknown).length;
  return (
    <>
      <Section title={say.result}>
        <div className="stack">
          <Sums report={report} />
          {unknown === 0 ? null : <p className="note warn">{say.sheetsNeedYou(unknown)}</p>}
          {report.rowsSetAside === 0 ? null : (
            <p className="buttons">
              <span>{say.rowsNeedYou(report.rowsSetAside)}</span>
              <ButtonLink to="/imports/$id/rows" params={{ id }}>
                {say.seeRows}
              </ButtonLink>
            </p>
          )}
        </div>
      </Section>
      <Section title={say.sheets}>
        <SectionTable
          title={say.sheets}
          columns={useSheetColumns(id)}
          rows={report.sheets.map((sheet, at) => ({ sheet, at }))}
          rowKey={({ at }) => String(at)}
        />
      </Section>
    </>
  );
}

function Sums({ report }: { readonly report: Report }): ReactNode {
  const say = useWords(words);
  const { rowsIn, rowsTaken, rowsSetAside, rowsStructure } = report;
  return (
    <p className={style['sums']}>
      {say.rowsIn} <b>{rowsIn}</b> = {say.rowsTaken} <b>{rowsTaken}</b> + {say.rowsSetAside}{' '}
      <b>{rowsSetAside}</b> + {say.rowsStructure} <b>{rowsStructure}</b>
    </p>
  );
}

interface SheetRow {
  readonly sheet: Sheet;
  readonly at: number;
}

function useSheetColumns(id: string): Column<SheetRow>[] {
  const say = useWords(batchWords);
  const list = useWords(words);
  const pick = usePick();
  const count = (key: 'rowsIn' | 'rowsTaken' | 'rowsSetAside' | 'rowsStructure'): Column<SheetRow> => ({
    key,
    title: list[key],
    align: 'right',
    cell: ({ sheet }) => sheet[key],
  });
  return [
    {
      key: 'file',
      title: say.file,
      isRowHeader: true,
      cell: ({ sheet }) => (
        <>
          {sheet.file} {sheet.sheet === '' ? null : <span className="soft">{sheet.sheet}</span>}
          {sheet.alarms.length === 0 ? null : (
            <details>
              <summary>
                {say.remarks} {sheet.alarms.length}
              </summary>
              <ul className={style['samples']}>
                {sheet.alarms.map((alarm) => (
                  <li key={alarm.zh}>{pick(alarm)}</li>
                ))}
              </ul>
            </details>
          )}
        </>
      ),
    },
    { key: 'dataSet', title: say.dataSet, cell: ({ sheet }) => <ReadAs sheet={sheet} /> },
    count('rowsIn'),
    count('rowsTaken'),
    {
      ...count('rowsSetAside'),
      cell: ({ sheet, at }) =>
        sheet.rowsSetAside === 0 ? (
          0
        ) : (
          <Link to="/imports/$id/rows" params={{ id }} search={{ sheet: at, kind: 'setAside' }}>
            {sheet.rowsSetAside}
          </Link>
        ),
    },
    count('rowsStructure'),
    {
      key: 'faults',
      title: say.faults,
      align: 'right',
      cell: ({ sheet, at }) => {
        const cells = sheet.faults.reduce((all, one) => all + one.cells, 0);
        return cells === 0 ? (
          0
        ) : (
          <Link to="/imports/$id/rows" params={{ id }} search={{ sheet: at, kind: 'fault' }}>
            {cells}
          </Link>
        );
      },
    },
    {
      key: 'look',
      title: say.look,
      isShort: true,
      cell: ({ sheet, at }) =>
        sheet.mapping.length === 0 ? null : (
          <Link
            to="/imports/$id/sheets/$sheet"
            params={{ id, sheet: String(at) }}
            aria-label={say.lookAt(`${sheet.file} ${sheet.sheet}`.trim())}
          >
            {say.look}
          </Link>
        ),
    },
  ];
}

/** What a sheet was taken for, and how surely. */
export function ReadAs({ sheet }: { readonly sheet: Sheet }): ReactNode {
  const say = useWords(batchWords);
  const pick = usePick();
  if (sheet.table === null)
    return sheet.mapping.length === 0 ? <Tag>{say.notRead}</Tag> : <Tag tone="warn">{say.notRecognised}</Tag>;
  const isSure = sheet.confidence >= 0.5;
  return (
    <>
      {pick(sheet.title)}{' '}
      <Tag tone={isSure ? 'plain' : 'warn'}>{`${say.confidence} ${percent(sheet.confidence)}`}</Tag>
    </>
  );
}
