import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { type Got, usePages } from '../../api/use-api.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { More } from '../../ui/more.tsx';
import { Section } from '../../ui/page.tsx';
import { Problem } from '../../ui/problem.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { money } from '../../words/format.ts';
import { useLang, usePick, useWords } from '../../words/language.tsx';
import type { Card } from './card-parts.ts';
import styles from './household.module.css';
import { programmeWords } from './programme-words.ts';
import { ReceivesElsewhere, ReceivesNow } from './receives.tsx';
import { householdWords } from './words.ts';

type Period = Got<'household.benefits'>['items'][number];

/** What it receives, and every period before with the decisions behind it. */
export function BenefitsSection({ card }: { readonly card: Card }): ReactNode {
  const say = useWords(householdWords);
  return (
    <Section title={say.receives}>
      <div className={styles['part']}>
        <h3>{say.receivesNow}</h3>
        <ReceivesNow card={card} />
      </div>
      <ReceivesElsewhere elsewhere={card.elsewhere} />
      <div className={styles['part']}>
        <h3>{say.history}</h3>
        <History id={card.id} />
      </div>
    </Section>
  );
}

function History({ id }: { readonly id: string }): ReactNode {
  const say = useWords(householdWords);
  const pick = usePick();
  const lang = useLang();
  const periods = usePages('household.benefits', { id, limit: 20 });
  if (periods.isLoading) return <Waiting />;
  if (periods.error !== null) return <Problem error={periods.error} onRetry={periods.retry} />;
  const columns: readonly Column<Period>[] = [
    {
      key: 'programme',
      title: say.programme,
      isRowHeader: true,
      cell: ({ programme }) => pick(programmeWords(programme)),
    },
    {
      key: 'amount',
      title: say.amount,
      align: 'right',
      isShort: true,
      cell: ({ monthlyFen }) => money(monthlyFen, lang),
    },
    { key: 'from', title: say.from, isShort: true, cell: ({ fromMonth }) => fromMonth },
    { key: 'to', title: say.to, isShort: true, cell: ({ toMonth }) => toMonth ?? say.openEnd },
    { key: 'why', title: say.why, cell: (one) => <Behind period={one} /> },
  ];
  return (
    <div className={styles['table']}>
      <DataTable
        caption={say.history}
        hidesCaption
        columns={columns}
        rows={periods.rows}
        rowKey={(one) => one.id}
        empty={<p className="soft">{say.historyNone}</p>}
      />
      <More pages={periods} />
    </div>
  );
}

/** The decisions that began and ended it; the roll where none did. */
function Behind({ period }: { readonly period: Period }): ReactNode {
  const say = useWords(householdWords);
  const { begunBy, endedBy, isByDecision } = period;
  if (begunBy === null && endedBy === null)
    return <span className="soft">{isByDecision ? say.byDecision : say.byRoll}</span>;
  return (
    <>
      {begunBy === null ? null : <MatterLink id={begunBy} title={say.begunBy} />}{' '}
      {endedBy === null ? null : <MatterLink id={endedBy} title={say.endedBy} />}
    </>
  );
}

function MatterLink({ id, title }: { readonly id: string; readonly title: string }): ReactNode {
  return (
    <Link to="/matters/$id" params={{ id }}>
      {title}
    </Link>
  );
}
