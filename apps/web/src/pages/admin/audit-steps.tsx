import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { type Got, useAsk, usePages } from '../../api/use-api.tsx';
import { useSession } from '../../session/session.tsx';
import { OnlyFor } from '../../shell/only-for.tsx';
import { Button } from '../../ui/button.tsx';
import type { Column } from '../../ui/data-table.tsx';
import { Empty } from '../../ui/empty.tsx';
import { SelectField } from '../../ui/field.tsx';
import { Page } from '../../ui/page.tsx';
import { RegionName } from '../../ui/region-name.tsx';
import { instant } from '../../words/format.ts';
import { usePick, useWords } from '../../words/language.tsx';
import { useWorkflows } from '../matter/use-workflows.ts';
import styles from './admin.module.css';
import { auditSearch } from './audit-filter.ts';
import { RoleNames } from './audit-lines.tsx';
import { AuditTabs } from './audit-tabs.tsx';
import { PagedTable } from '../../ui/paged-table.tsx';
import { auditWords, ownActionWords } from './words-audit.ts';

const route = getRouteApi('/admin/audit/steps');

/** Acts, newest first: of everybody, of one account, or of one case. */
export function AuditSteps(): ReactNode {
  const say = useWords(auditWords);
  const { may } = useSession();
  const { account, matter } = auditSearch(route.useSearch());
  const filter = {
    ...(account === undefined ? {} : { accountId: account }),
    ...(matter === undefined ? {} : { matterId: matter }),
  };
  const pages = usePages('audit.steps', { ...filter, limit: 100 }, { when: may('audit.read') });
  return (
    <OnlyFor may="audit.read">
      <Page title={say.audit} lead={say.stepsLead}>
        <AuditTabs here="steps" />
        <section className="card">
          <Filters account={account} matter={matter} />
          <PagedTable
            pages={pages}
            caption={say.steps}
            hidesCaption
            columns={useColumns()}
            rowKey={(row) => row.seq}
            empty={<Empty why={say.noSteps} />}
          />
        </section>
      </Page>
    </OnlyFor>
  );
}

function Filters({
  account,
  matter,
}: {
  readonly account: string | undefined;
  readonly matter: string | undefined;
}): ReactNode {
  const say = useWords(auditWords);
  const navigate = useNavigate();
  const accounts = useAsk('account.list', { limit: 200 });
  const kept = matter === undefined ? {} : { matter };
  return (
    <div className="toolbar">
      <SelectField
        label={say.account}
        empty={say.anyAccount}
        value={account ?? ''}
        onChange={(value) =>
          void navigate({
            to: '/admin/audit/steps',
            search: { ...kept, ...(value === '' ? {} : { account: value }) },
          })
        }
        choices={(accounts.data?.items ?? []).map((one) => ({
          value: one.id,
          label: `${one.fullName} ${one.userName}`,
        }))}
      />
      {matter === undefined ? null : (
        <p>
          {say.onlyMatter} <code>{matter.slice(0, 8)}</code>
        </p>
      )}
      {account === undefined && matter === undefined ? null : (
        <Button onClick={() => void navigate({ to: '/admin/audit/steps', search: {} })}>{say.clear}</Button>
      )}
    </div>
  );
}

type Row = Got<'audit.steps'>['items'][number];

function useColumns(): Column<Row>[] {
  const say = useWords(auditWords);
  const pick = usePick();
  const workflows = useWorkflows();
  const own = useOwnActions();
  return [
    { key: 'seq', title: say.seq, align: 'right', isRowHeader: true, cell: ({ seq }) => seq },
    { key: 'at', title: say.at, isShort: true, cell: ({ at }) => instant(at) },
    {
      key: 'who',
      title: say.who,
      cell: ({ by }) => (by === null ? <span className="soft">{say.clock}</span> : by.name),
    },
    {
      key: 'role',
      title: say.role,
      cell: ({ role }) => (role === 'clock' ? null : <RoleNames names={role} />),
    },
    {
      key: 'area',
      title: say.area,
      cell: ({ area }) => (area === '' ? null : <RegionName code={area} />),
    },
    {
      key: 'workflow',
      title: say.workflow,
      cell: ({ workflow }) => {
        const title = workflows?.[workflow]?.title;
        return title === undefined ? workflow : pick(title);
      },
    },
    {
      key: 'action',
      title: say.action,
      cell: ({ workflow, action }) => {
        const found = workflows?.[workflow]?.actions[action];
        return found === undefined ? own(action) : pick(found);
      },
    },
    {
      key: 'matter',
      title: say.matter,
      isShort: true,
      cell: ({ matterId }) => (
        <Link to="/admin/audit/steps" search={{ matter: matterId }}>
          {matterId.slice(0, 8)}
        </Link>
      ),
    },
    {
      key: 'hash',
      title: say.hash,
      cell: ({ hash }) => <code className={styles['hash']}>{hash.slice(0, 16)}</code>,
    },
  ];
}

/** Steps that every case knows, beside those of its own workflow. */
function useOwnActions(): (action: string) => string {
  const words = useWords(ownActionWords);
  return (action) => (Object.hasOwn(words, action) ? words[action as keyof typeof ownActionWords] : action);
}
