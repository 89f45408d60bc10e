import type { Difference } from '@yangguang/domain/comparison/compare-values';
import { differenceWords } from '@yangguang/domain/comparison/difference-words';
import type { ReactNode } from 'react';
import { Tag, type Tone } from '../../ui/tag.tsx';
import { usePick } from '../../words/language.tsx';

const tones: Partial<Readonly<Record<Difference, Tone>>> = {
  same: 'good',
  written_otherwise: 'good',
  traditional: 'good',
  transposed: 'warn',
  differs: 'warn',
  missing: 'plain',
};

/** How two values stand to each other, in words with a sign. It judges nobody. */
export function DifferenceTag({ difference }: { readonly difference: Difference }): ReactNode {
  const pick = usePick();
  return <Tag tone={tones[difference] ?? 'info'}>{pick(differenceWords[difference])}</Tag>;
}
