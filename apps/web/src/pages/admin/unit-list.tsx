import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { newId } from '../../api/new-id.ts';
import { type Sent, usePages, useSend } from '../../api/use-api.tsx';
import { useSession } from '../../session/session.tsx';
import { OnlyFor } from '../../shell/only-for.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { Page } from '../../ui/page.tsx';
import { RegionName } from '../../ui/region-name.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import { useWords } from '../../words/language.tsx';
import { RegionPicker } from '../matter/region-picker.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { PagedTable } from '../../ui/paged-table.tsx';
import { peopleWords } from './words-people.ts';

const kinds = ['bureau', 'town', 'village', 'department', 'bank', 'institution', 'discipline'] as const;

/** Offices people belong to. */
export function UnitList(): ReactNode {
  const say = useWords(peopleWords);
  const { may } = useSession();
  const [isNew, setNew] = useState(false);
  const pages = usePages('unit.list', { limit: 100 }, { when: may('account.read') });
  return (
    <OnlyFor may="account.read">
      <Page
        title={say.units}
        lead={say.unitsLead}
        actions={
          <Button
            kind="main"
            whyNot={may('account.manage') ? null : say.notYours}
            onClick={() => setNew(true)}
          >
            {say.setUpUnit}
          </Button>
        }
      >
        <section className="card">
          <PagedTable
            pages={pages}
            caption={say.units}
            hidesCaption
            rowKey={(row) => row.id}
            empty={<Empty why={say.noUnits} />}
            columns={[
              {
                key: 'name',
                title: say.unitName,
                isRowHeader: true,
                cell: ({ id, name }) => (
                  <Link to="/admin/accounts" search={{ unit: id }}>
                    {name}
                  </Link>
                ),
              },
              { key: 'kind', title: say.unitKind, cell: ({ kind }) => say[kind] },
              { key: 'area', title: say.area, cell: ({ area }) => <RegionName code={area} /> },
            ]}
          />
        </section>
        {isNew ? <UnitDialog onClose={() => setNew(false)} /> : null}
      </Page>
    </OnlyFor>
  );
}

const blank = { area: '', name: '', kind: '' };

function UnitDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const say = useWords(peopleWords);
  const toast = useToast();
  const [typed, setTyped, drop] = useDraft('unit.create', blank);
  const [id] = useState(newId);
  const create = useSend('unit.create', ['unit']);
  const missing = (['area', 'name', 'kind'] as const).find((one) => typed[one].trim() === '');
  const labels = { area: say.area, name: say.unitName, kind: say.unitKind };
  return (
    <ConfirmDialog
      title={say.setUpUnit}
      consequence={say.unitsLead}
      verb={say.setUpUnit}
      whyNot={missing === undefined ? null : say.missing(labels[missing])}
      act={async () => {
        await create.send({ ...typed, id } as Sent<'unit.create'>);
        drop();
        toast({ text: say.done });
      }}
      onClose={onClose}
    >
      <TextField
        label={say.unitName}
        required
        maxLength={80}
        autoComplete="off"
        value={typed.name}
        onChange={(name) => setTyped({ ...typed, name })}
      />
      <SelectField
        label={say.unitKind}
        required
        value={typed.kind}
        onChange={(kind) => setTyped({ ...typed, kind })}
        choices={kinds.map((kind) => ({ value: kind, label: say[kind] }))}
      />
      <RegionPicker
        id="unit-area"
        label={say.area}
        value={typed.area}
        onChange={(area) => setTyped({ ...typed, area })}
        fault={null}
      />
    </ConfirmDialog>
  );
}
