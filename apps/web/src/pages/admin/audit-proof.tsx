import type { ReactNode } from 'react';
import { type Got, useAsk, useSend } from '../../api/use-api.tsx';
import { useSession } from '../../session/session.tsx';
import { OnlyFor } from '../../shell/only-for.tsx';
import { Asked } from '../../ui/asked.tsx';
import { Button } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Empty } from '../../ui/empty.tsx';
import { FactsList } from '../../ui/facts-list.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Problem } from '../../ui/problem.tsx';
import { Tag } from '../../ui/tag.tsx';
import { instant } from '../../words/format.ts';
import { usePick, useWords } from '../../words/language.tsx';
import styles from './admin.module.css';
import { AuditTabs } from './audit-tabs.tsx';
import { auditWords } from './words-audit.ts';
import { useTableName } from '../../ui/use-table-name.ts';

type Status = Got<'audit.status'>;

/** Ends of the chains, the last verification, and the daily roots to print. */
export function AuditProof(): ReactNode {
  const say = useWords(auditWords);
  const { may } = useSession();
  const status = useAsk('audit.status', {}, { when: may('audit.verify'), everyMs: 5000 });
  const verify = useSend('audit.verify', ['audit', 'job']);
  const isRunning = status.data?.isRunning === true || verify.isPending;
  return (
    <OnlyFor may="audit.verify">
      <Page
        title={say.audit}
        lead={say.proofLead}
        actions={
          <Button kind="main" busy={isRunning} onClick={() => verify.mutate({})}>
            {say.startVerify}
          </Button>
        }
      >
        <AuditTabs here="proof" />
        {verify.error === null ? null : <Problem error={verify.error} />}
        <Section title={say.state}>
          <Asked query={status}>{(data) => <State status={data} />}</Asked>
        </Section>
        <Roots />
      </Page>
    </OnlyFor>
  );
}

function State({ status }: { readonly status: Status }): ReactNode {
  const say = useWords(auditWords);
  const { lastVerified } = status;
  return (
    <>
      <FactsList
        facts={[
          { name: say.stepEnd, value: <End seq={status.stepSeq} hash={status.stepHash} /> },
          { name: say.readEnd, value: <End seq={status.readSeq} hash={status.readHash} /> },
        ]}
      />
      <p aria-live="polite">{status.isRunning ? say.verifying : null}</p>
      <h3>{say.lastVerified}</h3>
      {lastVerified === null ? <p>{say.neverVerified}</p> : <Outcome outcome={lastVerified} />}
    </>
  );
}

function End({ seq, hash }: { readonly seq: string; readonly hash: string }): ReactNode {
  const say = useWords(auditWords);
  return (
    <>
      {say.endAt(seq)} <code className={styles['hash']}>{hash}</code>
    </>
  );
}

function Outcome({ outcome }: { readonly outcome: NonNullable<Status['lastVerified']> }): ReactNode {
  const say = useWords(auditWords);
  const pick = usePick();
  const { at, isWhole, findingCount, findings, steps, reads, matters, evidence, roots } = outcome;
  return (
    <>
      <p>
        {instant(at)}{' '}
        <Tag tone={isWhole ? 'good' : 'bad'}>{isWhole ? say.whole : say.broken(findingCount)}</Tag>
      </p>
      <p className="soft">{say.counts(steps, reads, matters, evidence, roots)}</p>
      {isWhole ? null : (
        <>
          <p className="note warn">{say.brokenWhy}</p>
          <DataTable
            caption={say.findings}
            rows={findings}
            rowKey={({ table, key, what }) => `${table} ${key} ${what}`}
            columns={[
              { key: 'words', title: say.what, isRowHeader: true, cell: ({ words }) => pick(words) },
              { key: 'place', title: say.place, cell: ({ table, key }) => <code>{`${table} ${key}`}</code> },
            ]}
          />
        </>
      )}
    </>
  );
}

function Roots(): ReactNode {
  const say = useWords(auditWords);
  const listOf = useTableName();
  const roots = useAsk('audit.roots', { limit: 60 });
  return (
    <Section
      title={say.roots}
      actions={
        (roots.data?.items.length ?? 0) === 0 ? undefined : (
          <Button onClick={() => print()}>{say.printRoots}</Button>
        )
      }
    >
      <p className="hint">{say.printHint}</p>
      <Asked query={roots}>
        {({ items }) => (
          <DataTable
            caption={listOf(say.roots)}
            hidesCaption
            rows={items}
            rowKey={({ day }) => day}
            empty={<Empty why={say.noRoots} />}
            columns={[
              { key: 'day', title: say.day, isShort: true, isRowHeader: true, cell: ({ day }) => day },
              {
                key: 'root',
                title: say.root,
                cell: ({ root }) => <code className={styles['hash']}>{root}</code>,
              },
              { key: 'steps', title: say.stepsUpTo, align: 'right', cell: ({ stepSeq }) => stepSeq },
              { key: 'madeAt', title: say.madeAt, isShort: true, cell: ({ madeAt }) => instant(madeAt) },
            ]}
          />
        )}
      </Asked>
      <p className="print-only">{say.signed}</p>
    </Section>
  );
}
