import type { ReactNode } from 'react';
import { ButtonLink } from '../../ui/button.tsx';
import { Section } from '../../ui/page.tsx';
import { useLang, useWords } from '../../words/language.tsx';
import type { Matter } from './fact-words.ts';
import { papersFor, paperTitle } from './papers/paper.ts';
import { BoardPanel } from './pieces/board-panel.tsx';
import { MonthsPanel } from './pieces/months-panel.tsx';
import { PaymentsPanel } from './pieces/payments-panel.tsx';
import { RemediesPanel } from './pieces/remedies-panel.tsx';
import { words } from './pieces/words.ts';
import type { Workflows } from './use-workflows.ts';

interface Props {
  readonly matter: Matter;
  readonly workflows: Workflows;
}

/** What only matters of one workflow need, above what all have. */
export function PieceSection({ matter, workflows }: Props): ReactNode {
  return (
    <>
      <Tools matter={matter} />
      {matter.workflow === 'recovery' ? <PaymentsPanel matter={matter} /> : null}
      {matter.workflow === 'phaseOut' ? <MonthsPanel matter={matter} /> : null}
      {matter.workflow === 'publicNotice' ? <BoardPanel matter={matter} /> : null}
      {matter.workflow === 'decision' ? <RemediesPanel matter={matter} workflows={workflows} /> : null}
    </>
  );
}

/** Workflows whose amounts are calculated. */
const calculated: ReadonlySet<string> = new Set(['decision', 'recovery', 'phaseOut']);

function Tools({ matter }: { readonly matter: Matter }): ReactNode {
  const say = useWords(words);
  const lang = useLang();
  const { id, workflow } = matter;
  const papers = papersFor(workflow);
  const mayVisit = matter.actions.some(({ action, may }) => action.startsWith('recordVisit') && may);
  if (papers.length === 0 && !calculated.has(workflow)) return null;
  return (
    <Section title={say.tools}>
      <div className="buttons">
        {mayVisit ? (
          <ButtonLink to="/matters/$id/visit" params={{ id }}>
            {say.enterVisit}
          </ButtonLink>
        ) : null}
        {workflow === 'verification' && !matter.isEnded ? (
          <ButtonLink to="/matters/$id/visit-form" params={{ id }}>
            {say.blankForm}
          </ButtonLink>
        ) : null}
        {calculated.has(workflow) ? (
          <ButtonLink to="/matters/$id/calculation" params={{ id }}>
            {say.calculation}
          </ButtonLink>
        ) : null}
        {papers.map((paper) => (
          <ButtonLink key={paper} to="/matters/$id/papers/$paper" params={{ id, paper }}>
            {say.paper(paperTitle(paper, matter.facts, lang))}
          </ButtonLink>
        ))}
      </div>
    </Section>
  );
}
