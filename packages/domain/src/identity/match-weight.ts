import type { Bilingual } from '../errors/user-error.ts';
import { aspectWords } from '../comparison/difference-words.ts';

/** What the linkage weighs, the prior first. */
export const weightAspects = [
  ...['prior', 'id', 'name', 'birth', 'sex', 'town', 'village', 'address', 'phone', 'account', 'household'],
] as const;
export type WeightAspect = (typeof weightAspects)[number];

/** One comparison with its weight. */
export interface MatchWeight {
  readonly aspect: WeightAspect;
  /** Name of the level in the model. */
  readonly level: string;
  /** Above 0 for one person, below against. All of a pair add up to its score. */
  readonly bits: number;
  /** The values compared, as the lists write them. */
  readonly left: string | null;
  readonly right: string | null;
  readonly zh: string;
  readonly en: string;
}

export const weightWords: Readonly<Record<WeightAspect, Bilingual>> = {
  prior: { zh: '起点：任取两行', en: 'Start: any two rows' },
  id: aspectWords.id,
  name: aspectWords.name,
  birth: aspectWords.birth,
  sex: aspectWords.sex,
  town: aspectWords.town,
  village: aspectWords.village,
  address: aspectWords.address,
  phone: aspectWords.phone,
  account: aspectWords.account,
  household: { zh: '家庭成员', en: 'Household' },
};

/** A weight with what stands to it so far. */
export interface RunningWeight<W> {
  readonly weight: W;
  readonly from: number;
  readonly to: number;
}

/** The weights as a waterfall: the prior first, the rest as the engine gives them, each from where the last one ended. */
export function runningWeights<W extends Pick<MatchWeight, 'aspect' | 'bits'>>(
  weights: readonly W[],
): RunningWeight<W>[] {
  const isPrior = ({ aspect }: W): boolean => aspect === 'prior';
  let at = 0;
  return [...weights.filter(isPrior), ...weights.filter((one) => !isPrior(one))].map((weight) => {
    const from = at;
    at += weight.bits;
    return { weight, from, to: at };
  });
}
