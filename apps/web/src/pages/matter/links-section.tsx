import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { newId } from '../../api/new-id.ts';
import { useSend } from '../../api/use-api.tsx';
import { useSession } from '../../session/session.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Section } from '../../ui/page.tsx';
import { Problem } from '../../ui/problem.tsx';
import { DueTag, StateTag } from '../../ui/tag.tsx';
import { useLang, useWords } from '../../words/language.tsx';
import type { Matter } from './fact-words.ts';
import { lineTitle, stateTitle } from './line-words.ts';
import { MatterPicker } from './matter-picker.tsx';
import styles from './matter.module.css';
import type { Workflows } from './use-workflows.ts';
import { words } from './words.ts';

/** What belongs to the matter: the family's card, and matters it came from or led to. */
export function LinksSection({
  matter,
  workflows,
}: {
  readonly matter: Matter;
  readonly workflows: Workflows;
}): ReactNode {
  const say = useWords(words);
  const lang = useLang();
  const { may } = useSession();
  const [isLinking, setLinking] = useState(false);
  return (
    <Section
      title={say.links}
      actions={
        may('matter.act') && matter.householdId !== null ? (
          <Button kind="quiet" onClick={() => setLinking(true)}>
            {say.link}
          </Button>
        ) : undefined
      }
    >
      <p className="buttons">
        {matter.householdId !== null && may('household.read') ? (
          <Link to={`/households/${matter.householdId}`}>{say.household}</Link>
        ) : null}
        {matter.workflow === 'lead' && may('lead.read') ? (
          <Link to={`/leads/${matter.id}`}>{say.leadCard}</Link>
        ) : null}
      </p>
      {matter.links.length === 0 ? <p className="soft">{say.noLinks}</p> : null}
      <ul className={styles['papers']}>
        {matter.links.map((line) => (
          <li key={line.id}>
            <Link to="/matters/$id" params={{ id: line.id }}>
              {lineTitle(workflows, line, lang)}
            </Link>{' '}
            <StateTag title={stateTitle(workflows, line, lang)} isEnded={line.isEnded} />{' '}
            {line.isEnded || line.dueOn === null ? null : (
              <DueTag dueOn={line.dueOn} isOverdue={line.isOverdue} />
            )}
          </li>
        ))}
      </ul>
      {isLinking ? <LinkDialog matter={matter} onClose={() => setLinking(false)} /> : null}
    </Section>
  );
}

function LinkDialog({
  matter,
  onClose,
}: {
  readonly matter: Matter;
  readonly onClose: () => void;
}): ReactNode {
  const say = useWords(words);
  const [to, setTo] = useState('');
  const [stepId] = useState(newId);
  const [isTried, setTried] = useState(false);
  const link = useSend('matter.link', ['matter']);
  const send = async (): Promise<void> => {
    setTried(true);
    if (to === '') return;
    try {
      await link.send({ matterId: matter.id, to, stepId });
      onClose();
    } catch {
      // Shown below from the state of the request.
    }
  };
  return (
    <Dialog
      title={say.link}
      onClose={onClose}
      footer={
        <Button kind="main" busy={link.isPending} onClick={() => void send()}>
          {say.link}
        </Button>
      }
    >
      <MatterPicker
        id="link-to"
        label={say.linkTo}
        value={to}
        onChange={setTo}
        matter={matter}
        fault={isTried && to === '' ? say.missing(say.linkTo) : null}
      />
      {link.error === null ? null : <Problem error={link.error} />}
    </Dialog>
  );
}
