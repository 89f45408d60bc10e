import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { type Got, useAsk } from '../../api/use-api.tsx';
import { useSession } from '../../session/session.tsx';
import { OnlyFor } from '../../shell/only-for.tsx';
import { Asked } from '../../ui/asked.tsx';
import { FactsList } from '../../ui/facts-list.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { RegionName } from '../../ui/region-name.tsx';
import { instant } from '../../words/format.ts';
import { useWords } from '../../words/language.tsx';
import { AccountActs } from './account-acts.tsx';
import { AccountAppointments } from './account-appointments.tsx';
import { AccountSessions } from './account-sessions.tsx';
import { AccountTags } from './account-tags.tsx';
import { peopleWords } from './words-people.ts';

const route = getRouteApi('/admin/accounts/$id');

type Account = Got<'account.get'>;

/** One account: how it stands, what it may do, where it is signed in. */
export function AccountPage(): ReactNode {
  const say = useWords(peopleWords);
  const { id } = route.useParams();
  const { may } = useSession();
  const asked = useAsk('account.get', { id }, { when: may('account.read') });
  return (
    <OnlyFor may="account.read">
      <Page
        title={asked.data === undefined ? say.details : `${asked.data.fullName} ${asked.data.userName}`}
        tabTitle={say.details}
        crumbs={[{ label: say.accounts, to: '/admin/accounts' }]}
      >
        <Asked query={asked}>
          {(account) => (
            <>
              <Section title={say.details}>
                <Facts account={account} />
                <AccountActs account={account} />
              </Section>
              <AccountAppointments account={account} />
              {may('session.manage') ? <AccountSessions account={account} /> : null}
            </>
          )}
        </Asked>
      </Page>
    </OnlyFor>
  );
}

function Facts({ account }: { readonly account: Account }): ReactNode {
  const say = useWords(peopleWords);
  const { unitName, area, createdAt, disabledAt, lockedUntil, oidcSubject } = account;
  return (
    <FactsList
      facts={[
        { name: say.userName, value: <code>{account.userName}</code> },
        { name: say.fullName, value: account.fullName },
        { name: say.unit, value: unitName ?? say.noUnit },
        { name: say.area, value: area === '' ? say.everywhere : <RegionName code={area} /> },
        { name: say.state, value: <AccountTags account={account} /> },
        { name: say.createdAt, value: instant(createdAt) },
        ...(disabledAt === null ? [] : [{ name: say.disabledAt, value: instant(disabledAt) }]),
        ...(lockedUntil === null ? [] : [{ name: say.lockedUntil, value: instant(lockedUntil) }]),
        ...(oidcSubject === null ? [] : [{ name: say.ssoSubject, value: <code>{oidcSubject}</code> }]),
      ]}
    />
  );
}
