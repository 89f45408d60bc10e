import type { ReactNode } from 'react';
import { daysBetween } from '../words/format.ts';
import { useToday } from '../words/clock.ts';
import { useWords } from '../words/language.tsx';
import { uiWords } from './words.ts';

export type Tone = 'plain' | 'info' | 'good' | 'warn' | 'bad';

const signs: Readonly<Record<Tone, string>> = { plain: '', info: '●', good: '✓', warn: '▲', bad: '■' };

/** A word with a colour and a sign: never colour alone. */
export function Tag({
  tone = 'plain',
  children,
}: {
  readonly tone?: Tone;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <span className={`tag ${tone}`}>
      {signs[tone] === '' ? null : <span aria-hidden="true">{signs[tone]} </span>}
      {children}
    </span>
  );
}

const severityTones = { info: 'plain', suspect: 'warn', serious: 'bad' } as const;

/** Severity of a lead; nothing for none. */
export function SeverityTag({ severity }: { readonly severity: string | null }): ReactNode {
  const say = useWords(uiWords);
  if (severity !== 'info' && severity !== 'suspect' && severity !== 'serious') return null;
  return <Tag tone={severityTones[severity]}>{say[severity]}</Tag>;
}

/** A state in words. */
export function StateTag({
  title,
  isEnded = false,
}: {
  readonly title: string;
  readonly isEnded?: boolean;
}): ReactNode {
  return <Tag tone={isEnded ? 'good' : 'info'}>{title}</Tag>;
}

/** How much time is left: words, and yellow or red with a sign. */
export function DueTag({
  dueOn,
  isOverdue = false,
}: {
  readonly dueOn: string | null;
  readonly isOverdue?: boolean;
}): ReactNode {
  const say = useWords(uiWords);
  const today = useToday();
  if (dueOn === null) return <span className="soft">{say.noDue}</span>;
  const left = daysBetween(today, dueOn);
  const words = left > 0 ? say.daysLeft(left) : left === 0 ? say.dueToday : say.overdueBy(-left);
  const tone: Tone = isOverdue || left < 0 ? 'bad' : left <= 3 ? 'warn' : 'plain';
  return (
    <span className="due">
      <time dateTime={dueOn}>{dueOn}</time> <Tag tone={tone}>{words}</Tag>
    </span>
  );
}
