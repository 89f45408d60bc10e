import type { Output } from '@yangguang/contract/operation';
import type { lead } from '@yangguang/contract/lead';
import type { RuleWords } from '../../policy/policy-view.ts';

type Page = NonNullable<Output<typeof lead.get>['page']>;

/** The page of a rule as the wire carries it. */
export function pageWords({ id: _, ...words }: RuleWords): Page {
  return {
    ...words,
    innocent: [...words.innocent],
    basis: words.basis.map((one) => ({ ...one })),
    columns: { ...words.columns },
  };
}
