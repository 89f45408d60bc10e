import { roles } from '@yangguang/domain/people/role';
import { type ReactNode, useState } from 'react';
import { useAsk, useForget, useSend } from '../../api/use-api.tsx';
import { EnrolForm } from '../../session/enrol-form.tsx';
import { NewPasswordForm } from '../../session/new-password-form.tsx';
import { useSession } from '../../session/session.tsx';
import { Asked } from '../../ui/asked.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Empty } from '../../ui/empty.tsx';
import { FactsList } from '../../ui/facts-list.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { RegionName } from '../../ui/region-name.tsx';
import { Tag } from '../../ui/tag.tsx';
import { useToast } from '../../ui/toast.tsx';
import { dayOf } from '../../words/format.ts';
import { usePick, useWords } from '../../words/language.tsx';
import { Programmes } from '../admin/appointment-columns.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { SessionTable } from '../admin/session-table.tsx';
import { accountWords } from './words.ts';
import { useTableName } from '../../ui/use-table-name.ts';

/** One's own account: roles held, password, authenticator, sessions. */
export function AccountPage(): ReactNode {
  const say = useWords(accountWords);
  const { who, may } = useSession();
  return (
    <Page
      title={say.title}
      lead={say.lead}
      actions={
        may('glass.watch') || may('glass.break') ? (
          <ButtonLink to="/admin/glass">{say.glass}</ButtonLink>
        ) : undefined
      }
    >
      <Section title={who.fullName}>
        <FactsList
          facts={[
            { name: say.userName, value: <code>{who.userName}</code> },
            {
              name: say.authenticator,
              value: who.hasTotp ? <Tag tone="good">{say.hasTotp}</Tag> : <Tag>{say.noTotp}</Tag>,
            },
            {
              name: say.passwordRunsOut,
              value: who.hasPassword
                ? who.passwordRunsOutAt === null
                  ? '—'
                  : dayOf(who.passwordRunsOutAt)
                : say.noPassword,
            },
          ]}
        />
      </Section>
      <Roles />
      <div className="halves">
        {who.hasPassword ? <Password /> : null}
        {who.hasPassword ? <Authenticator /> : null}
      </div>
      <Sessions />
    </Page>
  );
}

function Roles(): ReactNode {
  const say = useWords(accountWords);
  const listOf = useTableName();
  const pick = usePick();
  const { who } = useSession();
  return (
    <Section title={say.roles}>
      <DataTable
        caption={listOf(say.roles)}
        hidesCaption
        rows={who.appointments}
        rowKey={({ role, area, readsOnly }) => `${role} ${area} ${readsOnly}`}
        empty={<Empty why={say.noRoles} />}
        columns={[
          { key: 'role', title: say.role, isRowHeader: true, cell: ({ role }) => pick(roles[role]) },
          {
            key: 'area',
            title: say.area,
            cell: ({ area }) => (area === '' ? say.everywhere : <RegionName code={area} />),
          },
          { key: 'programmes', title: say.programmes, cell: (row) => <Programmes names={row.programmes} /> },
          {
            key: 'kind',
            title: say.kind,
            cell: ({ readsOnly }) => (readsOnly ? <Tag tone="warn">{say.readsOnly}</Tag> : say.regular),
          },
        ]}
      />
    </Section>
  );
}

function Password(): ReactNode {
  const say = useWords(accountWords);
  const toast = useToast();
  const forget = useForget();
  const [round, setRound] = useState(0);
  return (
    <Section title={say.password}>
      <p className="hint">{say.passwordWhy}</p>
      <NewPasswordForm
        key={round}
        onNext={() => {
          toast({ text: say.changed });
          setRound(round + 1);
          void forget(['session']);
        }}
      />
    </Section>
  );
}

function Authenticator(): ReactNode {
  const say = useWords(accountWords);
  const toast = useToast();
  const forget = useForget();
  const { who } = useSession();
  const [isOpen, setOpen] = useState(false);
  return (
    <Section title={say.authenticator}>
      <p className="hint">{say.enrolWhy}</p>
      {isOpen ? (
        <EnrolForm
          onNext={() => {
            toast({ text: say.enrolled });
            setOpen(false);
            void forget(['session']);
          }}
        />
      ) : (
        <Button onClick={() => setOpen(true)}>{who.hasTotp ? say.renew : say.enrol}</Button>
      )}
    </Section>
  );
}

function Sessions(): ReactNode {
  const say = useWords(accountWords);
  const toast = useToast();
  const asked = useAsk('session.listOwn', {});
  const end = useSend('session.endOwn', ['session']);
  /** null: none is being ended; '': all but this one. */
  const [ending, setEnding] = useState<string | null>(null);
  return (
    <Section
      title={say.sessions}
      actions={
        (asked.data?.items.length ?? 0) > 1 ? (
          <Button onClick={() => setEnding('')}>{say.endOthers}</Button>
        ) : undefined
      }
    >
      <p className="hint">{say.sessionsWhy}</p>
      <Asked query={asked}>
        {({ items }) => <SessionTable rows={items} onEnd={({ id }) => setEnding(id)} />}
      </Asked>
      {ending === null ? null : (
        <ConfirmDialog
          title={ending === '' ? say.endOthers : say.end}
          consequence={say.endWhy}
          verb={ending === '' ? say.endOthers : say.end}
          act={async () => {
            await end.send(ending === '' ? {} : { id: ending });
            toast({ text: say.done });
          }}
          onClose={() => setEnding(null)}
        />
      )}
    </Section>
  );
}
