import { roles } from '@yangguang/domain/people/role';
import { type ReactNode, useState } from 'react';
import { type Got, usePages, useSend } from '../../api/use-api.tsx';
import { useSession } from '../../session/session.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { CheckField } from '../../ui/field.tsx';
import { Section } from '../../ui/page.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useToday } from '../../words/clock.ts';
import { usePick, useWords } from '../../words/language.tsx';
import { standingOf } from './account-state.ts';
import { type Appointment, useAppointmentColumns } from './appointment-columns.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { GrantDialog } from './grant-dialog.tsx';
import { PagedTable } from '../../ui/paged-table.tsx';
import { peopleWords } from './words-people.ts';
import { useTableName } from '../../ui/use-table-name.ts';

/** What one account may do, and the acts that change it. */
export function AccountAppointments({ account }: { readonly account: Got<'account.get'> }): ReactNode {
  const say = useWords(peopleWords);
  const listOf = useTableName();
  const pick = usePick();
  const today = useToday();
  const { may, who } = useSession();
  const [withEnded, setWithEnded] = useState(false);
  const [isGranting, setGranting] = useState(false);
  const [revoking, setRevoking] = useState<Appointment | null>(null);
  const pages = usePages('appointment.list', {
    accountId: account.id,
    limit: 50,
    ...(withEnded ? { withEnded: 'true' as const } : {}),
  });
  const columns = useAppointmentColumns();
  const mayGrant = may('appointment.grant') && who.accountId !== account.id;
  const held = pages.rows.filter((row) => standingOf(row, today) === 'inForce').map(({ role }) => role);
  return (
    <Section
      title={say.appointments}
      actions={
        mayGrant ? (
          <Button kind="main" onClick={() => setGranting(true)}>
            {say.grant}
          </Button>
        ) : undefined
      }
    >
      <CheckField label={say.withEnded} value={withEnded} onChange={setWithEnded} />
      <PagedTable
        pages={pages}
        caption={listOf(say.appointments)}
        hidesCaption
        columns={[
          ...columns,
          {
            key: 'act',
            title: say.revoke,
            cell: (row) =>
              mayGrant && row.revokedAt === null && standingOf(row, today) !== 'ended' ? (
                <Button
                  kind="danger"
                  aria-label={say.revokeNamed(pick(roles[row.role]))}
                  onClick={() => setRevoking(row)}
                >
                  {say.revoke}
                </Button>
              ) : null,
          },
        ]}
        rowKey={(row) => row.id}
        empty={<Empty why={say.noAppointments} />}
      />
      {isGranting ? <GrantDialog account={account} held={held} onClose={() => setGranting(false)} /> : null}
      {revoking === null ? null : <RevokeDialog appointment={revoking} onClose={() => setRevoking(null)} />}
    </Section>
  );
}

function RevokeDialog({
  appointment,
  onClose,
}: {
  readonly appointment: Appointment;
  readonly onClose: () => void;
}): ReactNode {
  const say = useWords(peopleWords);
  const pick = usePick();
  const toast = useToast();
  const revoke = useSend('appointment.revoke', ['appointment', 'account']);
  return (
    <ConfirmDialog
      title={say.revokeNamed(pick(roles[appointment.role]))}
      consequence={say.revokeWhy}
      verb={say.revoke}
      kind="danger"
      act={async () => {
        await revoke.send({ id: appointment.id });
        toast({ text: say.done });
      }}
      onClose={onClose}
    />
  );
}
