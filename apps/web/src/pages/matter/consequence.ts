import type { Bilingual } from '@yangguang/domain/errors/user-error';
import type { Facts } from '@yangguang/domain/workflows/field';
import type { Action, Opening, Workflow } from '@yangguang/domain/workflows/workflow';
import { money } from '../../words/format.ts';
import { type Lang, spoken } from '../../words/language.tsx';
import { consequenceWords, paperTitles } from './words-consequence.ts';

type Workflows = Readonly<Record<string, Workflow>>;

/** What is known of the matter before the step. */
interface Before {
  readonly state: string;
  /** Open facts, overlaid by what is about to be stated. */
  readonly facts: Facts;
}

/**
 * What the step brings about, a sentence each: the state, what it issues and opens, which times begin, stop or stand
 * still, and what the family receives from then on.
 */
export function consequences(
  workflows: Workflows,
  workflow: Workflow,
  name: string,
  before: Before,
  lang: Lang,
): string[] {
  const action = workflow.actions[name];
  if (action === undefined) return [];
  const say = spoken(consequenceWords, lang);
  const paper = action.issues === undefined ? undefined : paperTitles[action.issues];
  return [
    stateSentence(workflow, action, before.state, lang),
    ...(name === 'takeEffect' && workflow.id === 'decision' ? effectSentences(before.facts, lang) : []),
    ...(paper === undefined ? [] : [say.issues(paper[lang])]),
    ...(action.opens ?? []).flatMap((opening) => openingSentence(workflows, opening, before.facts, lang)),
    ...clockSentences(workflow, before.state, action.to, lang),
    say.keeps,
  ];
}

function stateSentence(workflow: Workflow, { to }: Action, from: string, lang: Lang): string {
  const say = spoken(consequenceWords, lang);
  const title = workflow.states[to]?.[lang] ?? to;
  if (to === from) return say.stays(title);
  return workflow.states[to]?.end === true ? say.ends(title) : say.becomes(title);
}

function effectSentences({ monthlyFen, fromMonth }: Facts, lang: Lang): string[] {
  const say = spoken(consequenceWords, lang);
  if (typeof monthlyFen !== 'number' || typeof fromMonth !== 'string') return [];
  return [
    monthlyFen === 0 ? say.takesNothing(fromMonth) : say.takesEffect(money(monthlyFen, lang), fromMonth),
  ];
}

function openingSentence(workflows: Workflows, opening: Opening, facts: Facts, lang: Lang): string[] {
  const say = spoken(consequenceWords, lang);
  const title = openedTitle(workflows, opening, facts, lang);
  const { when } = opening;
  if (when === undefined) return [say.opens(title)];
  const value = facts[when.fact];
  if (value === undefined) return [say.opensWhen(title, when[lang])];
  return when.in.includes(String(value)) ? [say.opens(title)] : [];
}

/** Title of the matter that is opened, with its kind: fixed, or handed over from a fact here. */
function openedTitle(workflows: Workflows, opening: Opening, facts: Facts, lang: Lang): string {
  const target = workflows[opening.workflow];
  const title = target?.title[lang] ?? opening.workflow;
  const from = opening.facts?.['kind'];
  const handed = from === undefined ? undefined : facts[from];
  const kind = opening.kind ?? (typeof handed === 'string' ? handed : undefined);
  const words = kind === undefined ? null : kindWords(target, kind);
  return words === null ? title : spoken(consequenceWords, lang).withKind(title, words[lang]);
}

/** Words of a kind of a workflow; null where it has none. */
export function kindWords(workflow: Workflow | undefined, kind: string | null): Bilingual | null {
  const field = workflow?.opening.asks['kind'];
  if (kind === null || field?.kind !== 'choice') return null;
  return Object.hasOwn(field.choices, kind) ? (field.choices[kind] ?? null) : null;
}

type Running = 'runs' | 'still' | 'off';

function clockSentences(workflow: Workflow, from: string, to: string, lang: Lang): string[] {
  if (from === to) return [];
  const say = spoken(consequenceWords, lang);
  return Object.values(workflow.clocks).flatMap((clock) => {
    const at = (state: string): Running =>
      clock.runsIn.includes(state) ? 'runs' : clock.pausedIn?.includes(state) ? 'still' : 'off';
    const [before, after] = [at(from), at(to)];
    if (before === after) return [];
    const title = clock[lang];
    if (after === 'runs') return [say.starts(title)];
    if (after === 'still') return before === 'runs' ? [say.pauses(title)] : [];
    return before === 'runs' ? [say.stops(title)] : [];
  });
}
