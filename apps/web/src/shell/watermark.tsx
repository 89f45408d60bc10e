import { type ReactNode, useEffect, useState } from 'react';
import { useSession } from '../session/session.tsx';
import { useNow } from '../words/clock.ts';
import { instant } from '../words/format.ts';

const places = Array.from({ length: 24 }, (_, place) => place);

/** Who looks at the page and when, faintly over it and over what is printed: deters, protects nothing. */
export function Watermark(): ReactNode {
  const { who } = useSession();
  const now = useNow();
  const [at, setAt] = useState(() => instant(now()));
  useEffect(() => {
    const timer = setInterval(() => setAt(instant(now())), 60_000);
    return () => clearInterval(timer);
  }, [now]);
  return (
    <div className="watermark" aria-hidden="true">
      {places.map((place) => (
        <span key={place}>
          {who.fullName} {who.userName}
          <br />
          {at}
        </span>
      ))}
    </div>
  );
}
