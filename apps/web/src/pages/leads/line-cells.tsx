import type { MouseEvent, ReactNode } from 'react';
import { usePick, useWords } from '../../words/language.tsx';
import { RegionName } from '../../ui/region-name.tsx';
import { DueTag, SeverityTag, StateTag } from '../../ui/tag.tsx';
import type { GridColumn } from '../../ui/virtual-grid.tsx';
import { yuan } from '../../words/format.ts';
import { programmeChoices } from '@yangguang/domain/workflows/lead-choices';
import { stateTitles } from './filter-options.ts';
import styles from './leads.module.css';
import type { HomeCard, LeadLine } from './use-queue.ts';
import { words } from './words.ts';

/** Opens something without leaving the page, unless a new tab is asked for. */
export type Go = (to: string, event: MouseEvent) => void;

const tracks = {
  choose: '1.4rem',
  severity: '4.6rem',
  state: '6.2rem',
  due: '8.6rem',
  region: 'minmax(7rem, 0.5fr)',
  programme: '6.4rem',
  amount: '6.6rem',
};

/** Columns of the queue; `choose` is what stands at the head of the ticks. */
export function useColumns(by: 'lead' | 'household', choose: ReactNode): readonly GridColumn[] {
  const say = useWords(words);
  return [
    { key: 'choose', title: choose, width: tracks.choose },
    { key: 'lead', title: by === 'lead' ? say.colLead : say.colHome, width: 'minmax(15rem, 2fr)' },
    { key: 'severity', title: say.colSeverity, width: tracks.severity },
    by === 'lead'
      ? { key: 'state', title: say.colState, width: tracks.state }
      : { key: 'receives', title: say.colReceives, width: '8rem', align: 'right' },
    { key: 'due', title: say.colDue, width: tracks.due },
    { key: 'region', title: say.colRegion, width: tracks.region },
    { key: 'programme', title: say.colProgramme, width: tracks.programme },
    { key: 'amount', title: say.colAmount, width: tracks.amount, align: 'right' },
  ];
}

/** Texts that the cells of every row need, found once for the whole grid. */
export function useCellWords() {
  const say = useWords(words);
  const pick = usePick();
  return {
    say,
    pick,
    programme: (code: string): string => {
      const titles: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = programmeChoices;
      const title = titles[code];
      return code === 'none' || title === undefined ? '' : pick(title);
    },
  };
}
type CellWords = ReturnType<typeof useCellWords>;

/** Town and village. */
function Place({ code }: { readonly code: string }): ReactNode {
  return (
    <span className={styles['one']}>
      {code.length === 12 ? (
        <>
          <RegionName code={code.slice(0, 9)} /> ·{' '}
        </>
      ) : null}
      <RegionName code={code} />
    </span>
  );
}

export function Tick({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: 'all' | 'some' | 'none';
  readonly onChange: (isOn: boolean) => void;
}): ReactNode {
  return (
    <input
      type="checkbox"
      tabIndex={-1}
      className={styles['tick']}
      aria-label={label}
      checked={value === 'all'}
      ref={(box) => {
        if (box !== null) box.indeterminate = value === 'some';
      }}
      onChange={(event) => onChange(event.target.checked)}
    />
  );
}

/** What a lead is called in a row: whom it is about, masked, and by which rule. */
export function leadName(line: LeadLine, { say, pick }: CellWords): string {
  const { finding } = line;
  return finding === null
    ? `${line.title} · ${say.noFinding}`
    : `${finding.subjectName} · ${pick(finding.ruleTitle)}`;
}

export function leadCells(
  line: LeadLine,
  texts: CellWords,
  link: { readonly href: string; readonly go: Go },
  tick: ReactNode,
): ReactNode[] {
  const { say, pick, programme } = texts;
  const { finding, severity, state, isEnded, dueOn, isOverdue, amountFen } = line;
  const title = stateTitles[state];
  const summary = finding === null ? '' : pick(finding.summary);
  return [
    tick,
    <div key="lead" className={styles['two']}>
      <a href={link.href} tabIndex={-1} onClick={(event) => link.go(link.href, event)}>
        <b>{finding?.subjectName ?? line.title}</b>{' '}
        {finding === null ? say.noFinding : pick(finding.ruleTitle)}
      </a>
      <span className="soft" title={summary}>
        {summary}
      </span>
    </div>,
    <SeverityTag key="severity" severity={severity} />,
    <StateTag key="state" title={title === undefined ? state : pick(title)} isEnded={isEnded} />,
    <DueTag key="due" dueOn={dueOn} isOverdue={isOverdue} />,
    <Place key="region" code={line.region} />,
    <span key="programme" className={styles['one']}>
      {programme(line.programme)}
    </span>,
    amountFen === null ? '' : yuan(amountFen),
  ];
}

export function homeCells(card: HomeCard, texts: CellWords, twig: ReactNode, tick: ReactNode): ReactNode[] {
  const { say, programme } = texts;
  const { severity, dueOn, isOverdue, amountFen, receivesMonthlyFen, householdId } = card;
  return [
    tick,
    <div key="home" className={styles['home']}>
      {twig}
      <span>
        <b>{card.headName}</b> {householdId === null ? <span className="soft">{say.noHome}</span> : null}{' '}
        <span className="soft">
          {say.leadsOfHome(card.openLeads)}
          {card.mayBeMissing > 0 ? ` · ${say.missing(card.mayBeMissing)}` : ''}
        </span>
      </span>
    </div>,
    <SeverityTag key="severity" severity={severity} />,
    householdId === null ? '' : yuan(receivesMonthlyFen),
    <DueTag key="due" dueOn={dueOn} isOverdue={isOverdue} />,
    <Place key="region" code={card.region} />,
    <span key="programme" className={styles['one']}>
      {programme(card.programme)}
    </span>,
    amountFen === 0 ? '' : yuan(amountFen),
  ];
}
