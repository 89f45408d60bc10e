import { Link } from '@tanstack/react-router';
import { severityChoices } from '@yangguang/domain/workflows/lead-choices';
import { taskSources } from '@yangguang/domain/workflows/task-choices';
import { type ReactNode, useState } from 'react';
import { type Got, usePages } from '../../api/use-api.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { Empty } from '../../ui/empty.tsx';
import { SelectField } from '../../ui/field.tsx';
import { More } from '../../ui/more.tsx';
import { Section } from '../../ui/page.tsx';
import { Problem } from '../../ui/problem.tsx';
import { StateTag, Tag } from '../../ui/tag.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { useLang, usePick, useWords } from '../../words/language.tsx';
import { stateTitle } from '../matter/line-words.ts';
import { useWorkflows } from '../matter/use-workflows.ts';
import { DaysLeft } from './phase-bar.tsx';
import { words } from './words.ts';

type Task = Got<'campaign.tasks'>['items'][number];
type List = 'problemList' | 'taskList' | 'responsibilityList';

/** The three lists: the same tasks, asked three questions: what is wrong, what is to be done by when, who answers for it. */
export function TaskLists({
  campaign,
  list,
}: {
  readonly campaign: Got<'campaign.get'>;
  readonly list: List;
}): ReactNode {
  const say = useWords(words);
  const pick = usePick();
  const [phase, setPhase] = useState('');
  const pages = usePages('campaign.tasks', { id: campaign.id, limit: 200 });
  const columns = useColumns(list);
  if (pages.error !== null && pages.rows.length === 0)
    return <Problem error={pages.error} onRetry={pages.retry} />;
  if (pages.isLoading) return <Waiting />;
  const rows = pages.rows.filter((task) => phase === '' || task.phase === phase);
  return (
    <Section title={say[list]} actions={<span className="soft">{say.listFound(rows.length)}</span>}>
      {campaign.phases.length < 2 ? null : (
        <div className="toolbar">
          <SelectField
            label={say.byPhase}
            value={phase}
            onChange={setPhase}
            empty={say.allPhases}
            choices={campaign.phases.map((one) => ({ value: one.id, label: pick(one) }))}
          />
        </div>
      )}
      <DataTable
        caption={say.tableOf(say[list])}
        hidesCaption
        rows={rows}
        rowKey={({ id }) => id}
        columns={columns}
        empty={<Empty why={say.noTasks} />}
      />
      <More pages={pages} />
    </Section>
  );
}

function useColumns(list: List): Column<Task>[] {
  const say = useWords(words);
  const lang = useLang();
  const pick = usePick();
  const workflows = useWorkflows();
  const open = ({ id }: Task, text: ReactNode): ReactNode => <Link to={`/matters/${id}`}>{text}</Link>;
  const no: Column<Task> = { key: 'no', title: say.no, align: 'right', cell: (task) => task.no };
  const place: Column<Task> = { key: 'place', title: say.place, isShort: true, cell: (task) => task.place };
  if (list === 'problemList')
    return [
      no,
      {
        key: 'problem',
        title: say.problem,
        isRowHeader: true,
        cell: (task) => open(task, task.problem ?? task.measure ?? say.task),
      },
      place,
      { key: 'clause', title: say.clause, isShort: true, cell: (task) => task.clause },
      {
        key: 'severity',
        title: say.severity,
        isShort: true,
        cell: (task) => choice(severityChoices, task.severity, pick),
      },
      {
        key: 'source',
        title: say.source,
        isShort: true,
        cell: (task) => choice(taskSources, task.source, pick),
      },
    ];
  const state: Column<Task> = {
    key: 'state',
    title: say.progress,
    isShort: true,
    cell: (task) => (
      <StateTag
        title={stateTitle(workflows, { workflow: 'task', state: task.state }, lang)}
        isEnded={task.closedOn !== null}
      />
    ),
  };
  const task: Column<Task> = {
    key: 'task',
    title: say.task,
    isRowHeader: true,
    cell: (one) => open(one, one.measure ?? one.problem ?? say.task),
  };
  if (list === 'taskList')
    return [
      ...[no, task, place],
      { key: 'due', title: say.dueOn, isShort: true, cell: (one) => one.dueOn },
      { key: 'left', title: say.left, isShort: true, cell: (one) => <Left task={one} /> },
      state,
    ];
  return [
    ...[no, task],
    { key: 'unit', title: say.unit, cell: (one) => one.responsibleUnit ?? one.place },
    {
      key: 'people',
      title: say.people,
      cell: ({ responsible }) =>
        responsible.length === 0 ? (
          <Tag tone="warn">{say.notAssigned}</Tag>
        ) : (
          responsible.map(({ name }) => name).join(say.comma)
        ),
    },
    { key: 'supervisor', title: say.supervisor, isShort: true, cell: (one) => one.supervisor?.name },
    state,
    { key: 'documents', title: say.documents, align: 'right', cell: (one) => one.documents },
    { key: 'closed', title: say.closedOn, isShort: true, cell: (one) => one.closedOn },
  ];
}

function Left({ task }: { readonly task: Task }): ReactNode {
  const { workingDaysLeft, isOverdue } = task;
  return workingDaysLeft === null ? null : <DaysLeft left={workingDaysLeft} isOver={isOverdue} />;
}

type Words = { readonly zh: string; readonly en: string };

function choice(
  choices: Readonly<Record<string, Words>>,
  value: string | null,
  pick: (words: Words) => string,
): string {
  const known = value === null ? undefined : choices[value];
  return known === undefined ? '' : pick(known);
}
