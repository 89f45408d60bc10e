import { type ReactNode, useState } from 'react';
import { useSend } from '../../api/use-api.tsx';
import { useSession } from '../../session/session.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ChoiceField, TextField } from '../../ui/field.tsx';
import { Problem } from '../../ui/problem.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useWords } from '../../words/language.tsx';
import { ColleaguePicker } from '../matter/colleague-picker.tsx';
import type { Card } from './card-parts.ts';
import { kinWords } from './words-kin.ts';

/** Says that oneself, or a colleague, is kin of the household and keeps out from now on. */
export function DeclareKin({
  card,
  onClose,
}: {
  readonly card: Card;
  readonly onClose: () => void;
}): ReactNode {
  const say = useWords(kinWords);
  const toast = useToast();
  const { may } = useSession();
  const mayForOthers = may('lead.triage');
  const [who, setWho] = useState('self');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [relation, setRelation] = useState('');
  const [isTried, setTried] = useState(false);
  const send = useSend('household.declareKin', ['household', 'matter', 'lead']);
  const isOther = who === 'other';
  const [accountId] = chosen;
  const lacksPerson = isOther && accountId === undefined;
  const declare = async (): Promise<void> => {
    setTried(true);
    if (relation.trim() === '' || lacksPerson) return;
    const other = isOther && accountId !== undefined ? { accountId } : {};
    try {
      await send.send({ householdId: card.id, relation: relation.trim(), ...other });
      toast({ text: say.declared });
      onClose();
    } catch {
      // Shown from the state of the request; what was typed stays.
    }
  };
  return (
    <Dialog
      title={say.declare}
      wide={isOther}
      onClose={onClose}
      footer={
        <Button kind="main" busy={send.isPending} onClick={() => void declare()}>
          {say.declare}
        </Button>
      }
    >
      <p>{say.declareEffect}</p>
      {mayForOthers ? (
        <ChoiceField
          label={say.declareWho}
          value={who}
          onChange={setWho}
          choices={[
            { value: 'self', label: say.declareSelf },
            { value: 'other', label: say.declareOther },
          ]}
        />
      ) : null}
      {isOther ? (
        <ColleaguePicker
          id="kin-colleague"
          label={say.declareOther}
          place={card}
          householdId={card.id}
          chosen={chosen}
          onChange={setChosen}
          fault={isTried && lacksPerson ? say.colleagueMissing : null}
          isSingle
        />
      ) : null}
      <TextField
        label={say.relation}
        hint={say.relationHint}
        required
        maxLength={20}
        autoComplete="off"
        value={relation}
        onChange={setRelation}
        fault={isTried && relation.trim() === '' ? say.relationMissing : null}
      />
      {send.error === null ? null : <Problem error={send.error} />}
    </Dialog>
  );
}
