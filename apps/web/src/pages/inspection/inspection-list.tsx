import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { usePages } from '../../api/use-api.tsx';
import { useSession } from '../../session/session.tsx';
import { OnlyFor } from '../../shell/only-for.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { CheckField } from '../../ui/field.tsx';
import { Page } from '../../ui/page.tsx';
import { RegionName } from '../../ui/region-name.tsx';
import { DueTag, StateTag } from '../../ui/tag.tsx';
import { dayOf } from '../../words/format.ts';
import { useLang, useWords } from '../../words/language.tsx';
import { PagedTable } from '../admin/paged-table.tsx';
import { lineTitle, stateTitle } from '../matter/line-words.ts';
import { useWorkflows } from '../matter/use-workflows.ts';
import { PlanDialog } from './plan-dialog.tsx';
import { inspectionWords } from './words.ts';

/** Inspections of one's own division. */
export function InspectionList(): ReactNode {
  const say = useWords(inspectionWords);
  const { may } = useSession();
  const [isPlanning, setPlanning] = useState(false);
  return (
    <OnlyFor may="sample.read">
      <Page
        title={say.title}
        lead={say.lead}
        actions={
          may('sample.draw') && may('matter.open') ? (
            <Button kind="main" onClick={() => setPlanning(true)}>
              {say.plan}
            </Button>
          ) : undefined
        }
      >
        <List />
        {isPlanning ? <PlanDialog onClose={() => setPlanning(false)} /> : null}
      </Page>
    </OnlyFor>
  );
}

function List(): ReactNode {
  const say = useWords(inspectionWords);
  const lang = useLang();
  const workflows = useWorkflows();
  const [onlyEnded, setOnlyEnded] = useState(false);
  const filter = ['workflow:inspection', ...(onlyEnded ? ['ended:yes'] : [])];
  const pages = usePages('matter.list', { limit: 50, filter });
  return (
    <section className="card">
      <CheckField label={say.onlyEnded} value={onlyEnded} onChange={setOnlyEnded} />
      <PagedTable
        pages={pages}
        caption={say.title}
        hidesCaption
        rowKey={(row) => row.id}
        empty={<Empty why={say.none} />}
        columns={[
          {
            key: 'name',
            title: say.name,
            isRowHeader: true,
            cell: ({ id, title }) => (
              <Link to="/inspections/$id" params={{ id }}>
                {title}
              </Link>
            ),
          },
          { key: 'kind', title: say.kind, cell: (row) => lineTitle(workflows, row, lang) },
          { key: 'region', title: say.region, cell: ({ region }) => <RegionName code={region} /> },
          {
            key: 'state',
            title: say.state,
            cell: (row) => <StateTag title={stateTitle(workflows, row, lang)} isEnded={row.isEnded} />,
          },
          {
            key: 'due',
            title: say.due,
            cell: ({ dueOn, isOverdue, isEnded }) =>
              isEnded ? null : <DueTag dueOn={dueOn} isOverdue={isOverdue} />,
          },
          { key: 'opened', title: say.opened, isShort: true, cell: ({ openedAt }) => dayOf(openedAt) },
        ]}
      />
    </section>
  );
}
