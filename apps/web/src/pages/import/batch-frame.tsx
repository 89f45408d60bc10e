import { useParams } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { type Got, useAsk, useForget, useSend } from '../../api/use-api.tsx';
import { useSession } from '../../session/session.tsx';
import { OnlyFor } from '../../shell/only-for.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { LinkTabs } from '../../ui/link-tabs.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Problem } from '../../ui/problem.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { instant } from '../../words/format.ts';
import { useWords } from '../../words/language.tsx';
import { BatchTag, JobProgress } from './batch-state.tsx';
import style from './import.module.css';
import { RereadDialog } from './reread-dialog.tsx';
import { RevokeDialog } from './revoke-dialog.tsx';
import { batchWords } from './words-batch.ts';
import { words } from './words.ts';

export type Batch = Got<'import.get'>;
type View = 'result' | 'rows' | 'history';

const lookEveryMs = 1500;

/** The batch of the address, asked again while it is being read; what was read of its sheets goes when it was read anew. */
function useBatch(id: string) {
  const forget = useForget();
  const state = useAsk('import.get', { id }).data?.state;
  const before = useRef(state);
  useEffect(() => {
    if (before.current === 'waiting' && state !== undefined && state !== 'waiting') void forget(['import']);
    before.current = state;
  }, [state, forget]);
  return useAsk('import.get', { id }, { everyMs: state === 'waiting' ? lookEveryMs : false });
}

/** What every view of a batch has: its name and state, how far reading is, and what may be done with it. */
export function BatchFrame({
  view,
  children,
}: {
  readonly view: View;
  readonly children: (batch: Batch) => ReactNode;
}): ReactNode {
  const { id = '' } = useParams({ strict: false });
  const say = useWords(words);
  const batch = useBatch(id);
  const crumbs = [{ label: say.title, to: '/imports' }];
  return (
    <OnlyFor may="run.read">
      {batch.data === undefined ? (
        <Page title={say.batch} crumbs={crumbs}>
          {batch.error === null ? (
            <Waiting />
          ) : (
            <Problem error={batch.error} onRetry={() => void batch.refetch()} />
          )}
        </Page>
      ) : (
        <Page
          title={batch.data.title}
          crumbs={crumbs}
          lead={<BatchTag state={batch.data.state} />}
          actions={<Acts batch={batch.data} />}
        >
          {batch.error === null ? null : <Problem error={batch.error} />}
          <Reading batch={batch.data} />
          <Revoked batch={batch.data} />
          {batch.data.state === 'open' ? null : <Views id={id} view={view} />}
          {children(batch.data)}
        </Page>
      )}
    </OnlyFor>
  );
}

function Views({ id, view }: { readonly id: string; readonly view: View }): ReactNode {
  const say = useWords(batchWords);
  const base = `/imports/${id}`;
  return (
    <LinkTabs
      label={say.views}
      tabs={[
        { key: 'result', title: say.viewResult, to: base, isCurrent: view === 'result' },
        { key: 'rows', title: say.viewRows, to: `${base}/rows`, isCurrent: view === 'rows' },
        { key: 'history', title: say.viewHistory, to: `${base}/history`, isCurrent: view === 'history' },
      ]}
    />
  );
}

function Reading({ batch }: { readonly batch: Batch }): ReactNode {
  const say = useWords(batchWords);
  const { may } = useSession();
  const cancel = useSend('import.cancel', ['import']);
  if (batch.state !== 'waiting') return null;
  return (
    <Section title={say.reading}>
      <div className="stack">
        <JobProgress title={say.reading} progress={batch.progress} />
        {cancel.error === null ? null : <Problem error={cancel.error} />}
        {cancel.isSuccess ? <p role="status">{say.cancelled}</p> : null}
        {may('run.start') ? (
          <Button busy={cancel.isPending} onClick={() => cancel.mutate({ id: batch.id })}>
            {say.cancel}
          </Button>
        ) : null}
      </div>
    </Section>
  );
}

function Revoked({ batch }: { readonly batch: Batch }): ReactNode {
  const say = useWords(batchWords);
  const { revokedBy, revokedAt, revokeReason, replacedBy } = batch;
  if (batch.state !== 'revoked' || revokedAt === null) return null;
  return (
    <div className={`note ${style['apart']}`}>
      <p>{say.revokedNote(revokedBy?.name ?? '—', instant(revokedAt), revokeReason ?? '')}</p>
      {replacedBy === null ? null : (
        <ButtonLink to="/imports/$id" params={{ id: replacedBy }}>
          {say.replacedBy}
        </ButtonLink>
      )}
    </div>
  );
}

const settled: readonly Batch['state'][] = ['done', 'failed', 'cancelled'];

function Acts({ batch }: { readonly batch: Batch }): ReactNode {
  const say = useWords(batchWords);
  const { may } = useSession();
  const [open, setOpen] = useState<'revoke' | 'reread' | null>(null);
  if (!may('run.start') || batch.state === 'revoked' || batch.state === 'waiting') return null;
  const close = (): void => setOpen(null);
  return (
    <>
      {settled.includes(batch.state) ? (
        <Button kind={batch.waitingActs > 0 ? 'main' : 'plain'} onClick={() => setOpen('reread')}>
          {say.reread}
        </Button>
      ) : null}
      {batch.state === 'done' ? (
        <ButtonLink to="/runs/new" search={{ batch: batch.id }}>
          {say.startRun}
        </ButtonLink>
      ) : null}
      <Button kind="danger" onClick={() => setOpen('revoke')}>
        {say.revoke}
      </Button>
      {open === 'revoke' ? <RevokeDialog id={batch.id} replacedBy={null} onClose={close} /> : null}
      {open === 'reread' ? <RereadDialog batch={batch} onClose={close} /> : null}
    </>
  );
}
