import { lead } from '@yangguang/domain/workflows/lead';
import { programmeChoices } from '@yangguang/domain/workflows/lead-choices';
import type { Got } from '../../api/use-api.tsx';
import { uiWords } from '../../ui/words.ts';
import type { Lang } from '../../words/language.tsx';
import type { Option } from './filter-menu.tsx';

type Tally = Got<'lead.tally'>;
type Counted = readonly { readonly code: string; readonly leads: number }[];
type Titles = Readonly<Record<string, { readonly zh: string; readonly en: string }>>;

/** Values to choose from, by filter: those that have leads, and those that are chosen. */
export interface Options {
  readonly state: readonly Option[];
  readonly severity: readonly Option[];
  readonly rule: readonly Option[];
  readonly programme: readonly Option[];
}

/** Severities from the gravest on, as their tags say them. */
const severityTitles: Titles = { serious: uiWords.serious, suspect: uiWords.suspect, info: uiWords.info };

/**
 * @param tally null while it is not known: then the chosen values alone
 * @param chosen values by filter
 */
export function optionsOf(
  tally: Tally | null,
  chosen: (name: keyof Options) => readonly string[],
  lang: Lang,
): Options {
  const rules = Object.fromEntries((tally?.rules ?? []).map(({ code, title }) => [code, title]));
  const all = (
    name: keyof Options,
    counted: Counted | undefined,
    titles: Titles,
    order?: readonly string[],
  ) =>
    sorted(order, withChosen(counted ?? null, chosen(name))).map(
      ({ code, leads }): Option => ({ value: code, leads, label: labelOf(name, code, titles[code], lang) }),
    );
  return {
    state: all('state', tally?.states, stateTitles, Object.keys(stateTitles)),
    severity: all('severity', tally?.severities, severityTitles, Object.keys(severityTitles)),
    rule: all('rule', tally?.rules, rules),
    programme: all('programme', tally?.programmes, programmeChoices, Object.keys(programmeChoices)),
  };
}

export const stateTitles: Titles = lead.states;

function labelOf(
  name: keyof Options,
  code: string,
  title: { readonly zh: string; readonly en: string } | undefined,
  lang: Lang,
): string {
  if (title === undefined) return code;
  return name === 'rule' ? `${code} ${title[lang]}` : title[lang];
}

function withChosen(
  counted: Counted | null,
  chosen: readonly string[],
): { readonly code: string; readonly leads: number | null }[] {
  const known = new Set((counted ?? []).map(({ code }) => code));
  const extra = chosen
    .filter((code) => !known.has(code))
    .map((code) => ({ code, leads: counted === null ? null : 0 }));
  return [...(counted ?? []), ...extra];
}

function sorted<Row extends { readonly code: string }>(
  order: readonly string[] | undefined,
  rows: readonly Row[],
): Row[] {
  const place = ({ code }: Row): number => order?.indexOf(code) ?? 0;
  return [...rows].sort((a, b) => place(a) - place(b) || (a.code < b.code ? -1 : 1));
}
