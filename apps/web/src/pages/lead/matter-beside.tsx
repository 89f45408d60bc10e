import type { ReactNode } from 'react';
import { useAsk } from '../../api/use-api.tsx';
import { useSession } from '../../session/session.tsx';
import { Asked } from '../../ui/asked.tsx';
import { useKeys } from '../../ui/keys.tsx';
import { Section } from '../../ui/page.tsx';
import { useWords } from '../../words/language.tsx';
import { ClocksSection } from '../matter/clocks-section.tsx';
import type { Matter } from '../matter/fact-words.ts';
import { StepsSection } from '../matter/steps-section.tsx';
import { useWorkflows } from '../matter/use-workflows.ts';
import { JudgeSection } from './judge-section.tsx';
import { RemarkBox } from './remark-box.tsx';
import { leadWords } from './words.ts';

/** What can be done, the clocks, what was done by whom and why, and remarks. */
export function MatterBeside({
  matterId,
  onJudged,
  children,
}: {
  readonly matterId: string;
  readonly onJudged: () => void;
  /** Stands between what can be done and what was done. */
  readonly children: ReactNode;
}): ReactNode {
  const query = useAsk('matter.get', { id: matterId });
  return (
    <>
      <Asked query={query}>{(matter) => <JudgeSection matter={matter} onJudged={onJudged} />}</Asked>
      {children}
      {query.data === undefined ? null : <Done matter={query.data} />}
    </>
  );
}

const remarkField = 'lead-remark';

function Done({ matter }: { readonly matter: Matter }): ReactNode {
  const say = useWords(leadWords);
  const { may } = useSession();
  const workflow = useWorkflows()?.[matter.workflow];
  const mayNote = may('matter.act');
  useKeys(
    mayNote
      ? [{ key: 'c', title: say.remarkKey, run: () => document.getElementById(remarkField)?.focus() }]
      : [],
  );
  if (workflow === undefined) return null;
  return (
    <>
      <ClocksSection matter={matter} workflow={workflow} />
      <StepsSection matter={matter} workflow={workflow} />
      {mayNote ? (
        <Section title={say.remark} className="no-print">
          <RemarkBox matterId={matter.id} id={remarkField} />
        </Section>
      ) : null}
    </>
  );
}
