import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useAsk, usePages } from '../../api/use-api.tsx';
import { useSession } from '../../session/session.tsx';
import { OnlyFor } from '../../shell/only-for.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { DayField, SelectField } from '../../ui/field.tsx';
import { Page } from '../../ui/page.tsx';
import { useWords } from '../../words/language.tsx';
import { type AuditSearch, auditSearch, filterOf, readKinds } from './audit-filter.ts';
import { useLineColumns } from './audit-lines.tsx';
import { AuditTabs } from './audit-tabs.tsx';
import { PagedTable } from '../../ui/paged-table.tsx';
import { auditWords } from './words-audit.ts';

const route = getRouteApi('/admin/audit');

/** Reads, searches, exports and refusals, newest first. */
export function AuditReads(): ReactNode {
  const say = useWords(auditWords);
  const { may } = useSession();
  const search = auditSearch(route.useSearch());
  const pages = usePages(
    'audit.search',
    { filter: filterOf(search), limit: 100 },
    { when: may('audit.read') },
  );
  return (
    <OnlyFor may="audit.read">
      <Page title={say.audit} lead={say.readsLead}>
        <AuditTabs here="reads" />
        <section className="card">
          <Filters search={search} />
          <PagedTable
            pages={pages}
            caption={say.reads}
            hidesCaption
            columns={useLineColumns()}
            rowKey={(row) => row.seq}
            empty={<Empty why={say.noReads} />}
          />
        </section>
      </Page>
    </OnlyFor>
  );
}

function Filters({ search }: { readonly search: AuditSearch }): ReactNode {
  const say = useWords(auditWords);
  const navigate = useNavigate();
  const accounts = useAsk('account.list', { limit: 200 });
  const set = (name: keyof AuditSearch) => (value: string) =>
    void navigate({ to: '/admin/audit', search: auditSearch({ ...search, [name]: value }) });
  return (
    <div className="toolbar">
      <SelectField
        label={say.account}
        empty={say.anyAccount}
        value={search.account ?? ''}
        onChange={set('account')}
        choices={(accounts.data?.items ?? []).map((one) => ({
          value: one.id,
          label: `${one.fullName} ${one.userName}`,
        }))}
      />
      <SelectField
        label={say.kind}
        empty={say.anyKind}
        value={search.kind ?? ''}
        onChange={set('kind')}
        choices={readKinds.map((kind) => ({ value: kind, label: say[kind] }))}
      />
      <SelectField
        label={say.outcome}
        empty={say.anyOutcome}
        value={search.outcome ?? ''}
        onChange={set('outcome')}
        choices={(['given', 'refused'] as const).map((one) => ({ value: one, label: say[one] }))}
      />
      <DayField label={say.from} value={search.from ?? ''} onChange={set('from')} />
      <DayField label={say.to} value={search.to ?? ''} onChange={set('to')} />
      {Object.keys(search).length === 0 ? null : (
        <Button onClick={() => void navigate({ to: '/admin/audit', search: {} })}>{say.clear}</Button>
      )}
    </div>
  );
}
