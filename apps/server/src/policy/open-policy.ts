import { calendarSets } from '@yangguang/engine/pack/calendar-file';
import { loadPack, type Pack } from '@yangguang/engine/pack/load-pack';
import { findParameterValue } from '@yangguang/engine/pack/parameter-file';
import type { RulePage } from '@yangguang/engine/pack/rule-page';
import type { PolicyValue, PolicyView, RuleWords } from './policy-view.ts';

/**
 * Reads the policy pack once and answers from memory.
 * @param folders the built-in pack first, then the overlays
 * @throws PackError with file, line and remedy
 */
export function openPolicy(folders: readonly string[]): PolicyView {
  const pack = loadPack(folders);
  const parameters = new Map(pack.parameters.map((parameter) => [parameter.name, parameter]));
  const rules = new Map(pack.rules.map((page) => [page.id, ruleWords(page, pack)]));
  const find = (name: string, region: string, on: string): PolicyValue | null => {
    const parameter = parameters.get(name);
    if (parameter === undefined) return null;
    const found = findParameterValue(parameter, region, on);
    return found === undefined ? null : { value: found.value, unit: parameter.unit };
  };
  return {
    version: pack.version,
    hash: pack.hash,
    calendar: calendarSets(pack.calendar),
    calendarDays: pack.calendar,
    campaigns: pack.campaigns,
    divisions: () =>
      pack
        .divisions()
        .all()
        .map(({ code, name }) => ({ code: code.replace(/^(\d\d(?:\d\d)??)(?:00){1,2}$/, '$1'), name })),
    find,
    findRule: (id) => rules.get(id) ?? null,
    get(name, region, on) {
      const value = find(name, region, on);
      if (value === null)
        throw new Error(`parameter ${name} has no value in ${region || 'the country'} on ${on}`);
      return value;
    },
  };
}

function ruleWords(page: RulePage, { law }: Pack): RuleWords {
  const { id, title, what, whyInnocent, verify, innocent, status, evidence } = page;
  const columns = Object.entries(evidence).map(([name, { zh, en }]) => [name, { zh, en }] as const);
  return {
    ...{ id, title, what, whyInnocent, verify, innocent, status },
    basis: page.basis.map(({ instrument, article, from, to }) => ({
      ...{ instrument, article, from, to: to ?? null },
      ...lawWords(law.get(instrument), instrument, article),
    })),
    columns: Object.fromEntries(columns),
  };
}

/** What an instrument says of itself and of the article; its code alone where it is not in the pack. */
function lawWords(
  named: ReturnType<Pack['law']['get']>,
  instrument: string,
  article: string,
): Pick<RuleWords['basis'][number], 'title' | 'number' | 'text'> {
  if (named === undefined) return { title: { zh: instrument, en: instrument }, number: null, text: null };
  return {
    title: { zh: named.zh, en: named.en },
    number: named.number ?? null,
    text: named.articles.find(({ no }) => no === article)?.zh ?? null,
  };
}
