import { type ReactNode, useState } from 'react';
import { useAsk } from '../../api/use-api.tsx';
import { Asked } from '../../ui/asked.tsx';
import { type Crumb, Page } from '../../ui/page.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { useLang } from '../../words/language.tsx';
import { ActionBar } from '../matter/action-bar.tsx';
import { ActionDialog } from '../matter/action-dialog.tsx';
import { ClocksSection } from '../matter/clocks-section.tsx';
import { DocumentsSection } from '../matter/documents-section.tsx';
import type { Matter } from '../matter/fact-words.ts';
import { FactsSection } from '../matter/facts-section.tsx';
import { lineTitle } from '../matter/line-words.ts';
import { LinksSection } from '../matter/links-section.tsx';
import { MatterLead } from '../matter/matter-lead.tsx';
import { PathSection } from '../matter/path-section.tsx';
import { StepsSection } from '../matter/steps-section.tsx';
import { useWorkflows, type Workflows } from '../matter/use-workflows.ts';

interface Props {
  readonly id: string;
  /** Heading while the matter is loading, and for the browser's tab. */
  readonly title: string;
  readonly crumbs: readonly Crumb[];
  /** The form of an action that has one of its own; null: the form every action has. */
  readonly ownForm: (action: string, matter: Matter, onClose: () => void) => ReactNode;
  /** What only this kind of matter has, above the rest. */
  readonly children: (matter: Matter) => ReactNode;
  /** Linked matters are shown. */
  readonly hasLinks?: boolean;
}

/** The card of one kind of matter on the parts that every card has. */
export function MatterFrame(props: Props): ReactNode {
  const query = useAsk('matter.get', { id: props.id });
  const workflows = useWorkflows();
  if (query.data === undefined || workflows === null)
    return (
      <Page title={props.title} crumbs={props.crumbs}>
        {query.error === null ? <Waiting /> : <Asked query={query}>{() => null}</Asked>}
      </Page>
    );
  return <Asked query={query}>{(matter) => <Card {...props} matter={matter} workflows={workflows} />}</Asked>;
}

function Card({
  matter,
  workflows,
  title,
  crumbs,
  ownForm,
  children,
  hasLinks = true,
}: Props & { readonly matter: Matter; readonly workflows: Workflows }): ReactNode {
  const lang = useLang();
  const [action, setAction] = useState<string | null>(null);
  const workflow = workflows[matter.workflow];
  if (workflow === undefined) return <Waiting />;
  const close = (): void => setAction(null);
  const own = action === null ? null : ownForm(action, matter, close);
  return (
    <Page
      title={`${lineTitle(workflows, matter, lang)} · ${matter.title}`}
      tabTitle={title}
      crumbs={crumbs}
      lead={<MatterLead matter={matter} workflow={workflow} />}
    >
      <ActionBar matter={matter} workflow={workflow} onChoose={setAction} />
      {own}
      {action === null || own !== null ? null : (
        <ActionDialog key={action} matter={matter} action={action} onClose={close} onDone={() => undefined} />
      )}
      <div className="columns">
        <div>
          {children(matter)}
          <FactsSection matter={matter} workflow={workflow} />
          <StepsSection matter={matter} workflow={workflow} />
        </div>
        <div>
          <ClocksSection matter={matter} workflow={workflow} />
          <PathSection matter={matter} workflow={workflow} />
          <DocumentsSection matter={matter} />
          {hasLinks ? <LinksSection matter={matter} workflows={workflows} /> : null}
        </div>
      </div>
    </Page>
  );
}
