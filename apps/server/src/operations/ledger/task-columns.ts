import type { Bilingual } from '@yangguang/domain/errors/user-error';
import { severityChoices } from '@yangguang/domain/workflows/lead-choices';
import { taskSources } from '@yangguang/domain/workflows/task-choices';
import { task as workflow } from '@yangguang/domain/workflows/task';
import { chinaDay } from '@yangguang/domain/words/china-day';
import type { TaskRow } from '@yangguang/store/campaign/task-lines';
import { type Derived, textOf } from './ledger-cell.ts';

/** A task with the names of those its facts mention. */
export interface NamedTask {
  readonly task: TaskRow;
  readonly names: ReadonlyMap<string, string>;
}

interface TaskColumn {
  readonly en: string;
  readonly kind: 'text' | 'count' | 'fen' | 'date';
  readonly value?: (of: NamedTask) => Derived;
}

const column = (en: string, value: TaskColumn['value'], kind: TaskColumn['kind'] = 'text'): TaskColumn => ({
  en,
  kind,
  ...(value === undefined ? {} : { value }),
});
const typed = (en: string): TaskColumn => ({ en, kind: 'text' });

function fact({ task }: NamedTask, name: string): string | null {
  const value = task.facts[name];
  return typeof value === 'string' ? value : null;
}

function choice(choices: Readonly<Record<string, Bilingual>>, value: string | null): Derived {
  const words = value === null ? undefined : choices[value];
  return words === undefined ? null : { text: { zh: words.zh, en: words.en } };
}

const number_ = column('No.', ({ task }) => ({ number: task.no }), 'count');
const title = column('Task', ({ task }) => textOf(task.title));
const measure = column('Measure', (of) => textOf(fact(of, 'measure')));
const unit = column('Responsible unit', (of) => textOf(fact(of, 'responsibleUnit') ?? of.task.place));
const people = column('Responsible person', ({ task, names }) => {
  const value = task.facts['responsiblePerson'];
  return Array.isArray(value) ? textOf(value.map((id) => names.get(String(id)) ?? '').join('、')) : null;
});
const due = column('Due on', (of) => textOf(fact(of, 'dueOn')), 'date');
const progress = column('State', ({ task }) => choice(workflow.states, task.state));
const fixModes = {
  immediate: { zh: '立即整改', en: 'At once' },
  dated: { zh: '限期整改', en: 'By a date' },
};

/** Columns of the three lists and of the ledgers in which every task has a row, by the words of the notices. */
export const taskColumns: Readonly<Record<string, TaskColumn>> = {
  序号: number_,
  编号: number_,
  对应问题: column('Of problem', ({ task }) => ({ number: task.no }), 'count'),
  问题: column('Problem', (of) => textOf(fact(of, 'problem'))),
  表现: typed('What it looks like'),
  依据: column('Clause', (of) => textOf(fact(of, 'clause'))),
  严重程度: column('Severity', ({ task }) => choice(severityChoices, task.severity)),
  来源: column('Source', ({ task }) => choice(taskSources, task.kind)),
  任务: title,
  重点任务: title,
  标准: typed('Standard'),
  时限: due,
  完成时限: due,
  具体措施: measure,
  工作措施: measure,
  解决办法: measure,
  整改方式: column('Way of fixing', (of) => choice(fixModes, fact(of, 'fixMode'))),
  牵头单位: unit,
  责任单位: unit,
  配合单位: typed('With'),
  责任人: people,
  督办人: column('Supervised by', ({ task, names }) =>
    textOf(task.supervisor === null ? null : names.get(task.supervisor)),
  ),
  当前进展: progress,
  进度: progress,
  完成情况: progress,
  佐证: column('Documents', ({ task }) => ({ number: task.documents }), 'count'),
  销号日期: column('Closed on', ({ task }) => textOf(task.closed_on), 'date'),
  更新日期: column('Changed on', ({ task }) => textOf(chinaDay(task.changed_at)), 'date'),
  发现问题数: typed('Problems found'),
  已整改数: typed('Corrected'),
  未整改及原因: typed('Not corrected, and why'),
  线索移送数: typed('Referred'),
  问责人数: typed('People held to account'),
  存在问题: typed('Problems'),
  下步打算: typed('Next'),
  备注: typed('Remarks'),
  案情简要: typed('The case'),
  违反规定: typed('Rule broken'),
  处理结果: typed('Outcome'),
  警示: typed('Lesson'),
};
