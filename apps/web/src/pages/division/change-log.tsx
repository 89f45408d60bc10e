import type { ReactNode } from 'react';
import { type Got, usePages } from '../../api/use-api.tsx';
import { More } from '../../ui/more.tsx';
import { Section } from '../../ui/page.tsx';
import { Problem } from '../../ui/problem.tsx';
import { RegionName } from '../../ui/region-name.tsx';
import { Timeline } from '../../ui/timeline.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { useWords } from '../../words/language.tsx';
import { words } from './words.ts';

type Line = Got<'divisionChange.list'>['items'][number];

/** What was added, renamed and merged here, and why. */
export function ChangeLog({ region }: { readonly region: string }): ReactNode {
  const say = useWords(words);
  const pages = usePages('divisionChange.list', { region, limit: 20 });
  return (
    <Section title={say.changes}>
      {pages.error === null ? null : <Problem error={pages.error} onRetry={pages.retry} />}
      {pages.isLoading ? <Waiting /> : null}
      {!pages.isLoading && pages.error === null && pages.rows.length === 0 ? (
        <p className="soft">{say.noChanges}</p>
      ) : null}
      <Timeline
        entries={pages.rows.map((line) => ({
          key: line.id,
          at: line.changedAt,
          title: <Told line={line} />,
          by: line.changedBy?.name ?? '',
          children: (
            <p className="soft">
              {say.from(line.effectiveOn)} · {line.reason} · <span className="figures">{line.code}</span>
            </p>
          ),
        }))}
      />
      <More pages={pages} />
    </Section>
  );
}

function Told({ line }: { readonly line: Line }): ReactNode {
  const say = useWords(words);
  const { kind, oldName, newName, successor } = line;
  if (kind === 'added') return say.kindAdded(newName ?? '');
  if (kind === 'renamed') return say.kindRenamed(oldName ?? '', newName ?? '');
  return (
    <>
      {say.kindMerged(oldName ?? '')}
      <RegionName code={successor ?? ''} />
    </>
  );
}
