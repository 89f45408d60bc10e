import { Link } from '@tanstack/react-router';
import { programmeChoices } from '@yangguang/domain/workflows/lead-choices';
import type { ReactNode } from 'react';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { RegionName } from '../../ui/region-name.tsx';
import { DueTag, SeverityTag, StateTag } from '../../ui/tag.tsx';
import { dayOf, yuan } from '../../words/format.ts';
import { type Lang, useLang, useWords } from '../../words/language.tsx';
import { type Line, lineTitle, stateTitle } from '../matter/line-words.ts';
import type { Workflows } from '../matter/use-workflows.ts';
import { type ExtraColumn, extraColumns } from './columns.ts';
import { words } from './words.ts';

interface Props {
  readonly caption: string;
  readonly rows: readonly Line[];
  readonly workflows: Workflows;
  /** Of which workflow the list is; several or none: what all have in common. */
  readonly workflow?: string | undefined;
  readonly isEnded?: boolean;
  readonly empty: ReactNode;
  /** A column before all others, such as a tick. */
  readonly first?: Column<Line>;
}

/** Matters in a table, each with the way to its card. */
export function MatterTable({
  caption,
  rows,
  workflows,
  workflow,
  isEnded = false,
  empty,
  first,
}: Props): ReactNode {
  const say = useWords(words);
  const lang = useLang();
  const extra = useExtra(lang);
  const columns: Column<Line>[] = [
    ...(first === undefined ? [] : [first]),
    {
      key: 'what',
      title: say.columnWhat,
      isRowHeader: true,
      cell: (row) => (
        <Link to="/matters/$id" params={{ id: row.id }}>
          {lineTitle(workflows, row, lang)}
        </Link>
      ),
    },
    { key: 'who', title: say.columnWho, cell: (row) => row.title },
    { key: 'place', title: say.columnPlace, cell: (row) => <RegionName code={row.region} /> },
    ...extraColumns(workflow).map((name) => extra[name]),
    {
      key: 'state',
      title: say.columnState,
      isShort: true,
      cell: (row) => <StateTag title={stateTitle(workflows, row, lang)} isEnded={row.isEnded} />,
    },
    isEnded
      ? { key: 'ended', title: say.columnEnded, isShort: true, cell: (row) => dayOf(row.changedAt) }
      : {
          key: 'due',
          title: say.columnDue,
          isShort: true,
          cell: (row) => <DueTag dueOn={row.dueOn} isOverdue={row.isOverdue} />,
        },
    { key: 'hand', title: say.columnHand, cell: (row) => <InHand row={row} /> },
  ];
  return (
    <DataTable
      caption={caption}
      hidesCaption
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      empty={empty}
    />
  );
}

function InHand({ row }: { readonly row: Line }): ReactNode {
  const say = useWords(words);
  if (row.assignedTo !== null) return row.assignedTo.name;
  return row.assignedArea === null ? (
    <span className="soft">{say.nobody}</span>
  ) : (
    <RegionName code={row.assignedArea} />
  );
}

function useExtra(lang: Lang): Readonly<Record<ExtraColumn, Column<Line>>> {
  const say = useWords(words);
  const programmes: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = programmeChoices;
  return {
    severity: {
      key: 'severity',
      title: say.columnSeverity,
      isShort: true,
      cell: (row) => <SeverityTag severity={row.severity} />,
    },
    programme: {
      key: 'programme',
      title: say.columnProgramme,
      cell: (row) => programmes[row.programme]?.[lang] ?? row.programme,
    },
    amount: {
      key: 'amount',
      title: say.columnAmount,
      align: 'right',
      cell: (row) => (row.amountFen === null ? '' : yuan(row.amountFen)),
    },
    opened: { key: 'opened', title: say.columnOpened, isShort: true, cell: (row) => dayOf(row.openedAt) },
  };
}
