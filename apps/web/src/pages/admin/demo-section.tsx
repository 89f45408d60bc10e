import { type ReactNode, useState } from 'react';
import { useAsk, useSend } from '../../api/use-api.tsx';
import { useSession } from '../../session/session.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { Section } from '../../ui/page.tsx';
import { useWords } from '../../words/language.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { systemWords } from './words-system.ts';

/** On a demo only: what it is, and the one act that removes it. */
export function DemoSection(): ReactNode {
  const say = useWords(systemWords);
  const { may } = useSession();
  const about = useAsk('system.about', {});
  const [isAsking, setAsking] = useState(false);
  const [isEnded, setEnded] = useState(false);
  const county = about.data?.demo?.countyName ?? null;
  if (isEnded)
    return (
      <Section title={say.ended}>
        <p role="status" className="note">
          {say.endedWhy}
        </p>
      </Section>
    );
  if (county === null) return null;
  return (
    <Section
      title={say.demo}
      actions={
        <Button
          kind="danger"
          whyNot={may('system.operate') ? null : say.endDemoNotYours}
          onClick={() => setAsking(true)}
        >
          {say.endDemo}
        </Button>
      }
    >
      <p>{say.demoWhy(county)}</p>
      {isAsking ? (
        <EndDialog county={county} onClose={() => setAsking(false)} onEnded={() => setEnded(true)} />
      ) : null}
    </Section>
  );
}

function EndDialog({
  county,
  onClose,
  onEnded,
}: {
  readonly county: string;
  readonly onClose: () => void;
  readonly onEnded: () => void;
}): ReactNode {
  const say = useWords(systemWords);
  const [typed, setTyped] = useState('');
  const end = useSend('system.endDemo', []);
  return (
    <ConfirmDialog
      title={say.endDemo}
      consequence={say.endDemoWhy}
      verb={say.endDemo}
      kind="danger"
      whyNot={typed.trim() === county ? null : say.endDemoNotYet}
      act={async () => {
        await end.send({ countyName: typed.trim() });
        onEnded();
      }}
      onClose={onClose}
    >
      <TextField
        label={say.endDemoType(county)}
        required
        autoComplete="off"
        value={typed}
        onChange={setTyped}
      />
    </ConfirmDialog>
  );
}
