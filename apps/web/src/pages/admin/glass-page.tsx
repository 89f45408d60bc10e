import { roles } from '@yangguang/domain/people/role';
import { type ReactNode, useState } from 'react';
import { newId } from '../../api/new-id.ts';
import { type Got, type Sent, usePages, useSend } from '../../api/use-api.tsx';
import { useSession } from '../../session/session.tsx';
import { OnlyFor } from '../../shell/only-for.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { AreaField, CheckField, SelectField, TextField } from '../../ui/field.tsx';
import { Page } from '../../ui/page.tsx';
import { RegionName } from '../../ui/region-name.tsx';
import { Tag } from '../../ui/tag.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import { instant } from '../../words/format.ts';
import { usePick, useWords } from '../../words/language.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { PagedTable } from '../../ui/paged-table.tsx';
import { keepWords } from './words-keep.ts';

type Row = Got<'glass.list'>['items'][number];

/** Looks into one's area from outside, to be noted; and the way to look outside oneself. */
export function GlassPage(): ReactNode {
  const { may } = useSession();
  return (
    <OnlyFor may={may('glass.watch') ? 'glass.watch' : 'glass.break'}>
      <Glass />
    </OnlyFor>
  );
}

function Glass(): ReactNode {
  const say = useWords(keepWords);
  const { may } = useSession();
  const [isBreaking, setBreaking] = useState(false);
  return (
    <Page
      title={say.glass}
      lead={may('glass.watch') ? say.glassLead : say.breakGlassWhy}
      actions={
        may('glass.break') ? <Button onClick={() => setBreaking(true)}>{say.breakGlass}</Button> : undefined
      }
    >
      {may('glass.watch') ? <Looks /> : null}
      {isBreaking ? <BreakDialog onClose={() => setBreaking(false)} /> : null}
    </Page>
  );
}

function Looks(): ReactNode {
  const say = useWords(keepWords);
  const pick = usePick();
  const [onlyUnseen, setOnlyUnseen] = useState(false);
  const pages = usePages('glass.list', { limit: 50, ...(onlyUnseen ? { onlyUnseen: 'true' as const } : {}) });
  return (
    <section className="card">
      <CheckField label={say.onlyUnseen} value={onlyUnseen} onChange={setOnlyUnseen} />
      <PagedTable
        pages={pages}
        caption={say.glass}
        hidesCaption
        rowKey={(row) => row.id}
        empty={<Empty why={say.noGlass} />}
        columns={[
          {
            key: 'who',
            title: say.who,
            isRowHeader: true,
            cell: ({ fullName, unitName }) => `${fullName} ${unitName ?? ''}`,
          },
          { key: 'role', title: say.role, cell: ({ role }) => pick(roles[role]) },
          { key: 'place', title: say.place, cell: ({ area }) => <RegionName code={area} /> },
          { key: 'reason', title: say.reason, cell: ({ reason }) => reason },
          { key: 'brokenAt', title: say.brokenAt, isShort: true, cell: ({ brokenAt }) => instant(brokenAt) },
          { key: 'expires', title: say.expires, isShort: true, cell: ({ expiresAt }) => instant(expiresAt) },
          { key: 'seen', title: say.seen, cell: (row) => <Seen row={row} /> },
        ]}
      />
    </section>
  );
}

function Seen({ row }: { readonly row: Row }): ReactNode {
  const say = useWords(keepWords);
  const { who } = useSession();
  const note = useSend('glass.note', ['glass', 'session']);
  if (row.seenAt !== null) return <Tag tone="good">{instant(row.seenAt)}</Tag>;
  if (row.accountId === who.accountId) return <Tag tone="warn">{say.unseen}</Tag>;
  return (
    <Button
      busy={note.isPending}
      aria-label={say.noteNamed(row.fullName)}
      onClick={() => note.mutate({ id: row.id })}
    >
      {say.note}
    </Button>
  );
}

function BreakDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const say = useWords(keepWords);
  const pick = usePick();
  const toast = useToast();
  const { who } = useSession();
  const held = [...new Set(who.appointments.filter((one) => !one.readsOnly).map(({ role }) => role))];
  const [typed, setTyped, drop] = useDraft('glass.break', { role: held[0] ?? '', area: '', reason: '' });
  const [id] = useState(newId);
  const glass = useSend('glass.break', ['glass', 'session']);
  const whyNot = !/^\d{4}(?:\d\d(?:\d{3}(?:\d{3})?)?)?$/.test(typed.area)
    ? say.missing(say.breakCode)
    : typed.reason.trim().length < 10
      ? say.breakReasonHint
      : null;
  return (
    <ConfirmDialog
      title={say.breakGlass}
      consequence={say.breakGlassWhy}
      verb={say.breakGlass}
      whyNot={whyNot}
      act={async () => {
        const { expiresAt } = await glass.send({ ...typed, id } as Sent<'glass.break'>);
        drop();
        toast({ text: say.openUntil(instant(expiresAt)) });
      }}
      onClose={onClose}
    >
      <SelectField
        label={say.role}
        value={typed.role}
        onChange={(role) => setTyped({ ...typed, role })}
        choices={held.map((role) => ({ value: role, label: pick(roles[role]) }))}
      />
      <TextField
        label={say.breakCode}
        hint={say.breakCodeHint}
        required
        inputMode="numeric"
        maxLength={12}
        autoComplete="off"
        value={typed.area}
        onChange={(area) => setTyped({ ...typed, area: area.trim() })}
      />
      <AreaField
        label={say.breakReason}
        hint={say.breakReasonHint}
        required
        maxLength={500}
        value={typed.reason}
        onChange={(reason) => setTyped({ ...typed, reason })}
      />
    </ConfirmDialog>
  );
}
