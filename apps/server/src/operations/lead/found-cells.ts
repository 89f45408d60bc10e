import type { lead } from '@yangguang/contract/lead';
import type { Output } from '@yangguang/contract/operation';
import type { PolicyView } from '../../policy/policy-view.ts';
import { plain } from './evidence-row.ts';
import type { FindingMask } from './mask-finding.ts';

type Cell = Output<typeof lead.get>['found'][number];

const kinds: Readonly<Record<string, Cell['kind']>> = {
  money: 'money',
  date: 'date',
  month: 'month',
  code: 'choice',
  yesno: 'choice',
};

/** What a rule found, in the words and the order of its page; masked, and without what is not known. */
export function foundCells(
  policy: Pick<PolicyView, 'rules' | 'sayCode'>,
  rule: string,
  facts: Readonly<Record<string, unknown>>,
  mask: FindingMask,
): Cell[] {
  const columns = policy.rules.find(({ id }) => id === rule)?.evidence ?? {};
  return Object.entries(columns).flatMap(([column, { zh, en, type }]): Cell[] => {
    const value = mask.cell(plain(facts[column]), column);
    if (value === '') return [];
    const isHidden = mask.hides(column);
    return [
      {
        ...{ column, value, label: { zh, en } },
        kind: isHidden ? 'hidden' : (kinds[type] ?? 'text'),
        words: isHidden ? null : meaning(policy, type, value),
      },
    ];
  });
}

function meaning({ sayCode }: Pick<PolicyView, 'sayCode'>, type: string, value: string): Cell['words'] {
  if (type === 'yesno') return value === 'true' ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' };
  return type === 'code' ? sayCode(value) : null;
}
