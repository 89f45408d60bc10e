import type { ReactNode } from 'react';
import { Tag } from '../../ui/tag.tsx';
import { usePick, useWords } from '../../words/language.tsx';
import styles from './campaign.module.css';
import { words } from './words.ts';

interface Phase {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly state: string;
  readonly fromOn: string;
  readonly untilOn: string;
  readonly isCurrent: boolean;
  readonly workingDaysLeft: number | null;
}

/** The phases in their order, with their days; the present one with the working days that are left. */
export function PhaseBar({
  phases,
  today,
}: {
  readonly phases: readonly Phase[];
  readonly today: string;
}): ReactNode {
  const say = useWords(words);
  const pick = usePick();
  return (
    <ol className={styles['phases']}>
      {phases.map((phase) => (
        <li
          key={phase.id}
          className={phase.isCurrent ? styles['current'] : undefined}
          aria-current={phase.isCurrent ? 'step' : undefined}
        >
          <b>{pick(phase)}</b>
          <span className={styles['days']}>
            {phase.fromOn} – {phase.untilOn}
          </span>
          {phase.isCurrent ? (
            <DaysLeft left={phase.workingDaysLeft ?? 0} isOver={phase.untilOn < today} />
          ) : phase.untilOn < today ? (
            <span className="soft">{say.phaseOver}</span>
          ) : (
            <span className="soft">{phase.fromOn <= today ? say.phaseNotEntered : say.phaseToCome}</span>
          )}
        </li>
      ))}
    </ol>
  );
}

/** Working days left, in words and with a sign. */
export function DaysLeft({ left, isOver }: { readonly left: number; readonly isOver: boolean }): ReactNode {
  const say = useWords(words);
  if (isOver) return <Tag tone="bad">{say.timeOver}</Tag>;
  return <Tag tone={left <= 3 ? 'warn' : 'info'}>{left === 0 ? say.lastDay : say.workingDaysLeft(left)}</Tag>;
}
