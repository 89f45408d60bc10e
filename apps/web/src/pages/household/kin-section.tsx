import { type ReactNode, useState } from 'react';
import { type Got, useAsk, useSend } from '../../api/use-api.tsx';
import { useSession } from '../../session/session.tsx';
import { Asked } from '../../ui/asked.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { AreaField } from '../../ui/field.tsx';
import { Section } from '../../ui/page.tsx';
import { Problem } from '../../ui/problem.tsx';
import { useToast } from '../../ui/toast.tsx';
import { dayOf } from '../../words/format.ts';
import { useWords } from '../../words/language.tsx';
import type { Card } from './card-parts.ts';
import { DeclareKin } from './declare-kin.tsx';
import styles from './household.module.css';
import { shortestReason } from './unmask-section.tsx';
import { kinWords } from './words-kin.ts';

type Kin = Got<'household.kin'>['items'][number];

/** Colleagues who are kin of the household and keep out; who may, declares and withdraws. */
export function KinSection({ card }: { readonly card: Card }): ReactNode {
  const say = useWords(kinWords);
  const { may } = useSession();
  const seesList = may('lead.triage');
  const kin = useAsk('household.kin', { householdId: card.id }, { when: seesList });
  const [isDeclaring, setDeclaring] = useState(false);
  const [withdrawn, setWithdrawn] = useState<Kin | null>(null);
  return (
    <Section title={say.kin} className="no-print">
      <p className="hint">{say.kinHint}</p>
      {seesList ? (
        <Asked query={kin}>{({ items }) => <KinList items={items} onWithdraw={setWithdrawn} />}</Asked>
      ) : null}
      <p className={styles['below']}>
        <Button onClick={() => setDeclaring(true)}>{say.declare}</Button>
      </p>
      {isDeclaring ? <DeclareKin card={card} onClose={() => setDeclaring(false)} /> : null}
      {withdrawn === null ? null : (
        <WithdrawKin householdId={card.id} kin={withdrawn} onClose={() => setWithdrawn(null)} />
      )}
    </Section>
  );
}

function KinList({
  items,
  onWithdraw,
}: {
  readonly items: readonly Kin[];
  readonly onWithdraw: (kin: Kin) => void;
}): ReactNode {
  const say = useWords(kinWords);
  const { who } = useSession();
  const isJudge = who.appointments.some(({ role }) => role === 'countyLead' || role === 'countyReviewer');
  if (items.length === 0) return <p className="soft">{say.kinNone}</p>;
  return (
    <ul className={styles['lines']}>
      {items.map((one) => (
        <li key={one.colleague.id}>
          <b>{one.colleague.name}</b> {one.relation}{' '}
          <span className="soft">{say.declaredAt(dayOf(one.declaredAt))}</span>{' '}
          {isJudge && one.colleague.id !== who.accountId ? (
            <Button kind="quiet" onClick={() => onWithdraw(one)}>
              {say.withdraw}
            </Button>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function WithdrawKin({
  householdId,
  kin,
  onClose,
}: {
  readonly householdId: string;
  readonly kin: Kin;
  readonly onClose: () => void;
}): ReactNode {
  const say = useWords(kinWords);
  const toast = useToast();
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const send = useSend('household.withdrawKin', ['household', 'matter']);
  const isShort = reason.trim().length < shortestReason;
  const withdraw = async (): Promise<void> => {
    setTried(true);
    if (isShort) return;
    try {
      await send.send({ householdId, accountId: kin.colleague.id, reason: reason.trim() });
      toast({ text: say.withdrawn });
      onClose();
    } catch {
      // Shown from the state of the request; the reason stays.
    }
  };
  return (
    <Dialog
      title={say.withdrawOf(kin.colleague.name)}
      onClose={onClose}
      footer={
        <Button kind="danger" busy={send.isPending} onClick={() => void withdraw()}>
          {say.withdraw}
        </Button>
      }
    >
      <p>{say.withdrawEffect}</p>
      <AreaField
        label={say.reason}
        required
        rows={2}
        maxLength={400}
        value={reason}
        onChange={setReason}
        fault={isTried && isShort ? say.reasonShort : null}
      />
      {send.error === null ? null : <Problem error={send.error} />}
    </Dialog>
  );
}
