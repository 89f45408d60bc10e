import type { MouseEvent, ReactNode } from 'react';
import { useLang, usePick, useWords } from '../../words/language.tsx';
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

/** Widths by what the words of each language take. */
const tracks = {
  zh: { severity: '4.2rem', state: '6.4rem', due: '9.6rem', programme: '5.2rem' },
  en: { severity: '5rem', state: '7.8rem', due: '10.6rem', programme: '6.2rem' },
} as const;
const amount = '6.4rem';

/** Columns of the queue; `choose` is what stands at the head of the ticks. */
export function useColumns(by: 'lead' | 'household', choose: ReactNode): readonly GridColumn[] {
  const say = useWords(words);
  const track = tracks[useLang()];
  return [
    { key: 'choose', title: choose, width: '1.4rem' },
    { key: 'lead', title: by === 'lead' ? say.colLead : say.colHome, width: 'minmax(11rem, 2fr)' },
    { key: 'severity', title: say.colSeverity, width: track.severity },
    by === 'lead'
      ? { key: 'state', title: say.colState, width: track.state }
      : { key: 'receives', title: say.colReceives, width: track.state, align: 'right' },
    { key: 'due', title: say.colDue, width: track.due },
    { key: 'region', title: say.colRegion, width: 'minmax(6.5rem, 0.6fr)' },
    { key: 'programme', title: say.colProgramme, width: track.programme },
    { key: 'amount', title: say.colAmount, width: amount, align: 'right' },
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
    <div className={styles['two']}>
      <span className={styles['one']}>
        <RegionName code={code.slice(0, 9)} />
      </span>
      {code.length === 12 ? (
        <span className="soft">
          <RegionName code={code} />
        </span>
      ) : null}
    </div>
  );
}

export function Tick({
  label,
  value,
  isStop = false,
  onChange,
}: {
  readonly label: string;
  readonly value: 'all' | 'some' | 'none';
  /** Reached by Tab; those of the rows are reached by the keys of the grid. */
  readonly isStop?: boolean;
  readonly onChange: (isOn: boolean) => void;
}): ReactNode {
  return (
    <input
      type="checkbox"
      tabIndex={isStop ? 0 : -1}
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
    <div key="state" className={styles['start']}>
      <StateTag title={title === undefined ? state : pick(title)} isEnded={isEnded} />
    </div>,
    <DueTag key="due" dueOn={dueOn} isOverdue={isOverdue} />,
    <Place key="region" code={line.region} />,
    <span key="programme" className={styles['one']}>
      {programme(line.programme)}
    </span>,
    amountFen === null ? '' : yuan(amountFen),
  ];
}

export function homeCells(
  card: HomeCard,
  texts: CellWords,
  parts: { readonly twig: ReactNode; readonly tick: ReactNode; readonly go: Go },
): ReactNode[] {
  const { say, pick, programme } = texts;
  const { twig, tick, go } = parts;
  const { severity, dueOn, isOverdue, amountFen, receivesMonthlyFen, householdId } = card;
  return [
    tick,
    <div key="home" className={styles['home']}>
      {twig}
      <div className={styles['two']}>
        <span className={styles['one']}>
          <HeadName card={card} go={go} />{' '}
          {householdId === null ? <span className="soft">{say.noHome}</span> : null}{' '}
          <span className="soft">{say.leadsOfHome(card.openLeads)}</span>
        </span>
        <span className="soft">
          {[
            ...rulesOf(card).map(pick),
            ...(card.mayBeMissing > 0 ? [say.missing(card.mayBeMissing)] : []),
          ].join(say.listed)}
        </span>
      </div>
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

/** What was found about a household: each rule once. */
function rulesOf({ leads }: HomeCard): { readonly zh: string; readonly en: string }[] {
  const titles = leads.flatMap(({ finding }) => (finding === null ? [] : [finding.ruleTitle]));
  return titles.filter((title, n) => titles.findIndex(({ zh }) => zh === title.zh) === n);
}

/** The head of the household, and the way to its card. */
function HeadName({
  card: { householdId, headName },
  go,
}: {
  readonly card: HomeCard;
  readonly go: Go;
}): ReactNode {
  if (householdId === null) return <b>{headName}</b>;
  const href = cardOf(householdId);
  return (
    <a href={href} tabIndex={-1} onClick={(event) => go(href, event)}>
      <b>{headName}</b>
    </a>
  );
}

/** Address of a household's card. */
export const cardOf = (householdId: string): string => `/households/${householdId}`;
