import { type ReactNode, useState } from 'react';
import { newId } from '../../api/new-id.ts';
import { type Got, usePages, useSend } from '../../api/use-api.tsx';
import { useSession } from '../../session/session.tsx';
import { OnlyFor } from '../../shell/only-for.tsx';
import { Button } from '../../ui/button.tsx';
import type { Column } from '../../ui/data-table.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Empty } from '../../ui/empty.tsx';
import { AreaField, TextField } from '../../ui/field.tsx';
import { Page } from '../../ui/page.tsx';
import { RegionName } from '../../ui/region-name.tsx';
import { Tag } from '../../ui/tag.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import { dayOf } from '../../words/format.ts';
import { useWords } from '../../words/language.tsx';
import { RegionPicker } from '../matter/region-picker.tsx';
import styles from './admin.module.css';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { inGroups, readJwk } from './jwk-text.ts';
import { PagedTable } from '../../ui/paged-table.tsx';
import { keepWords } from './words-keep.ts';

type Row = Got<'receiverKey.list'>['items'][number];

/** Public keys of the bodies that referrals are sealed to. */
export function ReceiverKeys(): ReactNode {
  const say = useWords(keepWords);
  const { may } = useSession();
  const pages = usePages('receiverKey.list', { limit: 50 }, { when: may('key.manage') });
  const [isNew, setNew] = useState(false);
  const [fresh, setFresh] = useState<Row | null>(null);
  const [revoking, setRevoking] = useState<Row | null>(null);
  return (
    <OnlyFor may="key.manage">
      <Page
        title={say.referralKeys}
        lead={say.referralKeysLead}
        actions={
          <Button kind="main" onClick={() => setNew(true)}>
            {say.register}
          </Button>
        }
      >
        <section className="card">
          <PagedTable
            pages={pages}
            caption={say.referralKeys}
            hidesCaption
            columns={useColumns(setRevoking)}
            rowKey={(row) => row.id}
            empty={<Empty why={say.noKeys} />}
          />
        </section>
        {isNew ? <RegisterDialog onClose={() => setNew(false)} onRegistered={setFresh} /> : null}
        {fresh === null ? null : <CompareDialog registered={fresh} onClose={() => setFresh(null)} />}
        {revoking === null ? null : <RevokeDialog registered={revoking} onClose={() => setRevoking(null)} />}
      </Page>
    </OnlyFor>
  );
}

function useColumns(onRevoke: (row: Row) => void): Column<Row>[] {
  const say = useWords(keepWords);
  return [
    { key: 'name', title: say.receiver, isRowHeader: true, cell: ({ name }) => name },
    { key: 'area', title: say.area, cell: ({ region }) => <RegionName code={region} /> },
    { key: 'algorithm', title: say.algorithm, cell: ({ algorithm }) => <code>{algorithm}</code> },
    {
      key: 'fingerprint',
      title: say.fingerprint,
      cell: ({ fingerprint }) => <code className={styles['hash']}>{inGroups(fingerprint)}</code>,
    },
    { key: 'addedAt', title: say.addedAt, isShort: true, cell: ({ addedAt }) => dayOf(addedAt) },
    {
      key: 'state',
      title: say.state,
      cell: ({ revokedAt }) =>
        revokedAt === null ? (
          <Tag tone="good">{say.inUse}</Tag>
        ) : (
          <Tag>{say.revokedAt(dayOf(revokedAt))}</Tag>
        ),
    },
    {
      key: 'acts',
      title: say.acts,
      cell: (row) =>
        row.revokedAt === null ? (
          <Button kind="danger" aria-label={say.revokeNamed(row.name)} onClick={() => onRevoke(row)}>
            {say.revoke}
          </Button>
        ) : null,
    },
  ];
}

const blank = { region: '', name: '', text: '' };

function RegisterDialog({
  onClose,
  onRegistered,
}: {
  readonly onClose: () => void;
  readonly onRegistered: (row: Row) => void;
}): ReactNode {
  const say = useWords(keepWords);
  const { who } = useSession();
  const start = { ...blank, region: who.appointments.find(({ area }) => area !== '')?.area ?? '' };
  const [typed, setTyped, drop] = useDraft('receiverKey.register', start);
  const [id] = useState(newId);
  const register = useSend('receiverKey.register', ['receiverKey']);
  const publicKey = readJwk(typed.text);
  const whyNot =
    typed.region.length < 2
      ? say.missing(say.area)
      : typed.name.trim() === ''
        ? say.missing(say.receiver)
        : publicKey === null
          ? say.missing(say.publicKey)
          : null;
  return (
    <ConfirmDialog
      title={say.register}
      consequence={say.publicKeyHint}
      verb={say.register}
      whyNot={whyNot}
      act={async () => {
        if (publicKey === null) return;
        onRegistered(await register.send({ id, region: typed.region, name: typed.name.trim(), publicKey }));
        drop();
      }}
      onClose={onClose}
    >
      <TextField
        label={say.receiver}
        required
        maxLength={80}
        autoComplete="off"
        value={typed.name}
        onChange={(name) => setTyped({ ...typed, name })}
      />
      <RegionPicker
        id="key-area"
        label={say.area}
        value={typed.region}
        onChange={(region) => setTyped({ ...typed, region })}
        fault={null}
      />
      <AreaField
        label={say.publicKey}
        required
        rows={6}
        value={typed.text}
        onChange={(text) => setTyped({ ...typed, text })}
        fault={typed.text !== '' && publicKey === null ? say.publicKeyWrong : null}
      />
    </ConfirmDialog>
  );
}

function CompareDialog({
  registered,
  onClose,
}: {
  readonly registered: Row;
  readonly onClose: () => void;
}): ReactNode {
  const say = useWords(keepWords);
  return (
    <Dialog
      title={say.compare}
      onClose={onClose}
      footer={
        <Button kind="main" onClick={onClose}>
          {say.compared}
        </Button>
      }
    >
      <p>{say.compareWhy}</p>
      <p>{registered.name}</p>
      <code className={styles['secret']}>{inGroups(registered.fingerprint)}</code>
    </Dialog>
  );
}

function RevokeDialog({
  registered,
  onClose,
}: {
  readonly registered: Row;
  readonly onClose: () => void;
}): ReactNode {
  const say = useWords(keepWords);
  const revoke = useSend('receiverKey.revoke', ['receiverKey']);
  return (
    <ConfirmDialog
      title={say.revokeNamed(registered.name)}
      consequence={say.revokeWhy}
      verb={say.revoke}
      kind="danger"
      act={() => revoke.send({ id: registered.id })}
      onClose={onClose}
    />
  );
}
