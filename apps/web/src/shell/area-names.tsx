import type { ReactNode } from 'react';
import { useSession } from '../session/session.tsx';
import { RegionName } from '../ui/region-name.tsx';
import { useWords } from '../words/language.tsx';
import { shellWords } from './words.ts';

/** The areas one works in. */
export function AreaNames(): ReactNode {
  const say = useWords(shellWords);
  const { who } = useSession();
  const areas = [...new Set(who.appointments.map(({ area }) => area))].sort();
  return (
    <p className="areas">
      <span className="soft">{say.region}</span>{' '}
      {areas.map((area) => (
        <b key={area}>{area === '' ? say.wholeCountry : <RegionName code={area} />} </b>
      ))}
    </p>
  );
}
