import { Link, useParams } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useAsk, useSend } from '../../api/use-api.tsx';
import { useSession } from '../../session/session.tsx';
import { OnlyFor } from '../../shell/only-for.tsx';
import { Asked } from '../../ui/asked.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { FactsList } from '../../ui/facts-list.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Problem } from '../../ui/problem.tsx';
import { Tag } from '../../ui/tag.tsx';
import { instant } from '../../words/format.ts';
import { usePick, useWords } from '../../words/language.tsx';
import { JobProgress } from '../import/batch-state.tsx';
import { EnterDialog } from './enter-dialog.tsx';
import { queueFilter } from './rule-choice.ts';
import type { Run } from './run.ts';
import { RunReport } from './run-report.tsx';
import { RunTag } from './run-state.tsx';
import { words } from './words.ts';

const lookEveryMs = 1500;

/** A run: how far it is, what it found, what entered. */
export function RunPage(): ReactNode {
  const { id = '' } = useParams({ strict: false });
  const state = useAsk('run.get', { id }).data?.state;
  const say = useWords(words);
  const run = useAsk('run.get', { id }, { everyMs: state === 'waiting' ? lookEveryMs : false });
  return (
    <OnlyFor may="run.read">
      <Asked query={run} page={say.title}>
        {(found) => <RunView run={found} />}
      </Asked>
    </OnlyFor>
  );
}

function RunView({ run }: { readonly run: Run }): ReactNode {
  const say = useWords(words);
  const pick = usePick();
  const { failure, report } = run;
  const on = instant(run.createdAt);
  return (
    <Page
      title={run.isDry ? say.dryTitle(on) : say.runTitle(on)}
      crumbs={[{ label: say.title, to: '/runs' }]}
      lead={
        <>
          <RunTag state={run.state} /> <Tag>{run.isDry ? say.dry : say.entering}</Tag>
        </>
      }
      actions={<Acts run={run} />}
    >
      <Running run={run} />
      {failure === null ? null : (
        <div className="problem">
          <p className="what">{pick(failure.what)}</p>
          <p>{pick(failure.why)}</p>
          <p>{pick(failure.remedy)}</p>
          <p className="code">{failure.code}</p>
        </div>
      )}
      {run.state === 'cancelled' ? <p className="note warn">{say.cancelledWhy}</p> : null}
      {report === null ? null : <RunReport run={run} report={report} />}
      <Facts run={run} />
    </Page>
  );
}

function Running({ run }: { readonly run: Run }): ReactNode {
  const say = useWords(words);
  const { may } = useSession();
  const cancel = useSend('run.cancel', ['run']);
  if (run.state !== 'waiting') return null;
  return (
    <Section title={say.running}>
      <div className="stack">
        <JobProgress title={say.running} progress={run.progress} />
        {cancel.error === null ? null : <Problem error={cancel.error} />}
        {cancel.isSuccess ? <p role="status">{say.stopping}</p> : null}
        {may('run.start') ? (
          <Button busy={cancel.isPending} onClick={() => cancel.mutate({ id: run.id })}>
            {say.cancel}
          </Button>
        ) : null}
      </div>
    </Section>
  );
}

function Acts({ run }: { readonly run: Run }): ReactNode {
  const say = useWords(words);
  const { may } = useSession();
  const [isEntering, setEntering] = useState(false);
  if (run.state === 'waiting') return null;
  if (run.state !== 'done' || run.report === null)
    return may('run.start') ? (
      <ButtonLink to="/runs/new" search={run.batches[0] === undefined ? {} : { batch: run.batches[0] }}>
        {say.again}
      </ButtonLink>
    ) : null;
  if (!run.isDry)
    return may('lead.read') ? (
      <ButtonLink className="main" to="/leads" search={queueFilter(run, 'state:new')}>
        {say.toDispatch}
      </ButtonLink>
    ) : null;
  const whyNot = may('run.start')
    ? run.report.entered + run.report.woken === 0
      ? say.nothingNew
      : null
    : say.notYours;
  return (
    <>
      <Button kind="main" whyNot={whyNot} onClick={() => setEntering(true)}>
        {say.enter}
      </Button>
      {isEntering ? <EnterDialog run={run} report={run.report} onClose={() => setEntering(false)} /> : null}
    </>
  );
}

function Facts({ run }: { readonly run: Run }): ReactNode {
  const say = useWords(words);
  return (
    <Section title={say.facts}>
      <FactsList
        facts={[
          { name: say.asOf, value: run.asOf ?? '—' },
          { name: say.rulesAsked, value: run.rules.length === 0 ? say.allRules : say.list(run.rules) },
          { name: say.pack, value: run.packVersion ?? '—' },
          { name: say.startedBy, value: run.startedBy?.name ?? '—' },
          { name: say.startedAt, value: instant(run.createdAt) },
          {
            name: say.batches,
            value: (
              <ul>
                {run.batches.map((id) => (
                  <li key={id}>
                    <BatchLink id={id} />
                  </li>
                ))}
              </ul>
            ),
          },
        ]}
      />
    </Section>
  );
}

function BatchLink({ id }: { readonly id: string }): ReactNode {
  const batch = useAsk('import.get', { id });
  return (
    <Link to="/imports/$id" params={{ id }}>
      {batch.data?.title ?? id.slice(0, 8)}
    </Link>
  );
}
