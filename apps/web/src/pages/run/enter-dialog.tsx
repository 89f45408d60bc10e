import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { newId } from '../../api/new-id.ts';
import { useSend } from '../../api/use-api.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Problem } from '../../ui/problem.tsx';
import { uiWords } from '../../ui/words.ts';
import { useWords } from '../../words/language.tsx';
import type { Run } from './run.ts';
import { words } from './words.ts';

/** Enters what a dry run counted: the same run once more, this time for good. */
export function EnterDialog({
  run,
  report,
  onClose,
}: {
  readonly run: Run;
  readonly report: NonNullable<Run['report']>;
  readonly onClose: () => void;
}): ReactNode {
  const say = useWords(words);
  const ui = useWords(uiWords);
  const navigate = useNavigate();
  const send = useSend('run.start', ['run']);
  const [id] = useState(newId);
  const enter = async (): Promise<void> => {
    const { region, batches, campaignId, asOf, rules } = run;
    await send.send({ id, region, batches: [...batches], campaignId, asOf, rules: [...rules], isDry: false });
    onClose();
    await navigate({ to: '/runs/$id', params: { id } });
  };
  return (
    <Dialog
      title={say.enterTitle}
      onClose={onClose}
      footer={
        <>
          <Button kind="main" busy={send.isPending} onClick={() => void enter().catch(() => undefined)}>
            {say.enter}
          </Button>
          <Button onClick={onClose}>{ui.cancel}</Button>
        </>
      }
    >
      {send.error === null ? null : <Problem error={send.error} />}
      <p>{say.enterConsequence(report.entered, report.expectedVisits)}</p>
      <p>{say.enterKnown(report.known, report.quiet)}</p>
    </Dialog>
  );
}
