import type { Bilingual } from '../errors/user-error.ts';

/** What a person may judge of two mentions. */
export const verdicts = ['same', 'not_same', 'unsure'] as const;
export type Verdict = (typeof verdicts)[number];

export const verdictWords: Readonly<Record<Verdict, Bilingual>> = {
  same: { zh: '同一人', en: 'Same person' },
  not_same: { zh: '不是同一人', en: 'Not the same person' },
  unsure: { zh: '不确定', en: 'Unsure' },
};

/** A reason is at least this many characters: whoever reads it in two years was not there. */
export const reasonAtLeast = 4;

/** A verdict as a file may write it, in either language; null for anything else. */
export function readVerdict(text: string): Verdict | null {
  const plain = text.trim();
  const known = verdicts.find(
    (one) => one === plain.toLowerCase() || verdictWords[one].zh === plain || verdictWords[one].en === plain,
  );
  return known ?? null;
}
