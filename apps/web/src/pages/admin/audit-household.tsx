import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { usePages } from '../../api/use-api.tsx';
import { useSession } from '../../session/session.tsx';
import { OnlyFor } from '../../shell/only-for.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Page } from '../../ui/page.tsx';
import { useWords } from '../../words/language.tsx';
import { useLineColumns } from './audit-lines.tsx';
import { PagedTable } from '../../ui/paged-table.tsx';
import { auditWords } from './words-audit.ts';

const route = getRouteApi('/admin/audit/household/$id');

/** Everybody who read one household's file. */
export function AuditHousehold(): ReactNode {
  const say = useWords(auditWords);
  const { may } = useSession();
  const { id } = route.useParams();
  const pages = usePages('audit.person', { householdId: id, limit: 100 }, { when: may('audit.read') });
  return (
    <OnlyFor may="audit.read">
      <Page title={say.whoRead} lead={say.whoReadLead} crumbs={[{ label: say.audit, to: '/admin/audit' }]}>
        <section className="card">
          <PagedTable
            pages={pages}
            caption={say.whoRead}
            hidesCaption
            columns={useLineColumns()}
            rowKey={(row) => row.seq}
            empty={<Empty why={say.noReadsOfHousehold} />}
          />
        </section>
      </Page>
    </OnlyFor>
  );
}
