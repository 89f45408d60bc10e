import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { type Got, useAsk } from '../../api/use-api.tsx';
import { OnlyFor } from '../../shell/only-for.tsx';
import { Asked } from '../../ui/asked.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Tag } from '../../ui/tag.tsx';
import { usePick, useWords } from '../../words/language.tsx';
import { ForCounty, type Which } from './county-choice.tsx';
import { ImportTabs } from './import-tabs.tsx';
import { doesAddUp, faultLines, shareText } from './overview-lines.ts';
import { overviewWords } from './words-overview.ts';
import { words } from './words.ts';
import { SectionTable } from './section-table.tsx';

type Quality = Got<'import.quality'>;
type Counts = Quality['total'];

/** What the data that count now are worth. */
export function QualityPage(): ReactNode {
  const say = useWords(overviewWords);
  return (
    <OnlyFor may="run.read">
      <Page title={say.quality} lead={say.qualityLead}>
        <ImportTabs current="quality" />
        <ForCounty>{(which) => <QualityOf which={which} />}</ForCounty>
      </Page>
    </OnlyFor>
  );
}

function QualityOf({ which }: { readonly which: Which }): ReactNode {
  const say = useWords(overviewWords);
  const quality = useAsk('import.quality', which);
  return (
    <Asked query={quality}>
      {(found) =>
        found.byBatch.length === 0 ? (
          <Empty why={say.nothing}>
            <ButtonLink to="/imports">{say.toImport}</ButtonLink>
          </Empty>
        ) : (
          <>
            <Reconciliation quality={found} />
            <DataSets quality={found} />
            <Faults quality={found} />
            <Senders quality={found} />
          </>
        )
      }
    </Asked>
  );
}

/** Columns of counts, and whether they add up. */
function useCounts<Row extends Counts>(): Column<Row>[] {
  const say = useWords(overviewWords);
  const list = useWords(words);
  const count = (key: 'rowsIn' | 'rowsTaken' | 'rowsSetAside' | 'rowsStructure'): Column<Row> => ({
    key,
    title: list[key],
    align: 'right',
    cell: (row) => row[key],
  });
  return [
    { key: 'sheets', title: say.sheets, align: 'right', cell: ({ sheets }) => sheets },
    ...(['rowsIn', 'rowsTaken', 'rowsSetAside', 'rowsStructure'] as const).map(count),
    {
      key: 'check',
      title: say.check,
      isShort: true,
      cell: (row) =>
        doesAddUp(row) ? <Tag tone="good">{say.adds}</Tag> : <Tag tone="bad">{say.addsNot}</Tag>,
    },
  ];
}

function Reconciliation({ quality: { total, byBatch } }: { readonly quality: Quality }): ReactNode {
  const say = useWords(overviewWords);
  type Row = Counts & { readonly id: string; readonly title: string };
  const rows: Row[] = [...byBatch, { id: '', title: say.total, ...total }];
  const columns: Column<Row>[] = [
    {
      key: 'batch',
      title: say.batch,
      isRowHeader: true,
      cell: ({ id, title }) =>
        id === '' ? (
          <b>{title}</b>
        ) : (
          <Link to="/imports/$id" params={{ id }}>
            {title}
          </Link>
        ),
    },
    ...useCounts<Row>(),
  ];
  return (
    <Section title={say.reconciliation}>
      <DataTable caption={say.byBatch} columns={columns} rows={rows} rowKey={({ id }) => id} />
    </Section>
  );
}

function DataSets({ quality }: { readonly quality: Quality }): ReactNode {
  const say = useWords(overviewWords);
  const pick = usePick();
  type Row = Quality['byDataSet'][number];
  const columns: Column<Row>[] = [
    { key: 'dataSet', title: say.dataSet, isRowHeader: true, cell: ({ title }) => pick(title) },
    { key: 'department', title: say.department, cell: ({ department }) => department ?? '—' },
    ...useCounts<Row>(),
    { key: 'faults', title: say.faults, align: 'right', cell: ({ faults }) => faults },
  ];
  return (
    <Section title={say.byDataSet}>
      <SectionTable
        title={say.byDataSet}
        columns={columns}
        rows={quality.byDataSet}
        rowKey={({ table }) => table ?? ''}
      />
    </Section>
  );
}

function Faults({ quality }: { readonly quality: Quality }): ReactNode {
  const say = useWords(overviewWords);
  const pick = usePick();
  const rows = faultLines(quality.byDataSet);
  const columns: Column<(typeof rows)[number]>[] = [
    { key: 'dataSet', title: say.dataSet, cell: ({ dataSet }) => pick(dataSet) },
    { key: 'column', title: say.column, isRowHeader: true, cell: ({ columnTitle }) => pick(columnTitle) },
    { key: 'fault', title: say.fault, cell: ({ title }) => pick(title) },
    { key: 'cells', title: say.cells, align: 'right', cell: ({ cells }) => cells },
    { key: 'share', title: say.share, align: 'right', cell: ({ share }) => shareText(share) },
  ];
  return (
    <Section title={say.byFault}>
      <SectionTable
        title={say.byFault}
        columns={columns}
        rows={rows}
        rowKey={({ key }) => key}
        empty={<Empty why={say.noFaults} />}
      />
    </Section>
  );
}

function Senders({ quality }: { readonly quality: Quality }): ReactNode {
  const say = useWords(overviewWords);
  type Row = Quality['bySender'][number];
  const columns: Column<Row>[] = [
    { key: 'sender', title: say.sender, isRowHeader: true, cell: ({ sender }) => sender ?? say.noFolder },
    { key: 'tables', title: say.tables, align: 'right', cell: ({ tables }) => tables.length },
    ...useCounts<Row>(),
    { key: 'faults', title: say.faults, align: 'right', cell: ({ faults }) => faults },
  ];
  return (
    <Section title={say.bySender}>
      <SectionTable
        title={say.bySender}
        columns={columns}
        rows={quality.bySender}
        rowKey={({ sender }) => sender ?? ''}
      />
    </Section>
  );
}
