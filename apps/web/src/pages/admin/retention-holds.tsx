import { type ReactNode, useState } from 'react';
import { newId } from '../../api/new-id.ts';
import { type Got, type Sent, usePages, useSend } from '../../api/use-api.tsx';
import { useSession } from '../../session/session.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { AreaField, CheckField, ChoiceField, TextField } from '../../ui/field.tsx';
import { Section } from '../../ui/page.tsx';
import { RegionName } from '../../ui/region-name.tsx';
import { Tag } from '../../ui/tag.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import { dayOf } from '../../words/format.ts';
import { useWords } from '../../words/language.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { PagedTable } from '../../ui/paged-table.tsx';
import { keepWords } from './words-keep.ts';
import { useTableName } from '../../ui/use-table-name.ts';

type Row = Got<'retention.holds'>['items'][number];

/** What is kept beyond its time, and why. */
export function Holds(): ReactNode {
  const say = useWords(keepWords);
  const listOf = useTableName();
  const { may } = useSession();
  const [onlyInForce, setOnlyInForce] = useState(true);
  const [isNew, setNew] = useState(false);
  const [releasing, setReleasing] = useState<Row | null>(null);
  const pages = usePages('retention.holds', { limit: 50, onlyInForce: onlyInForce ? 'true' : 'false' });
  const mayRun = may('retention.run');
  return (
    <Section
      title={say.holds}
      actions={mayRun ? <Button onClick={() => setNew(true)}>{say.setHold}</Button> : undefined}
    >
      <CheckField label={say.onlyInForce} value={onlyInForce} onChange={setOnlyInForce} />
      <PagedTable
        pages={pages}
        caption={listOf(say.holds)}
        hidesCaption
        rowKey={(row) => row.id}
        empty={<Empty why={say.noHolds} />}
        columns={[
          {
            key: 'subject',
            title: say.holdKind,
            isRowHeader: true,
            cell: ({ kind, subjectId }) => (
              <>
                {say[kind]} <code>{subjectId}</code>
              </>
            ),
          },
          { key: 'area', title: say.area, cell: ({ area }) => <RegionName code={area} /> },
          { key: 'reason', title: say.reason, cell: ({ reason }) => reason },
          { key: 'setAt', title: say.setAt, isShort: true, cell: ({ setAt }) => dayOf(setAt) },
          {
            key: 'state',
            title: say.state,
            cell: ({ releasedAt, releaseReason }) =>
              releasedAt === null ? (
                <Tag tone="info">{say.inForce}</Tag>
              ) : (
                <>
                  <Tag>{say.releasedAt(dayOf(releasedAt))}</Tag> {releaseReason}
                </>
              ),
          },
          {
            key: 'acts',
            title: say.acts,
            cell: (row) =>
              mayRun && row.releasedAt === null ? (
                <Button
                  aria-label={say.releaseNamed(row.subjectId.slice(0, 8))}
                  onClick={() => setReleasing(row)}
                >
                  {say.release}
                </Button>
              ) : null,
          },
        ]}
      />
      {isNew ? <HoldDialog onClose={() => setNew(false)} /> : null}
      {releasing === null ? null : <ReleaseDialog row={releasing} onClose={() => setReleasing(null)} />}
    </Section>
  );
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

function HoldDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const say = useWords(keepWords);
  const toast = useToast();
  const [typed, setTyped, drop] = useDraft('retention.hold', { kind: 'matter', subjectId: '', reason: '' });
  const [id] = useState(newId);
  const hold = useSend('retention.hold', ['retention']);
  const whyNot = !uuid.test(typed.subjectId.trim())
    ? say.missing(say.subjectId)
    : typed.reason.trim().length < 4
      ? say.missing(say.reason)
      : null;
  return (
    <ConfirmDialog
      title={say.setHold}
      consequence={say.setHoldWhy}
      verb={say.setHold}
      whyNot={whyNot}
      act={async () => {
        await hold.send({ ...typed, subjectId: typed.subjectId.trim(), id } as Sent<'retention.hold'>);
        drop();
        toast({ text: say.done });
      }}
      onClose={onClose}
    >
      <ChoiceField
        label={say.holdKind}
        value={typed.kind}
        onChange={(kind) => setTyped({ ...typed, kind })}
        choices={[
          { value: 'matter', label: say.matter },
          { value: 'household', label: say.household },
        ]}
      />
      <TextField
        label={say.subjectId}
        hint={say.subjectIdHint}
        required
        autoComplete="off"
        value={typed.subjectId}
        onChange={(subjectId) => setTyped({ ...typed, subjectId })}
      />
      <AreaField
        label={say.reason}
        required
        maxLength={500}
        value={typed.reason}
        onChange={(reason) => setTyped({ ...typed, reason })}
      />
    </ConfirmDialog>
  );
}

function ReleaseDialog({ row, onClose }: { readonly row: Row; readonly onClose: () => void }): ReactNode {
  const say = useWords(keepWords);
  const toast = useToast();
  const [reason, setReason, drop] = useDraft(`retention.release:${row.id}`, '');
  const release = useSend('retention.release', ['retention']);
  return (
    <ConfirmDialog
      title={say.release}
      consequence={say.releaseWhy}
      verb={say.release}
      whyNot={reason.trim().length < 4 ? say.missing(say.reason) : null}
      act={async () => {
        await release.send({ id: row.id, reason: reason.trim() });
        drop();
        toast({ text: say.done });
      }}
      onClose={onClose}
    >
      <AreaField label={say.reason} required maxLength={500} value={reason} onChange={setReason} />
    </ConfirmDialog>
  );
}
