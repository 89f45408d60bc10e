import type { ReactNode } from 'react';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { Section } from '../../ui/page.tsx';
import { Tag, type Tone } from '../../ui/tag.tsx';
import { usePick, useWords } from '../../words/language.tsx';
import type { Beside } from './card-parts.ts';
import styles from './household.module.css';
import { DoubtfulPairs } from './receives.tsx';
import { householdWords } from './words.ts';

const tones: Readonly<Record<Beside['is'], Tone>> = {
  allowed: 'good',
  conditional: 'warn',
  difference: 'info',
  higher: 'info',
  forbidden: 'bad',
};

/** What one person may and may not receive beside what the household receives, with its basis and how sure that is. */
export function CombinationsSection({
  combinations,
}: {
  readonly combinations: readonly Beside[];
}): ReactNode {
  const say = useWords(householdWords);
  const pick = usePick();
  if (combinations.length === 0)
    return (
      <Section title={say.combinations}>
        <p className="soft">{say.combinationsNone}</p>
      </Section>
    );
  const columns: readonly Column<Beside>[] = [
    {
      key: 'pair',
      title: say.pair,
      isRowHeader: true,
      cell: ({ title, otherTitle, isReceived }) => (
        <>
          {say.pairOf(pick(title), pick(otherTitle))}{' '}
          {isReceived ? <Tag tone="warn">{say.bothReceived}</Tag> : null}
        </>
      ),
    },
    { key: 'may', title: say.may, isShort: true, cell: ({ is }) => <Tag tone={tones[is]}>{say[is]}</Tag> },
    { key: 'says', title: say.says, cell: ({ says }) => pick(says) },
    { key: 'why', title: say.why, cell: ({ basis }) => pick(basis) },
    { key: 'sure', title: say.sure, cell: ({ sure }) => <span className="soft">{say[sure]}</span> },
  ];
  return (
    <Section title={say.combinations}>
      <p className="hint">{say.combinationsHint}</p>
      <DoubtfulPairs combinations={combinations} />
      <div className={styles['table']}>
        <DataTable
          caption={say.combinationsTable}
          hidesCaption
          columns={columns}
          rows={combinations}
          rowKey={({ programme, other }) => `${programme}.${other}`}
        />
      </div>
    </Section>
  );
}
