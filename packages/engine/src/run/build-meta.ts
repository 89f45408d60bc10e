import type { DuckDBConnection } from '@duckdb/node-api';
import { rowsOf } from '../dataset/sql-engine.ts';
import type { Source } from '../import/source.ts';
import type { Pack } from '../pack/load-pack.ts';
import type { RulePage } from '../pack/rule-page.ts';
import type { RulesOutcome } from '../rules/run-rules.ts';
import type { RunPlaceChoice } from './choose-place.ts';
import type { FileSummary, NumberToFill, RuleManual, RunMeta, SilentRuleSummary } from './run-meta.ts';
import type { CheckOptions } from './run-options.ts';

export const engineVersion = '0.1.0';

/** What `buildMeta` gathers from. */
export interface MetaParts {
  readonly options: CheckOptions;
  readonly place: RunPlaceChoice;
  readonly pack: Pack;
  readonly sources: readonly Source[];
  readonly pages: readonly RulePage[];
  readonly outcome: RulesOutcome;
  readonly files: readonly FileSummary[];
}

/** Everything the outputs print beside the findings. */
export async function buildMeta(db: DuckDBConnection, parts: MetaParts): Promise<RunMeta> {
  const parameters = await parametersInForce(db);
  const values = new Map(parameters.map((p) => [p.name, p.value]));
  return {
    ...parts.place,
    packVersion: parts.pack.version,
    engineVersion,
    lang: parts.options.lang,
    idNumbers: parts.options.idNumbers,
    files: parts.files,
    silentRules: parts.outcome.silent.map((silent) => silentSummary(silent, parts.sources)),
    numbersToFill: parts.options.inspect ? [] : await numbersToFill(db),
    parameters,
    combinations: parts.pack.combinations,
    rules: parts.pages.map((page) =>
      manualOf(page, parts.pack, values, parts.outcome.hits.get(page.id) ?? 0),
    ),
  };
}

async function parametersInForce(db: DuckDBConnection): Promise<RunMeta['parameters']> {
  const rows = await rowsOf(db, 'select name, text, basis from parameter_now order by name');
  return rows.map((row) => ({
    name: String(row.name),
    value: String(row.text ?? ''),
    basis: String(row.basis ?? ''),
  }));
}

function silentSummary(
  { page, missing }: RulesOutcome['silent'][number],
  sources: readonly Source[],
): SilentRuleSummary {
  return {
    rule: page.id,
    titleZh: page.title.zh,
    titleEn: page.title.en,
    missing: missing.map((table) => {
      const source = sources.find((s) => s.table === table);
      return { table, zh: source?.zh ?? table, en: source?.en ?? table };
    }),
  };
}

function manualOf(page: RulePage, pack: Pack, values: ReadonlyMap<string, string>, hits: number): RuleManual {
  return {
    rule: page.id,
    family: page.family,
    titleZh: page.title.zh,
    titleEn: page.title.en,
    what: page.what,
    innocent: page.innocent,
    verify: page.verify,
    basis: page.basis.map((b) => {
      const law = pack.law.get(b.instrument) ?? pack.law.get(b.instrument.toUpperCase());
      return `《${law?.zh ?? b.instrument}》${law?.number === undefined ? '' : `（${law.number}）`}${b.article}，${b.from}起`;
    }),
    parameters: Object.keys(page.parameters).map((name) => ({ name, value: values.get(name) ?? '' })),
    evidence: page.evidence,
    hits,
  };
}

const localNumbers: readonly (NumberToFill & { readonly known: string })[] = [
  {
    name: 'standard.dibao.urban',
    zh: '城市低保月标准（元）',
    en: 'Urban dibao standard, yuan a month',
    why: { zh: '核算收入是否超标、补差是否正确要用', en: 'needed to judge incomes and gap amounts' },
    known: `exists (select 1 from standard_at where programme = 'dibao' and scheme = 'urban') or not exists (select 1 from household where programme = 'dibao' and scheme = 'urban')`,
  },
  {
    name: 'standard.dibao.rural',
    zh: '农村低保月标准（元）',
    en: 'Rural dibao standard, yuan a month',
    why: { zh: '核算收入是否超标、补差是否正确要用', en: 'needed to judge incomes and gap amounts' },
    known: `exists (select 1 from standard_at where programme = 'dibao' and coalesce(scheme, 'rural') = 'rural') or not exists (select 1 from household where programme = 'dibao' and coalesce(scheme, 'rural') = 'rural')`,
  },
  {
    name: 'house.averageArea',
    zh: '当地人均住房面积（平方米）',
    en: 'Local average dwelling area per head, m²',
    why: { zh: '多套住房要同时看面积', en: 'several dwellings are judged with their area' },
    known: `param('house.averageArea') is not null or not exists (select 1 from real_estate)`,
  },
];

async function numbersToFill(db: DuckDBConnection): Promise<NumberToFill[]> {
  const known =
    (await rowsOf(db, `select ${localNumbers.map((n, i) => `(${n.known}) as k${i}`).join(', ')}`))[0] ?? {};
  return localNumbers.filter((_, i) => known[`k${i}`] !== true).map(({ known: _known, ...rest }) => rest);
}
