import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { type Got, useAsk, usePages, useSend } from '../../api/use-api.tsx';
import { useSession } from '../../session/session.tsx';
import { OnlyFor } from '../../shell/only-for.tsx';
import { Button } from '../../ui/button.tsx';
import type { Column } from '../../ui/data-table.tsx';
import { Empty } from '../../ui/empty.tsx';
import { SelectField } from '../../ui/field.tsx';
import { Page } from '../../ui/page.tsx';
import { Tag } from '../../ui/tag.tsx';
import { instant, percent } from '../../words/format.ts';
import { usePick, useWords } from '../../words/language.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { PagedTable } from '../../ui/paged-table.tsx';
import { jobWords, systemWords } from './words-system.ts';

const route = getRouteApi('/admin/jobs');

type Row = Got<'job.list'>['items'][number];
type State = Row['progress']['state'];

export const jobStates: readonly State[] = ['waiting', 'running', 'done', 'failed', 'cancelled'];

/** What the server does in the background. */
export function JobList(): ReactNode {
  const say = useWords(systemWords);
  const { may } = useSession();
  const navigate = useNavigate();
  const { state } = route.useSearch();
  const filter = { limit: 50, ...(state === undefined ? {} : { state: [state] }) };
  const pages = usePages('job.list', filter, { when: may('system.read') });
  const queue = useAsk('job.list', { limit: 1 }, { when: may('system.read'), everyMs: 5000 });
  const [stopping, setStopping] = useState<Row | null>(null);
  return (
    <OnlyFor may="system.read">
      <Page title={say.jobs} lead={say.jobsLead}>
        <section className="card">
          <p role="status">
            {queue.data === undefined
              ? null
              : say.queue(queue.data.waiting, queue.data.running, queue.data.failedOfDay)}
          </p>
          <div className="toolbar">
            <SelectField
              label={say.state}
              empty={say.allStates}
              value={state ?? ''}
              onChange={(value) =>
                void navigate({ to: '/admin/jobs', search: value === '' ? {} : { state: value } })
              }
              choices={jobStates.map((one) => ({ value: one, label: say[one] }))}
            />
          </div>
          <PagedTable
            pages={pages}
            caption={say.jobs}
            hidesCaption
            columns={useColumns(setStopping)}
            rowKey={(row) => row.id}
            empty={<Empty why={say.noJobs} />}
          />
        </section>
        {stopping === null ? null : <StopDialog job={stopping} onClose={() => setStopping(null)} />}
      </Page>
    </OnlyFor>
  );
}

const tones = { waiting: 'plain', running: 'info', done: 'good', failed: 'bad', cancelled: 'plain' } as const;

function useColumns(onStop: (row: Row) => void): Column<Row>[] {
  const say = useWords(systemWords);
  const kindOf = useKindWords();
  return [
    { key: 'kind', title: say.job, isRowHeader: true, cell: ({ kind }) => kindOf(kind) },
    {
      key: 'state',
      title: say.state,
      cell: ({ progress: { state }, isToStop }) => (
        <Tag tone={tones[state]}>
          {isToStop && (state === 'running' || state === 'waiting') ? say.stopping : say[state]}
        </Tag>
      ),
    },
    { key: 'progress', title: say.progress, cell: (row) => <Progress row={row} /> },
    {
      key: 'attempts',
      title: say.attempts,
      align: 'right',
      cell: ({ attempts, maxAttempts }) => `${attempts}/${maxAttempts}`,
    },
    {
      key: 'fault',
      title: say.fault,
      cell: ({ lastError }) => (lastError === null ? null : <code>{lastError}</code>),
    },
    { key: 'created', title: say.created, isShort: true, cell: ({ createdAt }) => instant(createdAt) },
    {
      key: 'ended',
      title: say.endedAt,
      isShort: true,
      cell: ({ endedAt }) => (endedAt === null ? null : instant(endedAt)),
    },
    { key: 'acts', title: say.acts, cell: (row) => <Acts row={row} onStop={onStop} /> },
  ];
}

/** A kind of job in words; one that is not known is shown as it is. */
function useKindWords(): (kind: string) => string {
  const words = useWords(jobWords);
  return (kind) => (Object.hasOwn(words, kind) ? words[kind as keyof typeof jobWords] : kind);
}

function Progress({ row: { progress, runAfter } }: { readonly row: Row }): ReactNode {
  const say = useWords(systemWords);
  const pick = usePick();
  if (progress.state === 'waiting') return <span className="soft">{say.nextTry(instant(runAfter))}</span>;
  if (progress.state !== 'running') return null;
  return (
    <>
      {percent(progress.fraction)} {progress.stage === null ? null : pick(progress.stage)}
    </>
  );
}

function Acts({ row, onStop }: { readonly row: Row; readonly onStop: (row: Row) => void }): ReactNode {
  const say = useWords(systemWords);
  const kindOf = useKindWords();
  const { may } = useSession();
  const hurry = useSend('job.hurry', ['job']);
  const { state } = row.progress;
  if (!may('system.operate') || (state !== 'waiting' && state !== 'running')) return null;
  return (
    <span className="buttons">
      {state === 'waiting' && row.attempts > 0 ? (
        <Button
          busy={hurry.isPending}
          aria-label={say.hurryNamed(kindOf(row.kind))}
          onClick={() => hurry.mutate({ id: row.id })}
        >
          {say.hurry}
        </Button>
      ) : null}
      <Button aria-label={say.stopNamed(kindOf(row.kind))} onClick={() => onStop(row)}>
        {say.stop}
      </Button>
    </span>
  );
}

function StopDialog({ job, onClose }: { readonly job: Row; readonly onClose: () => void }): ReactNode {
  const say = useWords(systemWords);
  const kindOf = useKindWords();
  const cancel = useSend('job.cancel', ['job']);
  return (
    <ConfirmDialog
      title={say.stopNamed(kindOf(job.kind))}
      consequence={say.stopWhy}
      verb={say.stop}
      kind="danger"
      act={() => cancel.send({ id: job.id })}
      onClose={onClose}
    />
  );
}
