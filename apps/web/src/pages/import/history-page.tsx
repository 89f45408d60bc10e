import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useApi } from '../../api/use-api.tsx';
import { useSession } from '../../session/session.tsx';
import { Button } from '../../ui/button.tsx';
import type { Column } from '../../ui/data-table.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Section } from '../../ui/page.tsx';
import { Problem } from '../../ui/problem.tsx';
import { saveDownload } from '../../ui/save-download.ts';
import { Tag } from '../../ui/tag.tsx';
import { Timeline, type TimelineEntry } from '../../ui/timeline.tsx';
import { bytes, instant } from '../../words/format.ts';
import { usePick, useWords } from '../../words/language.tsx';
import { type Batch, BatchFrame } from './batch-frame.tsx';
import { batchWords } from './words-batch.ts';
import { words } from './words.ts';
import { SectionTable } from './section-table.tsx';

/** Files of a batch, what happened to it, and the runs over it. */
export function HistoryPage(): ReactNode {
  return (
    <BatchFrame view="history">
      {(batch) => (
        <>
          <History batch={batch} />
          <Files batch={batch} />
          <Runs batch={batch} />
        </>
      )}
    </BatchFrame>
  );
}

function History({ batch }: { readonly batch: Batch }): ReactNode {
  const say = useWords(batchWords);
  return (
    <Section title={say.history}>
      <Timeline entries={useEntries(batch)} />
    </Section>
  );
}

function useEntries(batch: Batch): TimelineEntry[] {
  const say = useWords(batchWords);
  const pick = usePick();
  const opened = { key: 'opened', at: batch.openedAt, title: say.opened, by: batch.openedBy?.name };
  const readings = batch.readings.map((one) => ({
    key: `reading-${one.no}`,
    at: one.startedAt,
    title: say.readingNo(one.no),
    by: one.by?.name,
    children: (
      <p>
        <ReadingState reading={one} isCounting={one.no === batch.reading && batch.state !== 'revoked'} />{' '}
        {one.rows === null ? null : say.readingRows(one.rows.rowsTaken, one.rows.rowsSetAside)}
        {one.failure === null ? null : ` ${one.failure.code} ${pick(one.failure.what)}`}
      </p>
    ),
  }));
  const acts = batch.acts.map((act) => ({
    key: act.id,
    at: act.at,
    title: act.kind === 'mapping' ? say.actMapping(act.items) : say.actCells(act.items),
    by: act.by?.name,
    children: (
      <p>
        <Tag tone={act.isApplied ? 'good' : 'warn'}>{act.isApplied ? say.inForce : say.notInForce}</Tag>{' '}
        {say.reasonIs(act.reason)}
      </p>
    ),
  }));
  return [opened, ...readings, ...acts].sort((a, b) => (a.at < b.at ? -1 : 1));
}

function ReadingState({
  reading,
  isCounting,
}: {
  readonly reading: Batch['readings'][number];
  readonly isCounting: boolean;
}): ReactNode {
  const list = useWords(words);
  const say = useWords(batchWords);
  const tone = { waiting: 'info', done: 'good', failed: 'bad', cancelled: 'warn' } as const;
  return (
    <>
      <Tag tone={tone[reading.state]}>{list[reading.state]}</Tag>{' '}
      {isCounting ? <Tag tone="info">{say.readingCounts}</Tag> : null}
    </>
  );
}

type File = Batch['files'][number];

function Files({ batch }: { readonly batch: Batch }): ReactNode {
  const say = useWords(batchWords);
  const list = useWords(words);
  const { may } = useSession();
  const columns: Column<File>[] = [
    { key: 'name', title: say.file, isRowHeader: true, cell: ({ name }) => name },
    { key: 'size', title: list.size, align: 'right', isShort: true, cell: (file) => bytes(file.bytes) },
    { key: 'at', title: say.received, isShort: true, cell: ({ addedAt }) => instant(addedAt) },
    {
      key: 'sm3',
      title: say.hash,
      isShort: true,
      cell: ({ sm3, isKept }) => (
        <>
          <code title={sm3}>{sm3.slice(0, 12)}…</code> {isKept ? null : <Tag>{say.gone}</Tag>}
        </>
      ),
    },
  ];
  const made = batch.files.filter(({ kind, isKept }) => kind !== 'input' && isKept);
  return (
    <>
      {made.length === 0 || !may('run.start') ? null : <Downloads files={made} />}
      <Section title={say.filesSent}>
        <SectionTable
          title={say.filesSent}
          columns={columns}
          rows={batch.files.filter(({ kind }) => kind === 'input')}
          rowKey={({ id }) => id}
        />
      </Section>
    </>
  );
}

function Downloads({ files }: { readonly files: readonly File[] }): ReactNode {
  const say = useWords(batchWords);
  const api = useApi();
  const [busy, setBusy] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const save = async (fileId: string): Promise<void> => {
    setBusy(fileId);
    setError(null);
    try {
      await saveDownload(await api.import.download({ fileId }));
    } catch (fault) {
      setError(fault);
    }
    setBusy(null);
  };
  const columns: Column<File>[] = [
    { key: 'name', title: say.file, isRowHeader: true, cell: ({ name }) => name },
    {
      key: 'kind',
      title: say.what,
      cell: ({ kind }) => (kind === 'setAside' ? say.setAsideFile : say.mappingFile),
    },
    {
      key: 'get',
      title: say.download,
      cell: ({ id, name }) => (
        <Button busy={busy === id} aria-label={say.downloadOf(name)} onClick={() => void save(id)}>
          {say.download}
        </Button>
      ),
    },
  ];
  return (
    <Section title={say.filesMade}>
      <p className="hint">{say.downloadHint}</p>
      {error === null ? null : <Problem error={error} />}
      <SectionTable title={say.filesMade} columns={columns} rows={files} rowKey={({ id }) => id} />
    </Section>
  );
}

function Runs({ batch }: { readonly batch: Batch }): ReactNode {
  const say = useWords(batchWords);
  const list = useWords(words);
  const columns: Column<Batch['runs'][number]>[] = [
    {
      key: 'run',
      title: say.run,
      isRowHeader: true,
      cell: ({ runId }) => (
        <Link to="/runs/$id" params={{ id: runId }}>
          {say.run} {runId.slice(0, 8)}
        </Link>
      ),
    },
    {
      key: 'state',
      title: list.state,
      cell: ({ state }) => (state in list ? <Tag>{list[state as 'done']}</Tag> : state),
    },
    { key: 'leads', title: say.openLeads, align: 'right', cell: ({ openLeads }) => openLeads },
  ];
  return (
    <Section title={say.runs}>
      <SectionTable
        title={say.runs}
        columns={columns}
        rows={batch.runs}
        rowKey={({ runId }) => runId}
        empty={<Empty why={say.noRuns} />}
      />
    </Section>
  );
}
