import type { ReactNode } from 'react';
import type { Got } from '../../api/use-api.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Section } from '../../ui/page.tsx';
import { Problem } from '../../ui/problem.tsx';
import { usePick, useWords } from '../../words/language.tsx';
import styles from './campaign.module.css';
import { newWords } from './words-new.ts';

type Preview = Got<'campaign.preview'>;
type Unit = Extract<keyof typeof newWords, `unit.${string}`>;

/** The days that a plan leads to, before anything is created. */
export function PreviewSection({
  preview,
  error,
  isStale,
}: {
  readonly preview: Preview | undefined;
  readonly error: Error | null;
  /** The plan was changed since. */
  readonly isStale: boolean;
}): ReactNode {
  const say = useWords(newWords);
  if (error !== null) return <Problem error={error} />;
  if (preview === undefined || isStale) return null;
  return (
    <Section title={say.previewTitle}>
      <div className={styles['preview']} aria-live="polite">
        <Phases preview={preview} />
        <Tasks preview={preview} />
        <Reports preview={preview} />
      </div>
    </Section>
  );
}

function Phases({ preview }: { readonly preview: Preview }): ReactNode {
  const say = useWords(newWords);
  const pick = usePick();
  return (
    <DataTable
      caption={say.phases}
      rows={preview.phases}
      rowKey={({ id }) => id}
      columns={[
        { key: 'phase', title: say.phase, cell: (phase) => pick(phase), isRowHeader: true },
        { key: 'from', title: say.fromOn, cell: ({ fromOn }) => fromOn, isShort: true },
        { key: 'until', title: say.untilOn, cell: ({ untilOn }) => untilOn, isShort: true },
        { key: 'days', title: say.workingDays, cell: ({ workingDays }) => workingDays, align: 'right' },
      ]}
    />
  );
}

function Tasks({ preview }: { readonly preview: Preview }): ReactNode {
  const say = useWords(newWords);
  const pick = usePick();
  const unit = (name: string): string => {
    const key = `unit.${name}`;
    return key in newWords ? say[key as Unit] : name;
  };
  return (
    <DataTable
      caption={say.tasksAnd(say.taskTotal(preview.taskCount))}
      rows={preview.tasks.map((task, i) => ({ ...task, key: String(i) }))}
      rowKey={({ key }) => key}
      columns={[
        { key: 'task', title: say.taskName, cell: (task) => pick(task), isRowHeader: true },
        { key: 'unit', title: say.unit, cell: (task) => unit(task.unit) },
        { key: 'offices', title: say.offices, cell: ({ offices }) => offices, align: 'right' },
        { key: 'due', title: say.due, cell: ({ dueOn }) => dueOn, isShort: true },
      ]}
    />
  );
}

function Reports({ preview }: { readonly preview: Preview }): ReactNode {
  const say = useWords(newWords);
  const pick = usePick();
  const rows = [...preview.reports.map((one) => ({ ...one, dueOn: [one.dueOn] })), ...preview.ledgers].map(
    (one, i) => ({ ...one, key: String(i) }),
  );
  if (rows.length === 0) return null;
  return (
    <DataTable
      caption={say.reports}
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        { key: 'name', title: say.name, cell: (one) => pick(one), isRowHeader: true },
        { key: 'due', title: say.due, cell: ({ dueOn }) => dueOn.join(', ') },
      ]}
    />
  );
}
