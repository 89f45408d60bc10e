import type { Workflow } from '@yangguang/domain/workflows/workflow';
import { type ReactNode, useState } from 'react';
import { type Got, useSend } from '../../api/use-api.tsx';
import { useSession } from '../../session/session.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { AreaField } from '../../ui/field.tsx';
import { Section } from '../../ui/page.tsx';
import { Problem } from '../../ui/problem.tsx';
import { useLang, useWords } from '../../words/language.tsx';
import { factLines, type Matter } from './fact-words.ts';
import { FactsOf } from './facts-of.tsx';
import { words } from './words.ts';

type Full = Got<'matter.unmask'>;

interface Props {
  readonly matter: Matter;
  readonly workflow: Workflow;
}

/** What is on record, private things masked; in full for a reason that is written down, as long as the page is open. */
export function FactsSection({ matter, workflow }: Props): ReactNode {
  const say = useWords(words);
  const lang = useLang();
  const { may } = useSession();
  const [isAsking, setAsking] = useState(false);
  const [full, setFull] = useState<Full | null>(null);
  const reader = { workflow, people: matter.people, lang };
  const lines = factLines(reader, { ...matter.facts, ...full?.facts });
  const hasHidden = lines.some((line) => line.isHidden);
  const canShow = may('person.unmask') && (hasHidden || matter.title.endsWith('*'));
  return (
    <Section
      title={say.facts}
      actions={
        !canShow ? undefined : full === null ? (
          <Button kind="quiet" onClick={() => setAsking(true)}>
            {say.unmask}
          </Button>
        ) : (
          <Button kind="quiet" onClick={() => setFull(null)}>
            {say.hide}
          </Button>
        )
      }
    >
      {full === null ? null : (
        <p className="note warn">
          {say.shown} <b>{full.title}</b>
        </p>
      )}
      {lines.length === 0 ? <p className="soft">{say.noFacts}</p> : <FactsOf lines={lines} />}
      {isAsking ? (
        <UnmaskDialog
          id={matter.id}
          onClose={() => setAsking(false)}
          onShown={(shown) => {
            setAsking(false);
            setFull(shown);
          }}
        />
      ) : null}
    </Section>
  );
}

/** Shows the private facts of a matter for a reason: every look is on record. */
export function UnmaskDialog({
  id,
  onClose,
  onShown,
}: {
  readonly id: string;
  readonly onClose: () => void;
  readonly onShown: (full: Full) => void;
}): ReactNode {
  const say = useWords(words);
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const unmask = useSend('matter.unmask', []);
  const isShort = reason.trim().length < 4;
  const send = async (): Promise<void> => {
    setTried(true);
    if (isShort) return;
    try {
      onShown(await unmask.send({ id, reason: reason.trim() }));
    } catch {
      // Shown below from the state of the request.
    }
  };
  return (
    <Dialog
      title={say.unmaskTitle}
      onClose={onClose}
      footer={
        <Button kind="main" busy={unmask.isPending} onClick={() => void send()}>
          {say.unmask}
        </Button>
      }
    >
      <p>{say.unmaskWhy}</p>
      <AreaField
        label={say.unmaskReason}
        required
        rows={2}
        maxLength={400}
        value={reason}
        onChange={setReason}
        fault={isTried && isShort ? say.tooShort : null}
      />
      {unmask.error === null ? null : <Problem error={unmask.error} />}
    </Dialog>
  );
}
