import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { FactsList } from '../../ui/facts-list.tsx';
import { RegionName } from '../../ui/region-name.tsx';
import type { FactLine } from './fact-words.ts';

/** Facts as names and values; another matter is a link, a division has its name. */
export function FactsOf({ lines }: { readonly lines: readonly FactLine[] }): ReactNode {
  if (lines.length === 0) return null;
  return <FactsList facts={lines.map((line) => ({ name: line.label, value: <Value line={line} /> }))} />;
}

function Value({ line }: { readonly line: FactLine }): ReactNode {
  if (line.matterId !== null)
    return (
      <Link to="/matters/$id" params={{ id: line.matterId }}>
        {line.text.slice(0, 8)}
      </Link>
    );
  return line.region === null ? line.text : <RegionName code={line.region} />;
}
