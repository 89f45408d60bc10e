import type { Got } from '../../api/use-api.tsx';
import { type Lang, spoken } from '../../words/language.tsx';
import { kindWords } from './consequence.ts';
import type { Workflows } from './use-workflows.ts';
import { consequenceWords } from './words-consequence.ts';

export type Line = Got<'matter.list'>['items'][number];

/** What a matter is: its workflow and kind, never whom it is about. */
export function lineTitle(
  workflows: Workflows | null,
  line: Pick<Line, 'workflow' | 'kind'>,
  lang: Lang,
): string {
  const workflow = workflows?.[line.workflow];
  const title = workflow?.title[lang] ?? line.workflow;
  const kind = kindWords(workflow, line.kind);
  return kind === null ? title : spoken(consequenceWords, lang).withKind(title, kind[lang]);
}

/** The state in words. */
export function stateTitle(
  workflows: Workflows | null,
  line: Pick<Line, 'workflow' | 'state'>,
  lang: Lang,
): string {
  return workflows?.[line.workflow]?.states[line.state]?.[lang] ?? line.state;
}
