import { type ReactNode, useState } from 'react';
import { type Got, usePages, useSend } from '../../api/use-api.tsx';
import { useSession } from '../../session/session.tsx';
import { Button } from '../../ui/button.tsx';
import type { Column } from '../../ui/data-table.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Section } from '../../ui/page.tsx';
import { RegionName } from '../../ui/region-name.tsx';
import { Tag } from '../../ui/tag.tsx';
import { useToast } from '../../ui/toast.tsx';
import { instant } from '../../words/format.ts';
import { useWords } from '../../words/language.tsx';
import styles from './admin.module.css';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { PagedTable } from '../../ui/paged-table.tsx';
import { keepWords } from './words-keep.ts';
import { useTableName } from '../../ui/use-table-name.ts';

type Row = Got<'retention.list'>['items'][number];
type Act = 'approve' | 'withdraw';

/** Plans to erase, and the certificates of those carried out. */
export function Plans(): ReactNode {
  const say = useWords(keepWords);
  const listOf = useTableName();
  const pages = usePages('retention.list', { limit: 50 });
  const [chosen, setChosen] = useState<{ readonly row: Row; readonly act: Act } | null>(null);
  return (
    <Section title={say.plans}>
      <PagedTable
        pages={pages}
        caption={listOf(say.plans)}
        hidesCaption
        columns={useColumns((row, act) => setChosen({ row, act }))}
        rowKey={(row) => row.id}
        empty={<Empty why={say.noPlans} />}
      />
      {chosen === null ? null : <ActDialog {...chosen} onClose={() => setChosen(null)} />}
    </Section>
  );
}

function useColumns(onAct: (row: Row, act: Act) => void): Column<Row>[] {
  const say = useWords(keepWords);
  const { may } = useSession();
  const states = {
    proposed: <Tag tone="warn">{say.proposed}</Tag>,
    done: <Tag tone="good">{say.planDone}</Tag>,
    withdrawn: <Tag>{say.withdrawn}</Tag>,
  };
  return [
    { key: 'area', title: say.area, isRowHeader: true, cell: ({ area }) => <RegionName code={area} /> },
    { key: 'state', title: say.state, cell: ({ state }) => states[state] },
    { key: 'size', title: say.size, cell: ({ matters, households }) => say.sizeOf(matters, households) },
    {
      key: 'proposedAt',
      title: say.proposedAt,
      isShort: true,
      cell: ({ proposedAt, proposedBy }) => `${instant(proposedAt)} ${proposedBy}`,
    },
    {
      key: 'decidedAt',
      title: say.decidedAt,
      isShort: true,
      cell: ({ decidedAt, decidedBy }) =>
        decidedAt === null ? null : `${instant(decidedAt)} ${decidedBy ?? ''}`,
    },
    { key: 'certificate', title: say.certificate, cell: (row) => <Certificate row={row} /> },
    {
      key: 'acts',
      title: say.acts,
      cell: (row) =>
        row.state !== 'proposed' ? null : (
          <span className="buttons">
            {may('audit.verify') ? (
              <Button kind="danger" onClick={() => onAct(row, 'approve')}>
                {say.approve}
              </Button>
            ) : null}
            {may('retention.run') ? (
              <Button onClick={() => onAct(row, 'withdraw')}>{say.withdraw}</Button>
            ) : null}
          </span>
        ),
    },
  ];
}

function Certificate({ row: { certificate } }: { readonly row: Row }): ReactNode {
  const say = useWords(keepWords);
  if (certificate === null) return null;
  const { counts, contentHash, basis } = certificate;
  return (
    <>
      {basis} · {say.sizeOf(counts.matters, counts.households)} ·{' '}
      {say.certificateOf(counts.steps, counts.leads, counts.files)}{' '}
      <code className={styles['hash']}>{contentHash.slice(0, 16)}</code>
    </>
  );
}

function ActDialog({
  row,
  act,
  onClose,
}: {
  readonly row: Row;
  readonly act: Act;
  readonly onClose: () => void;
}): ReactNode {
  const say = useWords(keepWords);
  const toast = useToast();
  const approve = useSend('retention.approve', ['retention']);
  const withdraw = useSend('retention.withdraw', ['retention']);
  return (
    <ConfirmDialog
      title={say[act]}
      consequence={`${say.sizeOf(row.matters, row.households)}。${say[`${act}Why`]}`}
      verb={say[act]}
      kind={act === 'approve' ? 'danger' : 'main'}
      act={async () => {
        await (act === 'approve' ? approve.send({ id: row.id }) : withdraw.send({ id: row.id }));
        toast({ text: say.done });
      }}
      onClose={onClose}
    />
  );
}
