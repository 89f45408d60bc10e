import type { ReactNode } from 'react';
import { DataTable, type Column } from '../../ui/data-table.tsx';
import { Section } from '../../ui/page.tsx';
import { usePick, useWords } from '../../words/language.tsx';
import { CellValue, type Proof } from './cell-value.tsx';
import { DifferenceTag } from './difference-tag.tsx';
import styles from './lead.module.css';
import { evidenceWords } from './words-evidence.ts';

type Pair = Proof['pairs'][number];
type Field = Pair['fields'][number];

/** Differences that are none worth counting. */
const alike: ReadonlySet<Field['difference']> = new Set([
  'same',
  'written_otherwise',
  'traditional',
  'missing',
]);

/** The rows that speak of one person, side by side; what differs is marked and said. */
export function EvidencePairs({ proof }: { readonly proof: Proof }): ReactNode {
  const say = useWords(evidenceWords);
  const { pairs, evidence } = proof;
  if (pairs.length === 0)
    return (
      <Section title={say.compared}>
        <p className="soft">{evidence.length === 0 ? say.noEvidence : say.noPairs}</p>
      </Section>
    );
  return (
    <Section title={say.compared}>
      <p className="hint">{say.marksSay}</p>
      <div className={styles['pairs']}>
        {pairs.map((pair, place) => (
          <PairTable key={`${pair.left}-${pair.right}`} pair={pair} proof={proof} isOpen={place === 0} />
        ))}
      </div>
    </Section>
  );
}

/** The first pair is open; the others say what they compare and open at a click. */
function PairTable({
  pair,
  proof,
  isOpen,
}: {
  readonly pair: Pair;
  readonly proof: Proof;
  readonly isOpen: boolean;
}): ReactNode {
  const say = useWords(evidenceWords);
  const pick = usePick();
  const [left, right] = [proof.evidence[pair.left], proof.evidence[pair.right]];
  if (left === undefined || right === undefined) return null;
  const caption = say.pairOf(pick(left.title), pick(right.title));
  const unlike = pair.fields.filter(({ difference }) => !alike.has(difference)).length;
  const columns: readonly Column<Field>[] = [
    { key: 'field', title: say.field, isRowHeader: true, isShort: true, cell: ({ label }) => pick(label) },
    {
      key: 'left',
      title: `${say[left.role]} · ${pick(left.title)}`,
      cell: (field) => <Side field={field} side="left" />,
    },
    {
      key: 'right',
      title: `${say[right.role]} · ${pick(right.title)}`,
      cell: (field) => <Side field={field} side="right" />,
    },
    { key: 'judged', title: say.judged, cell: (field) => <Judged field={field} /> },
  ];
  return (
    <details className={styles['pair']} open={isOpen}>
      <summary>
        <b>{caption}</b> <span className="soft">{say.differingFields(unlike)}</span>
      </summary>
      <DataTable
        caption={caption}
        hidesCaption
        columns={columns}
        rows={pair.fields}
        rowKey={({ aspect, left: one, right: other }) =>
          `${aspect ?? ''}.${one?.column ?? other?.column ?? ''}`
        }
      />
      <p className="soft">
        <Source row={left} /> · <Source row={right} />
        {pair.alike.length === 0 ? null : <> · {say.alike(pair.alike.length)}</>}
      </p>
    </details>
  );
}

function Side({ field, side }: { readonly field: Field; readonly side: 'left' | 'right' }): ReactNode {
  const isUnlike = field.difference !== 'same' && field.difference !== 'missing';
  return side === 'left' ? (
    <CellValue cell={field.left} marks={field.leftMarks} isUnlike={isUnlike} />
  ) : (
    <CellValue cell={field.right} marks={field.rightMarks} isUnlike={isUnlike} />
  );
}

function Judged({ field }: { readonly field: Field }): ReactNode {
  const say = useWords(evidenceWords);
  return (
    <>
      <DifferenceTag difference={field.difference} />
      {field.isCovered ? <span className={styles['covered']}>{say.covered}</span> : null}
    </>
  );
}

/** File, sheet and row of a row. */
export function Source({ row }: { readonly row: Proof['evidence'][number] }): ReactNode {
  const say = useWords(evidenceWords);
  return <>{row.file === '' ? say.ownCard : say.rowAt(row.file, row.sheet ?? '', row.row ?? '?')}</>;
}
