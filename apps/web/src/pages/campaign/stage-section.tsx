import { Refused } from '@yangguang/contract/wire';
import { type ReactNode, useState } from 'react';
import { type Got, useAsk } from '../../api/use-api.tsx';
import { useSession } from '../../session/session.tsx';
import { Asked } from '../../ui/asked.tsx';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/page.tsx';
import { useRegionName } from '../../ui/region-name.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { useWords } from '../../words/language.tsx';
import { ActionBar } from '../matter/action-bar.tsx';
import { ActionDialog } from '../matter/action-dialog.tsx';
import { DocumentsSection } from '../matter/documents-section.tsx';
import type { Matter } from '../matter/fact-words.ts';
import { useWorkflows } from '../matter/use-workflows.ts';
import { ExtendDialog } from './extend-dialog.tsx';
import { words } from './words.ts';

type Campaign = Got<'campaign.get'>;

/** The steps of the campaign as the workflow allows them now, with the reasons where it does not. */
export function StageSection({ campaign }: { readonly campaign: Campaign }): ReactNode {
  const say = useWords(words);
  const { may } = useSession();
  const area = useRegionName(campaign.region);
  const matter = useAsk('matter.get', { id: campaign.matterId }, { when: may('matter.read') });
  const isElsewhere = matter.error instanceof Refused && matter.error.answer.code === 'API-104';
  if (!may('matter.read') || isElsewhere)
    return (
      <Section title={say.phases}>
        <p>{say.notMine(area)}</p>
      </Section>
    );
  return <Asked query={matter}>{(found) => <Steps campaign={campaign} matter={found} />}</Asked>;
}

/** Extending has a form of its own, which counts working days. */
const isExtension = (action: string): boolean => action.startsWith('extend');

function Steps({ campaign, matter }: { readonly campaign: Campaign; readonly matter: Matter }): ReactNode {
  const say = useWords(words);
  const workflow = useWorkflows()?.['campaign'];
  const [action, setAction] = useState<string | null>(null);
  const [isExtending, setExtending] = useState(false);
  if (workflow === undefined) return <Waiting />;
  const current = campaign.phases.filter(({ isCurrent }) => isCurrent).at(-1);
  const canExtend = matter.actions.some((one) => one.may && isExtension(one.action));
  const others = { ...matter, actions: matter.actions.filter((one) => !isExtension(one.action)) };
  return (
    <>
      <ActionBar matter={others} workflow={workflow} onChoose={setAction} />
      {canExtend && current !== undefined ? (
        <Section title={say.extension}>
          <p className="buttons">
            {say.extendNow(current.untilOn)}
            <Button onClick={() => setExtending(true)}>{say.extend}</Button>
          </p>
        </Section>
      ) : null}
      {action === null ? null : (
        <ActionDialog
          key={action}
          matter={matter}
          action={action}
          onClose={() => setAction(null)}
          onDone={() => setAction(null)}
        />
      )}
      {isExtending && current !== undefined ? (
        <ExtendDialog campaign={campaign} phase={current} onClose={() => setExtending(false)} />
      ) : null}
      <DocumentsSection matter={matter} />
    </>
  );
}
