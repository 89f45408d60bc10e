import { calendarSets } from '@yangguang/engine/pack/calendar-file';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Bilingual } from '@yangguang/domain/errors/user-error';
import { loadSources } from '@yangguang/engine/import/load-sources';
import type { Source } from '@yangguang/engine/import/source';
import { describeSources, type SourceWords } from '@yangguang/engine/import/describe-sources';
import type { PackCombination } from '@yangguang/engine/pack/combination-file';
import { loadPack, type Pack } from '@yangguang/engine/pack/load-pack';
import { isLookalike, loadLookalikes, type Lookalikes } from '@yangguang/engine/pack/lookalikes';
import { type LocalValue, withLocalValues } from '@yangguang/engine/pack/local-values';
import { findParameterValue, type Parameter } from '@yangguang/engine/pack/parameter-file';
import { parameterUsers } from '@yangguang/engine/pack/parameter-users';
import type { RulePage } from '@yangguang/engine/pack/rule-page';
import { findDerivedTables } from '@yangguang/engine/rules/derive-tables';
import { readCodeWords } from '@yangguang/engine/rules/code-words';
import type { CombinationWords, PolicyValue, PolicyView, RuleWords } from './policy-view.ts';

/**
 * Reads the policy pack once and answers from memory.
 * @param folders the built-in pack first, then the overlays
 * @throws PackError with file, line and remedy
 */
export function openPolicy(folders: readonly string[]): PolicyView {
  const pack = loadPack(folders);
  const numbers = new Numbers(pack.parameters);
  const rules = new Map(pack.rules.map((page) => [page.id, ruleWords(page, pack)]));
  const find = (name: string, region: string, on: string): PolicyValue | null => {
    const parameter = numbers.find(name);
    if (parameter === undefined) return null;
    const found = findParameterValue(parameter, region, on);
    return found === undefined ? null : { value: found.value, unit: parameter.unit };
  };
  // Asked for by the cards of leads alone: read when the first is opened.
  let sources: ReadonlyMap<string, SourceWords> | undefined;
  let codes: ReadonlyMap<string, Bilingual> | undefined;
  let looks: Lookalikes | undefined;
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
    findSource: (table) => {
      sources ??= describeSources(folders);
      return sources.get(table) ?? null;
    },
    dataSets: allDataSets(folders),
    sayCode: (code) => {
      codes ??= readCodeWords(folders[0] ?? '');
      sources ??= describeSources(folders);
      return codes.get(code) ?? sources.get(code)?.title ?? null;
    },
    isLookAlike: (a, b) => {
      looks ??= loadLookalikes(pack);
      return isLookalike(looks, a, b);
    },
    combinations: pack.combinations.map((one) => combinationWords(one, pack)),
    findRule: (id) => rules.get(id) ?? null,
    rules: pack.rules,
    parameters: () => numbers.all(),
    packParameters: pack.parameters,
    findLaw(instrument) {
      const law = pack.law.get(instrument);
      return law === undefined ? null : { title: { zh: law.zh, en: law.en }, number: law.number ?? null };
    },
    nameDataSet: dataSetNames(folders),
    usersOf: usersIn(pack, folders[0] ?? ''),
    layLocal: (values) => numbers.lay(values),
    get(name, region, on) {
      const value = find(name, region, on);
      if (value === null)
        throw new Error(`parameter ${name} has no value in ${region || 'the country'} on ${on}`);
      return value;
    },
  };
}

/** The parameters of the pack with what offices have set over them. */
class Numbers {
  readonly #below: readonly Parameter[];
  #now: ReadonlyMap<string, Parameter>;

  constructor(below: readonly Parameter[]) {
    this.#below = below;
    this.#now = new Map(below.map((parameter) => [parameter.name, parameter]));
  }

  find(name: string): Parameter | undefined {
    return this.#now.get(name);
  }

  all(): readonly Parameter[] {
    return [...this.#now.values()];
  }

  lay(values: readonly LocalValue[]): void {
    this.#now = new Map(this.#below.map((parameter) => [parameter.name, withLocalValues(parameter, values)]));
  }
}

/** Data sets, read when they are asked for first. */
function allDataSets(folders: readonly string[]): () => readonly Source[] {
  let all: readonly Source[] | null = null;
  return () =>
    (all ??= loadSources(
      folders.map((folder) => join(folder, 'sources')).filter((folder) => existsSync(folder)),
    ));
}

/** Rules by parameter, worked out when they are asked for first. */
function usersIn(pack: Pack, builtIn: string): (parameter: string) => readonly string[] {
  let users: ReadonlyMap<string, readonly string[]> | null = null;
  return (parameter) => {
    users ??= parameterUsers(
      pack.parameters.map(({ name }) => name),
      pack.rules.filter(({ status }) => status !== 'retired'),
      { macros: pack.macros, derived: findDerivedTables(builtIn).map(({ sql }) => sql) },
    );
    return users.get(parameter) ?? [];
  };
}

/** Names of data sets, read when they are asked for first. */
function dataSetNames(folders: readonly string[]): (table: string) => Bilingual {
  let names: ReadonlyMap<string, Bilingual> | null = null;
  return (table) => {
    names ??= new Map(
      loadSources(
        folders.map((folder) => join(folder, 'sources')).filter((folder) => existsSync(folder)),
      ).map(({ table: name, zh, en }) => [name, { zh, en }]),
    );
    return names.get(table) ?? { zh: table, en: table };
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

function combinationWords({ basis, ...rule }: PackCombination, { law }: Pack): CombinationWords {
  if ('source' in basis) return { ...rule, basis: { zh: basis.source, en: basis.source } };
  const named = law.get(basis.instrument);
  const number = named?.number === undefined ? '' : `（${named.number}）`;
  const article = basis.article ?? '';
  return {
    ...rule,
    basis: {
      zh: `《${named?.zh ?? basis.instrument}》${number}${article}`,
      en: [named?.en ?? basis.instrument, named?.number, article].filter(Boolean).join(', '),
    },
  };
}
