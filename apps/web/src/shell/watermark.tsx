import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useSession } from '../session/session.tsx';
import { useNow } from '../words/clock.ts';
import { instant } from '../words/format.ts';

const places = Array.from({ length: 24 }, (_, place) => place);

/**
 * Who looks at the page and when, faintly over it: deters, protects nothing. Drawn and not written on the screen, so that
 * it is no text of the page; written on paper, where it repeats on every sheet.
 */
export function Watermark(): ReactNode {
  const { who } = useSession();
  const now = useNow();
  const sheet = useRef<HTMLCanvasElement>(null);
  const [at, setAt] = useState(() => instant(now()));
  const name = `${who.fullName} ${who.userName}`;
  useEffect(() => {
    const timer = setInterval(() => setAt(instant(now())), 60_000);
    return () => clearInterval(timer);
  }, [now]);
  useEffect(() => {
    const redraw = (): void => draw(sheet.current, [name, at]);
    redraw();
    addEventListener('resize', redraw);
    return () => removeEventListener('resize', redraw);
  }, [name, at]);
  return (
    <>
      <canvas ref={sheet} className="watermark" aria-hidden="true" />
      <div className="watermark-print" aria-hidden="true">
        {places.map((place) => (
          <span key={place}>
            {name}
            <br />
            {at}
          </span>
        ))}
      </div>
    </>
  );
}

function draw(sheet: HTMLCanvasElement | null, lines: readonly string[]): void {
  const pen = sheet?.getContext('2d');
  if (sheet === null || pen === null || pen === undefined) return;
  sheet.width = innerWidth;
  sheet.height = innerHeight;
  pen.font = `13px ${getComputedStyle(document.body).fontFamily}`;
  pen.fillStyle = 'rgb(0 0 0 / 7%)';
  for (let x = 40; x < innerWidth; x += 320)
    for (let y = 90; y < innerHeight; y += 120) {
      pen.setTransform(1, 0, 0, 1, x, y);
      pen.rotate(-Math.PI / 9);
      for (const [row, line] of lines.entries()) pen.fillText(line, 0, row * 18);
    }
  pen.setTransform(1, 0, 0, 1, 0, 0);
}
