import type { Got } from '../../api/use-api.tsx';

export type Rule = Got<'rule.list'>['items'][number];
export type RuleDetail = Got<'rule.get'>;

/** What the address of the list says. Words looked for are rule titles: they name nobody. */
export interface RuleSearch {
  readonly q?: string;
  readonly family?: string;
  readonly mode?: Rule['mode'];
  /** Only rules that stayed silent for want of a list. */
  readonly missing?: true;
}

const modes: readonly Rule['mode'][] = ['enabled', 'shadow', 'retired'];

/** Families in the order of the workbooks: who may have been missed stands beside who should not be there. */
export const families = ['OMI', 'INC', 'KIN', 'HHS', 'PAY', 'PXY', 'STD', 'IDQ'] as const;

/** Reads an address; what is no filter is dropped. */
export function readRuleSearch(search: Readonly<Record<string, unknown>>): RuleSearch {
  const { q, family, mode, missing } = search;
  const known = modes.find((one) => one === mode);
  return {
    ...(typeof q === 'string' && q !== '' ? { q: q.slice(0, 40) } : {}),
    ...(typeof family === 'string' && /^[A-Z]{3}$/.test(family) ? { family } : {}),
    ...(known === undefined ? {} : { mode: known }),
    ...(missing === true || missing === 'true' ? { missing: true as const } : {}),
  };
}

/** The rules that a search leaves, by family, in order; families of an overlay come last. */
export function groupRules(
  rules: readonly Rule[],
  search: RuleSearch,
): { readonly family: string; readonly rules: readonly Rule[] }[] {
  const left = rules.filter((rule) => fits(rule, search));
  const others = [...new Set(left.map(({ family }) => family))].filter(
    (family) => !(families as readonly string[]).includes(family),
  );
  return [...families, ...others.sort()]
    .map((family) => ({ family, rules: left.filter((rule) => rule.family === family) }))
    .filter((group) => group.rules.length > 0);
}

function fits(rule: Rule, { q, family, mode, missing }: RuleSearch): boolean {
  const words = `${rule.rule} ${rule.title.zh} ${rule.title.en}`.toLowerCase();
  return (
    (q === undefined || words.includes(q.trim().toLowerCase())) &&
    (family === undefined || rule.family === family) &&
    (mode === undefined || rule.mode === mode) &&
    (missing === undefined || (rule.lastRun?.missing.length ?? 0) > 0)
  );
}

/** What was found out about a rule, in numbers that words are made of; null where nothing is known. */
export function precisionOf(
  record: Rule['record'],
): { readonly checked: number; readonly right: number; readonly rate: string; readonly span: string } | null {
  if (record?.precision == null || record.checked === 0) return null;
  const { rate, low, high } = record.precision;
  const whole = (share: number): string => String(Math.round(share * 100));
  return {
    checked: record.checked,
    right: record.confirmed + record.partly,
    rate: `${whole(rate)}%`,
    span: `${whole(low)}–${whole(high)}%`,
  };
}

/** The sentence of a lead with its holes named: {died_on} becomes 〔死亡日期〕. */
export function sentenceOf(summary: string, names: ReadonlyMap<string, string>): string {
  return summary.replace(/\{([^{}]+)\}/g, (_, hole: string) => `〔${names.get(hole) ?? hole}〕`);
}
