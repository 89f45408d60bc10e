import { type ReactNode, useState } from 'react';
import { useSession } from '../../session/session.tsx';
import { OnlyFor } from '../../shell/only-for.tsx';
import { Button } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { RegionName } from '../../ui/region-name.tsx';
import { useLang, useWords } from '../../words/language.tsx';
import { lineTitle } from '../matter/line-words.ts';
import { MatterLines } from '../matter/matter-lines.tsx';
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
  return (
    <MatterLines
      workflow="inspection"
      card="/inspections/$id"
      caption={say.title}
      name={say.name}
      none={(onlyEnded) => (onlyEnded ? say.noneEnded : say.none)}
      columns={[
        { key: 'kind', title: say.kind, cell: (row) => lineTitle(workflows, row, lang) },
        { key: 'region', title: say.region, cell: ({ region }) => <RegionName code={region} /> },
      ]}
    />
  );
}
