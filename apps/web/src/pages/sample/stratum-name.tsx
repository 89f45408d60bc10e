import { programmeChoices } from '@yangguang/domain/workflows/lead-choices';
import type { ReactNode } from 'react';
import { RegionName } from '../../ui/region-name.tsx';
import { useLang, useWords } from '../../words/language.tsx';
import { stratumParts } from './stratum-parts.ts';
import { sampleWords } from './words.ts';

const programmes: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = programmeChoices;

/** A stratum in words; one that is not understood as the draw names it. */
export function StratumName({ stratum }: { readonly stratum: string }): ReactNode {
  const say = useWords(sampleWords);
  const lang = useLang();
  const { town, programme, hasDoubts } = stratumParts(stratum);
  if (town === null || programme === null || hasDoubts === null) return <>{stratum}</>;
  return (
    <>
      <RegionName code={town} /> · {programmes[programme]?.[lang] ?? programme} ·{' '}
      {hasDoubts ? say.withDoubts : say.withoutDoubts}
    </>
  );
}
