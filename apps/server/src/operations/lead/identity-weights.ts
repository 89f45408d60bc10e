import type { IdentityWeights } from '@yangguang/contract/lead-proof';
import { type MatchWeight, runningWeights, type WeightAspect } from '@yangguang/domain/identity/match-weight';
import type { LeadPrivate } from '@yangguang/store/lead/lead-private';
import type { z } from 'zod';
import type { FindingMask } from './mask-finding.ts';

type Weights = z.output<typeof IdentityWeights>;
type Match = LeadPrivate['match'];

/** The column each aspect is masked as. */
const columns: Readonly<Record<WeightAspect, string>> = {
  prior: '',
  id: 'id_number',
  name: 'name',
  birth: 'birth_on',
  sex: 'sex',
  town: 'town',
  village: 'village',
  address: 'address',
  phone: 'phone',
  account: 'account_no',
  household: 'member_name',
};

/** What the linkage weighed, masked, the prior first; null where it weighed nothing. Nothing that speaks against is left out. */
export function identityWeights(match: Match, mask: FindingMask): Weights | null {
  const { score = null, weights = [] } = match ?? {};
  if (score === null || weights.length === 0) return null;
  const items = runningWeights(weights).map(({ weight }) => {
    const { aspect, level, bits } = weight;
    const say = sentenceMask(weight, mask);
    const [left, right] = sides(weight).map((value) => (value === '' ? null : shown(weight, value, mask)));
    return {
      ...{ aspect, level, bits, left: left ?? null, right: right ?? null },
      words: { zh: say(weight.zh), en: say(weight.en) },
    };
  });
  return { score, items };
}

/** Names that the comparisons speak of: masked in sentences as well. */
export function namesCompared(match: Match): string[] {
  const named = (match?.weights ?? []).filter(({ aspect }) => aspect === 'name' || aspect === 'household');
  const faces = match?.faces ?? null;
  const inFaces = faces === null ? [] : [faces.left.name ?? '', faces.right.name ?? ''];
  // Members of a household stand side by side in one value.
  const each = named.flatMap(sides).flatMap((value) => value.split(/[\s、,，;；/]+/u));
  return [...each, ...inFaces].filter((name) => name !== '');
}

function sides({ left, right }: MatchWeight): string[] {
  return [left ?? '', right ?? ''];
}

function shown({ aspect }: MatchWeight, value: string, mask: FindingMask): string {
  return mask.cell(value, columns[aspect]);
}

/** A sentence quotes the values it compares: they stand in it as they are shown beside it, longer ones first. */
function sentenceMask(weight: MatchWeight, mask: FindingMask): (text: string) => string {
  const values = [...new Set(sides(weight))]
    .filter((value) => value.length > 1)
    .sort((a, b) => b.length - a.length)
    .map((value) => [value, shown(weight, value, mask)] as const)
    .filter(([value, masked]) => value !== masked);
  return (text) => mask.text(values.reduce((all, [value, masked]) => all.replaceAll(value, masked), text));
}
