import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { newId } from '../../api/new-id.ts';
import { useSend } from '../../api/use-api.tsx';
import { useSession } from '../../session/session.tsx';
import { OnlyFor } from '../../shell/only-for.tsx';
import { Button } from '../../ui/button.tsx';
import { DayField, TextField } from '../../ui/field.tsx';
import { Page } from '../../ui/page.tsx';
import { useToday } from '../../words/clock.ts';
import { useWords } from '../../words/language.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { MatterLines } from '../matter/matter-lines.tsx';
import { isNumber } from './numbers.ts';
import { referralWords } from './words.ts';

/** Referrals, by their numbers, for the few who may know that they exist. */
export function ReferralList(): ReactNode {
  const say = useWords(referralWords);
  const { may } = useSession();
  const [isOpening, setOpening] = useState(false);
  return (
    <OnlyFor may="sealed.read">
      <Page
        title={say.title}
        lead={say.lead}
        actions={
          may('matter.open') ? (
            <Button kind="main" onClick={() => setOpening(true)}>
              {say.open}
            </Button>
          ) : undefined
        }
      >
        <p className="note warn">{say.superior}</p>
        <List />
        {isOpening ? <OpenDialog onClose={() => setOpening(false)} /> : null}
      </Page>
    </OnlyFor>
  );
}

function List(): ReactNode {
  const say = useWords(referralWords);
  return (
    <MatterLines
      workflow="referral"
      card="/referrals/$id"
      caption={say.title}
      name={say.number}
      none={(onlyEnded) => (onlyEnded ? say.noneEnded : say.none)}
    />
  );
}

function OpenDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const say = useWords(referralWords);
  const { who } = useSession();
  const navigate = useNavigate();
  const [number, setNumber] = useState('');
  const [noticedOn, setNoticedOn] = useState(useToday());
  const [ids] = useState(() => ({ matterId: newId(), stepId: newId() }));
  const open = useSend('matter.open', ['matter']);
  const region = who.appointments.find(({ area }) => area !== '')?.area ?? '';
  const whyNot =
    number.trim() === ''
      ? say.missing(say.number)
      : !isNumber(number.trim())
        ? say.numberWrong
        : noticedOn === ''
          ? say.missing(say.noticedOn)
          : null;
  return (
    <ConfirmDialog
      title={say.open}
      consequence={say.openLead}
      verb={say.open}
      whyNot={whyNot}
      act={async () => {
        const about = { workflow: 'referral' as const, region, title: number.trim() };
        await open.send({ ...ids, ...about, facts: { noticedOn } });
        void navigate({ to: '/referrals/$id', params: { id: ids.matterId } });
      }}
      onClose={onClose}
    >
      <p className="note warn">{say.superior}</p>
      <TextField
        label={say.number}
        hint={say.numberHint}
        required
        maxLength={40}
        autoComplete="off"
        value={number}
        onChange={setNumber}
        fault={number !== '' && !isNumber(number.trim()) ? say.numberWrong : null}
      />
      <DayField label={say.noticedOn} required value={noticedOn} onChange={setNoticedOn} />
    </ConfirmDialog>
  );
}
