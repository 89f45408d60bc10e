import type { Workflow } from '@yangguang/domain/workflows/workflow';
import { daysBetween, instant } from '../../words/format.ts';
import { type Lang, spoken } from '../../words/language.tsx';
import type { Matter } from './fact-words.ts';
import { dueWords } from './words-due.ts';

type Clock = Matter['clocks'][number];

/** How urgent a clock is: a colour goes with words, never alone. */
export type Urgency = 'plain' | 'warn' | 'bad' | 'info';

/** Days before the end from which on a clock is shown as near its end. */
const nearDays = 3;

export function urgencyOf(clock: Pick<Clock, 'dueOn' | 'isOver'>, today: string): Urgency {
  if (clock.dueOn === null) return 'info';
  if (clock.isOver) return 'bad';
  return daysBetween(today, clock.dueOn) <= nearDays ? 'warn' : 'plain';
}

/** What is left of a clock, in words. */
export function leftWords(
  clock: Pick<Clock, 'dueOn' | 'dueAt' | 'isOver'>,
  today: string,
  lang: Lang,
): string {
  const say = spoken(dueWords, lang);
  if (clock.dueOn === null) return say.still;
  if (clock.dueAt !== null) return (clock.isOver ? say.hourOver : say.hour)(instant(clock.dueAt));
  const left = daysBetween(today, clock.dueOn);
  if (left === 0) return say.today(clock.dueOn);
  return left > 0 ? say.left(left, clock.dueOn) : say.over(-left, clock.dueOn);
}

/** From when it counts, and what happens at its end. */
export function clockNotes(workflow: Workflow, clock: Clock, lang: Lang): string[] {
  const say = spoken(dueWords, lang);
  const action = workflow.actions[clock.then];
  return [
    say.since(clock.startedOn),
    action === undefined ? say.thenTell : say.thenAct(action[lang]),
    ...(clock.remindOn.length === 0 ? [] : [say.remind(clock.remindOn.join(say.comma))]),
  ];
}
