import { type ReactNode, useState } from 'react';
import { useSession } from '../../session/session.tsx';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/page.tsx';
import { RegionName } from '../../ui/region-name.tsx';
import { Tag, type Tone } from '../../ui/tag.tsx';
import { instant } from '../../words/format.ts';
import { useLang, useWords } from '../../words/language.tsx';
import { type Decision, DecideDialog } from './decide-dialog.tsx';
import type { ParameterDetail, Past } from './parameter-filter.ts';
import styles from './parameter.module.css';
import { sayValue } from './value-words.ts';
import { words } from './words.ts';

const states = {
  waiting: { label: 'stateWaiting', tone: 'info' },
  inForce: { label: 'stateInForce', tone: 'good' },
  revoked: { label: 'stateRevoked', tone: 'plain' },
  declined: { label: 'stateDeclined', tone: 'plain' },
  withdrawn: { label: 'stateWithdrawn', tone: 'plain' },
  done: { label: 'stateDone', tone: 'plain' },
} as const satisfies Readonly<Record<Past['state'], { label: keyof typeof words; tone: Tone }>>;

/** What was proposed here, by whom, who decided, and what may be done with it now. */
export function LocalHistory({ parameter }: { readonly parameter: ParameterDetail }): ReactNode {
  const say = useWords(words);
  const [decision, setDecision] = useState<Decision | null>(null);
  return (
    <Section title={say.history}>
      {parameter.history.length === 0 ? (
        <p className="soft">{say.noHistory}</p>
      ) : (
        <ol className={styles['history']}>
          {parameter.history.map((one) => (
            <li key={one.id}>
              <Entry one={one} parameter={parameter} onDecide={setDecision} />
            </li>
          ))}
        </ol>
      )}
      {decision === null ? null : (
        <DecideDialog decision={decision} parameter={parameter} onClose={() => setDecision(null)} />
      )}
    </Section>
  );
}

function Entry({
  one,
  parameter,
  onDecide,
}: {
  readonly one: Past;
  readonly parameter: ParameterDetail;
  readonly onDecide: (decision: Decision) => void;
}): ReactNode {
  const say = useWords(words);
  const lang = useLang();
  const { value, from, to, basis, region, state, proposedBy, proposedAt, decidedBy, decidedAt, reason } = one;
  const { label, tone } = states[state];
  return (
    <>
      <p>
        <Tag tone={tone}>{say[label]}</Tag>{' '}
        <b>{value === null ? say.toRevoke : sayValue(value, parameter.unit, parameter.name, lang)}</b>{' '}
        <RegionName code={region} /> {from === null ? null : say.period(from, to ?? say.stays)}
      </p>
      <p>{basis}</p>
      <p className="soft">
        {say.proposedBy(proposedBy?.name ?? '', instant(proposedAt))}
        {decidedAt === null ? null : ` · ${say.decidedBy(decidedBy?.name ?? '', instant(decidedAt))}`}
        {reason === null ? null : ` · ${reason}`}
      </p>
      <Acts one={one} onDecide={onDecide} />
    </>
  );
}

function Acts({
  one,
  onDecide,
}: {
  readonly one: Past;
  readonly onDecide: (decision: Decision) => void;
}): ReactNode {
  const say = useWords(words);
  const { who, may } = useSession();
  const isOwn = one.proposedBy?.id === who.accountId;
  if (one.state === 'inForce' && one.value !== null && may('policy.set'))
    return (
      <div className="buttons">
        <Button onClick={() => onDecide({ kind: 'revoke', of: one })}>{say.revoke}</Button>
      </div>
    );
  if (one.state !== 'waiting' || !one.mayWithdraw) return null;
  return (
    <div className="buttons">
      <Button
        kind="main"
        whyNot={one.mayConfirm ? null : say.ownProposal}
        onClick={() => onDecide({ kind: 'confirm', of: one })}
      >
        {say.confirm}
      </Button>
      <Button onClick={() => onDecide({ kind: 'decline', of: one })}>
        {isOwn ? say.withdraw : say.decline}
      </Button>
    </div>
  );
}
