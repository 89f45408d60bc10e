import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { type Got, usePages } from '../../api/use-api.tsx';
import { useSession } from '../../session/session.tsx';
import { useCampaign } from '../../shell/campaign-choice.tsx';
import { OnlyFor } from '../../shell/only-for.tsx';
import { Button } from '../../ui/button.tsx';
import type { Column } from '../../ui/data-table.tsx';
import { Empty } from '../../ui/empty.tsx';
import { More } from '../../ui/more.tsx';
import { Page } from '../../ui/page.tsx';
import { Problem } from '../../ui/problem.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { instant } from '../../words/format.ts';
import { useWords } from '../../words/language.tsx';
import { BatchTag } from './batch-state.tsx';
import { ImportTabs } from './import-tabs.tsx';
import { OpenBatchDialog } from './open-batch-dialog.tsx';
import { words } from './words.ts';
import { SectionTable } from './section-table.tsx';

type Row = Got<'import.list'>['items'][number];

/** Batches of the campaign in the header, the newest first. */
export function ImportList(): ReactNode {
  const say = useWords(words);
  const { may } = useSession();
  const [isOpening, setOpening] = useState(false);
  const newBatch = (
    <Button kind="main" whyNot={may('run.start') ? null : say.notYours} onClick={() => setOpening(true)}>
      {say.newBatch}
    </Button>
  );
  return (
    <OnlyFor may="run.read">
      <Page title={say.title} lead={say.lead} actions={newBatch}>
        <ImportTabs current="batches" />
        <section className="card">
          <Batches empty={<Empty why={say.noBatches} />} />
        </section>
        {isOpening ? <OpenBatchDialog onClose={() => setOpening(false)} /> : null}
      </Page>
    </OnlyFor>
  );
}

function Batches({ empty }: { readonly empty: ReactNode }): ReactNode {
  const say = useWords(words);
  const { campaign } = useCampaign();
  const columns = useColumns();
  const pages = usePages('import.list', {
    limit: 50,
    ...(campaign === null ? {} : { campaignId: campaign.id }),
  });
  if (pages.error !== null) return <Problem error={pages.error} onRetry={pages.retry} />;
  if (pages.isLoading) return <Waiting />;
  return (
    <>
      <SectionTable
        title={say.batches}
        columns={columns}
        rows={pages.rows}
        rowKey={({ id }) => id}
        empty={empty}
      />
      <More pages={pages} />
    </>
  );
}

function useColumns(): Column<Row>[] {
  const say = useWords(words);
  const count = (key: 'rowsIn' | 'rowsTaken' | 'rowsSetAside'): Column<Row> => ({
    key,
    title: say[key],
    align: 'right',
    cell: ({ rows }) => rows?.[key] ?? '—',
  });
  return [
    {
      key: 'title',
      title: say.batch,
      isRowHeader: true,
      cell: ({ id, title }) => (
        <Link to="/imports/$id" params={{ id }}>
          {title}
        </Link>
      ),
    },
    { key: 'state', title: say.state, isShort: true, cell: ({ state }) => <BatchTag state={state} /> },
    { key: 'files', title: say.files, align: 'right', cell: ({ fileCount }) => fileCount },
    count('rowsIn'),
    count('rowsTaken'),
    count('rowsSetAside'),
    { key: 'openedBy', title: say.openedBy, isShort: true, cell: ({ openedBy }) => openedBy?.name ?? '—' },
    { key: 'openedAt', title: say.openedAt, isShort: true, cell: ({ openedAt }) => instant(openedAt) },
  ];
}
