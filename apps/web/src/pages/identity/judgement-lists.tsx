import { type ReactNode, useState } from 'react';
import { useSession } from '../../session/session.tsx';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/page.tsx';
import { useWords } from '../../words/language.tsx';
import { GiveDialog } from './give-dialog.tsx';
import { TakeDialog } from './take-dialog.tsx';
import { words } from './words.ts';

/** Judgements on identity from and to files, for those who may. */
export function JudgementLists(): ReactNode {
  const say = useWords(words);
  const { may } = useSession();
  const [open, setOpen] = useState<'take' | 'give' | null>(null);
  const [mayTake, mayGive] = [may('run.start'), may('export.make')];
  if (!mayTake && !mayGive) return null;
  const close = (): void => setOpen(null);
  return (
    <Section title={say.title}>
      <p>{say.lead}</p>
      <div className="buttons">
        {mayTake ? <Button onClick={() => setOpen('take')}>{say.take}</Button> : null}
        {mayGive ? <Button onClick={() => setOpen('give')}>{say.give}</Button> : null}
      </div>
      {open === 'take' ? <TakeDialog onClose={close} /> : null}
      {open === 'give' ? <GiveDialog onClose={close} /> : null}
    </Section>
  );
}
