import { useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useAsk } from '../../api/use-api.tsx';
import { useSession } from '../../session/session.tsx';
import { Empty } from '../../ui/empty.tsx';
import { SelectField } from '../../ui/field.tsx';
import { useWords } from '../../words/language.tsx';
import { largerAreas, type PlaceSearch, startingPlace } from './place.ts';
import { words } from './words.ts';

/** The place one looks at, from the address or one's own area; null until a county is chosen. */
export function usePlace(): { readonly place: string | null; readonly areas: readonly string[] } {
  const { who } = useSession();
  const { place: asked }: PlaceSearch = useSearch({ strict: false });
  const areas = who.appointments.map(({ area }) => area);
  return { place: startingPlace(asked, areas), areas };
}

/** For those who work above a county: which county is meant. */
export function PlaceChoice(): ReactNode {
  const { areas } = usePlace();
  const large = largerAreas(areas);
  return large.length === 0 ? null : <CountyChoice areas={large} />;
}

function CountyChoice({ areas }: { readonly areas: readonly string[] }): ReactNode {
  const say = useWords(words);
  const { place } = usePlace();
  const navigate = useNavigate();
  const [above, setAbove] = useState(areas[0] ?? '');
  const below = useAsk('division.children', { of: above });
  const items = below.data?.items ?? [];
  const isCounties = items.some(({ code }) => code.length === 6);
  const choose = (code: string): void => {
    if (code.length >= 6) void navigate({ to: '.', search: (old: object) => ({ ...old, place: code }) });
    else setAbove(code === '' ? (areas[0] ?? '') : code);
  };
  return (
    <SelectField
      label={say.place}
      empty={say.choosePlace}
      value={isCounties ? (place ?? '') : ''}
      onChange={choose}
      choices={items.map(({ code, name }) => ({ value: code, label: name }))}
    />
  );
}

/** Nothing is shown before a county is chosen: why, and the choice. */
export function NoPlace(): ReactNode {
  const say = useWords(words);
  return (
    <section className="card">
      <Empty why={say.choosePlaceWhy}>
        <PlaceChoice />
      </Empty>
    </section>
  );
}
