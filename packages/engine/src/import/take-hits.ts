import type { DuckDBConnection } from '@duckdb/node-api';
import { addFallbacks } from './field-fallbacks.ts';
import { factSql, type HitTarget, positiveSql, saysMoreSql } from './hit-list.ts';
import { planFields, type PlanNote } from './plan-fields.ts';
import { findColumn, type Source } from './source.ts';
import { type ReadySheet, typingTask } from './take-sheet.ts';
import { typeSheet } from './type-sheet.ts';
import type { Field } from './typing-task.ts';

type Fields = Map<string, Field>;

/** Types the positive rows of a hit list into each data set it speaks of. */
export async function takeHits(
  db: DuckDBConnection,
  ready: ReadySheet,
  targets: readonly HitTarget[],
): Promise<readonly PlanNote[]> {
  const notes: PlanNote[] = [];
  for (const [at, target] of targets.entries()) {
    const { source, hits, inverse } = target;
    const plan = planFields(source, target.matches, ready.header.headings, ready.profiles);
    const fields: Fields = new Map(plan.fields);
    addFallbacks(fields, source, ready.context, ready.hasSections);
    const flags = hits.filter((i) => !target.matches.some((m) => m.index === i && m.words >= 0.9));
    const asked = flags.length > 0 ? flags : hits;
    for (const index of asked)
      addFacts(fields, source, `c${index}`, ready.header.headings[index]?.full ?? '');
    const where = asked.map((i) => positiveSql(`c${i}`, source, inverse)).join(' or ');
    await typeSheet(
      db,
      typingTask(ready, source, fields, { where: `(${where})`, partOffset: targets.length > 1 ? at + 1 : 0 }),
    );
    notes.push(...plan.notes);
  }
  return notes;
}

/** Categories a hit cell's words may tell. */
const HIT_CATEGORIES = [
  'vehicle_class',
  'use_kind',
  'role',
  'kind',
  'insurance_kind',
  'staff_kind',
  'status',
  'pay_status',
  'reason',
];

/** What a hit cell says goes into the first columns of the data set that can hold it, and whole into the note. */
function addFacts(fields: Fields, source: Source, expr: string, heading: string): void {
  addValues(
    fields,
    source,
    expr,
    /火化|注销/u.test(heading) ? source.needs : ['died_on', ...source.needs, 'place'],
  );
  for (const name of HIT_CATEGORIES) {
    const column = findColumn(source, name);
    if (column?.type !== 'cat' || fields.has(name)) continue;
    const death = name === 'reason' && /死亡|去世|亡故|健在/u.test(heading);
    fields.set(name, { column, exprs: [death ? "'死亡'" : expr], heading: null, quietFrom: 0 });
  }
  addNote(fields, source, saysMoreSql(expr));
}

function addNote(fields: Fields, source: Source, words: string): void {
  const column = findColumn(source, 'note');
  const old = fields.get('note')?.exprs[0];
  const said = old === undefined ? words : `concat_ws('；', ${old}, ${words})`;
  if (column !== undefined) fields.set('note', { column, exprs: [said], heading: null });
}

/** One fact a type: the first date column takes the date, the first amount column the amount. */
function addValues(fields: Fields, source: Source, expr: string, wanted: readonly string[]): void {
  const done = new Set<string>();
  for (const column of wanted.flatMap((name) => findColumn(source, name) ?? [])) {
    const fact =
      done.has(column.type) || fields.has(column.name) ? null : factSql(expr, column.type, column.name);
    if (fact === null) continue;
    done.add(column.type);
    fields.set(column.name, { column, exprs: [fact], heading: null });
  }
}
