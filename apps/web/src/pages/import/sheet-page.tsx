import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useAsk } from '../../api/use-api.tsx';
import { OnlyFor } from '../../shell/only-for.tsx';
import { Asked } from '../../ui/asked.tsx';
import type { Column } from '../../ui/data-table.tsx';
import { Empty } from '../../ui/empty.tsx';
import { FactsList } from '../../ui/facts-list.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { useWords } from '../../words/language.tsx';
import type { Batch } from './batch-frame.tsx';
import { ReadAs } from './batch-page.tsx';
import { columnLetters, type Preview } from './mapping-draft.ts';
import { MappingEditor } from './mapping-editor.tsx';
import { batchWords } from './words-batch.ts';
import { sheetWords } from './words-sheet.ts';
import { words } from './words.ts';
import { SectionTable } from './section-table.tsx';

/** One sheet of a batch: its first rows, what was understood, and how to correct that. */
export function SheetPage(): ReactNode {
  const { id = '', sheet = '' } = useParams({ strict: false });
  const at = Number(sheet);
  const say = useWords(sheetWords);
  const batch = useAsk('import.get', { id });
  return (
    <OnlyFor may="run.read">
      <Asked query={batch} page={say.title}>
        {(found) => <SheetView batch={found} at={at} />}
      </Asked>
    </OnlyFor>
  );
}

function SheetView({ batch, at }: { readonly batch: Batch; readonly at: number }): ReactNode {
  const say = useWords(sheetWords);
  const list = useWords(words);
  const sheet = batch.report?.sheets[at];
  const crumbs = [
    { label: list.title, to: '/imports' },
    { label: batch.title, to: `/imports/${batch.id}` },
  ];
  const preview = useAsk(
    'import.preview',
    { id: batch.id, sheet: at },
    { when: sheet !== undefined && batch.state !== 'revoked' },
  );
  if (sheet === undefined || sheet.mapping.length === 0 || batch.state === 'revoked')
    return (
      <Page title={say.title} crumbs={crumbs}>
        <Empty why={batch.state === 'revoked' ? say.revoked : say.noSheet} />
      </Page>
    );
  return (
    <Page title={say.title} crumbs={crumbs}>
      <SheetFacts sheet={sheet} />
      <Asked query={preview}>
        {(found) => (
          <>
            <FirstRows preview={found} />
            <MappingEditor key={found.version} batch={batch} at={at} preview={found} table={sheet.table} />
          </>
        )}
      </Asked>
    </Page>
  );
}

function SheetFacts({
  sheet,
}: {
  readonly sheet: NonNullable<Batch['report']>['sheets'][number];
}): ReactNode {
  const say = useWords(batchWords);
  const list = useWords(words);
  return (
    <section className="card">
      <FactsList
        facts={[
          { name: say.file, value: `${sheet.file} ${sheet.sheet}` },
          { name: say.dataSet, value: <ReadAs sheet={sheet} /> },
          { name: list.rowsIn, value: sheet.rowsIn },
          { name: list.rowsTaken, value: sheet.rowsTaken },
          { name: list.rowsSetAside, value: sheet.rowsSetAside },
          { name: list.rowsStructure, value: sheet.rowsStructure },
        ]}
      />
    </section>
  );
}

function FirstRows({ preview }: { readonly preview: Preview }): ReactNode {
  const say = useWords(sheetWords);
  type Row = Preview['rows'][number];
  const columns: Column<Row>[] = [
    {
      key: 'row',
      title: say.rowNo,
      align: 'right',
      isShort: true,
      isRowHeader: true,
      cell: ({ row }) => row,
    },
    ...preview.columns.map(({ place, heading }) => ({
      key: String(place),
      title: `${columnLetters(place)} ${heading}`,
      cell: ({ cells }: Row) => cells[place] ?? '',
    })),
  ];
  return (
    <Section title={say.firstRows}>
      {preview.titles.length === 0 ? null : (
        <p className="soft">{say.pair(say.titles, preview.titles.join(' · '))}</p>
      )}
      <SectionTable
        title={say.firstRows}
        columns={columns}
        rows={preview.rows}
        rowKey={({ row }) => String(row)}
        empty={<Empty why={say.noRows} />}
      />
    </Section>
  );
}
