import type { ReactNode } from 'react';
import { LinkTabs } from '../../ui/link-tabs.tsx';
import { useWords } from '../../words/language.tsx';
import { auditWords } from './words-audit.ts';

type View = 'reads' | 'steps' | 'proof';

const places: Readonly<Record<View, string>> = {
  reads: '/admin/audit',
  steps: '/admin/audit/steps',
  proof: '/admin/audit/proof',
};

/** The three parts of the audit. */
export function AuditTabs({ here }: { readonly here: View }): ReactNode {
  const say = useWords(auditWords);
  const views: readonly View[] = ['reads', 'steps', 'proof'];
  return (
    <LinkTabs
      label={say.views}
      tabs={views.map((view) => ({
        key: view,
        title: say[view],
        to: places[view],
        isCurrent: view === here,
      }))}
    />
  );
}
