import { Link, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { newId } from '../../api/new-id.ts';
import { usePages, useSend } from '../../api/use-api.tsx';
import { useSession } from '../../session/session.tsx';
import { OnlyFor } from '../../shell/only-for.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { CheckField, DayField, TextField } from '../../ui/field.tsx';
import { Page } from '../../ui/page.tsx';
import { DueTag, StateTag } from '../../ui/tag.tsx';
import { useToday } from '../../words/clock.ts';
import { dayOf } from '../../words/format.ts';
import { useLang, useWords } from '../../words/language.tsx';
import { ConfirmDialog } from '../admin/confirm-dialog.tsx';
import { PagedTable } from '../admin/paged-table.tsx';
import { stateTitle } from '../matter/line-words.ts';
import { useWorkflows } from '../matter/use-workflows.ts';
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
  const lang = useLang();
  const workflows = useWorkflows();
  const [onlyEnded, setOnlyEnded] = useState(false);
  const filter = ['workflow:referral', ...(onlyEnded ? ['ended:yes'] : [])];
  const pages = usePages('matter.list', { limit: 50, filter });
  return (
    <section className="card">
      <CheckField label={say.onlyEnded} value={onlyEnded} onChange={setOnlyEnded} />
      <PagedTable
        pages={pages}
        caption={say.title}
        hidesCaption
        rowKey={(row) => row.id}
        empty={<Empty why={onlyEnded ? say.noneEnded : say.none} />}
        columns={[
          {
            key: 'number',
            title: say.number,
            isRowHeader: true,
            cell: ({ id, title }) => (
              <Link to="/referrals/$id" params={{ id }}>
                {title}
              </Link>
            ),
          },
          {
            key: 'state',
            title: say.state,
            cell: (row) => <StateTag title={stateTitle(workflows, row, lang)} isEnded={row.isEnded} />,
          },
          {
            key: 'due',
            title: say.due,
            cell: ({ dueOn, isOverdue, isEnded }) =>
              isEnded ? null : <DueTag dueOn={dueOn} isOverdue={isOverdue} />,
          },
          { key: 'opened', title: say.opened, isShort: true, cell: ({ openedAt }) => dayOf(openedAt) },
        ]}
      />
    </section>
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
