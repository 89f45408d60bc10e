import { Link, useRouterState } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import { useSession } from '../session/session.tsx';
import { Button } from '../ui/button.tsx';
import { useWords } from '../words/language.tsx';
import { tourWords } from './tour-words.ts';

const place = 'yangguang.tour';
/** From the files to the first dispatched lead: where each step is done, and what it is called. */
const stops = [
  { at: '/imports', title: 'imports', what: 'importsWhat' },
  { at: '/leads', title: 'leads', what: 'leadsWhat' },
  { at: '/leads/', title: 'card', what: 'cardWhat' },
  { at: '/leads', title: 'dispatch', what: 'dispatchWhat' },
] as const;

/** Opens the tour again, from its beginning. */
export function restartTour(): void {
  localStorage.setItem(place, '0');
  dispatchEvent(new Event('yangguang.tour'));
}

/**
 * The first steps of a county's clerk, beside the work and never in front of it. It moves on as the screens are
 * opened; Esc closes it; it can be opened again from the menu of one's name.
 */
export function Tour(): ReactNode {
  const say = useWords(tourWords);
  const { may } = useSession();
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const [stop, setStop] = useTourStop();
  const here = stops[stop];
  useEffect(() => {
    if (here !== undefined && hasDone(here.at, path) && stop < stops.length - 1) setStop(stop + 1);
  }, [here, path, stop, setStop]);
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && document.querySelector('dialog[open]') === null) setStop(stops.length);
    };
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  }, [setStop]);
  if (here === undefined || !may('lead.dispatch') || !may('run.start')) return null;
  return (
    <aside className="tour" aria-label={say.title}>
      <p>
        <b>{say.title}</b> <span className="soft">{say.step(stop + 1, stops.length)}</span>
      </p>
      <ol>
        {stops.map(({ title }, index) => (
          <li key={title} aria-current={index === stop ? 'step' : undefined}>
            {index < stop ? '✓ ' : ''}
            {say[title]}
          </li>
        ))}
      </ol>
      <p>{say[here.what]}</p>
      <div className="buttons">
        <Link className="button main" to={here.at === '/leads/' ? '/leads' : here.at}>
          {say.go}
        </Link>
        <Button kind="quiet" onClick={() => setStop(stop + 1)}>
          {stop === stops.length - 1 ? say.finish : say.skip}
        </Button>
        <Button kind="quiet" onClick={() => setStop(stops.length)}>
          {say.close}
        </Button>
      </div>
    </aside>
  );
}

/** True when the screen of a stop is open; one ending in a slash stands for any card below it. */
function hasDone(at: string, path: string): boolean {
  return at.endsWith('/') ? path.startsWith(at) && path !== at : path === at;
}

/** The stop one is at, kept in this browser; past the last one the tour is over. */
function useTourStop(): [number, (stop: number) => void] {
  const [stop, setStop] = useState(() => Number(localStorage.getItem(place) ?? stops.length));
  useEffect(() => {
    const again = (): void => setStop(0);
    addEventListener('yangguang.tour', again);
    return () => removeEventListener('yangguang.tour', again);
  }, []);
  return [
    stop,
    (next) => {
      localStorage.setItem(place, String(next));
      setStop(next);
    },
  ];
}
