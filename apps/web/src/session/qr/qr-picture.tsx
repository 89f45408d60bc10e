import type { ReactNode } from 'react';
import { qrCode } from './qr-code.ts';

/** Modules of white around the code, as readers want it. */
const quiet = 4;

/** A QR code of a text as a picture; nothing where the text is too long for one. */
export function QrPicture({ text, label }: { readonly text: string; readonly label: string }): ReactNode {
  const rows = qrCode(text);
  if (rows === null) return null;
  const size = rows.length + 2 * quiet;
  const path = rows
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x + quiet} ${y + quiet}h1v1h-1z` : '')))
    .join('');
  return (
    <svg
      className="qr"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      width={size * 5}
      height={size * 5}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
