import { getRouteApi } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useAsk } from '../../api/use-api.tsx';
import { useSession } from '../../session/session.tsx';
import { OnlyFor } from '../../shell/only-for.tsx';
import { Asked } from '../../ui/asked.tsx';
import { Page } from '../../ui/page.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { useLang, useWords } from '../../words/language.tsx';
import { ActionBar } from './action-bar.tsx';
import { ActionDialog } from './action-dialog.tsx';
import { AssignmentSection } from './assignment-section.tsx';
import { ClocksSection } from './clocks-section.tsx';
import { DocumentsSection } from './documents-section.tsx';
import type { Matter } from './fact-words.ts';
import { FactsSection } from './facts-section.tsx';
import { lineTitle } from './line-words.ts';
import { LinksSection } from './links-section.tsx';
import { MatterLead } from './matter-lead.tsx';
import { PathSection } from './path-section.tsx';
import { PieceSection } from './piece-section.tsx';
import { rememberMatter } from './recent-matters.ts';
import { StepsSection } from './steps-section.tsx';
import { useWorkflows, type Workflows } from './use-workflows.ts';
import { words } from './words.ts';

const route = getRouteApi('/matters/$id');

/** The card of any matter of any workflow. */
export function MatterPage(): ReactNode {
  const { id } = route.useParams();
  return (
    <OnlyFor may="matter.read">
      <MatterById key={id} id={id} />
    </OnlyFor>
  );
}

function MatterById({ id }: { readonly id: string }): ReactNode {
  const say = useWords(words);
  const query = useAsk('matter.get', { id });
  const workflows = useWorkflows();
  if (query.data === undefined || workflows === null)
    return (
      <Page title={say.matters}>
        {query.error === null ? <Waiting what={say.loading} /> : <Asked query={query}>{() => null}</Asked>}
      </Page>
    );
  return <Asked query={query}>{(matter) => <Card matter={matter} workflows={workflows} />}</Asked>;
}

function Card({ matter, workflows }: { readonly matter: Matter; readonly workflows: Workflows }): ReactNode {
  const say = useWords(words);
  const lang = useLang();
  const { who } = useSession();
  const { act } = route.useSearch();
  const [action, setAction] = useState<string | null>(
    matter.actions.some((a) => a.action === act && a.may) ? (act ?? null) : null,
  );
  const isDone = useRef(false);
  // The button that opened the form may be gone with the step: the heading says where one is.
  useEffect(() => {
    if (action !== null || !isDone.current) return;
    isDone.current = false;
    document.querySelector<HTMLElement>('main h1')?.focus();
  }, [action]);
  const workflow = workflows[matter.workflow];
  const title = lineTitle(workflows, matter, lang);
  const { id, kind, region } = matter;
  useEffect(
    () => rememberMatter(who.accountId, { id, workflow: matter.workflow, kind, region }),
    [who.accountId, id, matter.workflow, kind, region],
  );
  if (workflow === undefined) return <Waiting />;
  return (
    <Page
      title={`${title} · ${matter.title}`}
      tabTitle={title}
      crumbs={[{ label: say.matters, to: '/matters' }]}
      lead={<MatterLead matter={matter} workflow={workflow} />}
    >
      <ActionBar matter={matter} workflow={workflow} onChoose={setAction} />
      {action === null ? null : (
        <ActionDialog
          key={action}
          matter={matter}
          action={action}
          onClose={() => setAction(null)}
          onDone={() => {
            isDone.current = true;
          }}
        />
      )}
      <div className="columns">
        <div>
          <PieceSection matter={matter} workflows={workflows} />
          <FactsSection matter={matter} workflow={workflow} />
          <StepsSection matter={matter} workflow={workflow} />
        </div>
        <div>
          <ClocksSection matter={matter} workflow={workflow} />
          <PathSection matter={matter} workflow={workflow} />
          <AssignmentSection matter={matter} />
          <DocumentsSection matter={matter} />
          <LinksSection matter={matter} workflows={workflows} />
        </div>
      </div>
    </Page>
  );
}
