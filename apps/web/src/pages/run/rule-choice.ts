import type { Got } from '../../api/use-api.tsx';

type Coverage = Got<'import.coverage'>;
export type RuleChoice = Coverage['rules'][number];

/** Rules that can be asked for, by family, in the order of their codes. */
export function byFamily(
  rules: readonly RuleChoice[],
): { readonly family: string; readonly rules: readonly RuleChoice[] }[] {
  const families = new Map<string, RuleChoice[]>();
  for (const rule of rules.filter(({ status }) => status === 'active')) {
    const family = rule.rule.slice(0, 3);
    families.set(family, [...(families.get(family) ?? []), rule]);
  }
  return [...families].map(([family, own]) => ({
    family,
    rules: own.sort((a, b) => (a.rule < b.rule ? -1 : 1)),
  }));
}

/** What a rule lacks, in words: of a group any one would do, of the groups each is needed. */
export function missingWords(
  { missing }: Pick<RuleChoice, 'missing'>,
  name: (table: string) => string,
  say: { readonly or: string; readonly and: string },
): string {
  return missing.map((group) => group.map(name).join(say.or)).join(say.and);
}

/** Towns in the order of their codes; what belongs to no town comes last. */
export function inOfficialOrder<Town extends { readonly region: string }>(towns: readonly Town[]): Town[] {
  const place = (region: string): string => (region.length >= 9 ? region : '~');
  return [...towns].sort((a, b) =>
    place(a.region) < place(b.region) ? -1 : place(a.region) > place(b.region) ? 1 : 0,
  );
}

/** Address of the queue with the leads of a number: words 'name:value'. */
export function queueFilter(
  run: { readonly region: string; readonly campaignId: string | null },
  ...more: readonly string[]
): {
  readonly filter: readonly string[];
  readonly by: 'lead';
} {
  return {
    filter: [
      ...more,
      ...(more.some((word) => word.startsWith('town:')) ? [] : [`area:${run.region}`]),
      ...(run.campaignId === null ? [] : [`campaign:${run.campaignId}`]),
    ],
    by: 'lead',
  };
}

/** The county of batches, or null when they are of several, or none is chosen. */
export function oneCounty(batches: readonly { readonly region: string }[]): string | null {
  const regions = new Set(batches.map(({ region }) => region));
  return regions.size === 1 ? ([...regions][0] ?? null) : null;
}
