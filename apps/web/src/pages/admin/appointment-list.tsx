import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useAsk, usePages } from '../../api/use-api.tsx';
import { useSession } from '../../session/session.tsx';
import { OnlyFor } from '../../shell/only-for.tsx';
import { Empty } from '../../ui/empty.tsx';
import { CheckField } from '../../ui/field.tsx';
import { Page } from '../../ui/page.tsx';
import { useWords } from '../../words/language.tsx';
import { useAppointmentColumns } from './appointment-columns.tsx';
import { PagedTable } from '../../ui/paged-table.tsx';
import { peopleWords } from './words-people.ts';

/** Appointments of the areas one looks after, whoever holds them. */
export function AppointmentList(): ReactNode {
  const say = useWords(peopleWords);
  const { may } = useSession();
  const [withEnded, setWithEnded] = useState(false);
  const pages = usePages(
    'appointment.list',
    { limit: 100, ...(withEnded ? { withEnded: 'true' as const } : {}) },
    { when: may('account.read') },
  );
  const accounts = useAsk('account.list', { limit: 200 }, { when: may('account.read') });
  const names = new Map(
    (accounts.data?.items ?? []).map((one) => [one.id, `${one.fullName} ${one.userName}`]),
  );
  const columns = useAppointmentColumns();
  return (
    <OnlyFor may="account.read">
      <Page title={say.appointments} lead={say.appointmentsLead}>
        <section className="card">
          <CheckField label={say.withEnded} value={withEnded} onChange={setWithEnded} />
          <PagedTable
            pages={pages}
            caption={say.appointments}
            hidesCaption
            columns={[
              {
                key: 'who',
                title: say.fullName,
                cell: ({ accountId }) => (
                  <Link to="/admin/accounts/$id" params={{ id: accountId }}>
                    {names.get(accountId) ?? accountId.slice(0, 8)}
                  </Link>
                ),
              },
              ...columns,
            ]}
            rowKey={(row) => row.id}
            empty={<Empty why={say.noAppointmentsHere} />}
          />
        </section>
      </Page>
    </OnlyFor>
  );
}
