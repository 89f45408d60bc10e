import type { ReactNode } from 'react';
import { DataTable } from '../../../ui/data-table.tsx';
import { Section } from '../../../ui/page.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { useToday } from '../../../words/clock.ts';
import { yuan } from '../../../words/format.ts';
import { useWords } from '../../../words/language.tsx';
import type { Matter } from '../fact-words.ts';
import { type PhaseOutMonth, phaseOutMonths } from './phase-out-months.ts';
import { words } from './words.ts';

/** The months of a phase-out with what each check-in said. */
export function MonthsPanel({ matter }: { readonly matter: Matter }): ReactNode {
  const say = useWords(words);
  const termEndOn = matter.clocks.find(({ name }) => name === 'term')?.dueOn ?? null;
  const months = phaseOutMonths(matter, useToday(), termEndOn);
  if (months.length === 0) return null;
  return (
    <Section title={say.months}>
      <DataTable
        caption={say.table(say.months)}
        hidesCaption
        rows={months}
        rowKey={({ month }) => month}
        columns={[
          { key: 'month', title: say.columnMonth, isRowHeader: true, cell: ({ month }) => month },
          {
            key: 'fen',
            title: say.columnMonthly,
            align: 'right',
            cell: ({ monthlyFen }) => yuan(monthlyFen),
          },
          { key: 'check', title: say.columnCheck, cell: (one) => <Check one={one} /> },
        ]}
      />
      <p className="hint">{say.shockHint}</p>
    </Section>
  );
}

function Check({ one }: { readonly one: PhaseOutMonth }): ReactNode {
  const say = useWords(words);
  if (one.stillEarning === true) return <Tag tone="good">{say.stillEarning}</Tag>;
  if (one.stillEarning === false) return <Tag tone="warn">{say.notEarning}</Tag>;
  return <span className="soft">{one.isToCome ? say.toCome : say.unchecked}</span>;
}
