import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { type Got, useAsk, usePages } from '../../api/use-api.tsx';
import { useSession } from '../../session/session.tsx';
import { OnlyFor } from '../../shell/only-for.tsx';
import { Button } from '../../ui/button.tsx';
import type { Column } from '../../ui/data-table.tsx';
import { Empty } from '../../ui/empty.tsx';
import { SelectField } from '../../ui/field.tsx';
import { Page } from '../../ui/page.tsx';
import { RegionName } from '../../ui/region-name.tsx';
import { dayOf } from '../../words/format.ts';
import { useWords } from '../../words/language.tsx';
import { AccountTags } from './account-tags.tsx';
import { OpenAccountDialog } from './open-account-dialog.tsx';
import { PagedTable } from '../../ui/paged-table.tsx';
import { peopleWords } from './words-people.ts';

const route = getRouteApi('/admin/accounts');

type Row = Got<'account.list'>['items'][number];

/** Accounts of the areas one looks after. */
export function AccountList(): ReactNode {
  const say = useWords(peopleWords);
  const { may } = useSession();
  const { state, unit } = route.useSearch();
  const [isOpening, setOpening] = useState(false);
  const filter = {
    ...(state === undefined ? {} : { state: state as 'active' | 'disabled' | 'locked' }),
    ...(unit === undefined ? {} : { unitId: unit }),
  };
  const pages = usePages('account.list', { limit: 100, ...filter }, { when: may('account.read') });
  return (
    <OnlyFor may="account.read">
      <Page
        title={say.accounts}
        lead={say.accountsLead}
        actions={
          <Button
            kind="main"
            whyNot={may('account.manage') ? null : say.notYours}
            onClick={() => setOpening(true)}
          >
            {say.open}
          </Button>
        }
      >
        <section className="card">
          <Filters state={state ?? ''} unit={unit ?? ''} />
          <PagedTable
            pages={pages}
            caption={say.accounts}
            hidesCaption
            columns={useColumns()}
            rowKey={(row) => row.id}
            empty={<Empty why={say.noAccounts} />}
          />
        </section>
        {isOpening ? <OpenAccountDialog onClose={() => setOpening(false)} /> : null}
      </Page>
    </OnlyFor>
  );
}

function Filters({ state, unit }: { readonly state: string; readonly unit: string }): ReactNode {
  const say = useWords(peopleWords);
  const navigate = useNavigate();
  const units = useAsk('unit.list', { limit: 200 });
  const go = (next: { state: string; unit: string }): void =>
    void navigate({
      to: '/admin/accounts',
      search: {
        ...(next.state === '' ? {} : { state: next.state }),
        ...(next.unit === '' ? {} : { unit: next.unit }),
      },
    });
  return (
    <div className="toolbar">
      <SelectField
        label={say.unit}
        empty={say.allUnits}
        value={unit}
        onChange={(value) => go({ state, unit: value })}
        choices={(units.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      />
      <SelectField
        label={say.state}
        empty={say.allStates}
        value={state}
        onChange={(value) => go({ state: value, unit })}
        choices={(['active', 'disabled', 'locked'] as const).map((one) => ({ value: one, label: say[one] }))}
      />
    </div>
  );
}

function useColumns(): Column<Row>[] {
  const say = useWords(peopleWords);
  return [
    {
      key: 'userName',
      title: say.userName,
      isRowHeader: true,
      cell: ({ id, userName }) => (
        <Link to="/admin/accounts/$id" params={{ id }}>
          {userName}
        </Link>
      ),
    },
    { key: 'fullName', title: say.fullName, cell: ({ fullName }) => fullName },
    { key: 'unit', title: say.unit, cell: ({ unitName }) => unitName ?? say.noUnit },
    {
      key: 'area',
      title: say.area,
      cell: ({ area }) => (area === '' ? say.everywhere : <RegionName code={area} />),
    },
    { key: 'state', title: say.state, cell: (row) => <AccountTags account={row} /> },
    { key: 'createdAt', title: say.createdAt, isShort: true, cell: ({ createdAt }) => dayOf(createdAt) },
  ];
}
