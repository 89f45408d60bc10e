import type { ReactNode } from 'react';
import { useAsk } from '../../api/use-api.tsx';
import { useSession } from '../../session/session.tsx';
import { Asked } from '../../ui/asked.tsx';
import { useKeys } from '../../ui/keys.tsx';
import { Section } from '../../ui/page.tsx';
import { useWords } from '../../words/language.tsx';
import { ClocksSection } from '../matter/clocks-section.tsx';
import { StepsSection } from '../matter/steps-section.tsx';
import { useWorkflows } from '../matter/use-workflows.ts';
import { JudgeSection } from './judge-section.tsx';
import { RemarkBox } from './remark-box.tsx';
import { leadWords } from './words.ts';

/** What can be done at the lead and what time is left; the household stands between. */
export function MatterBeside({
  matterId,
  onJudged,
  children,
}: {
  readonly matterId: string;
  readonly onJudged: () => void;
  readonly children: ReactNode;
}): ReactNode {
  const query = useAsk('matter.get', { id: matterId });
  const workflow = useWorkflows()?.['lead'];
  return (
    <>
      <Asked query={query}>{(matter) => <JudgeSection matter={matter} onJudged={onJudged} />}</Asked>
      {children}
      {query.data === undefined || workflow === undefined ? null : (
        <ClocksSection matter={query.data} workflow={workflow} />
      )}
    </>
  );
}

const remarkField = 'lead-remark';

/** What was done by whom, when and why; remarks go there. */
export function MatterHistory({ matterId }: { readonly matterId: string }): ReactNode {
  const say = useWords(leadWords);
  const { may } = useSession();
  const query = useAsk('matter.get', { id: matterId });
  const workflow = useWorkflows()?.['lead'];
  const mayNote = may('matter.act');
  useKeys(
    mayNote
      ? [{ key: 'c', title: say.remarkKey, run: () => document.getElementById(remarkField)?.focus() }]
      : [],
  );
  if (query.data === undefined || workflow === undefined) return null;
  return (
    <>
      <StepsSection matter={query.data} workflow={workflow} />
      {mayNote ? (
        <Section title={say.remark} className="no-print">
          <RemarkBox matterId={matterId} id={remarkField} />
        </Section>
      ) : null}
    </>
  );
}
