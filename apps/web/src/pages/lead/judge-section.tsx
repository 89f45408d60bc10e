import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useSession } from '../../session/session.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { type Key, useKeys } from '../../ui/keys.tsx';
import { Section } from '../../ui/page.tsx';
import { usePick, useWords } from '../../words/language.tsx';
import { ActionDialog } from '../matter/action-dialog.tsx';
import type { Matter } from '../matter/fact-words.ts';
import { type OfferedJudgement, offeredJudgements, otherSteps, shutSteps } from './judgements.ts';
import styles from './lead.module.css';
import { RemarkBox } from './remark-box.tsx';
import { leadWords } from './words.ts';

/** After these one goes on at the same lead. */
const staying: ReadonlySet<string> = new Set(['triage', 'confirmIdentity', 'giveBack']);

/** The judgements with their keys, every other step, and why what cannot be done cannot be done. */
export function JudgeSection({
  matter,
  onJudged,
}: {
  readonly matter: Matter;
  /** A step was taken after which the next lead may be looked at. */
  readonly onJudged: () => void;
}): ReactNode {
  const say = useWords(leadWords);
  const { may } = useSession();
  const [open, setOpen] = useState<string | null>(null);
  const offered = offeredJudgements(matter.actions);
  const mayNote = may('matter.act') && !matter.isEnded;
  useKeys(judgeKeys(offered, say, mayNote, setOpen));
  return (
    <Section title={say.judge} className={styles['judge']}>
      {matter.isEnded ? (
        <p>{say.ended}</p>
      ) : (
        <div className={styles['judgements']}>
          {offered.map((one) => (
            <JudgementButton key={one.key} offered={one} onOpen={setOpen} />
          ))}
          {mayNote ? (
            <Button hotkey="4" onClick={() => setOpen(unsure)}>
              {say.unsure}
            </Button>
          ) : null}
        </div>
      )}
      <OtherSteps matter={matter} offered={offered} onOpen={setOpen} />
      <p>
        <Link to="/matters/$id" params={{ id: matter.id }}>
          {say.wholeMatter}
        </Link>
      </p>
      {open === unsure ? (
        <Dialog title={say.unsure} onClose={() => setOpen(null)}>
          <RemarkBox
            matterId={matter.id}
            start={say.unsureStart}
            hint={say.unsureHint}
            onDone={() => {
              setOpen(null);
              onJudged();
            }}
          />
        </Dialog>
      ) : open === null ? null : (
        <ActionDialog
          key={open}
          matter={matter}
          action={open}
          onClose={() => setOpen(null)}
          onDone={() => (staying.has(open) ? undefined : onJudged())}
        />
      )}
    </Section>
  );
}

const unsure = 'unsure';

function JudgementButton({
  offered: { judgement, key, action },
  onOpen,
}: {
  readonly offered: OfferedJudgement;
  readonly onOpen: (action: string) => void;
}): ReactNode {
  const say = useWords(leadWords);
  const pick = usePick();
  return (
    <Button
      kind={judgement === 'follow' && action.may ? 'main' : 'plain'}
      hotkey={key}
      whyNot={action.may || action.why === null ? null : pick(action.why.why)}
      onClick={() => onOpen(action.action)}
    >
      {say.judgementOf(say[judgement], pick(action.title))}
    </Button>
  );
}

function OtherSteps({
  matter,
  offered,
  onOpen,
}: {
  readonly matter: Matter;
  readonly offered: readonly OfferedJudgement[];
  readonly onOpen: (action: string) => void;
}): ReactNode {
  const say = useWords(leadWords);
  const pick = usePick();
  const others = otherSteps(matter.actions, offered);
  const shut = shutSteps(matter.actions, offered);
  const isIdle = others.length === 0 && !offered.some(({ action }) => action.may);
  return (
    <>
      {isIdle && !matter.isEnded ? <p className="soft">{say.noSteps}</p> : null}
      {others.length === 0 ? null : (
        <>
          <h3>{say.otherSteps}</h3>
          <div className="buttons">
            {others.map(({ action, title }) => (
              <Button key={action} kind="quiet" onClick={() => onOpen(action)}>
                {pick(title)}
              </Button>
            ))}
          </div>
        </>
      )}
      {shut.length === 0 ? null : (
        <details>
          <summary>{say.shutSteps(shut.length)}</summary>
          <ul className="bulleted">
            {shut.map(({ action, title, why }) => (
              <li key={action}>
                <b>{pick(title)}</b> {why === null ? null : <span className="soft">{pick(why.why)}</span>}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

/** Keys open forms; none takes a step. */
function judgeKeys(
  offered: readonly OfferedJudgement[],
  say: {
    readonly follow: string;
    readonly exclude: string;
    readonly dispatch: string;
    readonly unsure: string;
  },
  mayNote: boolean,
  open: (action: string) => void,
): readonly Key[] {
  const able = offered.filter(({ action }) => action.may);
  return [
    ...able.map(({ key, judgement, action }) => ({
      key,
      title: say[judgement],
      run: () => open(action.action),
    })),
    ...(mayNote ? [{ key: '4', title: say.unsure, run: () => open(unsure) }] : []),
  ];
}
